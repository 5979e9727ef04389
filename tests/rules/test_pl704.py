"""PL704 and which target is judged, when, and when it is met."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import fjordvik, write
from support.oppfoelging_cases import INDIKATOR, TARGET, found

from planlint.model import Maaltall
from planlint.register.maaling import demands_of


@pytest.mark.parametrize(
    ("fields", "reported"),
    [
        ("retning: stabil\nverdier: {2022: 7}\nmåltall: {2022: 8}\n", False),
        ("verdier: {2022: 7}\nmåltall: {2022: {minst: 8}}\n", True),
        ("verdier: {2022: 7}\nmåltall: {2020: {minst: 8}, 2023: {minst: 6}}\n", True),
        ("verdier: {2019: 7, 2020: 9, 2021: 7}\nmåltall: {2020: {minst: 8}}\n", False),
        ("verdier: {2022: 9}\nmåltall: {2022: {høyst: 8}}\nplan: samfunnsdel-2008\nmål: []\n", False),
    ],
    ids=["no-direction", "bound", "newest-measured-target", "met-once", "plan-ended"],
)
def test_which_target_is_judged(tmp_path: Path, fields: str, reported: bool) -> None:
    """The newest past target that has a measurement since is missed only if no such measurement meets it."""
    ended = "tittel: Gammel\ntype: samfunnsdel\nstatus: opphevet\n"
    write(fjordvik(tmp_path), "planer/samfunnsdel-2008.yaml", ended)
    text = INDIKATOR.replace("mål: [trygg-oppvekst]\n", "" if "mål: []" in fields else "mål: [trygg-oppvekst]\n")
    write(tmp_path, "indikatorer/trivsel.yaml", text + fields)
    assert bool(found(tmp_path, "PL704")) is reported


@pytest.mark.parametrize(
    ("target", "retning", "met"),
    [
        ({"verdi": 8}, "opp", [False]),
        ({"verdi": 8}, "ned", [True]),
        ({"verdi": 7}, "opp", [True]),
        ({"verdi": 8}, "stabil", []),
        ({"verdi": 8}, None, []),
        ({"minst": 7, "høyst": 7}, None, [True, True]),
        ({"over": 7, "under": 7}, None, [False, False]),
        ({"minst": 8, "verdi": 7}, "opp", [False, True]),
    ],
)
def test_when_a_target_is_met(target: dict[str, int], retning: str | None, met: list[bool]) -> None:
    """A bound is met or not by itself; a plain number only in the light of the wanted direction."""
    assert [demand.naadd for demand in demands_of(Maaltall.model_validate(target), 7, retning)] == met


@pytest.mark.parametrize(("year", "told"), [(2023, True), (2024, False)])
def test_a_target_is_judged_when_its_year_is_over(tmp_path: Path, year: int, told: bool) -> None:
    """PL704, also where a value of that year is in."""
    fields = f"verdier: {{2023: 60, 2024: 61}}\nmåltall: {{{year}: 70}}\n"
    write(fjordvik(tmp_path), "indikatorer/a.yaml", INDIKATOR + TARGET + fields)
    assert bool(found(tmp_path, "PL704")) is told


def test_a_target_that_is_just_reached_is_met(tmp_path: Path) -> None:
    """A plain number is met by the number itself, whichever way is wanted."""
    for way in ("opp", "ned"):
        write(
            fjordvik(tmp_path),
            "indikatorer/a.yaml",
            f"{INDIKATOR}retning: {way}\nverdier: {{2023: 70}}\nmåltall: {{2023: 70}}\n",
        )
        assert found(tmp_path, "PL704") == []
