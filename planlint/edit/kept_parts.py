"""Which parts of a file's data are the same part after an edit, and where they are then."""

from __future__ import annotations

from bisect import bisect_left
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from planlint.edit.plain_data import get, is_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planlint.base import Step

    Path = tuple[Step, ...]

_REFERENCES = ("mål", "plan")


def steps(old: list[Any], new: list[Any]) -> Sequence[tuple[str, int, int, int, int]]:
    """Give how one list becomes another, as `SequenceMatcher.get_opcodes` does."""
    return SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False).get_opcodes()


def kept_parts(what: str, path: Path, value: Any, old: Any, new: Any) -> dict[Path, Path]:
    """Give, for each part of the data before an edit that is there afterwards, its path then.

    The edit is one of `plain_data.edited`. What stands at a path that was set is the same part with another value;
    inside it, fields are known by their names, and items of lists by what they say.
    """
    found: dict[Path, Path] = {}
    at, last = path[:-1], path[-1]
    for part in _paths(old):
        step = part[len(at)] if part[: len(at)] == at and len(part) > len(at) else None
        if step is None or (step != last and not (what == "remove" and _is_after(get(old, at), step, last))):
            found[part] = part
        elif step != last and isinstance(step, int):
            found[part] = (*at, step - 1, *part[len(path) :])
        elif what == "rename":
            found[part] = (*at, value, *part[len(path) :])
        elif what != "remove" and part == path:
            found.update(_same_parts(get(old, path), get(new, path), path, path))
    return found


def names_of(edits: Iterable[tuple[str, Path, Any]]) -> dict[Path, Any]:
    """Give the new name of each key that edits rename, by its path before any of them."""
    return {path: name for what, path, name in edits if what == "rename"}


def path_after(path: Path, names: Mapping[Path, Any]) -> Path:
    """Give a path as it is when keys have new names."""
    return tuple(names.get(path[: at + 1], step) for at, step in enumerate(path)) if names else path


def kept_by_all(edits: Iterable[tuple[str, Path, Any]], old: Any, new: Any) -> dict[Path, Path]:
    """Give the same as `kept_parts` for several edits; every path is one before any of them.

    Those that take something out are of one list, and alone.
    """
    edits = [*edits]
    names, values = names_of(edits), {path for what, path, _ in edits if what == "set"}
    gone = sorted(path for what, path, _ in edits if what == "remove")
    found: dict[Path, Path] = {}
    for part in _paths(old):
        if gone and len(part) >= len(gone[0]) and part[: len(gone[0]) - 1] == gone[0][:-1]:
            at = len(gone[0])
            before = bisect_left(gone, part[:at])
            if part[:at] not in gone[before : before + 1]:
                found[part] = (*part[: at - 1], part[at - 1] - before, *part[at:])  # type: ignore[operator]
            continue
        if values and any(part[:length] in values for length in range(1, len(part))):
            continue
        now = path_after(part, names)
        found[part] = now
        if part in values:
            found.update(_same_parts(get(old, part), get(new, now), part, now))
    return found


def _is_after(holder: Any, step: Step, last: Step) -> bool:
    return isinstance(holder, list) and isinstance(step, int) and isinstance(last, int) and step > last


def _paths(data: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, item in items:
        yield from _paths(item, (*path, step))


def _same_parts(old: Any, new: Any, was: Path, is_: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the paths of each part in both, before and after."""
    yield was, is_
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() & new.keys():
            yield from _same_parts(old[key], new[key], (*was, key), (*is_, key))
    elif isinstance(old, list) and isinstance(new, list):
        for one, other in _same_items(old, new):
            yield from _same_parts(old[one], new[other], (*was, one), (*is_, other))


def _same_items(old: list[Any], new: list[Any]) -> Iterator[tuple[int, int]]:
    """Yield the items of both lists: those that did not move, those that did, and those that tell of the same."""
    left: list[int] = []
    come: list[int] = []
    for what, first, last, start, stop in steps(old, new):
        if what == "equal":
            yield from zip(range(first, last), range(start, stop), strict=True)
        else:
            left += range(first, last)
            come += range(start, stop)
    for alike in (is_same, _is_about_same):
        for one in [*left]:
            if (other := next((at for at in come if alike(old[one], new[at])), None)) is not None:
                yield one, other
                left.remove(one)
                come.remove(other)


def _is_about_same(one: Any, other: Any) -> bool:
    """Tell whether two items refer to the same, or are two groups with most of their fields alike."""
    if not isinstance(one, dict) and not isinstance(other, dict):
        return False
    if not isinstance(one, dict) or not isinstance(other, dict):
        group, single = (one, other) if isinstance(one, dict) else (other, one)
        return any(group.get(name) == single for name in _REFERENCES)
    if any(name in one and one[name] == other.get(name) for name in _REFERENCES):
        return True
    alike = sum(is_same(item, other[name]) for name, item in one.items() if name in other)
    return alike * 2 > max(len(one), len(other))
