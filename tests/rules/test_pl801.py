"""PL801 and the files that are no plans."""

from __future__ import annotations

from pathlib import Path

from support.helpers import fjordvik, write
from support.oppfoelging_cases import found


def test_planstrategier_need_sources_too(tmp_path: Path) -> None:
    """A planstrategi without a source is reported like any other file."""
    write(fjordvik(tmp_path), "planstrategier/p.yaml", 'tittel: Planstrategi\nvalgperiode: "2023-2027"\n')
    assert found(tmp_path, "PL801") == [("planstrategier/p.yaml", "")]
