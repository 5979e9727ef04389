"""What the next planstrategi can take up: every late plan, what is due by its end, and what nobody has decided."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik, run, write
from support.lovkrav_cases import declare

from planlint.ahead.agenda import Agenda, AgendaRow, make_agenda
from planlint.ahead.draft import utkast
from planlint.ahead.matter import Matter
from planlint.ahead.unmet import LOVKRAV
from planlint.register import gjeldende_krav, next_valgperiode, over_fristen, plans_for_krav
from planlint.register.register import Register
from planlint.system.system import open_system
from planlint.text import language

ROOT = Path(__file__).parents[2]
TODAY = date.fromisoformat(DATE)
NB = language("nb")
STRATEGI = """\
tittel: Planstrategi
valgperiode: "2023-2027"
status: vedtatt
hendelser:
  - {hva: vedtatt, dato: 2024-03-13, organ: kommunestyret}
"""
PLAN = "tittel: Planen\ntype: temaplan\nstatus: vedtatt\n"
NEW = "beslutninger:\n  planstrategi: "


def register_at(root: Path, day: date = TODAY) -> Register:
    """Read a plan system on a day."""
    register = open_system(root, day).register
    assert register is not None
    return register


def agenda(root: Path, day: date = TODAY) -> Agenda:
    """Give the list of a plan system on a day."""
    return make_agenda(register_at(root, day))


def row_of(root: Path, id_: str = "planen", day: date = TODAY) -> AgendaRow | None:
    """Give the row of a plan; None where it has none."""
    return next((row for row in agenda(root, day).rader if row.plan and row.plan.id == id_), None)


def told(row: AgendaRow) -> str:
    """Give why a row stands there."""
    return " ".join(one.in_language(NB) for one in row.grunner)


@pytest.mark.parametrize("root", [ROOT, ROOT / "examples" / "lier"], ids=["baerum", "lier"])
def test_every_late_plan_stands_there_once(root: Path) -> None:
    """The plans past a deadline are those that every page counts, and no plan has two rows or none at all."""
    register = register_at(root, date(2026, 11, 30))
    found = make_agenda(register)
    late = [row.plan.id for row in found.rader if row.plan and row.is_late]
    assert sorted(late) == sorted(plan.id for plan in over_fristen(register))
    plans = [row.plan.id for row in found.rader if row.plan]
    assert len(plans) == len(set(plans))
    assert not {plan.id for plan in found.rest} & set(plans)
    assert all(row.grunner or row.sak is Matter.UTENFOR for row in found.rader)
    assert [list(Matter).index(row.sak) for row in found.rader] == sorted(
        list(Matter).index(row.sak) for row in found.rader
    )


@pytest.mark.parametrize(
    ("file", "matter", "words"),
    [
        ("periode: {til: 2020}\n", Matter.PERIODE, "Perioden gikk ut ved utgangen av 2020"),
        ("periode: {til: 2027}\n", Matter.PERIODE_KOMMER, "Perioden går ut ved utgangen av 2027."),
        ("revisjon: {neste: 2021}\n", Matter.REVISJON, "Planen skulle vært revidert innen utgangen av 2021."),
        ("revisjon: {neste: 2026-06}\n", Matter.REVISJON_KOMMER, "Planen skal revideres innen utgangen av juni 2026."),
    ],
)
def test_what_is_due_by_the_end(tmp_path: Path, file: str, matter: Matter, words: str) -> None:
    """A period that ends, or a revision, by the end of the planstrategi's time is a matter, with the day."""
    root = fjordvik(tmp_path)
    write(root, "planer/planen.yaml", PLAN + file)
    row = row_of(root)
    assert row is not None
    assert row.sak is matter
    assert words in told(row)
    assert row.dag is not None


def test_what_is_due_later_is_left(tmp_path: Path) -> None:
    """A period that lasts longer than the planstrategi's time is no matter, and the plan is among the rest."""
    root = fjordvik(tmp_path)
    write(root, "planer/planen.yaml", PLAN + "periode: {til: 2045}\n")
    assert row_of(root) is None
    assert "planen" in {plan.id for plan in agenda(root).rest}


