"""Rows of the form: a planstrategi's decision about a plan, a value for a year, and what an earlier event lacks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page
from support.chromium import needs_chromium, served
from support.endring import KLIMA, git_name, sent
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.browser import Visit, read_register, register_file
from planlint.cli.build import command as build
from planlint.cli.form import command
from planlint.system import open_system

DAY = date.fromisoformat(DATE)
STRATEGI = "plans/planstrategier/strategi-2023.yaml"
FRAVAER = "plans/indikatorer/fravaer.yaml"
LABELS = {
    "beslutninger": "Beslutning om en plan",
    "beslutninger.plan": "Planen",
    "beslutninger.oppstart": "Arbeidet begynner",
    "beslutninger.ferdig": "Arbeidet er ferdig",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fjordvik with a plan, a planstrategi and an indicator."""
    found = fjordvik(tmp_path_factory.mktemp("rader"))
    write(found, "planer/klima.yaml", PLAN)
    write(found, "planstrategier/strategi-2023.yaml", "tittel: Planstrategi 2023–2027\nvalgperiode: 2023-2027\n")
    write(
        found, "indikatorer/fravaer.yaml", "tittel: Fravær\nenhet: prosent\nverdier: {2021: 7.5}  # fra årsmeldingen\n"
    )
    return found


def visit(root: Path) -> Visit:
    """Open the plan system as a page does."""
    system = open_system(root, DAY)
    return Visit(root, read_register(register_file(system.contents, DAY, has_schema=False)), "nb", LABELS)


def decision(root: Path, **parts: object) -> list[object]:
    """Give the edits that a row of a planstrategi's form makes, of the plan as it is."""
    version = git_name((root / KLIMA).read_bytes())
    told = {**parts, "utgave": parts.get("utgave", version)}
    return [[["beslutninger", "klima", key], value] for key, value in told.items()]


def test_a_decision_is_written_in_the_plans_own_file(root: Path) -> None:
    """Only the plan's file is changed, by new lines alone, and the version that is sent with it is the plan's."""
    body = sent(root, decision(root, valg="revideres", oppstart="2024", ferdig="høsten 2025"), STRATEGI)
    there = visit(root)
    told = there.judged(body)
    assert [row[0] for row in told["lines"]] == ["+", "+"]
    assert "strategi-2023: {valg: revideres, oppstart: 2024, ferdig: 2025-" in told["lines"][1]
    assert list(told["files"]) == [KLIMA]
    assert there.sent(body)["versions"] == {KLIMA: git_name((root / KLIMA).read_bytes())}
    rows = [line for section in told["sections"] for row in section["rows"] for line in row["lines"]]
    assert any("Planstrategi 2023–2027» lagt til: revideres" in line for line in rows)


def test_a_decision_that_ends_before_it_begins_stands_at_its_row_and_leads_to_nothing(root: Path) -> None:
    """The finding has the path of the row, names the row's own fields, and no consequence is drawn."""
    told = visit(root).judged(sent(root, decision(root, valg="revideres", oppstart=2026, ferdig=2025), STRATEGI))
    (one,) = (item for item in told["findings"] if item["code"] == "PL305")
    assert (one["file"], one["path"]) == (STRATEGI, ["beslutninger", "klima", "ferdig"])
    assert one["fields"][0] == "beslutninger.ferdig"
    assert "«Arbeidet begynner» eller «Arbeidet er ferdig»" in one["help"]
    assert told["sections"] == []
    assert "ikke regnet ut" in told["notes"][-1]


@pytest.mark.parametrize(
    ("parts", "told"),
    [({"utgave": "0" * 40}, "er endret etter at siden ble laget"), ({"utgave": 3}, "hvilken utgave av")],
)
def test_a_decision_about_a_plan_that_others_have_changed_is_refused(
    root: Path, parts: dict[str, object], told: str
) -> None:
    """The plan's own version goes with a decision: another one, and none, are refused."""
    refused = visit(root).judged(sent(root, decision(root, valg="revideres", **parts), STRATEGI))
    assert told in refused["problems"][0]
    assert "files" not in refused


def test_a_decision_about_no_plan_is_refused(root: Path) -> None:
    """A plan that is not there is told of by what was written."""
    refused = visit(root).judged(sent(root, [[["beslutninger", "finnes-ikke", "valg"], "revideres"]], STRATEGI))
    assert refused["problems"] == ["Ingen plan i registeret heter «finnes-ikke». Velg planen i listen ved feltet."]


