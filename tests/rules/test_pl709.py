"""PL709 and which values are three in a row the wrong way."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import fjordvik, write
from support.oppfoelging_cases import INDIKATOR, change, found


def test_an_ended_goal_needs_no_right_direction(tmp_path: Path) -> None:
    """Indicators that measure only goals no longer in force are left alone by PL709."""
    write(
        fjordvik(tmp_path),
        "indikatorer/trivsel.yaml",
        INDIKATOR + "retning: opp\nverdier: {2021: 3, 2022: 2, 2023: 1}\n",
    )
    assert found(tmp_path, "PL709") == [("indikatorer/trivsel.yaml", "")]
    change(tmp_path, "status: vedtatt", "status: opphevet", "planer/samfunnsdel-2020.yaml")
    assert found(tmp_path, "PL709") == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ("2021: 62, 2022: 61, 2023: 60", True),
        ("2021: 61, 2022: 61, 2023: 60", False),
        ("2021: 62, 2022: 61, 2023: 61", False),
        ("2021: 60, 2022: 61, 2023: 62", False),
        ("2021: 60, 2022: 63, 2023: 61", False),
        ("2021: 62, 2022: 60, 2023: 61", False),
        ("2020: 60, 2021: 62, 2022: 61, 2023: 60", True),
        ("2022: 61, 2023: 60", False),
        ("2021: 62, 2022: 61, 2024: 60", True),  # this year's value is a measurement
        ("2021: 62, 2022: 61, 2025: 60", False),
    ],
)
@pytest.mark.parametrize("way", ["opp", "ned"])
def test_three_values_in_a_row_the_wrong_way(tmp_path: Path, values: str, told: bool, way: str) -> None:
    """PL709: each has to be worse than the one before it."""
    pairs = [pair.split(": ") for pair in values.split(", ")]
    turned = ", ".join(f"{year}: {value if way == 'opp' else 100 - int(value)}" for year, value in pairs)
    write(fjordvik(tmp_path), "indikatorer/a.yaml", f"{INDIKATOR}retning: {way}\nverdier: {{{turned}}}\n")
    assert bool(found(tmp_path, "PL709")) is told
