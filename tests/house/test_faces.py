"""A room is entered by its face: what others may use stands in its `__init__`, and nothing else of it is reached."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module

import pytest
from support.house import PACKAGE, imports, modules, room, tree

ROOMS = sorted({room(module) for module in modules()} - {""})


def promised(name: str) -> dict[str, str]:
    """Give what a face says to the type checker: each name, and «module:name» where it is from."""
    found = {}
    for node in ast.walk(tree(f"planlint.{name}")):
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"planlint.{name}.") and node.level == 0:
            if node.module == "planlint.base.face":
                continue
            inside = str(node.module).removeprefix(f"planlint.{name}").lstrip(".")
            found |= {alias.asname or alias.name: f"{inside}:{alias.name}" for alias in node.names}
    return found


def loaded(name: str) -> dict[str, str] | None:
    """Give what a face loads when asked, by the table in it; None for one that loads everything at once."""
    calls = [node for node in ast.walk(tree(f"planlint.{name}")) if isinstance(node, ast.Call)]
    tables = [call.args[1] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "face"]
    return ast.literal_eval(tables[0]) if tables else None


def used(name: str) -> set[str]:
    """Give the names that others take from a face: other rooms, tests and tools."""
    ours = [tree(module) for module in modules() if room(module) != name]
    others = [path for folder in ("tests", "tools") for path in (PACKAGE.parent / folder).rglob("*.py")]
    return {
        alias.name
        for one in [*ours, *(ast.parse(path.read_text(encoding="utf-8")) for path in others)]
        for node in ast.walk(one)
        if isinstance(node, ast.ImportFrom) and node.module == f"planlint.{name}"
        for alias in node.names
    }


def kind(name: str, place: str) -> str:
    """Tell whether a face gives one of its room's files as a whole, or something in one."""
    return "module" if ".".join(("planlint", name, *filter(None, place.split(":")))) in modules() else ""


def test_nobody_reaches_past_a_face() -> None:
    """What a room does not offer, it may change without asking."""
    past = [
        f"{module} -> {other}"
        for module in modules()
        for other in sorted(imports(module))
        if room(other) not in {"", room(module)} and other not in {f"planlint.{room(other)}", "planlint.base.face"}
        if other.rpartition(".")[2] not in promised(room(other))
    ]
    assert past == []


def test_a_room_does_not_go_out_to_come_in() -> None:
    """Inside a room its own face is not used: that would be a circle."""
    assert [module for module in modules() if room(module) and f"planlint.{room(module)}" in imports(module)] == []


@pytest.mark.parametrize("name", ROOMS)
def test_a_face_loads_what_it_promises(name: str) -> None:
    """The type checker and the running program see the same names from the same files, and each is there."""
    said = promised(name)
    if (table := loaded(name)) is not None:
        assert table == said
    face = import_module(f"planlint.{name}")
    assert [one for one in said if not hasattr(face, one)] == []


@pytest.mark.parametrize("name", ROOMS)
def test_a_face_offers_what_somebody_uses(name: str) -> None:
    """A name that nobody outside uses is the room's own business."""
    assert sorted(promised(name).keys() - used(name)) == []


def test_a_name_that_a_face_does_not_have_is_told() -> None:
    """As of any module: an AttributeError that names both."""
    with pytest.raises(AttributeError, match=r"planlint\.edit.*finnes_ikke"):
        import_module("planlint.edit").finnes_ikke  # noqa: B018 - asking is the point


def test_a_name_means_the_same_whoever_asks_first() -> None:
    """No name of a face is also a file of the room, which would take its place once it is imported."""
    program = (
        "import pkgutil, sys, planlint\nfrom importlib import import_module\n"
        "for module in pkgutil.walk_packages(planlint.__path__, 'planlint.'):\n"
        "    module.name == 'planlint.__main__' or import_module(module.name)\n"
        "for room, names in [line.split('=') for line in sys.argv[1:]]:\n"
        "    for name in names.split(','):\n"
        "        found = getattr(import_module(f'planlint.{room}'), name.partition(':')[0])\n"
        "        assert (type(found).__name__ == 'module') == (name.partition(':')[2] == 'module'), (room, name)\n"
    )
    asked = [
        f"{name}=" + ",".join(f"{one}:{kind(name, place)}" for one, place in promised(name).items())
        for name in ROOMS
        if promised(name)
    ]
    done = subprocess.run([sys.executable, "-c", program, *asked], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
