"""Changes of what is written on one line, between braces and brackets: one comma comes or goes with each part."""

from __future__ import annotations

import re
from typing import Any

from planlint.edit.nodes import (
    NodeChange,
    end_of,
    is_first_on_line,
    line_end,
    line_start,
    start_of,
    without_comments,
)

_BLANKS = re.compile(" *")


def _blank(text: str, at: int) -> str:
    """Give the blank that a colon without a value needs before a comma or a brace."""
    return " " if text[at - 1] == ":" else ""


def add(text: str, node: Any, after: int | None, pair: str) -> list[NodeChange]:
    """Write a key and its value after one of a group's children, or before them all."""
    if after is None:
        at = start_of(text, node, 0)
        return [NodeChange(at, at, f"{pair}, ")]
    at = end_of(text, node, after)
    return [NodeChange(at, at, f"{_blank(text, at)}, {pair}")]


def append(text: str, node: Any, items: list[str], newline: str) -> list[NodeChange]:
    """Write items after the last of a list; on lines of their own where that one has one."""
    last = len(node.value) - 1
    at, start = end_of(text, node, last), start_of(text, node, last)
    if not is_first_on_line(text, start):
        return [NodeChange(at, at, f", {', '.join(items)}")]
    row = f",{newline}".join(f"{text[line_start(text, start) : start]}{item}" for item in items)
    rest = without_comments(text[at : node.end_mark.index - 1])
    if "\n" not in rest:
        return [NodeChange(at, at, f",{newline}{row}")]
    below = line_end(text, at)
    if "," in rest:
        return [NodeChange(below, below, f"{row},{newline}")]
    return [NodeChange(at, at, ","), NodeChange(below, below, f"{row}{newline}")]


def remove(text: str, node: Any, index: int, *, last: bool) -> list[NodeChange]:
    """Take out one of several children; where it has its lines to itself, the comment at their end goes with it.

    `last` tells whether it is the last one, or all after it are taken out too.
    """
    start, end = start_of(text, node, index), end_of(text, node, index)
    if last:
        before = end_of(text, node, index - 1)
        if "\n" not in text[before:start]:
            return [NodeChange(before, end, _blank(text, before))]
    following = start_of(text, node, index + 1) if index + 1 < len(node.value) else node.end_mark.index - 1
    comma = without_comments(text[end:following]).find(",")
    at = end + comma + 1 if comma >= 0 else end
    stop = line_end(text, at)
    if is_first_on_line(text, start) and not without_comments(text[at:stop]).strip():
        return [NodeChange(line_start(text, start), stop, "")]
    blanks = _BLANKS.match(text, at)
    return [NodeChange(start, blanks.end() if blanks else at, "")]
