"""The red thread: the one walk of links, what stands over and under something, and what that makes of «followed up»."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.model import Maal
from planlint.register.avsluttet import etterfoelgere, heirs_of
from planlint.register.oppfoelging import followed_up, is_alive
from planlint.register.traad import (
    follow_links,
    gjeldende_over,
    maal_over,
    planer_over,
    planer_under,
    standing_over,
    upwards,
)
from planlint.system.system import open_system

if TYPE_CHECKING:
    from planlint.register.register import Register

GOAL = "tittel: Ren fjord\ntype: delmål\nplan: {plan}\noverordnet: {over}\n"
OLD = PLAN.replace("status: vedtatt", "status: opphevet").replace("trygg-oppvekst", "gode-liv")


class Node(NamedTuple):
    """Something with a name."""

    entity: str


def register(root: Path, **files: str) -> Register:
    """Give Fjordvik's register with these files too: a plan by its name, a goal by its name after `maal_`."""
    fjordvik(root)
    for name, text in files.items():
        kind, _, id_ = name.rpartition("_")
        write(root, f"{kind or 'planer'}/{id_}.yaml", text)
    found = open_system(root, date.fromisoformat(DATE)).register
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("links", "order"),
    [
        ({"a": "bc", "b": "d", "c": "d"}, "abdc"),
        ({"a": "b", "b": "c", "c": "a"}, "abc"),
        ({"a": "a"}, "a"),
        ({"a": "bb", "b": ""}, "ab"),
        ({}, "a"),
    ],
)
def test_a_walk_takes_each_once(links: dict[str, str], order: str) -> None:
    """Depth first, the first link first; a ring ends where it began, and what is not known is passed over."""
    walk = follow_links([Node("a")], lambda node: [*map(Node, links.get(node.entity, "")), None])
    assert "".join(node.entity for node in walk) == order


def test_a_walk_may_begin_in_several_places() -> None:
    """Each start is given, and none twice, though one leads to another."""
    walk = follow_links([Node("a"), Node("b")], lambda node: [Node("b")] if node.entity == "a" else [])
    assert sorted(node.entity for node in walk) == ["a", "b"]


def test_what_stands_over(tmp_path: Path) -> None:
    """Over a goal: the goal above, else its plan; over a plan: its whole, then its anchors; an unknown plan: None."""
    anchors = "forankring: [trygg-oppvekst, {plan: finnes-ikke-noe-sted}]\ndel_av: samfunnsdel-2020"
    found = register(tmp_path, a=PLAN.replace("forankring: [trygg-oppvekst]", anchors))
    plan, maal = found.planer["a"], found.maal["trygg-oppvekst"]
    assert [one.entity for one in standing_over(found, plan)] == ["plan/samfunnsdel-2020", "maal/trygg-oppvekst"]
    assert [one.entity for one in standing_over(found, maal)] == ["maal/gode-liv"]
    assert [one.entity for one in standing_over(found, found.maal["gode-liv"])] == ["plan/samfunnsdel-2020"]
    assert [one and one.id for one in planer_over(found, plan)] == [None, "samfunnsdel-2020"]
    assert [one.id for one in planer_under(found, found.planer["samfunnsdel-2020"])] == ["a"]


def test_the_way_up_is_told_with_each_place(tmp_path: Path) -> None:
    """Each place on the thread comes with the links that led there, lowest first, past one that is unknown."""
    text = PLAN.replace("[trygg-oppvekst]", "[finnes-ikke-noe-sted, trygg-oppvekst]")
    found = register(tmp_path, a=text)
    ways = {steg.entity: [ledd.sti for ledd in steg.vei] for steg in upwards(found, found.planer["a"])}
    assert ways["plan/a"] == []
    assert ways["maal/gode-liv"] == [("forankring", 1, "mål"), ("overordnet",)]


