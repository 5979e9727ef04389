"""Confirm anchors: write `bekreftet` and `avtrykk` beside a goal in a plan's `forankring`, and nothing else.

ruamel.yaml reads the file and says where each part stands; only the characters of the anchor are replaced. A whole
round trip would move the comments around a changed list item, and wrap and indent other lines anew.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BOM = b"\xef\xbb\xbf"
_GOAL = "mål"
_COLON = re.compile(r"\s*:")


class EditError(Exception):
    """The file cannot be changed safely; the text is for the user."""


class _Change(NamedTuple):
    """Put `text` in place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


def _span(node: Any) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _field(node: Any, name: str) -> tuple[Any, Any] | None:
    return next((pair for pair in node.value if pair[0].value == name), None)


def _colon(text: str, pair: tuple[Any, Any]) -> int:
    """Give the place right after a key and its colon, where it has one."""
    end: int = pair[0].end_mark.index
    match = _COLON.match(text, end)
    return match.end() if match else end


def _end(text: str, pair: tuple[Any, Any]) -> int:
    """Give the place where a value ends; the parser's own mark of an empty one may lie lines further down."""
    start, end = _span(pair[1])
    return end if start < end else _colon(text, pair)


def _replace(text: str, pair: tuple[Any, Any], value: str) -> _Change:
    """Write a value where a key already stands, also where the key has none."""
    start, end = _span(pair[1])
    if start < end:
        return _Change(start, end, value)
    at = _colon(text, pair)
    return _Change(at, at, f" {value}" if text[at - 1] == ":" else f": {value}")


def _in_block(text: str, pair: tuple[Any, Any], line: str) -> _Change:
    """Write a new line below the one that a key's value ends on, with the key's indentation."""
    newline = "\r\n" if "\r\n" in text else "\n"
    whole = f"{' ' * pair[0].start_mark.column}{line}"
    at = text.find("\n", _end(text, pair)) + 1
    return _Change(at, at, f"{whole}{newline}") if at else _Change(len(text), len(text), f"{newline}{whole}")


def _in_mapping(text: str, node: Any, before: tuple[Any, Any], values: Mapping[str, str]) -> Iterator[_Change]:
    """Set keys of a mapping; a new one comes right after the one before it, `mål` being the first."""
    for name, value in values.items():
        if pair := _field(node, name):
            yield _replace(text, pair, value)
            before = pair
        elif node.flow_style:
            end = _end(text, before)
            yield _Change(end, end, f", {name}: {value}")
        else:
            yield _in_block(text, before, f"{name}: {value}")


def _changes(text: str, maal: str, values: Mapping[str, str]) -> Iterator[_Change]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - only edits need it

    pair = _field(YAML().compose(text), "forankring")
    for node in pair[1].value if pair else ():
        if isinstance(node.value, str):
            if node.value == maal:
                start, end = _span(node)
                whole = ", ".join(f"{name}: {value}" for name, value in values.items())
                yield _Change(start, end, f"{{{_GOAL}: {text[start:end]}, {whole}}}")
        elif (goal := _field(node, _GOAL)) and goal[1].value == maal:
            yield from _in_mapping(text, node, goal, values)


def _expected(data: Any, maal: str, values: Mapping[str, str]) -> Any:
    """Give the data as it must be afterwards."""
    data = copy.deepcopy(data)
    for index, anchor in enumerate(data["forankring"]):
        if maal in (anchor, isinstance(anchor, dict) and anchor.get(_GOAL)):
            old = anchor if isinstance(anchor, dict) else {_GOAL: anchor}
            data["forankring"][index] = old | {name: value.strip('"') for name, value in values.items()}
    return data


def _edited(text: str, maal: str, values: Mapping[str, str]) -> str:
    changes = enumerate(_changes(text, maal, values))
    for _, change in sorted(changes, key=lambda item: (item[1].start, item[0]), reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _read(text: str) -> tuple[Any, list[Any]]:
    """Give the data, and what is doubtful in it wherever that stands."""
    data, issues = parse(text)
    return data, [(issue.code, issue.args) for issue in issues]


def bekreft(raw: bytes, maal: str, day: str, mark: str) -> bytes:
    """Give a plan's file with each anchor in a goal confirmed on a day, with the goal's mark.

    Raises EditError where the file would then say anything else than before and that.
    """
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - only edits need it

    values = {"bekreftet": day, "avtrykk": f'"{mark}"'}
    try:
        text = decode(raw)
        before, doubts = _read(text)
        new = _edited(text, maal, values)
        safe = _read(new) == (_expected(before, maal, values), doubts)
    except (UnreadableError, YAMLError):
        safe = False
    if not safe:
        message = "filen er skrevet slik at linjen ikke kan endres trygt. Skriv dette i forankringen for hånd"
        raise EditError(message)
    return (_BOM if raw.startswith(_BOM) else b"") + new.encode()
