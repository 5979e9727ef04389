"""The register of another day: what is not shown by then is left out, and what was replaced later still applies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import fjordvik, write

from planlint.register import Register, known_by
from planlint.system.system import open_system

DAY = date(2022, 6, 1)
SOURCES = "  oversikt-2021: {tittel: Oversikten, dato: 2021}\n  oversikt-2023: {tittel: Oversikten, dato: 2023-05-01}\n"


def register_of(root: Path, **plans: str) -> Register:
    """Give Fjordvik's register with these strategies, by id, each with the lines given."""
    system = fjordvik(root) / "plans" / "plansystem.yaml"
    text = system.read_text(encoding="utf-8")
    system.write_text(text.replace("kilder:\n", f"kilder:\n{SOURCES}", 1), encoding="utf-8")
    for id_, lines in plans.items():
        write(root, f"planer/{id_}.yaml", f"tittel: {id_.title()}\ntype: strategi\n{lines}")
    found = open_system(root, date(2024, 6, 15)).register
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("lines", "there"),
    [
        ("status: vedtatt\nhendelser: [{hva: vedtatt, dato: 2022-06-01}]\n", True),
        ("status: vedtatt\nhendelser: [{hva: vedtatt, dato: 2022-06-02}]\nkilder: [{kilde: oversikt-2021}]\n", False),
        ("status: vedtatt\nhendelser: [{hva: oppstart, dato: 2021}, {hva: vedtatt, dato: 2023}]\n", True),
        ("status: vedtatt\nperiode: {fra: 2022, til: 2026}\n", True),
        ("status: vedtatt\nperiode: {fra: 2023, til: 2026}\nkilder: [{kilde: oversikt-2021}]\n", False),
        ("status: vedtatt\nkilder: [{kilde: oversikt-2021}]\n", True),
        ("status: vedtatt\nkilder: [{kilde: oversikt-2023}]\n", False),
        ("status: vedtatt\n", False),
        ("hendelser: [{hva: vedtatt, dato: 2025, planlagt: true}]\nkilder: [{kilde: oversikt-2021}]\n", True),
    ],
)
def test_a_plan_is_there_when_the_register_shows_it_by_then(tmp_path: Path, lines: str, there: bool) -> None:
    """An event decides where one is dated, else the period, else a source from before; with none of them it is not."""
    assert ("klima" in known_by(register_of(tmp_path, klima=lines), DAY).planer) is there


def test_goals_and_measures_follow_their_plan(tmp_path: Path) -> None:
    """What stands in a plan is there with it; a measure in no plan is there when a source tells of it."""
    write(tmp_path, "maal/kutt.yaml", "tittel: Kutt\ntype: hovedmål\nplan: klima\n")
    write(tmp_path, "tiltak/sykkel.yaml", "tittel: Sykkel\nplan: klima\n")
    write(tmp_path, "tiltak/buss.yaml", "tittel: Buss\nkilder: [{kilde: oversikt-2021}]\n")
    write(tmp_path, "tiltak/tog.yaml", "tittel: Tog\nkilder: [{kilde: oversikt-2023}]\n")
    write(tmp_path, "tiltak/baat.yaml", "tittel: Båt\nplan: finnes-ikke\n")
    register = register_of(tmp_path, klima="status: vedtatt\nhendelser: [{hva: vedtatt, dato: 2023-02-16}]\n")
    before, after = known_by(register, DAY), known_by(register, date(2023, 6, 1))
    assert "kutt" not in before.maal
    assert {"sykkel", "buss", "tog", "baat"} & set(before.tiltak) == {"buss", "baat"}
    assert "kutt" in after.maal
    assert {"sykkel", "buss", "tog", "baat"} <= set(after.tiltak)


def test_what_was_replaced_later_applied_then(tmp_path: Path) -> None:
    """A plan whose successor came later is in force on the day, although the successor itself is left out."""
    register = register_of(
        tmp_path,
        gammel="status: erstattet\nhendelser: [{hva: vedtatt, dato: 2018-01-01}]\n",
        ny="status: vedtatt\nhendelser: [{hva: vedtatt, dato: 2023-01-01}]\nerstatter: [gammel]\n",
    )
    then = known_by(register, DAY)
    assert not register.is_i_kraft(register.planer["gammel"])
    assert then.is_i_kraft(then.planer["gammel"])
    assert "ny" not in then.planer
    assert then.today == DAY
