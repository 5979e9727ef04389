"""«Foreslå endring» in a real browser: from the plan's page, through the form, to a proposal that planlint takes in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page
from support.chromium import RULES, needs_chromium, served
from support.endring import KLIMA, git_name, sent
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.cli.build import command as build
from planlint.cli.form import command
from planlint.words import read_point

KINDS = ["plan", "maal", "indikator", "tiltak", "utfordring", "planstrategi", "innspill"]

pytestmark = needs_chromium


NATUR = """\
tittel: Naturplan
type: temaplan
status: igangsatt
forankring: [trygg-oppvekst]
"""


KONFLIKT = """\
tittel: Boliger eller natur
type: målkonflikt
mål: [gode-liv, naer-natur]
sider: [flere boliger, bevare naturen]
mål_på_side: {naer-natur: bevare naturen}
"""
INNSPILL = "tittel: Mer lys\nplan: klima\navsender: ungdomsrådet\nstemmer: 3\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fjordvik with a plan, and a repository to send proposals to."""
    found = fjordvik(tmp_path_factory.mktemp("skjema"))
    write(found, "planer/klima.yaml", PLAN)
    write(found, "planer/natur.yaml", NATUR)
    write(found, "utfordringer/konflikt.yaml", KONFLIKT)
    write(found, "innspill/lys.yaml", INNSPILL)
    file = found / "plans/plansystem.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "\nnettsted: {repositorium: https://github.com/fjordvik/planer}\n", "utf-8"
    )
    return found


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    """Build the site, and serve it on this machine."""
    out = root / "site"
    done = CliRunner().invoke(build, ["--root", str(root), "--date", DATE, "--out", str(out), "--format", "html"])
    assert done.exit_code == 0, done.output
    with served(out) as found:
        yield found


