"""The kinds of change that are tried on a plan system's files: what a hurried hand, a bad merge or a sly one does.

Each kind is a function from the whole plan system to the changes that it can make; CHANGES has them all by name.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Path = tuple[Any, ...]
STATUSES = (
    "planlagt", "igangsatt", "utkast", "på_høring", "til_vedtak", "vedtatt", "under_revisjon", "til_orientering",
    "erstattet", "opphevet", "utgått", "foreldet", "satt_på_vent",
)  # fmt: skip
REFERENCES = ("forankring", "mål", "plan", "overordnet", "erstatter", "viderefører", "bygger_på", "planer", "hjemmel",
              "ansvarlig", "kilde", "organ", "type", "indikator", "kunnskapsgrunnlag", "følger_opp")  # fmt: skip
_DAY = re.compile(r"\d{4}(-\d\d-\d\d|-\d\d|-H[12]|-Q[1-4])?")


@dataclass
class World:
    """A plan system as data, by path, and the day it is judged on."""

    data: dict[str, Any]
    today: date

    def entities(self) -> Iterator[tuple[str, Any]]:
        """Yield the files that hold an entity."""
        yield from ((path, one) for path, one in self.data.items() if path.count("/") > 1 and isinstance(one, dict))

    def leaves(self) -> Iterator[tuple[str, Path, Any]]:
        """Yield every value that is no map and no list, with its file and its place there."""
        for file, one in self.entities():
            yield from ((file, path, value) for path, value in walk(one) if not isinstance(value, dict | list))

    def named(self, *names: str) -> Iterator[tuple[str, Path, Any]]:
        """Yield the values under a field, those in its list too."""
        for file, path, value in self.leaves():
            words = [step for step in path if isinstance(step, str)]
            if words and words[-1] in names:
                yield file, path, value

    def ids(self, kind: str) -> list[str]:
        """Give the ids of a kind's files."""
        return [stem(path) for path, _ in self.entities() if path.split("/")[1] == kind]


@dataclass
class Change:
    """Files with new data, None for one that is taken away."""

    what: str
    new: dict[str, Any]

    def files(self, world: World) -> dict[str, Any]:  # noqa: ARG002 - what a change is asked
        """Give the files that the change leaves, by path."""
        return self.new

    def __str__(self) -> str:
        """Give the change in words: where, and what became of it."""
        return self.what.replace("\n", "⏎").replace("\t", " ")[:300]


def stem(path: str) -> str:
    """Give a file's id."""
    return path.rpartition("/")[2].removesuffix(".yaml")