def test_nobody_knows_whether_it_applies(tmp_path: Path) -> None:
    """Where a period is over of a plan without a status, that is to be found out first."""
    root = fjordvik(tmp_path)
    write(root, "planer/planen.yaml", "tittel: Planen\ntype: temaplan\nperiode: {til: 2020}\n")
    row = row_of(root)
    assert row is not None
    assert row.sak is Matter.STATUS
    assert row.spoersmaal == "Hvilken status har planen?"


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        ("{valg: revideres, ferdig: 2027-H1}", "planstrategien: «Revideres», ferdig i 1. halvår 2027."),
        ("{valg: revideres, oppstart: 2026}", "planstrategien: «Revideres», oppstart i 2026."),
        ("{valg: vurderes}", "planstrategien: «Vurderes»."),
        ("{valg: oppheves, vilkår: når ny plan er vedtatt}", "på et vilkår: «når ny plan er vedtatt»."),
    ],
)
def test_a_decision_that_nothing_shows_to_be_done(tmp_path: Path, decision: str, words: str) -> None:
    """What the current planstrategi decided stands there until the register shows that it is done, and is said once."""
    root = fjordvik(tmp_path)
    write(root, "planstrategier/planstrategi.yaml", STRATEGI)
    write(root, "planer/planen.yaml", f"{PLAN}{NEW}{decision}\n")
    row = row_of(root)
    assert row is not None
    assert row.sak is Matter.VEDTAK
    assert words in told(row)
    assert told(row).count("planstrategi") == 1


@pytest.mark.parametrize(
    ("decision", "more"),
    [
        ("{valg: videreføres}", ""),
        ("{valg: revideres}", "hendelser: [{hva: vedtatt, dato: 2024-04-01, organ: kommunestyret}]\n"),
        ("{valg: oppheves}", ""),
    ],
)
def test_a_decision_that_is_done_or_asks_for_nothing(tmp_path: Path, decision: str, more: str) -> None:
    """A plan that is continued, revised since or has ended is no decision that waits."""
    root = fjordvik(tmp_path)
    write(root, "planstrategier/planstrategi.yaml", STRATEGI)
    text = PLAN.replace("vedtatt", "opphevet") if "oppheves" in decision else PLAN
    write(root, "planer/planen.yaml", f"{text}{more}{NEW}{decision}\n")
    row = row_of(root)
    assert row is None or row.sak is not Matter.VEDTAK


def test_one_deadline_and_nothing_against_it(tmp_path: Path) -> None:
    """A plan that is decided about is due as decided, and its row does not say that nothing is decided."""
    root = fjordvik(tmp_path)
    write(root, "planstrategier/planstrategi.yaml", STRATEGI)
    write(root, "planer/planen.yaml", f"{PLAN}periode: {{til: 2019}}\n{NEW}{{valg: revideres, ferdig: 2024}}\n")
    row = row_of(root)
    assert row is not None
    assert row.dag == date(2024, 12, 31)
    assert told(row) == "Bestemt i planstrategien: «Revideres», ferdig i 2024. Perioden gikk ut ved utgangen av 2019."


def test_a_plan_decided_about_with_the_one_that_replaces_it(tmp_path: Path) -> None:
    """Where the planstrategi decided about a plan that is to replace another, one row tells of both."""
    root = fjordvik(tmp_path)
    write(root, "planstrategier/planstrategi.yaml", STRATEGI)
    write(root, "planer/planen.yaml", PLAN)
    new = "tittel: Nyplanen\ntype: temaplan\nstatus: planlagt\nerstatter: [planen]\n"
    write(root, "planer/ny.yaml", f"{new}{NEW}{{valg: ny, ferdig: 2024}}\n")
    found = agenda(root)
    assert row_of(root) is None
    assert "planen" in {plan.id for plan in found.andre}
    row = row_of(root, "ny")
    assert row is not None
    assert "Planen skal erstatte «Planen»." in told(row)


def test_a_revision_that_is_due_in_a_period_that_lasts(tmp_path: Path) -> None:
    """A plan past its revision, whose period ends later, stands with the revisions, and its remark is told."""
    root = fjordvik(tmp_path)
    more = "revisjon: {neste: 2020}\nperiode: {til: 2030}\nmerknad: Fjernet i planstrategien.\n"
    write(root, "planer/planen.yaml", PLAN + more)
    row = row_of(root)
    assert row is not None
    assert (row.sak, row.dag) == (Matter.REVISJON, date(2020, 12, 31))
    assert "Merknad i registeret: Fjernet i planstrategien" in told(row)