def opened(browser: Browser, address: str, faults: list[str], width: int = 1280) -> Page:
    """Open a page of its own that tells of every fault and every request to another host."""
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    own = (address, "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else faults.append(request.url))
    return page


def proposed(page: Page) -> dict[str, str]:
    """Give what the prefilled address of the proposal says."""
    href = page.get_attribute("#send", "href")
    assert href, page.text_content("#svar")
    parts = urlsplit(href)
    assert (parts.netloc, parts.path) == ("github.com", "/fjordvik/planer/issues/new")
    return {key: value[0] for key, value in parse_qs(parts.query).items()}


def test_from_the_plans_page_to_a_proposal_that_planlint_takes(browser: Browser, address: str, root: Path) -> None:
    """Click, edit, and the address has the file, its version and two edits; planlint makes just them of the file."""
    faults: list[str] = []
    page = opened(browser, address, faults)
    page.goto(f"{address}plan/klima.html")
    page.click("footer a:has-text('Foreslå endring')")
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.get_attribute("#send", "href") is None
    page.fill("#felt-tittel", "Klimastrategi, ny utgave")
    page.fill("#felt-periode-til", "2035")
    told = proposed(page)
    assert told["template"] == "endring.yml"
    assert (told["fil"], told["utgave"]) == (KLIMA, git_name((root / KLIMA).read_bytes()))
    edits = json.loads(told["endringer"])
    assert edits == [[["tittel"], "Klimastrategi, ny utgave"], [["periode", "til"], 2035]]
    with page.expect_download() as download:
        page.click("#fil")
    words, _, form = Path(download.value.path()).read_text(encoding="utf-8").partition("\n---\n")
    assert form.strip() == sent(root, told["endringer"]).strip()
    assert re.fullmatch(r"forslag-klimastrategi-for-fjordvik-\d{4}-\d\d-\d\d\.txt", download.value.suggested_filename)
    assert "- Tittel: Klimastrategi for Fjordvik → Klimastrategi, ny utgave" in words
    assert download.value.suggested_filename in (page.text_content("#lastet") or "")
    before = (root / KLIMA).read_text(encoding="utf-8")
    done = CliRunner().invoke(command, [str(download.value.path()), "--root", str(root), "--date", DATE])
    after = (root / KLIMA).read_text(encoding="utf-8")
    (root / KLIMA).write_text(before, encoding="utf-8")
    assert done.exit_code == 0, done.stderr
    assert len(set(after.splitlines()) - set(before.splitlines())) == 2
    assert faults == []


def test_vedtatt_asks_for_the_day_the_body_and_the_case(browser: Browser, address: str) -> None:
    """A plan in the making becomes adopted with its decision, in the same list of edits; only the day is demanded."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=natur")
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.input_value("#felt-hendelser-hva") == ""
    page.select_option("#felt-status", "vedtatt")
    assert page.input_value("#felt-hendelser-hva") == "vedtatt"
    assert page.get_attribute("#send", "href") is None
    assert page.text_content("#svar") == "Fyll ut «Dato» under «Noe som har skjedd»."
    page.fill("#felt-hendelser-dato", "18.3.2024")
    vote = {"hva": "vedtatt", "dato": "2024-03-18"}
    assert json.loads(proposed(page)["endringer"]) == [[["status"], "vedtatt"], [["hendelser"], [vote]]]
    page.select_option("#felt-hendelser-organ", "kommunestyret")
    page.fill("#felt-hendelser-sak", "12/24")
    vote |= {"organ": "kommunestyret", "sak": "12/24"}
    assert json.loads(proposed(page)["endringer"]) == [[["status"], "vedtatt"], [["hendelser"], [vote]]]
    page.select_option("#felt-status", "igangsatt")
    assert page.input_value("#felt-hendelser-hva") == ""


def test_an_event_and_its_source_are_added_and_nothing_else_is_touched(
    browser: Browser, address: str, root: Path
) -> None:
    """An event comes after those that are there, with its source; every other line of the file stays as it was."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    page.select_option("#felt-hendelser-hva", "revidert")
    page.fill("#felt-hendelser-dato", "18.3.2024")
    page.fill("#felt-kilder-sted", "side 7")
    assert page.text_content("#svar") == "Fyll ut «Kilde» under «Hvor har du det fra?»."
    page.select_option("#felt-kilder-kilde", index=1)
    page.fill("#felt-revisjon-rulleres", "hvert 4. år")
    page.fill("#felt-hjemmel-til", "plan- og bygningsloven § 11-1 (pbl-11-1)")
    page.keyboard.press("Tab")
    edits = proposed(page)["endringer"]
    before = (root / KLIMA).read_text(encoding="utf-8")
    file = root / "skjema.md"
    file.write_text(sent(root, edits), encoding="utf-8")
    done = CliRunner().invoke(command, [str(file), "--root", str(root), "--date", DATE])
    after = (root / KLIMA).read_text(encoding="utf-8")
    (root / KLIMA).write_text(before, encoding="utf-8")
    assert done.exit_code == 0, done.stderr
    assert set(before.splitlines()) - set(after.splitlines()) == {"kilder: [{kilde: plandokument}]"}
    for told in (
        "kilder: [{kilde: plandokument}, {",
        "revidert",
        "2024-03-18",
        "side 7",
        "rulleres: hvert 4. år",
        "pbl-11-1",
    ):
        assert told in after


def test_a_planstrategi_is_adopted_in_its_form(browser: Browser, address: str) -> None:
    """The form of a planstrategi asks for events and their day as that of a plan does."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/planstrategi.html")
    assert page.locator("#felt-hendelser-hva option[value=vedtatt]").count() == 1
    assert page.locator("#felt-hendelser-dato").count() == 1


def test_programme_areas_stand_under_their_sector(tmp_path: Path) -> None:
    """In the choice of who is responsible a sector comes first, then its areas as a group with the sector's name."""
    found = fjordvik(tmp_path)
    file = found / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    sector = re.search(r"(?m)^sektorer:\n( +)([a-z0-9-]+):", text)
    assert sector
    line = f"{sector[1]}aa-omraade: {{navn: Åpent område, del_av: {sector[2]}}}\n"
    file.write_text(text.replace("sektorer:\n", f"sektorer:\n{line}", 1), "utf-8")
    write(found, "planer/klima.yaml", PLAN)
    done = CliRunner().invoke(
        build, ["--root", str(found), "--date", DATE, "--out", str(tmp_path / "ut"), "--format", "html"]
    )
    assert done.exit_code == 0, done.output
    page = (tmp_path / "ut/skjema/plan.html").read_text(encoding="utf-8")
    name = r'<option value="{0}">([^<]*)</option><optgroup label="\1"><option value="aa-omraade">Åpent område</option>'
    assert re.search(name.format(re.escape(sector[2])), page)
    assert "plansystem.yaml" not in page
    assert "(Markdown)" not in page


def test_what_the_municipality_has_not_declared_is_not_asked_for(tmp_path: Path) -> None:
    """Without declared bodies an event has no such field, and without sources there is no group for one."""
    write(tmp_path, "plansystem.yaml", "kommune: {navn: Fjordvik}\nplantyper: {temaplan: {navn: temaplan}}\n")
    done = CliRunner().invoke(
        build, ["--root", str(tmp_path), "--date", DATE, "--out", str(tmp_path / "ut"), "--format", "html"]
    )
    assert done.exit_code == 0, done.output
    page = (tmp_path / "ut/skjema/plan.html").read_text(encoding="utf-8")
    assert 'id="felt-hendelser-dato"' in page
    assert 'id="felt-hendelser-organ"' not in page
    assert 'data-tillegg="kilder"' not in page


def test_a_page_on_the_disk_says_that_it_needs_the_site(browser: Browser, address: str, root: Path) -> None:
    """Opened as a file, the page shows no form, and says why."""
    page = opened(browser, address, [])
    page.goto(f"{(root / 'site/skjema/plan.html').as_uri()}?id=klima")
    page.wait_for_function("document.getElementById('melding').textContent")
    assert "Skjemaet trenger det publiserte nettstedet." in (page.text_content("#melding") or "")
    assert not page.is_visible("#skjema")


def test_a_new_plan_by_keyboard(browser: Browser, address: str) -> None:
    """A new plan needs a title and a type, and is sent with what is filled in."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/ny-plan.html")
    page.wait_for_selector("#skjema:not([hidden])")
    page.focus("#felt-tittel")
    page.keyboard.type("Ny naturplan")
    assert page.text_content("#svar") == "Fyll ut tittel og plantype."
    page.keyboard.press("Tab")
    assert page.text_content("#felt-type-mangel") == "«Plantype» må fylles ut."
    page.select_option("#felt-type", "temaplan")
    assert page.query_selector(".mangel") is None
    told = proposed(page)
    assert told["fil"] == "ny plan"
    assert json.loads(told["endringer"]) == [[["tittel"], "Ny naturplan"], [["type"], "temaplan"]]


def test_a_list_keeps_what_stands_in_it_and_takes_titles(browser: Browser, address: str, root: Path) -> None:
    """A goal chosen by its title is added by its id, and a plan as a plan; a title that stays is as the file has it."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=natur")
    page.wait_for_selector("#skjema:not([hidden])")
    rows = json.loads((root / "site/skjema/liste-maal-plan.json").read_text("utf-8"))
    goal = next(
        name for id_, name, applies in rows if applies and not id_.startswith("plan/") and "oppvekst" not in id_
    )
    plan = next(name for id_, name, applies in rows if applies and id_.startswith("plan/"))
    for option in (goal, plan):
        page.fill("#felt-forankring-til", option)
        page.keyboard.press("Tab")
    ((path, added),) = json.loads(proposed(page)["endringer"])
    assert path == ["forankring"]
    assert added[0] == "trygg-oppvekst"
    assert isinstance(added[-2], str)
    assert list(added[-1]) == ["plan"]


