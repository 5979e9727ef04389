"""The rules on indicators together: one that is as it should be hides none after it."""

from __future__ import annotations

from pathlib import Path

from support.helpers import fjordvik, write
from support.oppfoelging_cases import INDIKATOR, TARGET, found


def test_indicators_are_judged_one_by_one(tmp_path: Path) -> None:
    """PL702 to PL704 and PL709 go on after an indicator that is as it should be."""
    good = "verdier: {2021: 60, 2022: 61, 2023: 62}\nmåltall: {2023: 61}\n"
    bad = "verdier: {2019: 62, 2020: 61, 2021: 60}\nmåltall: {2020: 70}\n"
    write(fjordvik(tmp_path), "indikatorer/a.yaml", INDIKATOR + TARGET + good)
    write(tmp_path, "indikatorer/b.yaml", INDIKATOR + TARGET + bad)
    write(tmp_path, "indikatorer/c.yaml", INDIKATOR + TARGET)
    assert found(tmp_path, "PL702") == [("indikatorer/c.yaml", "")]
    assert found(tmp_path, "PL703") == [("indikatorer/b.yaml", ""), ("indikatorer/c.yaml", "ingen")]
    assert found(tmp_path, "PL704") == [("indikatorer/b.yaml", "")]
    assert found(tmp_path, "PL709") == [("indikatorer/b.yaml", "")]
