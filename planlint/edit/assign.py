"""`key=value` as people write it, and the value that the model wants of it: a number, a text, a list."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_, Message, did_you_mean, nearest, pieces
from planlint.edit.list_items import KnownItems, ListItem, items_of, name_of, typed as _typed
from planlint.edit.order import MODELS
from planlint.edit.plain_data import edited, edited_by_all, get
from planlint.model import has_years_at, keys_at, norwegian_key
from planlint.system import UsageError, validate_data
from planlint.words import read_point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from planlint.base import Step
    from planlint.edit.document import Document
    from planlint.register import Register

    Path = tuple[Step, ...]

_HOW = N_("Skriv `felt=verdi`, for eksempel `periode.til=2030`, og ikke «{ord}».")
_WORD = re.compile(r"(?P<key>[^=\s]+?)\s*(?P<how>[+-]?=)\s?(?P<value>.*)", re.DOTALL)


class Assignment(NamedTuple):
    """What to do with a field: `=` gives it a value (none: takes it out), `+=` and `-=` change a list.

    What is a list of values is the same for all three: `planlint.edit.list_items`.
    """

    key: str
    how: str
    value: str


def read(word: str) -> Assignment:
    """Read `key=value`. Raises UsageError."""
    match = _WORD.fullmatch(word)
    if match is None:
        raise UsageError(_HOW, ord=word)
    return Assignment(match["key"], match["how"], match["value"].strip())


def carry_out(document: Document, kind: str, assignment: Assignment, register: Register) -> Message | None:
    """Edit a document as an assignment says; tell what a new group leaves out. Raises UsageError and EditError."""
    model = MODELS[kind]
    path = _path(document.data, model, assignment.key)
    there = get(document.data, path)
    if assignment.how != "=" and not pieces(assignment.value):
        raise UsageError(_HOW, ord=f"{assignment.key}{assignment.how}{assignment.value}")
    if assignment.how == "-=":
        document.remove_all(path, _removed(there, assignment))
    elif assignment.how == "+=":
        document.append_all(path, _added(document.data, model, path, assignment.value, register))
    elif assignment.value:
        readings = [*_readings(path, assignment.value, register), *_kept(path, assignment.value, there, register)]
        document.set(path, _value(document.data, model, "set", path, readings))
    else:
        document.remove(path)
    _sweep(document, path)
    return _left_out(there, get(document.data, path), assignment) if assignment.how == "=" else None


def _left_out(there: Any, now: Any, assignment: Assignment) -> Message | None:
    """Tell which fields of a group are gone because the whole of it was written anew, and how one alone is written."""
    if not isinstance(there, dict) or not isinstance(now, dict):
        return None
    if not (gone := [str(key) for key in there if key not in now]):
        return None
    text = N_("`{felt}` ble skrevet på nytt, og dette står ikke der lenger: `{borte}`. Ett felt alene: `{linje}`.")
    one = f"{assignment.key}.{next(iter(now))}=…"
    return Message.of_text(text, felt=assignment.key, borte=", ".join(gone), linje=one)


def _sweep(document: Document, path: Path) -> None:
    """Take out the groups and lists on a path that an edit left empty."""
    for length in range(len(path), 0, -1):
        if get(document.data, path[:length]) in ([], {}):
            document.remove(path[:length])


def _path(data: Any, model: type[BaseModel], key: str) -> Path:
    """Give the path of `periode.til`, `hendelser.1.sak` or `verdier.2020`. Raises UsageError for an unknown field."""
    path: tuple[Step, ...] = ()
    for word in key.split("."):
        known = keys_at(model, path)
        if isinstance(get(data, path), list):
            step: Step = int(word) - 1 if word.isdigit() and int(word) else word
        elif word.isdigit() and has_years_at(model, path):
            step = int(word)
        else:
            step = norwegian_key(word) if word not in known and norwegian_key(word) in known else word
        if not path and step not in known:
            suggestion = nearest(word, known)
            raise UsageError(N_("Det finnes ikke noe felt som heter `{felt}`."), did_you_mean(suggestion), felt=word)
        path = (*path, step)
    return path


def _readings(path: Path, text: str, register: Register) -> Iterator[Any]:
    """Give what a text can mean, likeliest first: what YAML says, the text, a time as people write it, a list."""
    typed = _typed(text)
    items = items_of(path, text, register)
    if isinstance(typed, list):
        yield [item.readings[0] for item in items]
    elif typed is not None:
        yield typed
    yield text
    point = read_point(text)
    if point is not None:
        yield point
    if items:
        yield [item.readings[0] for item in items]
        yield [item.readings[-1] for item in items]
    yield [text]
    if re.fullmatch(r"-?\d+,\d+", text):
        yield float(text.replace(",", "."))


def _kept(path: Path, text: str, there: Any, register: Register) -> Iterator[list[Any]]:
    """Give the list with what it has already as it stands, where a text names that: what `+=` finds there."""
    items = items_of(path, text, register) if isinstance(there, list) else []
    known = KnownItems(there if items else [])
    kept = [there[places[0]] if (places := known.places(item)) else item.readings[0] for item in items]
    if kept:
        yield kept


def _added(data: Any, model: type[BaseModel], path: Path, text: str, register: Register) -> list[Any]:
    """Give the values that a text adds: those it lists, or the whole of it where only that is one."""
    items = items_of(path, text, register)
    values = _new_values(data, model, path, items)
    if len(items) > 1 and not isinstance(_typed(text), list):
        before = _faults(model, data)
        if _after(data, model, path, values) - before:
            whole = _new_values(data, model, path, [ListItem(text, (text,))])
            if not _after(data, model, path, whole) - before:
                return whole
    return values


def _new_values(data: Any, model: type[BaseModel], path: Path, items: list[ListItem]) -> list[Any]:
    """Give what items add to a list: of each that is not there, the first reading that the model accepts."""
    there = get(data, path)
    known = KnownItems(there if isinstance(there, list) else [])
    values: list[Any] = []
    for item, value in zip(items, _read_together(data, model, path, items), strict=True):
        if not known.has(item):
            known.add(value)
            values.append(value)
    return values


def _read_together(data: Any, model: type[BaseModel], path: Path, items: list[ListItem]) -> list[Any]:
    """Give each item as `_value` reads it: with one look at the model for all, where they are read alike."""
    first, last = [item.readings[0] for item in items], [item.readings[-1] for item in items]
    if first == last:
        return first
    before = _faults(model, data)
    if not _after(data, model, path, first) - before:
        return first
    unsure = [item.readings[0] for item in items if len(item.readings) > 1]
    each = len(_after(data, model, path, unsure) - before) >= len(unsure)
    if each and not _after(data, model, path, last) - before:  # every first reading is at fault, no last one is
        return last
    return [_value(data, model, "append", path, item.readings) for item in items]


def _after(data: Any, model: type[BaseModel], path: Path, values: list[Any]) -> Counter[str]:
    return _faults(model, edited_by_all(data, [("append", path, value) for value in values]))


def _value(data: Any, model: type[BaseModel], what: str, path: Path, readings: Sequence[Any]) -> Any:
    """Give the first reading that the model accepts; where it accepts none, the first, which is then told of."""
    before = _faults(model, data)
    for reading in readings:
        if not _faults(model, edited(data, what, path, reading)) - before:
            return reading
    return readings[0]


def _faults(model: type[BaseModel], data: Any) -> Counter[str]:
    return Counter(
        f"{code} {item.place.path} {item.variant}" for code, item in validate_data(model, data, "", "").findings
    )


def _removed(there: Any, assignment: Assignment) -> set[int]:
    """Give which items of a list a text takes out. Raises UsageError where one is not there, or is there twice."""
    items = there if isinstance(there, list) else []
    wanted = items_of((), assignment.value, None)
    whole, known = ListItem(assignment.value, (assignment.value,)), KnownItems(items)
    if known.has(whole) and not all(map(known.has, wanted)):
        wanted = [whole]
    return {_which(items, known.places(item), item, assignment.key) for item in wanted}


def _which(items: list[Any], found: list[int], wanted: ListItem, key: str) -> int:
    if len(found) == 1:
        return found[0]
    if found:
        text = N_("`{felt}` har {antall} som er «{verdi}». Rett filen for hånd.")
        raise UsageError(text, felt=key, antall=len(found), verdi=wanted.text)
    names = [name_of(item) or "?" for item in items]
    has = (
        Message.of_text(N_("Den har {verdier}."), verdier=", ".join(names))
        if names
        else Message.of_text(N_("Den er tom."))
    )
    raise UsageError(N_("`{felt}` har ikke «{verdi}»."), has, felt=key, verdi=wanted.text)
