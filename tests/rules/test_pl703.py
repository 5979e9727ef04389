"""PL703 on other days, and the years that a municipality sets itself."""

from __future__ import annotations

from pathlib import Path

from support.helpers import fjordvik, write
from support.oppfoelging_cases import INDIKATOR, change, found


def test_how_old_a_measurement_may_be_is_an_option(tmp_path: Path) -> None:
    """plansystem.yaml sets how many years an indicator may go without a measurement."""
    write(fjordvik(tmp_path), "indikatorer/trivsel.yaml", INDIKATOR + "verdier: {2020: 80}\n")
    assert found(tmp_path, "PL703") == [("indikatorer/trivsel.yaml", "")]
    change(tmp_path, "kilder:", "regler: {PL703: {valg: {indikator_år: 4}}}\nkilder:")
    assert found(tmp_path, "PL703") == []


def test_a_value_of_a_year_to_come_is_no_measurement(tmp_path: Path) -> None:
    """On an earlier day the register had no measurement yet."""
    write(fjordvik(tmp_path), "indikatorer/trivsel.yaml", INDIKATOR + "verdier: {2024: 80}\n")
    assert found(tmp_path, "PL703", "2023-06-15") == [("indikatorer/trivsel.yaml", "ingen")]