def test_work_that_is_put_off(tmp_path: Path) -> None:
    """Work that the planstrategi put off is a matter of its own, as long as nobody has begun."""
    root = fjordvik(tmp_path)
    write(root, "planstrategier/planstrategi.yaml", STRATEGI)
    write(root, "planer/planen.yaml", f"{PLAN}{NEW}{{valg: utsettes}}\n")
    row = row_of(root)
    assert row is not None
    assert row.sak is Matter.UTSATT
    write(root, "planer/planen.yaml", f"{PLAN}{NEW}{{valg: utsettes}}\n".replace("vedtatt", "under_revisjon", 1))
    again = row_of(root)
    assert again is None or again.sak is not Matter.UTSATT


def test_a_plan_without_a_decision_only_where_there_is_a_planstrategi(tmp_path: Path) -> None:
    """That nothing is decided about a plan is said where a planstrategi is adopted; else the register cannot know."""
    root = fjordvik(tmp_path)
    write(root, "planer/planen.yaml", PLAN)
    assert row_of(root) is None
    write(root, "planstrategier/planstrategi.yaml", STRATEGI)
    row = row_of(root)
    assert row is not None
    assert row.sak is Matter.UTEN_BESLUTNING
    assert told(row) == "Registeret har verken vedtaksdato, sluttdato eller revisjonsdato."


def test_the_kommuneplan_is_what_the_law_asks_about(tmp_path: Path) -> None:
    """Samfunnsdel and arealdel in force stand under the law's own question (pbl § 10-1), whatever else is due."""
    found = agenda(fjordvik(tmp_path)).rows(Matter.KOMMUNEPLAN)
    assert {row.plan.type for row in found if row.plan} == {"samfunnsdel", "arealdel"}


def test_what_the_planstrategi_builds_on_has_a_place_of_its_own(tmp_path: Path) -> None:
    """A late plan told to meet folkehelseloven § 5 is the base of the next planstrategi; the same plan else is not."""
    late = f"{PLAN}periode: {{til: 2020}}\n"
    write(fjordvik(tmp_path), "planer/planen.yaml", f"{late}hjemmel: [folkehelseloven-5]\n")
    row = row_of(tmp_path)
    assert row is not None
    assert row.sak is Matter.GRUNNLAG
    assert "Perioden gikk ut ved utgangen av 2020" in told(row)
    write(tmp_path, "planer/planen.yaml", late)
    row = row_of(tmp_path)
    assert row is not None
    assert row.sak is Matter.PERIODE


@pytest.mark.parametrize(
    ("day", "strategi", "term"),
    [
        ("2024-06-01", "", "2023-2027"),
        ("2024-06-01", STRATEGI, "2027-2031"),
        ("2026-11-30", "", "2027-2031"),
        ("2027-09-20", STRATEGI, "2027-2031"),
        ("2028-03-01", STRATEGI, "2027-2031"),
        ("2024-06-01", STRATEGI.replace("status: vedtatt", "status: igangsatt").partition("hendelser")[0], "2023-2027"),
    ],
)
def test_whose_planstrategi_is_next(tmp_path: Path, day: str, strategi: str, term: str) -> None:
    """The council's own, until its year is over or one is adopted; then that of the next."""
    root = fjordvik(tmp_path)
    for path in (root / "plans").rglob("planstrategier/*.yaml"):
        path.unlink()
    if strategi:
        write(root, "planstrategier/planstrategi.yaml", strategi)
    assert next_valgperiode(register_at(root, date.fromisoformat(day))) == term


