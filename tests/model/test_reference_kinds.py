"""The table of which fields hold references says what the reading of those that are written says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from planlint.model import KIND_NAMES, REFERENCE_KINDS, is_named_by_key, reference_kinds, references as reading
from planlint.model.references import declared, find_references
from planlint.system import System, open_system

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def systems() -> list[System]:
    """Give a real plan system and the small one of the rules."""
    return [open_system(root, date(2024, 6, 15)) for root in (ROOT, ROOT / "tests/rules/felles")]


def test_every_reference_that_is_written_is_in_the_table(systems: list[System]) -> None:
    """For each reference in two plan systems, the table gives its kind at its path."""
    found = 0
    for system in systems:
        assert system.loaded.plansystem
        for reference in declared(system.loaded.plansystem):
            assert reference.kind in reference_kinds("plansystem", reference.path)
        for kind, entities in system.loaded.entities.items():
            for entity in entities.values():
                for reference in find_references(entity):
                    found += 1
                    assert reference_kinds(kind, reference.path) == (reference.kind,), reference
    assert found > 1000


def test_every_row_of_the_table_is_read() -> None:
    """The last named step of every path in the table stands in the code that reads references, beside its kind."""
    code = Path(reading.__file__).read_text(encoding="utf-8")
    for kind, rows in REFERENCE_KINDS.items():
        for pattern, named in rows.items():
            name = [step for step in pattern.split(".") if step != "*"][-1]
            assert f'"{name}"' in code, (kind, pattern)
            assert f'"{named}"' in code, (kind, pattern)


def test_what_is_no_reference_has_no_kind() -> None:
    """A title is none, nor is a path that is too short or too long; a plan type may be anchored in either kind."""
    assert reference_kinds("plan", ("tittel",)) == ()
    assert reference_kinds("plan", ("forankring",)) == ()
    assert is_named_by_key("plan", ("beslutninger", "x"))
    assert not is_named_by_key("plan", ("hjemmel", 0))
    assert not is_named_by_key("plan", ("tittel",))
    assert reference_kinds("plan", ("type", 0)) == ()
    assert reference_kinds("", ("type",)) == ()
    assert reference_kinds("plansystem", ("plantyper", "x", "forankres_i", 0)) == ("plantype", "måltype")


def test_the_table_names_kinds_only() -> None:
    """What the table gives is a kind that the linker knows."""
    assert {kind for rows in REFERENCE_KINDS.values() for kind in rows.values()} <= {*KIND_NAMES}
    assert all(re.fullmatch(r"[\wæøå.*]+", pattern) for rows in REFERENCE_KINDS.values() for pattern in rows)
