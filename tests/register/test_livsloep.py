"""A plan in time: what is recorded and changed, deadlines to the day, and what a planstrategi takes in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.base.rings import find_rings
from planlint.register.livsloep.frist import revisjonsfrist
from planlint.register.livsloep.redated import is_same_wording
from planlint.register.livsloep.strategi import is_arbeid_done, is_covered, is_gjennomfoert, is_over, is_varslet
from planlint.register.register import Register
from planlint.system.system import open_system

STRATEGI = 'tittel: Planstrategi\nvalgperiode: "2019-2023"\nhendelser: [{hva: vedtatt, dato: 2020-06-23}]\n'


def register(root: Path, day: str = DATE) -> Register:
    """Open the plan system on a day."""
    found = open_system(root, date.fromisoformat(day)).register
    assert found is not None
    return found


def test_only_what_leads_back_to_itself_is_in_a_ring() -> None:
    """However long the way into a ring or out of it is; what lies between two rings cannot be told from them."""
    chain = {"a": {"b"}, "b": {"c"}, "c": {"d"}, "d": set[str]()}
    assert find_rings(chain) == set()
    assert find_rings({**chain, "d": {"e"}, "e": {"f"}, "f": {"d", "g"}, "g": {"h"}, "h": {"i"}, "i": set()}) == set(
        "def"
    )
    assert find_rings({**chain, "d": {"c", "e"}, "e": {"f"}, "f": {"g"}, "g": {"f", "e"}}) == set("cdefg")
    assert find_rings({"a": {"a"}, "b": {"a"}, "c": {"b"}}) == {"a"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Plan for klima", "PLAN, for klima!", True),
        ("Frivillighetsplan", "Frivillighets-plan", True),
        ("Plan for idrett", "Plan for iddrett", True),  # put in
        ("Plan for idrett", "Plan for idret", True),  # left out, at the end
        ("Plan for idrett", "Plan for drett", True),  # left out, at the beginning
        ("Plan for idrett", "Plan for idrott", True),  # exchanged
        ("Plan for idrett", "Plan for idertt", True),  # swapped
        ("Plan for idrett", "Plan for iderrt", False),
        ("Plan for idrett", "Plan for idreter", False),
        ("Plan for idrett", "Plan for irett og", False),
        ("Plan for idrett og kultur", "Plan for idret og kulturr", False),  # two slips
        ("Plan for vann", "Plan for vind", False),
        ("Plan for vann", "Plan for vanx", False),  # a short word
        ("Plan for vannet", "Plan for vann", False),
        ("Plan for elver", "Plan for elven", True),
        ("Plan for elver", "Plan for elve", False),  # four letters are left
        ("Plan 12345", "Plan 12346", False),  # a number
        ("Plan 12345a", "Plan 12345b", False),
    ],
)
def test_titles_that_say_the_same(one: str, other: str, same: bool) -> None:
    """One slip of the pen in one long word makes no other title, whichever of them was first."""
    assert is_same_wording(one, other) is same
    assert is_same_wording(other, one) is same


@pytest.mark.parametrize(("revised", "due"), [("2024-02-29", "2024-03-31"), ("2024-03-01", None), ("2024-03", None)])
def test_a_revision_in_the_month_that_was_set_answers_it(revised: str, due: str | None, tmp_path: Path) -> None:
    """From the first day of it."""
    plan = PLAN.replace("2022-02-16", revised) + "revisjon: {neste: 2024-03}\n"
    write(fjordvik(tmp_path), "planer/klima.yaml", plan)
    found = register(tmp_path, "2024-06-15")
    frist = revisjonsfrist(found, found.planer["klima"])
    assert (frist.dag if frist else None) == (date.fromisoformat(due) if due else None)


def test_a_planstrategi_lasts_until_the_day_before_the_next_council(tmp_path: Path) -> None:
    """The council of 2023 is constituted on 31 October."""
    write(fjordvik(tmp_path), "planstrategier/planstrategi.yaml", STRATEGI)
    for day, ended in (("2023-10-30", False), ("2023-10-31", True)):
        found = register(tmp_path, day)
        assert is_over(found, found.planstrategier["planstrategi"]) is ended


@pytest.mark.parametrize(
    ("work", "announced"),
    [
        ("{oppstart: 2023-10-30, ferdig: 2024}", True),
        ("{oppstart: 2023-10-31, ferdig: 2024}", False),
        ("{oppstart: 2022-02-17, ferdig: 2023-06-15}", True),
        ("{oppstart: 2022-02-17, ferdig: 2023-06-14}", False),
        ("{oppstart: 2022-02-16, ferdig: 2024}", False),
        ("{ferdig: 2023-10}", True),
        ("{oppstart: 2023-10}", True),
        ("{merknad: Kommer}", False),
    ],
)
def test_work_that_is_announced_for_a_planstrategis_time(work: str, announced: bool, tmp_path: Path) -> None:
    """It begins after the last adoption and by the last day, and is not over today."""
    write(fjordvik(tmp_path), "planstrategier/planstrategi.yaml", STRATEGI)
    write(tmp_path, "planer/klima.yaml", f"{PLAN}arbeid: {work}\n")
    found = register(tmp_path, "2023-06-15")
    assert is_varslet(found, found.planer["klima"], found.planstrategier["planstrategi"]) is announced


def test_a_planstrategi_takes_in_what_belongs_to_what_it_lists(tmp_path: Path) -> None:
    """Parts and handlingsplaner do, at any depth; what only serves the plan does not, nor what nobody knows."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN)
    for id_, type_ in (("handling", "handlingsplan"), ("nabo", "strategi"), ("ukjent", "ukjent")):
        text = PLAN.replace("type: strategi", f"type: {type_}").replace("trygg-oppvekst", "{plan: klima}")
        write(tmp_path, f"planer/{id_}.yaml", text)
    write(tmp_path, "planer/del.yaml", PLAN + "del_av: handling\n")
    found = register(tmp_path, "2023-06-15")
    taken = {id_ for id_, plan in found.planer.items() if is_covered(found, plan, {"klima"})}
    assert taken == {"klima", "handling", "del"}


