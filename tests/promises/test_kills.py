"""Killed at any moment, planlint leaves the old files or the new ones; `make deep` tries it 500 times."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "kills" / "run.py"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killer forks")
def test_some_kills() -> None:
    """Rename, omforanke, import and build, twice each: nothing half, nothing left behind."""
    spec = importlib.util.spec_from_file_location("kills", TOOL)
    assert spec is not None
    assert spec.loader is not None
    kills = sys.modules["kills"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kills)
    told: list[str] = []
    assert kills.run(8, seed=2, say=told.append) == 0, told
    assert told[-1] == "0 of 8 wrong"
