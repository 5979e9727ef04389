"""PL913 and every step of the life cycle: which are open, and what explains the others."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from support.change_cases import KLIMA, Told, compared, edited, names
from support.helpers import PLAN
from support.rule_cases import EVENT


def step(told: Told, old: str, new: str, *, type_: str = "strategi", events: str = "", added: str = "") -> list[str]:
    """Give what PL913 says of a step, where the events stand on both sides and `added` is new."""
    text = PLAN.replace("type: strategi", f"type: {type_}").replace("hendelser:\n" + EVENT, events)
    before = text.replace("status: vedtatt", f"status: {old}")
    after = text.replace("status: vedtatt", f"status: {new}").replace("ansvarlig", added + "ansvarlig")
    said = [row.split()[1] for row in told({KLIMA: before}, {KLIMA: after}, rule="PL913")]
    return ["hopp" if variant == "status:" else variant for variant in said]


VOTED = "hendelser:\n" + EVENT
LEGAL = [
    ("planlagt", "igangsatt", "på_høring", "til_vedtak"),
    ("igangsatt", "til_vedtak"),
    ("utkast", "utgått"),
    ("igangsatt", "utkast"),
    *((work, "satt_på_vent", work) for work in ("planlagt", "igangsatt", "på_høring", "til_vedtak", "utkast")),
    ("utgått", "opphevet", "erstattet", "foreldet", "utgått"),
]


@pytest.mark.parametrize("steps", LEGAL, ids="-".join)
def test_the_life_cycle_has_these_steps(told: Told, steps: tuple[str, ...]) -> None:
    """Forward, on and off waiting, and between the ways of having ended."""
    for old, new in pairwise(steps):
        assert step(told, old, new) == []


@pytest.mark.parametrize("end", ["under_revisjon", "erstattet", "opphevet", "utgått"])
def test_an_adopted_plan_goes_on(told: Told, end: str) -> None:
    """Revision and the three ends are open to it; from a revision it comes back, or waits."""
    assert step(told, "vedtatt", end, events=VOTED) == []
    assert step(told, "under_revisjon", "vedtatt", events=VOTED) == []
    assert step(told, "under_revisjon", "satt_på_vent", events=VOTED) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("planlagt", "til_vedtak", "hopp"),
        ("utkast", "til_vedtak", "tilbake"),
        ("igangsatt", "planlagt", "tilbake"),
        ("til_vedtak", "på_høring", "tilbake"),
        ("satt_på_vent", "foreldet", "hopp"),
        ("utgått", "igangsatt", "avsluttet"),
        ("foreldet", "utkast", "avsluttet"),
        ("opphevet", "planlagt", "avsluttet"),
    ],
)
def test_other_steps_need_a_reason(told: Told, old: str, new: str, said: str) -> None:
    """Without one they are told; a source, an event or a planstrategi's decision is one."""
    assert step(told, old, new) == [said]
    assert step(told, old, new, added="lenker: [{tittel: Sak, url: 'https://fjordvik.example'}]\n") == [said]
    assert step(told, old, new, added="beslutninger: {planstrategi-2023: {valg: ny}}\n") == []
    assert step(told, old, new, added="hendelser:\n  - {hva: oppstart, dato: 2024-05-02}\n") == []


def test_an_adopted_plan_has_no_way_back(told: Told) -> None:
    """To a draft or onto waiting it cannot go; only knowledge grows old."""
    for new in ("utkast", "satt_på_vent", "foreldet"):
        assert step(told, "vedtatt", new, events=VOTED) == ["vedtatt"]
    noted = VOTED.replace("vedtatt", "til_orientering")
    assert step(told, "til_orientering", "foreldet", type_="analyse", events=noted) == []
    assert step(told, "under_revisjon", "foreldet", type_="analyse", events=noted) == []
    assert step(told, "under_revisjon", "foreldet", events=noted) == ["vedtatt"]


def test_other_rules_judge_what_is_recorded(told: Told) -> None:
    """PL401 asks for the adoption, PL402 for the status that events tell, PL405 for a successor or a repeal."""
    assert step(told, "planlagt", "vedtatt") == []
    assert step(told, "utgått", "vedtatt") == []
    assert step(told, "utgått", "vedtatt", events=VOTED) == ["avsluttet"]
    assert step(told, "vedtatt", "igangsatt", events=VOTED) == []
    assert step(told, "igangsatt", "erstattet") == []
    assert step(told, "igangsatt", "opphevet") == []
    repealed = VOTED + "  - {hva: opphevet, dato: 2024-03-20, organ: kommunestyret, sak: 12/24}\n"
    assert step(told, "opphevet", "vedtatt", events=repealed) == []


def test_a_status_that_nothing_stood_behind_may_be_mended(told: Told) -> None:
    """Adopted without an adoption, replaced by nothing: planlint itself asked for another status."""
    assert step(told, "vedtatt", "til_vedtak") == []
    assert step(told, "erstattet", "vedtatt", events=VOTED) == []
    old, new = PLAN.replace("status: vedtatt", "status: erstattet"), "planer/ny.yaml"
    follows = PLAN.replace("2022-02", "2023-02").replace("ansvarlig", "erstatter: [klima]\nansvarlig")
    freed = follows.replace("erstatter: [klima]\n", "")
    found = told({KLIMA: old, new: follows}, {KLIMA: PLAN, new: freed}, rule="PL913")
    assert found == ["PL913 avsluttet status: vedtatt 0"]


def test_a_look_at_another_day(told: Told) -> None:
    """Before the plan's last event the file's status is not the one that holds, and no step is judged."""
    before = PLAN.replace("status: vedtatt", "status: utgått")
    assert told({KLIMA: before}, {KLIMA: PLAN}, day="2021-06-15", rule="PL913") == []
    assert len(told({KLIMA: before}, {KLIMA: PLAN}, rule="PL913")) == 1
    assert edited(told, ("status: vedtatt\n", "")) == []
    assert edited(told, ("tittel:", "status: vedtatt\ntittel:"), text=PLAN.replace("status: vedtatt\n", "")) == []


def test_a_plan_of_an_unknown_type(told: Told) -> None:
    """It may be knowledge, so growing old is open to it."""
    assert step(told, "vedtatt", "foreldet", type_="ukjent", events=VOTED) == []


def test_a_plan_that_took_a_step_hides_none_that_skipped_one(tmp_path: Path) -> None:
    """PL913 judges the plans one by one, and says nothing of a status that was not filled in before."""

    def work(status: str) -> str:
        return PLAN.replace("hendelser:\n" + EVENT, "").replace("status: vedtatt\n", status)

    before = {"a": "status: planlagt\n", "b": "", "c": "status: planlagt\n"}
    after = {"a": "status: igangsatt\n", "b": "status: igangsatt\n", "c": "status: på_høring\n"}
    files = [{f"planer/{name}.yaml": work(status) for name, status in side.items()} for side in (before, after)]
    assert names(compared(tmp_path, files[0], {**files[1]}, "PL913")) == [("plan/c", "")]
