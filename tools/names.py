"""The names of a package and the words they are made of: the field's words Norwegian, the machinery English.

`python tools/names.py` prints what breaks the rule; tests/house/test_names.py fails for it, with the word lists beside.
"""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
_WORD = re.compile(r"[A-ZÆØÅ]+(?![a-zæøå])|[A-ZÆØÅ]?[a-zæøå]+")
_RULE_FILE = re.compile(r"pl\d{3}_")
_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_BEFORE_A_TRUTH = frozenset(["can", "has", "is", "may", "must", "was"])
_TELLS_A_TRUTH = frozenset(
    ("applies", "chooses", "counts", "covers", "exists", "holds", "lacks", "proves", "reaches", "runs", "utloeper")
)
_DOES_AND_TELLS = frozenset(["note", "recover", "write"])
_PARTICLES = frozenset(["av", "fra", "i", "inn", "mot", "ned", "opp", "over", "paa", "per", "skal", "til", "under"])
_SAME_NAME = ("cli", "output", "model")
"""A command, its renderer and the file it is about may share a module's name with the logic between them."""


class Name(NamedTuple):
    """A name that a package declares: its kind, where it stands, and what it returns when that is said."""

    kind: str
    room: str
    name: str
    place: str
    returns: str = ""


def words(name: str) -> list[str]:
    """Split snake_case and CamelCase into small letters; a single letter is no word."""
    return [word.lower().translate(_FOLDED) for word in _WORD.findall(name) if len(word) > 1]


def names(package: Path) -> Iterator[Name]:
    """Yield every name: modules, classes, functions, methods, properties and a module's constants, private ones too."""
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        place = path.relative_to(package.parent).as_posix()
        if path.stem not in ("__init__", "__main__"):
            yield Name("module", room, path.stem, place)
        elif path.stem == "__init__" and path.parent != package:
            yield Name("room", room, path.parent.name, place)
        for kind, node, name in _declared(ast.parse(path.read_text(encoding="utf-8")).body, inside=False):
            returns = getattr(node, "returns", None)
            said = ast.unparse(returns) if returns else ""
            yield Name(kind, room, name, f"{place}:{node.lineno}", said)


def _declared(body: Iterable[ast.stmt], *, inside: bool) -> Iterator[tuple[str, ast.stmt, str]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("__"):
            yield "method" if inside else "function", node, node.name
        elif isinstance(node, ast.ClassDef):
            yield "class", node, node.name
            yield from _declared(node.body, inside=True)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and not inside:
            found = node.targets if isinstance(node, ast.Assign) else [node.target]
            named = (each for target in found for each in ast.walk(target))
            yield from (
                ("constant", node, each.id)
                for each in named
                if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and not each.id.startswith("__")
            )
        elif isinstance(node, ast.If | ast.Try):
            yield from _declared([*node.body, *node.orelse], inside=inside)


def domain(schemas: Path) -> set[str]:
    """Give the words of the YAML files: the keys, fixed values and kinds that the models' schemas have."""
    found: set[str] = set()
    for path in sorted(schemas.glob("*.json")):
        found.update(words(path.stem))
        _gather(json.loads(path.read_text(encoding="utf-8")), found)
    return found


def _gather(data: Any, found: set[str]) -> None:
    if isinstance(data, Mapping):
        said = [*data.get("properties", ()), *data.get("$defs", ()), *data.get("enum", ()), data.get("const")]
        for text in said:
            found.update(words(text) if isinstance(text, str) else ())
        for value in data.values():
            _gather(value, found)
    elif isinstance(data, list):
        for value in data:
            _gather(value, found)


def listed(path: Path, *, first: bool = False) -> set[str]:
    """Give the words of a list; `first`: only the first of each line, the rest is its reason."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {word for line in lines for word in line.split()[: 1 if first else None]}


def foreign(found: Iterable[Name], known: set[str]) -> Iterator[str]:
    """Yield each name with a word that is neither the field's nor English; a rule's file is named by its rule."""
    for name in found:
        if name.kind == "module" and _RULE_FILE.match(name.name):
            continue
        wrong = [word for word in words(name.name) if word not in known]
        if wrong:
            yield f"{name.place}: {name.kind} {name.name}: {', '.join(wrong)}"
        elif words(name.name) and set(words(name.name)) <= _PARTICLES:
            yield f"{name.place}: {name.kind} {name.name}: says nothing by itself"


def doubled(found: Iterable[Name]) -> Iterator[str]:
    """Yield public classes that share a name, and modules that do and are not a command, its logic and its renderer."""
    by_name: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in found:
        if name.kind in ("class", "module") and not name.name.startswith("_"):
            by_name[name.kind, name.name].append(name)
    for (kind, shared), same in by_name.items():
        rooms = [each.room for each in same]
        alone = kind == "module" and sum(room not in _SAME_NAME for room in rooms) <= 1 and len({*rooms}) == len(rooms)
        if len(same) > 1 and not alone:
            yield f"{same[-1].place}: {kind} {shared}: also {', '.join(each.place for each in same[:-1])}"


def untrue(found: Iterable[Name]) -> Iterator[str]:
    """Yield public functions that tell true or false and are not named as a truth, or an act that tells of itself."""
    good = _BEFORE_A_TRUTH | _TELLS_A_TRUTH | _DOES_AND_TELLS
    for name in found:
        told = name.returns in ("bool", "'bool'") or name.returns.startswith(("TypeGuard", "TypeIs"))
        if told and not name.name.startswith("_") and words(name.name)[0] not in good:
            yield f"{name.place}: {name.kind} {name.name} -> {name.returns}: {words(name.name)[0]}"


def faults(root: Path = ROOT) -> list[str]:
    """Give what breaks the rule in planlint/, a line each: place, kind, name, and the words that are wrong."""
    lists = root / "tests" / "house"
    found = list(names(root / "planlint"))
    known = domain(root / "schema") | listed(lists / "domain.txt") | listed(lists / "english.txt")
    known |= listed(lists / "machinery.txt", first=True)
    return [*foreign(found, known), *doubled(found), *untrue(found)]


if __name__ == "__main__":
    print("\n".join(faults()))  # noqa: T201 - what the tool is for
