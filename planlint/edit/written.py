"""How a value is written as YAML: plain where every reader sees the same text, else quoted; short things on a line."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from planlint.source import UnreadableError, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH = 120
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_KEY = re.compile(r"\w[\w/.-]*")
_OLD: Any = Resolver()
_TEXT, _DAY = "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"


class Quoted(str):
    """A text that is always written in double quotes."""

    __slots__ = ()


class Written(NamedTuple):
    """A value as text: `head` follows the key's colon (or the dash), `body` are whole lines below it."""

    head: str
    body: tuple[str, ...] = ()


def _old_tag(text: str) -> str:
    """Give what a reader of the older YAML 1.1 takes a text without quotes for."""
    return str(_OLD.resolve(ScalarNode, text, (True, False)))


def is_day_text(text: str) -> bool:
    """Tell whether a text without quotes is a day, or a day and a time, to a reader of the older YAML 1.1."""
    return _old_tag(text) == _DAY


@lru_cache(maxsize=4096)
def _plain(text: str, *, flow: bool) -> bool:
    """Tell whether text without quotes is read as that text here and by every other reader.

    In a text between brackets, a question mark is the sign of a key to some of them, wherever it stands.
    """
    if text != text.strip() or not text.isprintable() or _old_tag(text) not in {_TEXT, _DAY}:
        return False
    whole = f"k: [{text}, x]" if flow else f"k: {text}"
    try:
        data, issues = parse(whole)
        other: Any = yaml.compose(whole, Loader=yaml.BaseLoader)  # the one that is written in Python
    except (UnreadableError, yaml.YAMLError):
        return False
    value = other.value[0][1]
    read = [item.value for item in value.value] if flow else value.value
    return not issues and data == {"k": read} and read == ([text, "x"] if flow else text)


def _quoted(text: str) -> str:
    whole = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", whole)


def _not_text(value: float | bool | None) -> str:  # noqa: FBT001 - a value of a file
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, int):
        return str(value)
    text = format(Decimal(repr(value)), "f")
    return text if "." in text else f"{text}.0"


def scalar(value: Any, *, flow: bool = False, style: str = "") -> str:
    """Write a single value; `style` is the quote that a text had before, kept where it can be."""
    if not isinstance(value, str):
        return _not_text(value)
    if style == "'" and value.isprintable() and not isinstance(value, Quoted):
        return "'{}'".format(value.replace("'", "''"))
    if style != '"' and not isinstance(value, Quoted) and _plain(value, flow=flow):
        return str(value)
    return _quoted(value)


def key(name: Any, *, flow: bool = False) -> str:
    """Write a key."""
    if isinstance(name, str) and not (_KEY.fullmatch(name) and _plain(name, flow=flow) and not is_day_text(name)):
        return _quoted(name)
    return str(name) if isinstance(name, str) else scalar(name)


def inline(value: Any) -> str:
    """Write a value on one line, lists and groups in flow style."""
    if isinstance(value, dict):
        return "{{{}}}".format(", ".join(f"{key(name, flow=True)}: {inline(item)}" for name, item in value.items()))
    if isinstance(value, list):
        return "[{}]".format(", ".join(inline(item) for item in value))
    return scalar(value, flow=True)


def _single(value: Any) -> bool:
    return not isinstance(value, dict | list) and not (isinstance(value, str) and "\n" in value)


def _short(value: Any, room: int) -> bool:
    """Tell whether a list or group is written on one line: single values only, or a group of them and of lists."""
    if isinstance(value, dict):
        parts = [part for item in value.values() for part in (item if isinstance(item, list) else [item])]
    else:
        parts = value
    return not value or (all(_single(part) for part in parts) and len(inline(value)) <= room)


def literal(text: str, column: int) -> Written | None:
    """Write text of several lines as a literal block under a key at a column; None where that cannot be exact."""
    end = "" if text.endswith("\n") else "-"
    rows = text.removesuffix("\n").split("\n")
    exact = len(rows) > 1 and rows[0].strip() and rows[-1].strip() and not rows[0].startswith(" ")
    if not exact or not all(row.replace("\t", "").isprintable() and (row.strip() or not row) for row in rows):
        return None
    return Written(f"|{end}", tuple(f"{' ' * (column + 2)}{row}" if row else "" for row in rows))


def block(value: Any, column: int, before: int, offset: int, style: str = "") -> Written:
    """Write a value after a key that stands at `column`.

    `before` is how much of the line the key takes, `offset` how far a list is indented below its key.
    """
    if isinstance(value, str) and style != '"' and "\n" in value and (whole := literal(value, column)):
        return whole
    if not isinstance(value, dict | list):
        return Written(scalar(value, style=style))
    if _short(value, WIDTH - before):
        return Written(inline(value))
    if isinstance(value, dict):
        return Written("", tuple(pairs(value, column + 2, offset)))
    return Written("", tuple(row for item in value for row in items(item, column + offset, offset)))


def pairs(value: Mapping[Any, Any], column: int, offset: int) -> list[str]:
    """Write a group's keys and values as lines at a column."""
    rows = []
    for name, item in value.items():
        start = f"{' ' * column}{key(name)}:"
        written = block(item, column, len(start) + 1, offset)
        rows += [f"{start} {written.head}" if written.head else start, *written.body]
    return rows


def items(value: Any, column: int, offset: int) -> list[str]:
    """Write one item of a list as lines, the first with its dash at a column."""
    dash = f"{' ' * column}- "
    if isinstance(value, dict | list) and not _short(value, WIDTH - len(dash)):
        inner = column + 2
        rows = pairs(value, inner, offset) if isinstance(value, dict) else []
        rows = rows or [row for item in value for row in items(item, inner, offset)]
        return [dash + rows[0][inner:], *rows[1:]]
    written = block(value, column, len(dash), offset)
    return [dash + written.head, *written.body]
