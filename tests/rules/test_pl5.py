"""PL501 to PL507: what the examples cannot show, because another rule speaks in the same plan system."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, DATE, PLAN, fjordvik, write


STRATEGI = """\
tittel: Planstrategi for Fjordvik
valgperiode: "{0}"
status: vedtatt
hendelser:
  - {{hva: vedtatt, dato: {1}, organ: kommunestyret, sak: 25/24}}
"""
LATER = "2025-03-03"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik's plan system with a planstrategi of 2023–2027 that continues one plan."""
    write(fjordvik(tmp_path), "planstrategier/ps.yaml", STRATEGI.format("2023-2027", "2024-04-24"))
    plan(tmp_path, "vurdert", besluttet="{valg: videreføres}")
    return tmp_path


def plan(
    root: Path, id_: str, *changes: tuple[str, str], besluttet: str = "", til: str = "ps", extra: str = ""
) -> None:
    """Write the plan of `PLAN` with other words in it, and what a planstrategi decided about it."""
    text = PLAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    decided = f"beslutninger:\n  {til}: {besluttet}\n" if besluttet else ""
    write(root, f"planer/{id_}.yaml", text + decided + extra)


def found(root: Path, code: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give entity and variant of what one rule finds."""
    report = check(root, date.fromisoformat(day), select=(code,))
    return [(item.diagnostic.entity, item.diagnostic.finding.variant) for item in report.findings]


WORKING = ("status: vedtatt", "status: igangsatt")
OLD = ("2022-02-16", "2018-02-14")


@pytest.mark.parametrize("code", ["PL501", "PL502", "PL505", "PL506", "PL507"])
def test_an_unreadable_planstrategi_may_be_the_current_one(root: Path, code: str) -> None:
    """As long as one planstrategi cannot be read, nobody can say what the current one lacks."""
    write(root, "planstrategier/eldre.yaml", STRATEGI.format("2019-2023", "2020-06-17"))
    plan(root, "arbeid", WORKING)
    plan(root, "i-kraft")
    plan(root, "sen", besluttet="{valg: revideres, oppstart: 2023, ferdig: 2023}")
    plan(root, "gaar-ut", ("til: 2030", "til: 2025"), besluttet="{valg: videreføres}")
    plan(root, "bort", besluttet="{valg: oppheves}", til="eldre")
    assert found(root, code)
    write(root, "planstrategier/ny.yaml", "tittel: [")
    assert not found(root, code)


def test_a_planstrategi_that_lists_only_the_kommuneplan_is_not_filled_in(root: Path) -> None:
    """Then the plans in force are one work list, and work outside it is not told plan by plan."""
    plan(root, "vurdert")
    plan(root, "arbeid", WORKING)
    assert found(root, "PL502") == [("planstrategi/ps", "ingen")]
    assert not found(root, "PL501")


def test_an_unreadable_plan_may_hold_the_decisions(root: Path) -> None:
    """That no plan has a decision is said only when every plan could be read."""
    plan(root, "vurdert")
    write(root, "planer/uleselig.yaml", "tittel: [")
    assert not found(root, "PL502")


@pytest.mark.parametrize("code", ["PL501", "PL502"])
def test_types_can_be_left_out(root: Path, code: str) -> None:
    """A municipality says itself which plan types its planstrategi does not deal with."""
    plan(root, "arbeid", WORKING, ("type: strategi", "type: temaplan"))
    plan(root, "i-kraft", ("type: strategi", "type: temaplan"))
    assert len(found(root, code)) == 1
    file = root / "plans/plansystem.yaml"
    option = f"regler: {{{code}: {{valg: {{unntatte_typer: 'fagplan, temaplan'}}}}}}\n"
    file.write_text(file.read_text(encoding="utf-8") + option, encoding="utf-8")
    assert not found(root, code)


def test_what_is_made_anew_every_year_needs_no_decision(root: Path) -> None:
    """A handlingsprogram is under work every autumn, whatever the planstrategi says."""
    file = root / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("hvert 4. år", "årlig"), encoding="utf-8")
    plan(root, "arbeid", WORKING, ("type: strategi", "type: temaplan"))
    assert not found(root, "PL501")


def test_a_ring_of_parts_ends(root: Path) -> None:
    """Plans that are parts of each other are PL104's matter, and hang nothing up."""
    plan(root, "a", WORKING, extra="del_av: b\n")
    plan(root, "b", extra="del_av: a\n")
    assert found(root, "PL501") == [("plan/a", "")]


@pytest.mark.parametrize(
    "changes",
    [
        [("til: 2030", "til: 2024")],
        [("til: 2030}", "til: 2030}\nrevisjon: {neste: 2023}")],
        [("til: 2030}", "til: 2030}\narbeid: {oppstart: 2025}")],
    ],
    ids=["PL303", "PL302", "PL501"],
)
def test_another_rule_asks_for_the_decision(root: Path, changes: list[tuple[str, str]]) -> None:
    """Where a plan's own dates already call for a decision, PL502 does not call for it again."""
    plan(root, "i-kraft", *changes)
    assert not found(root, "PL502")


def test_a_plan_that_should_have_ended_is_pl507s(root: Path) -> None:
    """The last word about the plan was that it should end: PL507 speaks, PL502 does not, and PL301 speaks alone."""
    write(root, "planstrategier/eldre.yaml", STRATEGI.format("2019-2023", "2020-06-17"))
    plan(root, "bort", OLD, besluttet="{valg: oppheves}", til="eldre")
    assert found(root, "PL507") == [("plan/bort", "")]
    assert not found(root, "PL502")
    plan(root, "bort", OLD, ("til: 2030", "til: 2023"), besluttet="{valg: oppheves}", til="eldre")
    assert not found(root, "PL507")
    assert found(root, "PL301") == [("plan/bort", "")]


def test_a_planstrategi_that_was_never_adopted_decided_nothing(root: Path) -> None:
    """A proposal of an earlier council is no decision to repeal."""
    write(root, "planstrategier/eldre.yaml", 'tittel: Forslag\nvalgperiode: "2019-2023"\n')
    plan(root, "bort", OLD, besluttet="{valg: oppheves}", til="eldre")
    assert not found(root, "PL507")


def test_a_plan_under_revision_is_being_dealt_with(root: Path) -> None:
    """Whether it should have been repealed instead is for those who revise it."""
    write(root, "planstrategier/eldre.yaml", STRATEGI.format("2019-2023", "2020-06-17"))
    plan(root, "bort", ("status: vedtatt", "status: under_revisjon"), besluttet="{valg: oppheves}", til="eldre")
    assert not found(root, "PL507")


def test_late_work_that_arbeid_times_is_pl406s(root: Path) -> None:
    """Both deadlines of a plan that nobody began on have passed: PL406 speaks alone."""
    times = ("til: 2030}", "til: 2030}\narbeid: {ferdig: 2024}")
    event = PLAN[PLAN.index("hendelser") : PLAN.index("ansvarlig")]
    decided = "{valg: ny, oppstart: 2024, ferdig: 2024}"
    plan(root, "sen", ("status: vedtatt", "status: planlagt"), times, (event, ""), besluttet=decided)
    assert not found(root, "PL505", LATER)
    assert found(root, "PL406", LATER) == [("plan/sen", "planlagt")]


@pytest.mark.parametrize(
    ("event", "late"),
    [("{hva: oppstart, dato: 2024-09-02}", False), ("{hva: oppstart, dato: 2021-02-01}", True)],
)
def test_an_event_shows_the_start_whatever_the_status(root: Path, event: str, late: bool) -> None:
    """Work begun after the last adoption is begun, even where nobody has changed the status (PL402)."""
    changed = ("sak: 7/22}\n", f"sak: 7/22}}\n  - {event}\n")
    plan(root, "sen", changed, besluttet="{valg: revideres, oppstart: 2024, ferdig: 2026}")
    assert bool(found(root, "PL505", LATER)) is late


def test_a_reversed_decision_is_pl305s(root: Path) -> None:
    """A finish before the start has no meaning to follow up."""
    plan(root, "snudd", besluttet="{valg: revideres, oppstart: 2024, ferdig: 2023}")
    assert not found(root, "PL505", LATER)


def test_a_repeal_is_pl507s_when_the_term_is_over(root: Path) -> None:
    """PL505 asks while the term lasts, PL507 when it is over; never both."""
    plan(root, "bort", besluttet="{valg: utgår, ferdig: 2025}")
    assert found(root, "PL505", "2026-02-01") == [("plan/bort", "avvikling")]
    assert not found(root, "PL507", "2026-02-01")
    assert not found(root, "PL505", "2028-02-01")
    assert found(root, "PL507", "2028-02-01") == [("plan/bort", "")]


@pytest.mark.parametrize("term", ["0000-0000", "9999-9999", "2027-2023"])
def test_odd_terms_crash_nothing(root: Path, term: str) -> None:
    """A valgperiode of the right form but without sense is read as well as it can be."""
    write(root, "planstrategier/ps.yaml", STRATEGI.format(term, "2024-04-24") + "kapasitet: {miljoe: 0}\n")
    plan(root, "sen", besluttet="{valg: revideres, oppstart: 2024, ferdig: 2200}")
    for code in ("PL501", "PL502", "PL503", "PL504", "PL505", "PL506", "PL507"):
        found(root, code)


def test_what_needs_no_decision_hides_nothing_after_it(root: Path) -> None:
    """PL501 goes on after an internal plan."""
    plan(root, "a-intern", WORKING, ("type: strategi", "type: fagplan"))
    plan(root, "b", WORKING)
    assert found(root, "PL501") == [("plan/b", "")]


@pytest.mark.parametrize(("end", "told"), [("2025-06-15", []), ("2025-06-16", [("plan/i-kraft", "")])])
def test_a_period_that_ends_within_a_year_is_pl303s(root: Path, end: str, told: list[tuple[str, str]]) -> None:
    """PL502 asks about the others."""
    plan(root, "i-kraft", ("til: 2030", f"til: {end}"))
    assert found(root, "PL502") == told
    assert bool(found(root, "PL303")) is not bool(told)


@pytest.mark.parametrize(("day", "told"), [("2024-04-23", True), ("2024-04-24", False)])
def test_a_plan_adopted_with_the_planstrategi_needs_no_decision_of_it(root: Path, day: str, told: bool) -> None:
    """PL502 asks about what was there before."""
    plan(root, "i-kraft", ("2022-02-16", day))
    assert bool(found(root, "PL502")) is told


@pytest.mark.parametrize(
    ("work", "status", "told"),
    [
        ("{oppstart: 2025-01, ferdig: 2025-06}", "igangsatt", True),
        ("{oppstart: 2025-01, ferdig: 2025-06}", "vedtatt", False),  # nobody decided it, and nobody is at it
        ("{oppstart: 2025-07, ferdig: 2025-12}", "igangsatt", False),  # another half-year
        ("{oppstart: 2024-07, ferdig: 2024-12}", "igangsatt", False),
        ("{oppstart: 2024-12, ferdig: 2025-01}", "igangsatt", True),
        ("{oppstart: 2025-06}", "igangsatt", False),  # nobody knows for how long
        ("{ferdig: 2025-06}", "igangsatt", False),
    ],
)
def test_work_is_counted_by_half_year(root: Path, work: str, status: str, told: bool) -> None:
    """PL504: January to June, and July to December."""
    capacity = STRATEGI.format("2023-2027", "2024-04-24") + "kapasitet: {miljoe: 1}\n"
    write(root, "planstrategier/ps.yaml", capacity)
    plan(root, "a", WORKING, besluttet="{valg: revideres, oppstart: 2025-01, ferdig: 2025-06}")
    plan(root, "b", ("status: vedtatt", f"status: {status}"), extra=f"arbeid: {work}\n")
    assert bool(found(root, "PL504")) is told


def test_every_sector_is_counted(root: Path) -> None:
    """PL504 goes on after a sector that has room; what is on hold or over takes none."""
    write(root, "planstrategier/ps.yaml", STRATEGI.format("2023-2027", "2024-04-24") + "kapasitet: {oppvekst: 1, miljoe: 1}\n")
    for id_ in ("a", "b"):
        plan(root, id_, WORKING, besluttet="{valg: revideres, oppstart: 2025-01, ferdig: 2025-06}")
    assert found(root, "PL504") == [("planstrategi/ps", "")]
    plan(root, "b", ("status: vedtatt", "status: satt_på_vent"), besluttet="{valg: revideres, oppstart: 2025, ferdig: 2025}")
    assert found(root, "PL504") == []


@pytest.mark.parametrize(
    ("status", "told"),
    [("planlagt", True), ("igangsatt", False), ("til_vedtak", False), ("satt_på_vent", False), ("utgått", False)],
)
def test_work_that_has_begun_or_stopped_is_not_missing(root: Path, status: str, told: bool) -> None:
    """PL505 asks where nothing is told; PL406 asks when work should be over."""
    nothing = ("hendelser:\n  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n", "")
    plan(root, "sen", ("status: vedtatt", f"status: {status}"), nothing, besluttet="{valg: ny, oppstart: 2024-05}")
    assert bool(found(root, "PL505")) is told


@pytest.mark.parametrize(("start", "told"), [("2024-06-14", True), ("2024-06-15", False)])
def test_work_may_begin_on_the_day_itself(root: Path, start: str, told: bool) -> None:
    """PL505 speaks the day after."""
    plan(root, "sen", OLD, besluttet=f"{{valg: revideres, oppstart: {start}, ferdig: 2026}}")
    assert bool(found(root, "PL505")) is told


@pytest.mark.parametrize(("day", "told"), [("2018-02-14", True), ("2018-02-15", False)])
def test_an_event_of_the_adoption_begins_no_revision(root: Path, day: str, told: bool) -> None:
    """PL505: what happened by the day of the adoption belongs to that."""
    both = f"2018-02-14, organ: kommunestyret, sak: 7/18}}\n  - {{hva: oppstart, dato: {day}"
    plan(root, "sen", ("2022-02-16, organ: kommunestyret, sak: 7/22", both), besluttet="{valg: revideres, oppstart: 2024-05}")
    assert bool(found(root, "PL505")) is told


@pytest.mark.parametrize(
    ("end", "day", "told"),
    [
        ("2027-10-30", DATE, [""]),  # the planstrategi's own last day
        ("2027-10-31", DATE, []),
        ("2024-06-15", DATE, [""]),  # the last day counts
        ("2024-06-14", DATE, ["utløpt"]),
    ],
)
def test_a_plan_is_continued_as_long_as_the_planstrategi_lasts(root: Path, end: str, day: str, told: list[str]) -> None:
    """PL506 compares the last days."""
    plan(root, "gaar-ut", ("til: 2030", f"til: {end}"), besluttet="{valg: videreføres}")
    assert [variant for _, variant in found(root, "PL506", day)] == told
