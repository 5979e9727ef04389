"""Where in the data a place in a text is, read from indentation alone: it holds for whatever is half written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.base import Span
from planlint.living.spot import Spot
from planlint.source import scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.base import Step

_DASH = re.compile(r"-(?=\s|$)")
_KEY = re.compile(
    r"""(?:"(?P<double>[^"]*)"\s*|'(?P<single>[^']*)'\s*|(?P<plain>(?:[^\s#'"{}\[\],&*!|>%@`-]|-\S)[^:#]*)):(?=\s|$)"""
)
_OPEN = re.compile(
    r"""(?P<quoted>"[^"]*(?:"|$)|'[^']*(?:'|$))|(?P<sign>[{}\[\],])"""
    r"""|(?P<key>[^\s{}\[\],:'"][^{}\[\],:'"]*+)(?P<colon>:(?=\s|$))?"""
)
_MOST = 20


class _Entry(NamedTuple):
    """A dash (no key) or a key of a line: where it begins and ends, counted from 0."""

    column: int
    end: int
    key: Step | None


def _entries(row: str) -> list[_Entry]:
    """Give the dashes and the key that a line begins with."""
    at, found = len(row) - len(row.lstrip(" ")), list[_Entry]()
    while dash := _DASH.match(row, at):
        found.append(_Entry(at, dash.end(), None))
        at = dash.end() + len(row[dash.end() :]) - len(row[dash.end() :].lstrip(" "))
    if key := _KEY.match(row, at):
        plain = key["plain"]
        name = name_of(plain.rstrip()) if plain is not None else key["double"] or key["single"] or ""
        found.append(_Entry(at, key.end(), name))
    return found


def name_of(text: str) -> Step:
    """Give a key as the data has it, from what is written without quotes: a year is a number."""
    value = scalar(text)
    return value if isinstance(value, int | str) and not isinstance(value, bool) else text


def _above(rows: Sequence[str], row: int, limit: int, top: _Entry | None) -> list[Step]:
    """Give the steps that lead to what begins at a column of a row: its parents, by indentation, from the top.

    `top` is what begins there; a dash, there or on a line above, is counted among its like further up.
    """
    steps: list[Step] = []
    index = 0
    for number in range(row - 1, -1, -1):
        if top is None and limit == 0:
            break
        entries = [] if rows[number].lstrip().startswith("#") else _entries(rows[number])
        if not entries:
            continue
        in_list = top is not None and top.key is None
        if in_list and entries[0].key is None and entries[0].column == limit:
            index += 1
            continue
        parents = [one for one in entries if one.column < limit or (in_list and one.key and one.column == limit)]
        if not parents:
            continue
        if in_list:
            steps.insert(0, index)
        inner = parents[1:] if parents[0].key is None else parents
        steps[:0] = [0 if one.key is None else one.key for one in inner]
        top, limit, index = parents[0], parents[0].column, 0
    if top is not None and top.key is None:
        steps.insert(0, index)
    return steps


class _Flow(NamedTuple):
    """What brackets hold up to a place: the steps, where what is typed there begins, and whether that is a value."""

    steps: list[Step]
    begin: int
    is_value: bool


def _flow(text: str) -> _Flow:
    """Read what is written between brackets up to here; a quote that is not closed holds all that follows."""
    stack: list[tuple[bool, Step | None]] = []
    at, after_key = 0, False
    for match in _OPEN.finditer(text):
        if match["quoted"] or (match["key"] and not match["colon"]):
            continue
        at, sign, after_key = match.end(), match["sign"], bool(match["key"])
        if sign in {"{", "["}:
            stack.append((sign == "[", 0 if sign == "[" else None))
        elif sign in {"}", "]"}:
            del stack[-1:]
        elif stack and sign == ",":
            is_list, step = stack[-1]
            stack[-1] = (is_list, step + 1 if is_list and isinstance(step, int) else None)
        elif stack and after_key and not stack[-1][0]:
            stack[-1] = (False, name_of(match["key"].strip()))
    begin = len(text) - len(text[at:].lstrip())
    steps = [step for _, step in stack[:_MOST] if step is not None]
    return _Flow(steps, begin, after_key or bool(stack and stack[-1][0]))


def outline_at(rows: Sequence[str], line: int, column: int) -> Spot:
    """Give what is being written at a line and a column (from 1): the path, and the text from its beginning to there.

    A key that is not finished has the path of the group that it is in; the text is then what there is of it.
    """
    row = rows[line - 1][: column - 1] if line <= len(rows) else ""
    entries = _entries(row)
    part: Literal["key", "value"] = "value"
    if entries:
        steps = [*_above(rows, line - 1, entries[0].column, entries[0])]
        own = entries[1:] if entries[0].key is None else entries
        steps += [0 if one.key is None else one.key for one in own]
        begin = entries[-1].end
    else:
        indent = len(row) - len(row.lstrip(" "))
        steps, begin = _above(rows, line - 1, indent, None), 0
    rest = row[begin:]
    if rest.lstrip().startswith(("{", "[")):
        flow = _flow(rest)
        steps, begin, part = steps + flow.steps, begin + flow.begin, "value" if flow.is_value else "key"
    else:
        begin, part = begin + len(rest) - len(rest.lstrip()), "value" if entries else "key"
    quote = row[begin : begin + 1] if row[begin : begin + 1] in {"'", '"'} else ""
    begin += len(quote)
    text = row[begin:].removesuffix(quote) if quote else row[begin:]
    return Spot(tuple(steps), part, text, Span(line, begin + 1, line, begin + len(text) + 1))
