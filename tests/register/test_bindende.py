"""A binding land-use plan is in force until somebody changes, repeals or replaces it, and every reader is told so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik, write

from planlint.register.lookup import status
from planlint.register.register import Register
from planlint.register.stilling import I_KRAFT, UTLOEPT, stilling_of_plan, stilling_sentence
from planlint.system.system import open_system
from planlint.text import language

PERIOD = (
    "periode: {fra: 2014, til: 2020}\nhendelser:\n"
    "  - {hva: vedtatt, dato: 2014-05-14, organ: kommunestyret, sak: 1/14}\n"
)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A plan system with a binding plan and another, whose periods are over."""
    root = fjordvik(tmp_path)
    for name, type_ in (("havna", "arealdel"), ("klima", "temaplan")):
        write(root, f"planer/{name}.yaml", f"tittel: Plan for {name}\ntype: {type_}\nstatus: vedtatt\n{PERIOD}")
    found = open_system(root, date.fromisoformat(DATE)).register
    assert found
    return found


def test_a_period_never_ends_the_force_of_a_binding_plan(register: Register) -> None:
    """It is among the plans in force; the plan that does not bind is not."""
    havna, klima = register.planer["havna"], register.planer["klima"]
    assert (stilling_of_plan(register, havna), stilling_of_plan(register, klima)) == (I_KRAFT, UTLOEPT)
    assert "havna" in [plan.id for plan in register.gjeldende()]
    assert register.is_i_kraft(havna)


def test_its_page_and_tables_say_so(register: Register) -> None:
    """In words: what it applies until, and that the period is over; its status is not told as if it were out."""
    lang = language("nb")
    told = stilling_sentence(register, lang, register.planer["havna"])
    assert told.startswith("Planen er bindende, og gjelder til den blir endret, opphevet eller erstattet.")
    assert "perioden gikk ut ved utgangen av 2020." in told
    told = status(register, register.planer["havna"], lang)
    assert told == "Vedtatt, gjelder også etter perioden, som gikk ut ved utgangen av 2020"
    assert status(register, register.planer["klima"], lang) == "Vedtatt, men perioden gikk ut ved utgangen av 2020"


@pytest.mark.parametrize(
    ("declared", "binding"),
    [
        ("navn: kommunedelplan (areal)", True),
        ("navn: arealplan for en del av kommunen", True),
        ("navn: Områderegulering", True),
        ("navn: detaljreguleringsplan", True),
        ("navn: arealdelen, rolle: arealdel", True),
        ("navn: kommunedelplan (areal), bindende: false", False),
        ("navn: kommunedelplan", False),
        ("navn: kommunedelplan (tema)", False),
        ("navn: planprogram for områderegulering", False),
        ("navn: arealstrategi", False),
    ],
)
def test_a_type_is_binding_by_law_whatever_it_is_called(tmp_path: Path, declared: str, binding: bool) -> None:
    """A land-use plan's type that says nothing of it binds, and its plans do not expire; what is written counts."""
    root = fjordvik(tmp_path)
    system = root / "plans/plansystem.yaml"
    text = system.read_text(encoding="utf-8")
    new = f"plantyper:\n  egen: {{{declared}}}\n"
    system.write_text(text.replace("plantyper:\n", new, 1), encoding="utf-8")
    write(root, "planer/havna.yaml", f"tittel: Plan for havna\ntype: egen\nstatus: vedtatt\n{PERIOD}")
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register
    assert register.is_i_kraft(register.planer["havna"]) is binding
