"""PL408 where no sectors are declared."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN, write
from support.rule_cases import demand, found


def test_a_municipality_without_sectors_asks_for_none(root: Path) -> None:
    """Nobody can be responsible where no sectors are declared."""
    write(root, "planer/klima.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    assert found(root, "PL408") == [("plan/klima", "")]
    demand(root, "sektorer:\n  oppvekst: {navn: Oppvekst}\n  miljoe: {navn: Miljø}\n", "")
    assert found(root, "PL408") == []