def test_only_what_is_in_force_leads_on(tmp_path: Path) -> None:
    """The walk by what is in force stops at a goal of a plan that has ended; the one up the goals does not."""
    found = register(
        tmp_path,
        gammel=OLD,
        maal_nede=GOAL.format(plan="gammel", over="trygg-oppvekst"),
        a=PLAN.replace("trygg-oppvekst", "nede"),
    )
    assert [one.entity for one in gjeldende_over(found, found.planer["a"])] == ["plan/a"]
    assert [one.id for one in maal_over(found, [found.maal["nede"]])] == ["nede", "trygg-oppvekst", "gode-liv"]


CASES = {
    "in force": (PLAN, True, True),
    "past its period": (PLAN.replace("til: 2030", "til: 2023"), True, False),
    "being made": (PLAN.replace("status: vedtatt", "status: igangsatt"), True, False),
    "repealed": (PLAN.replace("status: vedtatt", "status: opphevet"), False, False),
    "of unknown status": (PLAN.replace("status: vedtatt\n", "").replace("sak: 7/22", "planlagt: true"), True, False),
    "planned": (PLAN.replace("status: vedtatt", "status: planlagt"), False, False),
}


@pytest.mark.parametrize("case", CASES)
def test_followed_up_has_two_measures(case: str, tmp_path: Path) -> None:
    """Alive is what somebody may carry on with, in force what can be shown today; so it is for the goal above."""
    text, alive, shown = CASES[case]
    found = register(
        tmp_path,
        a=text.replace("trygg-oppvekst", "fjord"),
        maal_fjord=GOAL.format(plan="samfunnsdel-2020", over="byen"),
        maal_byen=GOAL.format(plan="samfunnsdel-2020", over="gode-liv").replace("delmål", "hovedmål"),
    )
    assert is_alive(found, found.planer["a"]) is alive
    for strict, told in ((False, alive), (True, shown)):
        goals = followed_up(found, bare_i_kraft=strict)
        assert ({"fjord", "byen"} <= goals) is told
        assert told or not {"fjord", "byen"} & goals


def test_what_is_in_force_lifts_no_goal_that_is_not(tmp_path: Path) -> None:
    """A goal of a plan that has ended is followed up only where all that is alive counts; so is the one above it."""
    found = register(
        tmp_path,
        gammel=OLD,
        maal_nede=GOAL.format(plan="gammel", over="oppe"),
        maal_oppe=GOAL.format(plan="gammel", over="gode-liv"),
        maal_her=GOAL.format(plan="samfunnsdel-2020", over="oppe"),
        a=PLAN.replace("[trygg-oppvekst]", "[nede, her]"),
    )
    assert {"nede", "oppe", "her"} <= followed_up(found, bare_i_kraft=False)
    assert {"nede", "oppe", "her"} & followed_up(found, bare_i_kraft=True) == {"her"}


def test_heirs_are_sought_as_far_as_the_one_that_is_asked_for(tmp_path: Path) -> None:
    """The goals in force, or a plan's, that continue one, over several plans and round a ring; of given types."""
    goal = GOAL.format(plan="{plan}", over="gode-liv") + "viderefører: [{old}]\n"
    found = register(
        tmp_path,
        gammel=OLD,
        maal_en=goal.format(plan="gammel", old="tre"),
        maal_to=goal.format(plan="gammel", old="en"),
        maal_tre=goal.format(plan="samfunnsdel-2020", old="to"),
        maal_fire=goal.format(plan="samfunnsdel-2020", old="tre"),
    )
    en, new = found.maal["en"], found.planer["samfunnsdel-2020"]
    assert isinstance(en, Maal)
    assert etterfoelgere(found, en, ()) == ["tre"]
    assert etterfoelgere(found, en, ("hovedmål",)) == []
    assert heirs_of(found, en, new) == ("tre",)
    assert heirs_of(found, en, new, ("hovedmål",)) == ()
    assert heirs_of(found, en, found.planer["gammel"]) == ("to",)
    assert etterfoelgere(found, found.maal["tre"], ()) == ["fire"]