def test_years_that_are_told_anew_are_no_longer_in_doubt(root: Path, tmp_path: Path) -> None:
    """That the years of a decision were uncertain goes with them; what else is decided stays."""
    found = fjordvik(tmp_path)
    old = 'beslutninger:\n  strategi-2023: {valg: revideres, ferdig: 2024, usikker: true, nummer: "7"}\n'
    write(found, "planer/klima.yaml", PLAN + old)
    write(found, "planstrategier/strategi-2023.yaml", (root / STRATEGI).read_text("utf-8"))
    told = visit(found).judged(sent(found, decision(found, ferdig=2026), STRATEGI))
    assert '+  strategi-2023: {valg: revideres, ferdig: 2026, nummer: "7"}' in told["lines"]


def test_a_value_is_set_for_its_year(root: Path) -> None:
    """The year is a year in the file, the comment is kept, and what is no number is told of at the value."""
    told = visit(root).judged(sent(root, [[["verdier", "2022"], 7.4]], FRAVAER))
    assert "verdier: {2021: 7.5, 2022: 7.4}  # fra årsmeldingen\n" in told["files"][FRAVAER]
    refused = visit(root).judged(sent(root, [[["verdier", "2022"], "sju"]], FRAVAER))
    assert refused["findings"][0]["fields"][0] == "verdier.verdi"


def test_the_same_number_on_two_goals_of_a_plan_is_told(tmp_path: Path) -> None:
    """A number that another goal of the same plan has is told with the other's title; one that is free is not."""
    found = fjordvik(tmp_path)
    goal = 'tittel: {}\ntype: hovedmål\nplan: samfunnsdel-2020\nnummer: "{}"\n'
    write(found, "maal/a.yaml", goal.format("Mål A", "8"))
    write(found, "maal/b.yaml", goal.format("Mål B", "9"))
    file = "plans/maal/a.yaml"
    taken = visit(found).judged(sent(found, [[["nummer"], "9"]], file))
    assert any("Nummeret 9 står også på målet «Mål B»" in note for note in taken["notes"])
    free = visit(found).judged(sent(found, [[["nummer"], "10"]], file))
    assert not any("Nummeret" in note for note in free["notes"])


@pytest.fixture(scope="module")
def address(root: Path) -> object:
    """Build the site without the linter, and serve it on this machine."""
    out = root / "site"
    done = CliRunner().invoke(build, ["--root", str(root), "--date", DATE, "--out", str(out), "--format", "html"])
    assert done.exit_code == 0, done.output
    with served(out) as found:
        yield found


def opened(browser: Browser, address: str, path: str) -> Page:
    """Open a form."""
    page = browser.new_page()
    page.goto(f"{address}skjema/{path}")
    page.wait_for_selector("#skjema:not([hidden])")
    return page


def taken_in(page: Page, root: Path, file: str) -> str:
    """Download the proposal, let planlint take it in, and give the file as it is then; the old one is put back."""
    page.wait_for_selector("#fil[href]")
    with page.expect_download() as download:
        page.click("#fil")
    before = (root / file).read_text("utf-8")
    done = CliRunner().invoke(command, [str(download.value.path()), "--root", str(root), "--date", DATE])
    after = (root / file).read_text("utf-8")
    (root / file).write_text(before, "utf-8")
    assert done.exit_code == 0, done.stderr
    return after


@needs_chromium
def test_a_decision_from_the_planstrategis_form(browser: Browser, address: str, root: Path) -> None:
    """Some of a title that fits one plan is that plan; the file that is handed over is older once the form changes."""
    page = opened(browser, address, "planstrategi.html?id=strategi-2023")
    page.fill("#felt-beslutninger-plan", "klimastr")
    page.keyboard.press("Tab")
    assert page.input_value("#felt-beslutninger-plan") == "Klimastrategi for Fjordvik"
    assert "Hva som er bestemt" in (page.text_content("#svar") or "")
    page.select_option("#felt-beslutninger-valg", "revideres")
    page.fill("#felt-beslutninger-ferdig", "2026")
    after = taken_in(page, root, KLIMA)
    assert "strategi-2023: {valg: revideres, ferdig: 2026}" in after
    assert "er lastet ned" in (page.text_content("#lastet") or "")
    page.fill("#felt-beslutninger-oppstart", "2025")
    assert "Last ned forslaget på nytt" in (page.text_content("#lastet") or "")


