"""PL504 and the half-years that work takes, sector by sector."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import write
from support.planstrategi_cases import STRATEGI, WORKING, plan
from support.rule_cases import found, told

pytestmark = pytest.mark.usefixtures("planstrategi")


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
    write(
        root,
        "planstrategier/ps.yaml",
        STRATEGI.format("2023-2027", "2024-04-24") + "kapasitet: {oppvekst: 1, miljoe: 1}\n",
    )
    for id_ in ("a", "b"):
        plan(root, id_, WORKING, besluttet="{valg: revideres, oppstart: 2025-01, ferdig: 2025-06}")
    assert found(root, "PL504") == [("planstrategi/ps", "")]
    plan(
        root,
        "b",
        ("status: vedtatt", "status: satt_på_vent"),
        besluttet="{valg: revideres, oppstart: 2025, ferdig: 2025}",
    )
    assert found(root, "PL504") == []


def test_later_work_and_work_that_is_no_plan_take_room(root: Path) -> None:
    """What a planstrategi decides to do afterwards, and its other work, count in the half-years that it names."""
    strategi = STRATEGI.format("2023-2027", "2024-04-24") + "kapasitet: {miljoe: 1}\noppgaver:\n"
    tasks = (
        "{tittel: A, ansvarlig: miljoe, oppstart: 2026, ferdig: 2026}",
        "{tittel: B, ansvarlig: miljoe, valg: videreføres, oppstart: 2026, ferdig: 2026}",
        "{tittel: C, ansvarlig: miljoe, oppstart: 2026}",
    )
    write(root, "planstrategier/ps.yaml", strategi + "".join(f"  - {task}\n" for task in tasks))
    later = "{{valg: videreføres, deretter: [{{valg: utgår}}, {{valg: revideres, oppstart: {0}, ferdig: {0}}}]}}"
    plan(root, "a", besluttet=later.format(2026))
    assert found(root, "PL504") == [("planstrategi/ps", "")]
    plan(root, "a", besluttet=later.format(2027))
    assert found(root, "PL504") == []
    plan(root, "a", ("status: vedtatt", "status: satt_på_vent"), besluttet=later.format(2026))
    assert found(root, "PL504") == []


AARSVERK = "{{valg: revideres, oppstart: 2025, ferdig: 2026, årsverk: {{2025: {}, 2026: {}}}}}"


@pytest.mark.parametrize(
    ("limits", "works", "year", "number"),
    [
        ("{2025: 1, 2026: 5}", [(3, 6)], 2025, 3),  # 2 too much is worse than 1, however much the whole
        ("{2025: 1, 2026: 1}", [(2, 3)], 2026, 3),
        ("{2025: 1, 2026: 1}", [(2, 2)], 2025, 2),  # the first of two that are alike
        ("{2025: 1}", [(2, 9)], 2025, 2),  # nobody said how much there is in 2026
    ],
)
def test_the_year_with_most_too_much_is_told(
    root: Path, limits: str, works: list[tuple[int, int]], year: int, number: int
) -> None:
    """PL504 tells the year in which most is set aside above what there is."""
    write(root, "planstrategier/ps.yaml", STRATEGI.format("2023-2027", "2024-04-24") + f"årsverk: {limits}\n")
    for id_, work in zip("ab", works, strict=False):
        plan(root, id_, WORKING, besluttet=AARSVERK.format(*work))
    [item] = told(root, "PL504")
    assert (item.finding.args["aar"], item.finding.args["sum"]) == (str(year), number)


def test_work_that_names_no_year_takes_none_of_it(root: Path) -> None:
    """PL504 adds up what is set aside in each year, and nothing where a plan says nothing of it."""
    write(root, "planstrategier/ps.yaml", STRATEGI.format("2023-2027", "2024-04-24") + "årsverk: {2025: 1.5}\n")
    plan(root, "a", WORKING, besluttet="{valg: revideres, oppstart: 2025, ferdig: 2026, årsverk: {2025: 2}}")
    plan(root, "b", WORKING, besluttet="{valg: revideres, oppstart: 2026, ferdig: 2026, årsverk: {2026: 1}}")
    [item] = told(root, "PL504")
    assert item.finding.args["sum"] == 2


@pytest.mark.parametrize(
    ("later", "is_told"),
    [
        ("{valg: revideres, oppstart: 2025, ferdig: 2025}", True),
        ("{valg: revideres, oppstart: 2025}", False),  # nobody knows for how long
        ("{valg: revideres, ferdig: 2025}", False),
        ("{valg: utgår, oppstart: 2025, ferdig: 2025}", False),  # to end a plan is no work to plan for
    ],
)
def test_what_is_decided_to_come_after_is_work_where_it_says_when(root: Path, later: str, is_told: bool) -> None:
    """PL504 counts the second step of a decision too."""
    capacity = STRATEGI.format("2023-2027", "2024-04-24") + "kapasitet: {miljoe: 1}\n"
    write(root, "planstrategier/ps.yaml", capacity)
    plan(root, "a", WORKING, besluttet="{valg: revideres, oppstart: 2025-01, ferdig: 2025-06}")
    plan(root, "b", besluttet=f"{{valg: videreføres, deretter: [{later}]}}")
    assert bool(found(root, "PL504")) is is_told
