"""Comments that speak to planlint: where they stand and which lines they are about."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planlint.base import Span
from planlint.source.read import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKER = re.compile(r"(?:^|(?<=\s))#\s*planlint:\s*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment's text after «planlint:», its place, and the first and last line that it is about."""

    text: str
    span: Span
    first: int
    last: int


def _nodes(node: Node) -> Iterator[tuple[Node, Node]]:
    """Give every pair (key, value) and every list item (item, item) at any depth."""
    if isinstance(node, MappingNode):
        pairs = list(node.value)
    elif isinstance(node, SequenceNode):
        pairs = [(item, item) for item in node.value]
    else:
        return
    for first, second in pairs:
        yield first, second
        yield from _nodes(second)


def _last_line(node: Node) -> int:
    """Give the last line of a node, from 1; the parser's own mark of a block lies where the next thing begins."""
    while isinstance(node, (MappingNode, SequenceNode)) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark
    return int(end.line + (end.column > 0 or end.line == node.start_mark.line))


def texts_in(root: Node) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Give where every scalar begins and ends (from 0), in the order of the file."""
    ends = {
        (node.start_mark.line, node.start_mark.column): (node.end_mark.line, node.end_mark.column)
        for pair in _nodes(root)
        for node in pair
        if isinstance(node, ScalarNode)
    }
    return sorted(ends.items())


def is_inside(texts: list[tuple[tuple[int, int], tuple[int, int]]], line: int, column: int) -> bool:
    """Tell whether a position (from 0) lies within a scalar, where # is a letter like any other."""
    at = bisect_right(texts, (line, column), key=lambda text: text[0]) - 1  # the last that begins there or before
    return at >= 0 and (line, column) < texts[at][1]


def _targets(rows: list[str]) -> list[int]:
    """Give, for every line, the one (from 1) that a comment alone on it is about: the next that holds more."""
    found, below = [], 0
    for number in range(len(rows), 0, -1):
        found.append(below or number)
        text = rows[number - 1].strip()
        if text and not text.startswith("#"):
            below = number
    return found[::-1]


def comments(text: str, root: Node) -> Iterator[Comment]:
    """Yield the comments of a file that begin with «planlint:».

    A comment is about the line it ends, or the first line below a comment of its own; where a key or a list item
    begins on that line, about all that belongs to it.
    """
    rows = lines(text.removeprefix("\ufeff"))
    marked = [(number, row, match) for number, row in enumerate(rows) for match in MARKER.finditer(row)]
    texts, ends, targets = (texts_in(root), _ends(root), _targets(rows)) if marked else ([], {}, [])
    last = -1
    for number, row, match in marked:
        if number == last or is_inside(texts, number, match.start()):
            continue  # the words of a text, or of the comment itself
        last = number
        own_line = not row[: match.start()].strip()
        first = targets[number] if own_line else number + 1
        span = Span(number + 1, match.start() + 1, number + 1, len(row.rstrip()) + 1)
        yield Comment(row[match.end() :].rstrip(), span, first, ends.get(first, first))


def _ends(root: Node) -> dict[int, int]:
    """Give, for every line where a key or a list item begins, the last line of what belongs to it."""
    ends: dict[int, int] = {}
    for first, second in _nodes(root):
        line = first.start_mark.line + 1
        ends[line] = max(ends.get(line, line), _last_line(second))
    return ends