def test_a_draft_survives_and_is_forgotten_by_one_click(browser: Browser, address: str) -> None:
    """What was typed is there when the page is opened again, which is said, until it is forgotten."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    page.fill("#felt-merknad", "Utkast til ord")
    page.reload()
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.input_value("#felt-merknad") == "Utkast til ord"
    assert "hentet fram igjen" in (page.text_content("#melding") or "")
    page.click("#glem")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.input_value("#felt-merknad") == ""


def test_a_draft_of_an_older_file_is_shown_and_not_put_over_the_new(browser: Browser, address: str) -> None:
    """Where others have changed the file since, the draft's words are shown, and the fields are the register's."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    page.fill("#felt-merknad", "Gamle ord")
    page.evaluate(
        "for (const key of Object.keys(localStorage)) "
        'localStorage.setItem(key, localStorage.getItem(key).replace(/"utgave":"[0-9a-f]+/, \'"utgave":"0\'))'
    )
    page.reload()
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.input_value("#felt-merknad") == ""
    assert "Merknad: Gamle ord" in (page.text_content("#melding") or "")


@pytest.mark.parametrize("query", ["", "?id=finnes-ikke", "?id=../../data"])
def test_a_page_without_something_to_change_says_so(browser: Browser, address: str, query: str) -> None:
    """An address that names nothing shows no form, and says where to begin."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html{query}")
    page.wait_for_function("document.getElementById('melding').textContent")
    assert (
        page.text_content("#melding")
        == "Siden fant ikke det som skal endres. Åpne den fra siden til planen eller målet."
    )
    assert not page.is_visible("#skjema")


def test_without_javascript_a_link_to_the_forms_remains(browser: Browser, address: str) -> None:
    """Whoever has no scripts is led to the issue forms."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}skjema/plan.html?id=klima")
    assert page.get_attribute("noscript a", "href") == "https://github.com/fjordvik/planer/issues/new/choose"
    assert not page.is_visible("#skjema")