@pytest.mark.parametrize(("day", "done"), [("2020-06-22", False), ("2020-06-23", True), ("2020", True)])
def test_a_revision_on_the_planstrategis_own_day_carries_it_out(tmp_path: Path, day: str, done: bool) -> None:
    """Both may be in one meeting."""
    write(tmp_path, "planstrategier/planstrategi.yaml", STRATEGI)
    text = PLAN.replace("2022-02-16", day) + "beslutninger: {planstrategi: {valg: revideres}}\n"
    write(fjordvik(tmp_path), "planer/klima.yaml", text)
    found = register(tmp_path)
    plan, strategi = found.planer["klima"], found.planstrategier["planstrategi"]
    assert is_gjennomfoert(found, plan, strategi, plan.beslutninger["planstrategi"]) is done


@pytest.mark.parametrize(("day", "done"), [("2012-06-22", False), ("2020-01-10", True), ("2021-01-10", True)])
def test_a_new_plan_is_not_there_because_an_older_one_is(tmp_path: Path, day: str, done: bool) -> None:
    """A plan of an earlier valgperiode is what the new one shall replace; one of this valgperiode is the new one."""
    write(tmp_path, "planstrategier/planstrategi.yaml", STRATEGI)
    text = PLAN.replace("2022-02-16", day) + "beslutninger: {planstrategi: {valg: ny}}\n"
    write(fjordvik(tmp_path), "planer/klima.yaml", text)
    found = register(tmp_path)
    plan, strategi = found.planer["klima"], found.planstrategier["planstrategi"]
    assert is_gjennomfoert(found, plan, strategi, plan.beslutninger["planstrategi"]) is done
    assert is_arbeid_done(found, plan, strategi, plan.beslutninger["planstrategi"]) is done


@pytest.mark.parametrize(("status", "announced"), [("vedtatt", True), ("planlagt", True), ("satt_på_vent", False)])
def test_only_a_plan_that_waits_or_is_adopted_has_work_announced(tmp_path: Path, status: str, announced: bool) -> None:
    """What is put off, begun or ended is something else than announced."""
    write(tmp_path, "planstrategier/planstrategi.yaml", STRATEGI)
    text = PLAN.replace("status: vedtatt", f"status: {status}") + "arbeid: {oppstart: 2023-08, ferdig: 2024}\n"
    write(fjordvik(tmp_path), "planer/klima.yaml", text)
    found = register(tmp_path, "2023-06-15")
    assert is_varslet(found, found.planer["klima"], found.planstrategier["planstrategi"]) is announced
