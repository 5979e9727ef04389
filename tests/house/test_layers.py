"""The house as a stranger walks it: rooms on floors, arrows that only point down, and no way round in a circle."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter

import pytest
from support.house import LAYERS, PACKAGE, imports, modules, room, tree

FLOOR = {name: number for number, layer in enumerate(LAYERS) for name in layer}
ROOMS = sorted({room(module) for module in modules()} - {""})


def wrong_arrows() -> list[str]:
    """Give every import of a room above or beside the importer's own."""
    return [
        f"{module} -> {other}"
        for module in modules()
        for other in sorted(imports(module))
        if room(module) and room(other) and room(module) != room(other) and FLOOR[room(other)] <= FLOOR[room(module)]
    ]


def test_every_room_has_a_floor() -> None:
    """A new room is placed before anything may use it, and a floor names no room that is gone."""
    assert sorted(FLOOR) == ROOMS


def test_arrows_point_down() -> None:
    """A room uses those below it, never one above or beside it; imports for types and inside functions count."""
    assert wrong_arrows() == []


def test_no_circles() -> None:
    """No file needs, by any way round, a file that needs it."""
    try:
        TopologicalSorter({module: imports(module) for module in modules()}).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_the_top_can_be_seen_at_a_glance() -> None:
    """At the package's top lie rooms and the one entrance, and not more than a stranger can take in."""
    entries = [path.name for path in PACKAGE.iterdir() if not path.name.startswith("__pycache__")]
    assert len(entries) <= 28, sorted(entries)
    assert sorted(path.name for path in PACKAGE.glob("*.py")) == ["__init__.py", "__main__.py"]


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_says_what_lives_there(name: str) -> None:
    """A room's face begins with what lives there and what it may use, and that is so."""
    what, _, may = (ast.get_docstring(tree(f"planlint.{name}")) or "").partition("\n\n")
    assert what.endswith("."), what
    next_floor = LAYERS[FLOOR[name] + 1] if FLOOR[name] + 1 < len(LAYERS) else ("no other room",)
    assert [
        word.strip("`.")
        for word in may.removeprefix("May use ").partition(", and what")[0].replace(" and ", ", ").split(", ")
    ] == list(next_floor)