@needs_chromium
def test_a_measured_value_from_the_indicators_form(browser: Browser, address: str, root: Path) -> None:
    """A number with a comma for a year; a second one for the same year, and what is no year, are told with links."""
    page = opened(browser, address, "indikator.html?id=fravaer")
    page.fill("#felt-verdier-år", "snart")
    page.fill("#felt-verdier-verdi", "sju")
    assert page.text_content("#svar") == "2 felt må rettes først:"
    assert page.locator("#mangler a").all_text_contents() == ["År", "Verdi"]
    page.fill("#felt-verdier-år", "2022")
    page.fill("#felt-verdier-verdi", "7,4")
    page.click("[data-tillegg=verdier] [data-en-til] button")
    page.fill("#felt-verdier-år-2", "2022")
    page.fill("#felt-verdier-verdi-2", "8")
    assert "står to ganger" in (page.text_content("#svar") or "")
    page.fill("#felt-verdier-år-2", "2023")
    assert "verdier: {2021: 7.5, 2022: 7.4, 2023: 8}  # fra årsmeldingen" in taken_in(page, root, FRAVAER)


@needs_chromium
def test_an_earlier_event_is_mended_and_a_coming_one_told_of(browser: Browser, address: str, root: Path) -> None:
    """The case of an event that is there is put right in its own line, a draft keeps it, and a day to come is told."""
    page = opened(browser, address, "plan.html?id=klima")
    page.click("#fra-for summary")
    page.fill("#felt-hendelser-sak-fra-0", "99/22")
    page.reload()
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.input_value("#felt-hendelser-sak-fra-0") == "99/22"
    before, after = (root / KLIMA).read_text("utf-8"), taken_in(page, root, KLIMA)
    assert len(set(after.splitlines()) - set(before.splitlines())) == 1
    assert "99/22" in after
    page.select_option("#felt-hendelser-hva", "revidert")
    page.fill("#felt-hendelser-dato", "1.1.2199")
    assert "er ikke kommet ennå" in (page.text_content("#felt-hendelser-dato-tvil") or "")
    page.fill("#felt-tittel", "Lang tittel " * 14)
    assert "tegn" in (page.text_content("#felt-tittel-tvil") or "")
    assert json.loads(page.evaluate("JSON.stringify([...document.querySelectorAll('#mangler a')].length)")) == 2
    page.click("[data-snarvei=revideres]")
    assert page.evaluate("document.activeElement.id") == "felt-revisjon-neste"
    assert "Revisjon: neste" in (page.text_content("#snarveisvar") or "")


@needs_chromium
def test_a_value_of_a_year_to_come_is_told_of(browser: Browser, address: str) -> None:
    """What is measured is of a year that has begun; one to come is told of at its field, and in the list below."""
    page = opened(browser, address, "indikator.html?id=fravaer")
    page.fill("[id='felt-verdier-år']", "2199")
    page.fill("#felt-verdier-verdi", "7,1")
    assert "2199 er ikke kommet ennå" in (page.text_content("[id='felt-verdier-år-tvil']") or "")
    assert "2199 er ikke kommet ennå" in (page.text_content("#mangler") or "")
    page.fill("[id='felt-verdier-år']", "2023")
    assert page.query_selector("[id='felt-verdier-år-tvil']") is None


def test_two_plans_of_one_name_are_told_apart_in_words(tmp_path: Path) -> None:
    """No id is shown: in the list of a field, and in what the change does, it is the type and the years that tell."""
    found = fjordvik(tmp_path)
    write(found, "planer/klima.yaml", PLAN)
    title = "tittel: Klimastrategi for Fjordvik\ntype: temaplan\nstatus: igangsatt\nperiode: {fra: 2031, til: 2034}\n"
    write(found, "planer/klima-to.yaml", title)
    write(found, "maal/klare.yaml", "tittel: Vi er klare\ntype: delmål\nnummer: '3.3'\nplan: samfunnsdel-2020\n")
    told = visit(found).judged(sent(found, [[["periode", "til"], 2036]], "plans/planer/klima-to.yaml"))
    (row,) = (row for section in told["sections"] for row in section["rows"] if row["sign"] == "~")
    assert row["head"] == "Klimastrategi for Fjordvik (temaplan, 2031–2036)" or row["head"].endswith("2031–2034)")
    assert "plan/" not in json.dumps(told["sections"])
    asked = ["--root", str(found), "--date", DATE, "--out", str(tmp_path / "ut"), "--format", "html"]
    assert CliRunner().invoke(build, asked).exit_code == 0
    names = [name for _, name, _ in json.loads((tmp_path / "ut/skjema/liste-maal-plan.json").read_text("utf-8"))]
    assert "Klimastrategi for Fjordvik (temaplan, 2031–2034)" in names
    assert [name for name in names if name.startswith("3.3 Vi er klare – ")]
