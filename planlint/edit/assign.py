"""`key=value` as people write it, and the value that the model wants of it: a number, a text, a list."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_, Message, did_you_mean, nearest
from planlint.edit.order import MODELS
from planlint.edit.plain_data import edited, get
from planlint.model import has_years_at, keys_at, norwegian_key
from planlint.source import UnreadableError, parse
from planlint.system import UsageError, validate_data
from planlint.words import read_point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from planlint.base import Step
    from planlint.edit.document import Document
    from planlint.register import Register

    Path = tuple[Step, ...]

_WORD = re.compile(r"(?P<key>[^=\s]+?)\s*(?P<how>[+-]?=)\s?(?P<value>.*)", re.DOTALL)
_NAMES = ("mål", "plan", "kilde", "hva", "url", "tittel")


class Assignment(NamedTuple):
    """What to do with a field: `=` gives it a value (none: takes it out), `+=` and `-=` change a list."""

    key: str
    how: str
    value: str


def read(word: str) -> Assignment:
    """Read `key=value`. Raises UsageError."""
    match = _WORD.fullmatch(word)
    if match is None:
        raise UsageError(N_("Skriv `felt=verdi`, for eksempel `periode.til=2030`, og ikke «{ord}»."), ord=word)
    return Assignment(match["key"], match["how"], match["value"].strip())


def carry_out(document: Document, kind: str, assignment: Assignment, register: Register) -> None:
    """Edit a document as an assignment says. Raises UsageError and EditError."""
    model = MODELS[kind]
    path = _path(document.data, model, assignment.key)
    there = get(document.data, path)
    if assignment.how == "-=":
        document.remove(_item(there, path, assignment))
    elif assignment.how == "+=":
        if not any(_means(item, assignment.value) for item in there or []):
            document.append(path, _value(document.data, model, "append", path, _added(path, assignment, register)))
    elif assignment.value:
        document.set(path, _value(document.data, model, "set", path, list(_readings(assignment.value))))
    elif there is not None or get(document.data, path[:-1]) is not None:
        document.remove(path)
    _sweep(document, path)


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


def _readings(text: str) -> Iterator[Any]:
    """Give what a text can mean, likeliest first: what YAML says, the text, a time as people write it, a list."""
    try:
        data, issues = parse(f"k: {text}")
    except UnreadableError:
        data, issues = {}, []
    typed = data.get("k", text)
    if not issues and len(data) == 1 and typed is not None and not isinstance(typed, str):
        yield typed
    yield text
    point = read_point(text)
    if point is not None:
        yield point
    parts = [part.strip() for part in text.split(",")]
    words = all(part and " " not in part for part in parts)
    yield [int(part) if part.isdecimal() else part for part in parts] if words else [text]
    yield parts if words else [text]
    if re.fullmatch(r"-?\d+,\d+", text):
        yield float(text.replace(",", "."))


def _added(path: Path, assignment: Assignment, register: Register) -> list[Any]:
    readings = [value for value in _readings(assignment.value) if not isinstance(value, list)]
    if path == ("forankring",) and assignment.value in register.planer and assignment.value not in register.maal:
        return [{"plan": assignment.value}]
    return readings


def _value(data: Any, model: type[BaseModel], what: str, path: Path, readings: list[Any]) -> Any:
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


def _means(item: Any, text: str) -> bool:
    """Tell whether a text names an item of a list: by its value, or by what it is about."""
    if isinstance(item, dict):
        return any(str(item[name]) == text for name in _NAMES if name in item)
    return str(item) == text


def _item(there: Any, path: Path, assignment: Assignment) -> Path:
    items = there if isinstance(there, list) else []
    found = [index for index, item in enumerate(items) if _means(item, assignment.value)]
    if len(found) == 1:
        return (*path, found[0])
    if found:
        raise UsageError(
            N_("`{felt}` har {antall} som er «{verdi}». Rett filen for hånd."),
            felt=assignment.key,
            antall=len(found),
            verdi=assignment.value,
        )
    names = [next((str(item[name]) for name in _NAMES if name in item), "?") if isinstance(item, dict) else str(item)
             for item in items]  # fmt: skip
    has = (
        Message.of_text(N_("Den har {verdier}."), verdier=", ".join(names))
        if names
        else Message.of_text(N_("Den er tom."))
    )
    raise UsageError(N_("`{felt}` har ikke «{verdi}»."), has, felt=assignment.key, verdi=assignment.value)