def test_a_title_of_300_letters_is_sent_and_what_is_too_long_is_a_file(browser: Browser, address: str) -> None:
    """A long title fits in the address; where a text does not, only the file is offered, and that is said."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    page.fill("#felt-tittel", "Å" * 300)
    assert json.loads(proposed(page)["endringer"]) == [[["tittel"], "Å" * 300]]
    page.fill("#felt-merknad", "Å" * 2000)
    assert page.get_attribute("#send", "href") is None
    assert page.get_attribute("#fil", "href")
    assert "for langt for en adresse" in (page.text_content("#svar") or "")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_form_is_accessible_and_its_own(browser: Browser, address: str, width: int) -> None:
    """No violation of WCAG 2.1 A and AA, no sideways scrolling, nothing that the policy stops, no other host."""
    faults: list[str] = []
    page = opened(browser, address, faults, width)
    for path in [*(f"{kind}.html" for kind in KINDS), "ny-plan.html", "plan.html?id=klima"]:
        page.goto(f"{address}skjema/{path}")
        page.wait_for_load_state("networkidle")
        page.evaluate("document.getElementById('skjema').removeAttribute('hidden')")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate("document.querySelectorAll('[style]').length") == 0, path
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
    assert faults == []


def test_an_event_gives_its_status_and_takes_it_back(browser: Browser, address: str) -> None:
    """«Vedtatt» is said once: as what has happened, as the status, or by the short way; each sets the other."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=natur")
    page.wait_for_selector("#skjema:not([hidden])")
    page.select_option("#felt-hendelser-hva", "vedtatt")
    assert page.input_value("#felt-status") == "vedtatt"
    page.select_option("#felt-hendelser-hva", "")
    assert page.input_value("#felt-status") == "igangsatt"
    page.click("[data-snarvei=vedtatt]")
    assert page.input_value("#felt-status") == "vedtatt"
    assert page.evaluate("document.activeElement.id") == "felt-hendelser-dato"


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("felt-arbeid-oppstart", "30.2.2027", "Datoen 30.2.2027 finnes ikke i kalenderen."),
        ("felt-forankring-til", "natur", "Fant ikke «natur»."),
        ("felt-del_av", "Ingen slik plan", "Fant ikke «Ingen slik plan»."),
        ("felt-tittel", "x" * 301, "«Tittel» er på 301 tegn. Kort ned til 300."),
        ("felt-hendelser-sak", "tull og tøys", "Et saksnummer har tall i seg"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_not_handed_over(
    browser: Browser, address: str, field: str, text: str, told: str
) -> None:
    """A day that is none, what nobody knows, a title too long, a case without a number: at the field, and no file."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=natur")
    page.wait_for_selector("#skjema:not([hidden])")
    page.fill(f"#{field}", text)
    page.keyboard.press("Tab")
    at = field.removesuffix("-til")
    assert told in (page.text_content(f"#{at}-mangel") or "")
    assert page.get_attribute(f"#{at}", "aria-invalid") == "true"
    assert f"{at}-mangel" in (page.get_attribute(f"#{at}", "aria-describedby") or "").split()
    assert page.get_attribute("#fil", "href") is None
    assert page.get_attribute("#send", "href") is None
    page.fill(f"#{at}", "")
    page.keyboard.press("Tab")
    assert page.query_selector(f"#{at}-mangel") is None
    assert page.get_attribute(f"#{at}", "aria-invalid") is None


WRITINGS = [
    *("18. november 2026", "18. nov 2026", "18/11-26", "18/11/2026", "18.11.26", "18.11.2026", "18. 11. 2026"),
    *("den 18. november 2026", "2026-11-18", "november 2026", "mars 2027", "11/2026", "03.2027", "2027", "1.1.69"),
    *("29.2.2024", "31.12.1999", "1.1.70", "5. mai 2026.", "juni 2030", "2026-K2", "2027-H1"),
]


def test_times_are_read_as_the_forms_read_them(browser: Browser, address: str) -> None:
    """What the page makes of a time is what planlint makes of the same; a day that is none is neither's."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/ny-plan.html")
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.evaluate("texts => texts.map(planlintTid)", WRITINGS) == [
        read_point(text) if read_point(text) is not None else text for text in WRITINGS
    ]
    assert page.evaluate("texts => texts.map(planlintTid)", ["30.2.2027", "29.2.2023", "31/4-26"]) == [None] * 3
    assert page.evaluate("planlintTid('ganske snart')") == "ganske snart"


def test_a_deleted_draft_comes_back_and_others_are_listed(browser: Browser, address: str) -> None:
    """Deleting can be undone, beside the button; another page lists the draft, and leads to it."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=klima")
    page.wait_for_selector("#skjema:not([hidden])")
    page.fill("#felt-merknad", "Ord å ta vare på")
    page.click("#glem")
    assert page.text_content("#utkastmelding") == "Utkastet er slettet."
    page.click("#angre")
    assert page.input_value("#felt-merknad") == "Ord å ta vare på"
    page.goto(f"{address}skjema/ny-plan.html")
    page.wait_for_selector("#skjema:not([hidden])")
    page.click("#utkastene a:has-text('Klimastrategi for Fjordvik')")
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.input_value("#felt-merknad") == "Ord å ta vare på"
    assert "Forslaget gjelder «Klimastrategi for Fjordvik»." in (page.text_content("#gjelder") or "")
    page.click("#gjelder a")
    page.wait_for_url("**/plan/klima.html")


def test_another_event_is_deleted_and_comes_back_with_the_rest(browser: Browser, address: str) -> None:
    """The status is that of the last event that gives one; what is deleted takes its groups along, and Angre both."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/plan.html?id=natur")
    page.wait_for_selector("#skjema:not([hidden])")
    page.select_option("#felt-hendelser-hva", "høring_start")
    page.click("[data-tillegg=hendelser] [data-en-til] button")
    page.select_option("#felt-hendelser-hva-2", "vedtatt")
    page.fill("#felt-hendelser-dato-2", "30.2.2027")
    page.keyboard.press("Tab")
    assert page.input_value("#felt-status") == "vedtatt"
    assert "30.2.2027" in (page.text_content("#felt-hendelser-dato-2-mangel") or "")
    assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size") == page.evaluate(
        "document.querySelectorAll('[id]').length"
    )
    page.click("#glem")
    assert page.query_selector("#felt-hendelser-hva-2") is None
    assert page.input_value("#felt-status") == "igangsatt"
    page.click("#angre")
    assert [page.input_value(f"#felt-{name}") for name in ("hendelser-hva", "hendelser-hva-2", "status")] == [
        *("høring_start", "vedtatt", "vedtatt")
    ]
    assert "30.2.2027" in (page.text_content("#felt-hendelser-dato-2-mangel") or "")


