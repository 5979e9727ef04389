"""PL505 to the day: when work should have begun or ended, and where another rule asks about it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.helpers import PLAN
from support.planstrategi_cases import OLD, plan
from support.rule_cases import found, told

pytestmark = pytest.mark.usefixtures("planstrategi")

LATER = "2025-03-03"


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
    plan(
        root,
        "sen",
        ("2022-02-16, organ: kommunestyret, sak: 7/22", both),
        besluttet="{valg: revideres, oppstart: 2024-05}",
    )
    assert bool(found(root, "PL505")) is told


@pytest.mark.parametrize(
    ("status", "besluttet", "late"),
    [
        ("planlagt", "", True),
        ("planlagt", "{valg: ny}", True),
        ("planlagt", "{valg: ny, ferdig: 2027}", False),
        ("igangsatt", "", False),
        ("vedtatt", "", False),
    ],
)
def test_a_missed_decision_is_told_until_a_successor_has_a_time(
    root: Path, status: str, besluttet: str, late: bool
) -> None:
    """A successor that is being made is PL406's, by the inherited deadline; one that is only named answers nothing."""
    event = PLAN[PLAN.index("hendelser") : PLAN.index("ansvarlig")]
    plan(root, "gammel", besluttet="{valg: revideres, ferdig: 2024}")
    new = [("type: strategi", "type: strategi\nerstatter: [gammel]"), ("status: vedtatt", f"status: {status}")]
    plan(root, "ny", *new, *([] if status == "vedtatt" else [(event, "")]), besluttet=besluttet)
    assert (("plan/gammel", "") in found(root, "PL505", LATER)) is late
    assert (("plan/ny", "arvet") in found(root, "PL406", LATER)) is (status == "igangsatt")


@pytest.mark.parametrize(("begins", "late"), [("2024", False), ("2022", True)])
def test_an_edition_from_after_the_decision_is_the_revision(root: Path, begins: str, late: bool) -> None:
    """Its adoption has no date, which PL401 asks for; its period begins when the revision was due."""
    event = PLAN[PLAN.index("hendelser") : PLAN.index("ansvarlig")]
    plan(root, "a", (event, ""), ("fra: 2022", f"fra: {begins}"), besluttet="{valg: revideres, ferdig: 2024}")
    assert bool(found(root, "PL505", LATER)) is late


@pytest.mark.parametrize(
    ("valg", "status", "event"),
    [
        ("ny", "planlagt", "vedtatt"),
        ("ny", "vedtatt", "vedtatt"),  # the new one, and not the old one of that name revised
        ("revideres", "planlagt", "vedtatt"),  # it cannot be revised before it is adopted
        ("revideres", "vedtatt", "revidert"),
    ],
)
def test_what_should_have_happened_is_an_adoption_or_a_revision(root: Path, valg: str, status: str, event: str) -> None:
    """PL505 asks for the event that the decided work would have ended with."""
    vote = "hendelser:\n  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
    own = (vote, vote if status == "vedtatt" else "")
    plan(root, "sen", ("status: vedtatt", f"status: {status}"), own, besluttet=f"{{valg: {valg}, ferdig: 2024}}")
    [item] = told(root, "PL505", LATER)
    assert item.finding.args["hendelse"] == event


@pytest.mark.parametrize(
    ("decided", "extra", "last"),
    [
        ("{valg: revideres, ferdig: 2024}", "", "2024-12-31"),
        ("{valg: revideres, ferdig: 2024}", "arbeid: {ferdig: 2025-02-28}\n", "2025-02-28"),  # moved
        ("{valg: revideres, oppstart: 2024-09, ferdig: 2026}", "", "2024-09-30"),
        ("{valg: revideres, oppstart: 2024-09, ferdig: 2026}", "arbeid: {oppstart: 2024-10-10}\n", "2024-10-10"),
        ("{valg: oppheves, ferdig: 2024}", "", "2024-12-31"),
    ],
)
def test_a_decided_time_is_over_the_day_after_its_last(root: Path, decided: str, extra: str, last: str) -> None:
    """PL505: the whole of a month or a year counts, and `arbeid` may move it."""
    plan(root, "sen", besluttet=decided, extra=extra)
    after = date.fromisoformat(last) + timedelta(days=1)
    assert [bool(found(root, "PL505", str(day))) for day in (last, after)] == [False, True]


@pytest.mark.parametrize(("day", "late"), [("2022-02-16", True), ("2022-02-17", False)])
def test_work_begins_anew_after_the_day_of_the_adoption(root: Path, day: str, late: bool) -> None:
    """What happened on the day of the adoption led to it."""
    changed = ("sak: 7/22}\n", f"sak: 7/22}}\n  - {{hva: oppstart, dato: {day}}}\n")
    plan(root, "sen", changed, besluttet="{valg: revideres, oppstart: 2024, ferdig: 2026}")
    assert bool(found(root, "PL505", LATER)) is late
