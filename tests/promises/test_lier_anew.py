"""Lier again, by the commands: what examples/lier/lag.sh makes of the planstrategi's tables is what stands there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planlint.system.system import open_system

if TYPE_CHECKING:
    from planlint.model import Beslutning, Plan
    from planlint.register.register import Register

LIER = Path(__file__).parents[2] / "examples" / "lier"
DAY = date(2026, 11, 29)
STRATEGI = "planstrategi-2024-2027"
KNOWN_AS = {
    "Detaljregulering ny hovedvannforsyning Kleivdammen–Liertoppen": (
        "Detaljregulering ny hovedvannforskyning Kleivdammen-Liertoppen"
    ),
    "Handlingsplan mot barnefattigdom 2016–2019": "Handlingsplan mot barnefattigdom",
    "Kommuneplanens arealdel": "Kommuneplanens arealdel - kun mindre endringer",
    "Kommuneplanens samfunnsdel 2019–2028": "Planstrategi og kommuneplanens samfunnsdel med arealstrategi",
    "Oppvekstplan for Lier kommune 2024–2032": "Oppvekstplan",
    "Rusmiddelpolitisk handlingsplan 2016–2020": "Rusmiddelpolitisk handlingsplan",
    "Temaplan demensomsorg 2024–2028": "Temaplan for demensomsorg",
}
"""What the planstrategi's table calls the plans that other documents tell more of."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """Run the script, and give what it has made."""
    root = tmp_path_factory.mktemp("lier")
    program = root / "bin/planlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", str(LIER / "lag.sh"), str(root / "ny")],
        env={**os.environ, "PATH": path, "PLANLINT_DATE": str(DAY)}, stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return register_of(root / "ny")


@cache
def register_of(root: Path) -> Register:
    """Read a plan system."""
    register = open_system(root, DAY).register
    assert register is not None
    return register


def word(title: str) -> str:
    """Give a title by its letters alone."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def decided(register: Register) -> dict[str, tuple[Plan, Beslutning]]:
    """Give each plan that the planstrategi decides about, by its title in the planstrategi."""
    plans = [plan for plan in register.planer.values() if STRATEGI in plan.beslutninger]
    return {word(KNOWN_AS.get(plan.tittel, plan.tittel)): (plan, plan.beslutninger[STRATEGI]) for plan in plans}


def utvalg(register: Register, decision: Beslutning) -> str:
    """Give the committee as the table names it."""
    return (
        register.plansystem.organer[decision.utvalg].navn.removeprefix("utvalg for ").casefold()
        if decision.utvalg
        else ""
    )


def test_every_plan_and_decision_is_there(made: Register) -> None:
    """All 44 rows that are plans, and what is decided of each; no row more."""
    ours, theirs = decided(register_of(LIER)), decided(made)
    assert len(ours) == 44
    assert {title: one.valg for title, (_, one) in theirs.items()} == {
        title: one.valg for title, (_, one) in ours.items()
    }


def test_years_and_resources_are_there(made: Register) -> None:
    """The times that the example has are the same, and each year's person-years; a year that is blank is none."""
    theirs = decided(made)
    for title, (_, one) in decided(register_of(LIER)).items():
        other = theirs[title][1]
        for mine, its in ((one.oppstart, other.oppstart), (one.ferdig, other.ferdig)):
            assert mine is None or (its and its.tekst) == mine.tekst, title
        used = [{year: number for year, number in each.aarsverk.items() if number} for each in (one, other)]
        assert used[0] == used[1], title


def test_committees_responsible_and_orders_are_there(made: Register) -> None:
    """The committee, the sector, the number and what the council has ordered, of each row that has them."""
    example, theirs = register_of(LIER), decided(made)
    for title, (_, one) in decided(example).items():
        plan, other = theirs[title]
        assert utvalg(example, one) == utvalg(made, other), title
        assert one.nummer == other.nummer
        assert one.bestilt == other.bestilt
        if one.ansvarlig:
            sector = made.plansystem.sektorer[other.ansvarlig or plan.ansvarlig or ""]
            assert sector.navn == example.plansystem.sektorer[one.ansvarlig].navn, title


def test_rows_that_are_no_plans_are_tasks(made: Register) -> None:
    """The four rows of other work, with their person-years; the planstrategi is adopted as it was."""
    ours, theirs = (register.planstrategier[STRATEGI] for register in (register_of(LIER), made))
    assert [(one.tittel, one.aarsverk) for one in theirs.oppgaver] == [
        (one.tittel, one.aarsverk) for one in ours.oppgaver
    ]
    assert len(ours.oppgaver) == 4
    assert [(one.hva, one.dato, one.organ) for one in theirs.hendelser] == [
        (one.hva, one.dato, one.organ) for one in ours.hendelser
    ]