@pytest.mark.parametrize("path", ["planer.html", "planstrategier.html", "sektorer.html", "endre.html"])
def test_a_new_plan_is_proposed_from_where_plans_are_listed(address: str, root: Path, path: str) -> None:
    """The form for a new plan has a way to it, and can be found by search."""
    assert address
    assert 'href="skjema/ny-plan.html"' in (root / "site" / path).read_text("utf-8")
    assert "data-pagefind-body" in (root / "site/skjema/ny-plan.html").read_text("utf-8")


def test_the_form_is_under_the_title_of_what_it_changes(address: str, root: Path) -> None:
    """«Foreslå endring» is the first thing after the title of a plan."""
    assert address
    page = (root / "site/plan/klima.html").read_text("utf-8")
    assert re.search(
        r'</h1>\s*<div class="ikke-utskrift foreslaa"><a class="ds-link" href="\.\./skjema/plan\.html\?id=klima"', page
    )


def _taken_in(root: Path, page: Page, file: str) -> str:
    """Download the proposal, let planlint take it in, and give the file as it is then; the old one is put back."""
    with page.expect_download() as download:
        page.click("#fil")
    before = (root / file).read_text(encoding="utf-8")
    done = CliRunner().invoke(command, [str(download.value.path()), "--root", str(root), "--date", DATE])
    after = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(before, encoding="utf-8")
    assert done.exit_code == 0, done.stderr
    return after