def test_the_command_gives_the_list_in_every_form(tmp_path: Path) -> None:
    """`propose --list` has the same rows as text, Markdown and JSON, each with when and why, and says who decides."""
    root = fjordvik(tmp_path)
    write(root, "planstrategier/planstrategi.yaml", STRATEGI)
    write(root, "planer/planen.yaml", f"{PLAN}periode: {{til: 2020}}\n{NEW}{{valg: revideres, ferdig: 2025}}\n")
    write(root, "planer/uviss.yaml", "tittel: Uviss\ntype: temaplan\nperiode: {til: 2020}\n")
    found = agenda(root)
    args = ("propose", "--list", "--date", DATE)
    text, markdown = (run(*args, "--output", form, cwd=root).stdout for form in ("text", "markdown"))
    data = json.loads(run(*args, "--output", "json", cwd=root).stdout)
    assert (data["schema"], data["valgperiode"], len(data["rows"])) == (1, found.valgperiode, len(found.rader))
    assert sum(data["counts"].values()) == len(data["rows"])
    assert data["late"] == sum(row["late"] for row in data["rows"])
    (row,) = [row for row in data["rows"] if row["entity"] == "plan/planen"]
    assert (row["matter"], row["due"], row["title"]) == ("vedtak", "2025-12-31", "Planen")
    flat, table = " ".join(text.split()), " ".join(markdown.split())
    for told in (flat, table, data["note"]):
        assert "bestemmer kommunestyret" in told
    for one in data["rows"]:
        for reason in one["reasons"]:
            assert reason in flat
            assert reason in table
    asked = {one["question"] for one in data["rows"]} - {None}
    assert asked
    assert all(f"Spør: {question}" in flat for question in asked)


def test_the_command_says_of_an_empty_list_that_it_is(tmp_path: Path) -> None:
    """Without plans and without types that name a law, each form says that the register shows nothing."""
    root = fjordvik(tmp_path)
    for path in (root / "plans").rglob("planer/**/*.yaml"):
        path.unlink()
    system = root / "plans" / "plansystem.yaml"
    kept = [line for line in system.read_text(encoding="utf-8").splitlines() if "hjemmel:" not in line]
    system.write_text("\n".join(kept) + "\n", encoding="utf-8")
    for form in ("text", "markdown"):
        said = run("propose", "--list", "--date", DATE, "--output", form, cwd=root).stdout
        assert "Registeret viser ingenting som planstrategien kan ta opp." in said
    data = json.loads(run("propose", "--list", "--date", DATE, "--output", "json", cwd=root).stdout)
    assert (data["rows"], data["counts"], data["late"]) == ([], {}, 0)


def test_the_next_valgperiode_is_asked_for_where_none_is_told(tmp_path: Path) -> None:
    """Without `--valgperiode` the draft and the list are for the planstrategi that is next; with it, for that."""
    root = fjordvik(tmp_path)
    term = next_valgperiode(register_at(root))
    told = [
        json.loads(run("propose", *more, "--date", DATE, "--output", "json", cwd=root).stdout)
        for more in ([], ["--list"])
    ]
    assert [data["valgperiode"] for data in told] == [term, term]
    later = run("propose", "--list", "--valgperiode", "2031-2035", "--date", DATE, "--output", "json", cwd=root)
    assert json.loads(later.stdout)["valgperiode"] == "2031-2035"


@pytest.mark.parametrize("root", [ROOT, ROOT / "examples" / "lier"], ids=["baerum", "lier"])
def test_plans_that_may_meet_a_duty_are_those_that_the_law_page_names(root: Path) -> None:
    """A row of a duty names every plan that the page of the law names for it, and no other."""
    register = register_at(root, date(2026, 11, 30))
    by_law = {item.bestemmelse.id: plans_for_krav(register, item) for item in gjeldende_krav(register)}
    rows = [item for item in utkast(register, next_valgperiode(register)).forslag if item.gruppe == LOVKRAV]
    assert rows
    named = 0
    for row in rows:
        text = " ".join(NB.render(one.tekst, one.fakta) for one in row.grunner)
        titles = [plan.tittel for plan, _ in by_law[row.hjemmel[0]]]
        assert all(f"«{title}»" in text for title in titles), text
        assert text.count("«") == len(titles), text
        named += len(titles)
    assert named


def test_a_plan_whose_period_is_over_may_meet_a_duty(tmp_path: Path) -> None:
    """Only its title says so; the list asks, and does not say that the register shows none."""
    root = fjordvik(tmp_path)
    declare(root, "  annet: {navn: annet, nivå: tema, hjemmel: [pbl-11-2]}\n")
    rus = "tittel: Rusmiddelpolitisk handlingsplan\ntype: temaplan\nstatus: vedtatt\nperiode: {fra: 2016, til: 2020}\n"
    write(root, "planer/rus.yaml", rus)
    found = [row for row in agenda(root).rader if "alkoholpolitisk" in row.tittel]
    assert len(found) == 1
    assert "«Rusmiddelpolitisk handlingsplan»" in told(found[0])
    assert found[0].spoersmaal == "Oppfyller denne planen kravet, og gjelder den?"
