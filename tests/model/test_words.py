"""planlint/model/ord.py: the format's own words, and the sets of them."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

import planlint.model.ord as words_module
from planlint.model import Hendelse, Plan, Planstrategi, Tiltak
from planlint.model.ord import COURSE, NESTE, PHASES, STATUS_AFTER, WAITING, Hva, Status, TiltakStatus, Valg
from planlint.model.plan import Beslutning

WORDS = [frozenset(get_args(words)) for words in (Status, Hva, TiltakStatus, Valg)]
SETS = {name: value for name, value in vars(words_module).items() if isinstance(value, frozenset | tuple)}


def test_every_status_is_in_one_phase() -> None:
    """A status is in exactly one phase, so that nobody can add one that no question about phases answers."""
    assert Counter(status for phase in PHASES.values() for status in phase) == Counter(get_args(Status))


def test_the_life_cycle_begins_with_every_status_that_has_not_ended() -> None:
    """Each status has its next ones, or is of the phase that ends."""
    assert {*get_args(Status)} - NESTE.keys() == PHASES["avsluttet"]
    assert {step for steps in NESTE.values() for step in steps} <= {*get_args(Status)}


def test_how_far_a_plan_has_come_is_told_of_every_status_on_the_way() -> None:
    """What has neither ended nor been put on hold has come somewhere; in each step of the life cycle, not less far."""
    assert COURSE.keys() == NESTE.keys() - {"satt_på_vent"}
    assert min(COURSE.values()) == COURSE["planlagt"]
    assert all(COURSE[status] > COURSE["planlagt"] for status in COURSE.keys() - WAITING)


def test_a_status_follows_from_every_event_that_is_about_a_plan() -> None:
    """Each event makes a plan something, but the council's first meeting and a resolution in words about the plan."""
    assert {*get_args(Hva)} - STATUS_AFTER.keys() == {"konstituert", "verbalvedtak"}
    assert {*STATUS_AFTER.values()} <= {*get_args(Status)}


@pytest.mark.parametrize("name", SETS)
def test_every_set_is_of_words_of_one_kind(name: str) -> None:
    """No set holds a word that the format does not have, none is empty, and none mixes statuses with events."""
    assert SETS[name]
    assert any(words.issuperset(SETS[name]) for words in WORDS)


@pytest.mark.parametrize(
    ("model", "field", "words"),
    [
        (Plan, "status", Status),
        (Planstrategi, "status", Status),
        (Tiltak, "status", TiltakStatus),
        (Hendelse, "hva", Hva),
        (Beslutning, "valg", Valg),
    ],
)
def test_the_fields_hold_these_words(model: type, field: str, words: object) -> None:
    """What a file may say is what the sets are made of."""
    schema = model.model_json_schema()["properties"][field]  # type: ignore[attr-defined]
    allowed = next((part["enum"] for part in schema.get("anyOf", ()) if "enum" in part), schema.get("enum"))
    assert tuple(allowed) == get_args(words)