def walk(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield each part of a file's data with its place, the whole first."""
    yield path, node
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in steps:
        yield from walk(child, (*path, step))


def put(world: World, file: str, path: Path, value: Any) -> Change:
    """Give the change that puts a value somewhere."""
    new = deepcopy(world.data[file])
    parent = new
    for step in path[:-1]:
        parent = parent[step]
    old = parent[path[-1]] if not isinstance(parent, dict) or path[-1] in parent else "(nothing)"
    parent[path[-1]] = value
    return Change(f"{file} {'.'.join(map(str, path))}: {old!r} -> {value!r}", {file: new})


def cut(world: World, file: str, path: Path) -> Change:
    """Give the change that takes something out."""
    new = deepcopy(world.data[file])
    parent = new
    for step in path[:-1]:
        parent = parent[step]
    old = parent.pop(path[-1])
    return Change(f"{file} {'.'.join(map(str, path))}: {old!r} taken out", {file: new})


def _each_value(make: Callable[[Any], Any]) -> Callable[[World], Iterator[Change]]:
    def kind(world: World) -> Iterator[Change]:
        for file, path, value in world.leaves():
            new = make(value)
            if new is not None and new != value:
                yield put(world, file, path, new)

    return kind


def _each_day(days: int) -> Callable[[World], Iterator[Change]]:
    def moved(value: Any) -> Any:
        try:
            if isinstance(value, date):
                return value + timedelta(days=days)
            if isinstance(value, int) and not isinstance(value, bool) and 1950 <= value <= 2100:
                return value + round(days / 365) or None
        except OverflowError:
            return None
        return None

    return _each_value(moved)


def _texts(make: Callable[[str], Any]) -> Callable[[World], Iterator[Change]]:
    return _each_value(lambda value: make(value) if isinstance(value, str) else None)


def _numbers(make: Callable[[Any], Any]) -> Callable[[World], Iterator[Change]]:
    number = (int, float)
    return _each_value(lambda one: make(one) if isinstance(one, number) and not isinstance(one, bool) else None)


def _swapped(text: str, at: int) -> str:
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def drop_field(world: World) -> Iterator[Change]:
    """A field is left out."""
    for file, one in world.entities():
        yield from (cut(world, file, path) for path, _ in walk(one) if path and isinstance(path[-1], str))


def drop_item(world: World) -> Iterator[Change]:
    """An item of a list is left out."""
    for file, one in world.entities():
        yield from (cut(world, file, path) for path, _ in walk(one) if path and isinstance(path[-1], int))


def double_item(world: World) -> Iterator[Change]:
    """An item stands twice in a list."""
    for file, one in world.entities():
        for path, value in walk(one):
            if isinstance(value, list) and value:
                yield put(world, file, path, [*value, value[-1]])


def reverse_list(world: World) -> Iterator[Change]:
    """A list is written the other way round."""
    for file, one in world.entities():
        for path, value in walk(one):
            if isinstance(value, list) and len(value) > 1:
                yield put(world, file, path, value[::-1])


def misspell_field(world: World) -> Iterator[Change]:
    """Two letters of a field's name change places."""
    for file, one in world.entities():
        for name in one:
            new = {(_swapped(key, 1) if key == name else key): value for key, value in one.items()}
            if new.keys() != one.keys():
                yield Change(f"{file} {name}: misspelt", {file: new})


def unknown_field(world: World) -> Iterator[Change]:
    """A field that does not exist is added."""
    yield from (put(world, file, ("eier",), "Kari") for file, _ in world.entities())


def misspell_reference(world: World) -> Iterator[Change]:
    """Two letters of what another file or the declaration is called change places."""
    for file, path, value in world.named(*REFERENCES):
        if isinstance(value, str) and len(value) > 3 and _swapped(value, 1) != value:
            yield put(world, file, path, _swapped(value, 1))


def _retarget(field: tuple[str, ...], kind: str) -> Callable[[World], Iterator[Change]]:
    def change(world: World) -> Iterator[Change]:
        ids = world.ids(kind)
        for at, (file, path, value) in enumerate(world.named(*field)):
            other = ids[(at * 7919 + 13) % len(ids)] if ids else value
            if isinstance(value, str) and other != value:
                yield put(world, file, path, other)

    return change


def retarget_self(world: World) -> Iterator[Change]:
    """A reference names its own file."""
    for file, path, value in world.named("forankring", "plan", "mål", "overordnet", "erstatter", "bygger_på"):
        if isinstance(value, str):
            yield put(world, file, path, stem(file))


def circle(world: World) -> Iterator[Change]:
    """A goal is put under one that is under it."""
    for file, one in world.entities():
        if isinstance(one.get("overordnet"), str):
            parent = next((path for path in world.data if stem(path) == one["overordnet"]), None)
            if parent and "/maal/" in parent:
                yield put(world, parent, ("overordnet",), stem(file))


def replace_circle(world: World) -> Iterator[Change]:
    """Two plans replace each other."""
    for file, one in world.entities():
        for id_ in one.get("erstatter") or ():
            other = next((path for path in world.data if stem(path) == id_ and "/planer/" in path), None)
            if other:
                yield put(world, other, ("erstatter",), [stem(file)])


def replace_parent(world: World) -> Iterator[Change]:
    """A plan says that it replaces one that others hang on."""
    plans = [(path, one) for path, one in world.entities() if path.split("/")[1] == "planer"]
    for at, (file, _) in enumerate(plans):
        yield put(world, file, ("erstatter",), [stem(plans[(at * 31 + 7) % len(plans)][0])])


def status(world: World) -> Iterator[Change]:
    """A plan gets another status."""
    for file, one in world.entities():
        if file.split("/")[1] in {"planer", "planstrategier"}:
            yield from (put(world, file, ("status",), word) for word in STATUSES if word != one.get("status"))


def _on_plans(field: str, value: Any) -> Callable[[World], Iterator[Change]]:
    def change(world: World) -> Iterator[Change]:
        for file, one in world.entities():
            if file.split("/")[1] == "planer" and one.get(field) != value:
                yield put(world, file, (field,), value)

    return change


def swap_period(world: World) -> Iterator[Change]:
    """A period is turned round."""
    for file, one in world.entities():
        period = one.get("periode")
        if isinstance(period, dict) and {"fra", "til"} <= period.keys():
            yield put(world, file, ("periode",), {**period, "fra": period["til"], "til": period["fra"]})


def type_(world: World) -> Iterator[Change]:
    """A plan is said to be of another type."""
    types = list(world.data["plans/plansystem.yaml"]["plantyper"])
    for at, (file, _one) in enumerate(world.entities()):
        if file.split("/")[1] == "planer":
            yield put(world, file, ("type",), types[(at * 17 + 5) % len(types)])


def title_of_another(world: World) -> Iterator[Change]:
    """A title is copied from another file of the kind."""
    titles = [(path, one["tittel"]) for path, one in world.entities() if "tittel" in one]
    for at, (file, title) in enumerate(titles):
        other = titles[(at + 1) % len(titles)][1]
        if other != title:
            yield put(world, file, ("tittel",), other)


def delete_file(world: World) -> Iterator[Change]:
    """A file is taken away."""
    yield from (Change(f"{file} deleted", {file: None}) for file, _ in world.entities())


def rename_file(world: World) -> Iterator[Change]:
    """A file gets another name, and nobody is told."""
    for file, one in world.entities():
        yield Change(f"{file} renamed", {file: None, file.replace(".yaml", "-ny.yaml"): one})


def copy_file(world: World) -> Iterator[Change]:
    """A file stands twice."""
    for file, one in world.entities():
        yield Change(f"{file} copied", {file.replace(".yaml", "-kopi.yaml"): one})


def wrong_folder(world: World) -> Iterator[Change]:
    """A file lies in another kind's folder."""
    for file, one in world.entities():
        folder = "maal" if "/planer/" in file else "planer"
        yield Change(f"{file} in {folder}", {file: None, f"plans/{folder}/{stem(file)}.yaml": one})


def empty_file(world: World) -> Iterator[Change]:
    """A file is emptied."""
    yield from (Change(f"{file} emptied", {file: {}}) for file, _ in world.entities())


def declaration(world: World) -> Iterator[Change]:
    """Something that the declaration says is left out."""
    file = "plans/plansystem.yaml"
    for path, _ in walk(world.data[file]):
        if path and isinstance(path[-1], str) and len(path) <= 3:
            yield cut(world, file, path)


def in_the_future(world: World) -> Iterator[Change]:
    """A day that has been is put after today."""
    later = world.today + timedelta(days=400)
    for file, path, value in world.leaves():
        if isinstance(value, date) and value < world.today:
            yield put(world, file, path, later)


def event_drop_adoption(world: World) -> Iterator[Change]:
    """The adoption is taken out of a plan's events."""
    for file, one in world.entities():
        for at, event in enumerate(one.get("hendelser") or ()):
            if isinstance(event, dict) and event.get("hva") == "vedtatt":
                yield cut(world, file, ("hendelser", at))


def event_repealed(world: World) -> Iterator[Change]:
    """A plan is said to be repealed, by an event alone."""
    for file, one in world.entities():
        if file.split("/")[1] == "planer":
            events = [*(one.get("hendelser") or ()), {"hva": "opphevet", "dato": date(2020, 6, 17)}]
            yield put(world, file, ("hendelser",), events)


def event_other(world: World) -> Iterator[Change]:
    """An event is said to be of another kind."""
    words = ("oppstart", "høring", "vedtatt", "revidert", "opphevet", "erstattet", "forlenget")
    for at, (file, path, value) in enumerate(world.named("hva")):
        new = words[at % len(words)]
        if new != value and "hendelser" in path:
            yield put(world, file, path, new)


CHANGES: dict[str, Callable[[World], Iterator[Change]]] = {
    "field left out": drop_field,
    "field misspelt": misspell_field,
    "field unknown": unknown_field,
    "item left out": drop_item,
    "item twice": double_item,
    "list reversed": reverse_list,
    "value empty": _each_value(lambda _: ""),
    "value a list": _each_value(lambda value: [value]),
    "value a map": _each_value(lambda value: {"verdi": value}),
    "value upper case": _texts(str.upper),
    "value with blanks": _texts(lambda text: f"  {text} "),
    "value cut short": _texts(lambda text: text[:3] if len(text) > 3 else None),
    "value doubled": _texts(lambda text: f"{text} {text}"),
    "value with a control sign": _texts(lambda text: f"{text}\x07"),
    "day a year on": _each_day(365),
    "day a year back": _each_day(-365),
    "day ten years on": _each_day(3650),
    "day ten years back": _each_day(-3650),
    "day a century on": _each_day(36500),
    "day in the future": in_the_future,
    "day that is none": _each_value(lambda one: "2021-02-30" if isinstance(one, date) else None),
    "day as text": _each_value(lambda one: f"{one:%d.%m.%Y}" if isinstance(one, date) else None),
    "number with the other sign": _numbers(lambda one: -one),
    "number ten times": _numbers(lambda one: one * 10),
    "number as text": _numbers(lambda one: f"ca. {one}"),
    "truth turned": _each_value(lambda one: not one if isinstance(one, bool) else None),
    "reference misspelt": misspell_reference,
    "plan retargeted": _retarget(("plan", "erstatter", "bygger_på", "planer"), "planer"),
    "goal retargeted": _retarget(("forankring", "mål", "overordnet"), "maal"),
    "goal is a plan": _retarget(("forankring", "mål", "overordnet"), "planer"),
    "plan is a goal": _retarget(("plan", "erstatter", "bygger_på"), "maal"),
    "reference to itself": retarget_self,
    "circle of goals": circle,
    "circle of replacements": replace_circle,
    "replaces another": replace_parent,
    "another status": status,
    "status left empty": _on_plans("status", None),
    "another type": type_,
    "period turned": swap_period,
    "period over": _on_plans("periode", {"fra": 2010, "til": 2014}),
    "period of a day": _on_plans("periode", {"fra": date(2025, 1, 1), "til": date(2025, 1, 1)}),
    "anchor taken away": _on_plans("forankring", []),
    "revision long ago": _on_plans("revisjon", {"neste": 2015}),
    "title of another": title_of_another,
    "title of signs": _on_plans("tittel", "–"),
    "adoption left out": event_drop_adoption,
    "repealed by an event": event_repealed,
    "event of another kind": event_other,
    "file deleted": delete_file,
    "file renamed": rename_file,
    "file copied": copy_file,
    "file in another folder": wrong_folder,
    "file emptied": empty_file,
    "declaration cut": declaration,
}