def test_an_input_is_answered_from_its_card(browser: Browser, address: str, root: Path) -> None:
    """The card leads to the form; the number is a number, and the answer a group of its own in the file."""
    faults: list[str] = []
    page = opened(browser, address, faults)
    page.goto(f"{address}innspill.html")
    page.click("details.planleggere summary")
    page.click("article a:has-text('Foreslå endring')")
    page.wait_for_selector("#skjema:not([hidden])")
    assert page.input_value("#felt-avsender") == "ungdomsrådet"
    page.fill("#felt-stemmer", "12")
    page.select_option("#felt-svar-utfall", label="Delvis tatt inn")
    page.fill("#felt-svar-begrunnelse", "Noe står der fra før.")
    assert json.loads(proposed(page)["endringer"]) == [
        [["stemmer"], 12], [["svar", "utfall"], "delvis"], [["svar", "begrunnelse"], "Noe står der fra før."],
    ]  # fmt: skip
    answer = "svar: {utfall: delvis, begrunnelse: Noe står der fra før.}\n"
    after = _taken_in(root, page, "plans/innspill/lys.yaml")
    assert "stemmer: 12\n" in after
    assert answer in after
    assert faults == []


def test_the_sides_of_a_conflict_are_fields(browser: Browser, address: str, root: Path) -> None:
    """Which side a goal stands on is a line with the goal and the side; what stands there is kept."""
    page = opened(browser, address, [])
    page.goto(f"{address}skjema/utfordring.html?id=konflikt")
    page.wait_for_selector("#skjema:not([hidden])")
    there = "Alle har kort vei til natur – Kommuneplanens samfunnsdel 2020–2032 = bevare naturen"
    assert page.input_value("#felt-mål_på_side") == there
    assert page.input_value("#felt-sider") == "flere boliger\nbevare naturen"
    page.fill("#felt-mål_på_side", f"{there}\nEt annet sted = flere boliger")
    page.keyboard.press("Tab")
    assert page.text_content("#felt-mål_på_side-mangel") == (
        "Fant ikke «Et annet sted». Velg i listen ved feltet, eller ta bort linjen."
    )
    page.fill("#felt-mål_på_side", f"{there}\nGode liv (gode-liv) = flere boliger")
    sides = {"naer-natur": "bevare naturen", "gode-liv": "flere boliger"}
    assert json.loads(proposed(page)["endringer"]) == [[["mål_på_side"], sides]]
    assert "gode-liv: flere boliger" in _taken_in(root, page, "plans/utfordringer/konflikt.yaml")
