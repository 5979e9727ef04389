"""PL408 where no sectors are declared, and of plans that another than the municipality decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, write
from support.rule_cases import EVENT, demand, found


def test_a_municipality_without_sectors_asks_for_none(root: Path) -> None:
    """Nobody can be responsible where no sectors are declared."""
    write(root, "planer/klima.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    assert found(root, "PL408") == [("plan/klima", "")]
    demand(root, "sektorer:\n  oppvekst: {navn: Oppvekst}\n  miljoe: {navn: Miljø}\n", "")
    assert found(root, "PL408") == []


@pytest.mark.parametrize(
    ("navn", "more", "told"),
    [
        ("regional plan", "", False),
        ("plan", "    utenfor_planstrategi: Fylkeskommunen vedtar regionale planer.\n", False),
        ("plan", "    utenfor_planstrategi: Planer fra andre er ikke kommunens egne.\n", False),
        ("årsrapport", "    utenfor_planstrategi: Rapporter forteller hva som er gjort.\n", True),
        ("plan", "", True),
    ],
)
def test_what_another_decides_is_asked_for_nothing_of_the_municipality(
    navn: str, more: str, *, told: bool, root: Path
) -> None:
    """Neither a sector, nor a case in the council's records, nor what the municipality wants with it."""
    demand(root, "  strategi:\n    navn: strategi\n", f"  strategi:\n    navn: {navn}\n{more}")
    lines = [line for line in PLAN.splitlines(keepends=True) if not line.startswith(("ansvarlig", "sammendrag"))]
    write(root, "planer/klima.yaml", "".join(lines).replace(", organ: kommunestyret, sak: 7/22", ""))
    assert [found(root, code) != [] for code in ("PL408", "PL804", "PL401")] == [told] * 3


def test_the_day_of_what_another_decides_is_asked_for(root: Path) -> None:
    """It is adopted, and nothing shows when: the day, and who tells of it."""
    demand(root, "  strategi:\n    navn: strategi\n", "  strategi:\n    navn: regional plan\n")
    write(root, "planer/klima.yaml", PLAN.replace(f"hendelser:\n{EVENT}", ""))
    assert found(root, "PL401") == [("plan/klima", "andres")]
