"""PL711 and how a quote may write a number."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found

INDIKATOR = "tittel: Trivsel\nenhet: prosent\nkilder: [{{kilde: plandokument, oppgir: '{quote}'}}]\n{field}\n"


@pytest.mark.parametrize(
    ("value", "quote", "expected"),
    [
        ("1234", "I alt 1 234 personer", []),
        ("1234", "I alt 1\u00a0234 personer", []),
        ("1234", "I alt 1.234 personer", []),
        ("1234", "I alt 1234 personer", []),
        ("12.5", "ble 12,5 prosent", []),
        ("12.5", "ble 12,50 prosent", []),
        ("12", "ble 12,0 prosent", []),
        ("-57.1", "sum −57,1", []),
        ("-57.1", "sum -57,1", []),
        ("57.1", "sum −57,1", [""]),
        ("-57.1", "sum 57,1", [""]),
        ("12", "ble 12,5 prosent", [""]),
        ("12", "ble 112 prosent", [""]),
        ("120", "ble 12 prosent", [""]),
        ("1200000", "1,2 millioner kroner og 3 tiltak", []),
        ("100", "Alle skal ha det, mot 83 i dag", []),
        ("0", "Ingen skal ha det, mot 83 i dag", []),
        ("88", "De fleste trives", []),  # no number to hold it against
        ("88", "sak 27/18, møte 4.4.18, i 2019", []),  # days, years and cases are no such number
    ],
)
def test_a_number_stands_in_a_quote_as_norwegians_write_it(
    tmp_path: Path, value: str, quote: str, expected: list[str]
) -> None:
    """Blanks, points and commas, signs, words and millions are read; another number is told."""
    text = INDIKATOR.format(quote=quote, field=f"verdier: {{2018: {value}}}")
    assert [variant for _, variant in found(tmp_path, "PL711", {"indikatorer/t.yaml": text})] == expected


def test_forecasts_and_targets_are_held_to_it_too(tmp_path: Path) -> None:
    """Every number of the indicator, with one finding for the file."""
    field = "prognose: {2019: 71}\nmåltall: {2020: {minst: 72}, 2021: 75}"
    text = INDIKATOR.format(quote="i dag 63 %, mål 75 %", field=field)
    assert found(tmp_path, "PL711", {"indikatorer/t.yaml": text}) == [("indikator/t", "flere")]
    text = INDIKATOR.replace(", oppgir: '{quote}'", "").format(field=field)
    assert found(tmp_path, "PL711", {"indikatorer/t.yaml": text}) == []
