"""Comments that speak to planlint: where they stand and which lines they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planlint.diagnostic import Span
from planlint.source.read import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKER = re.compile(r"(?:^|(?<=\s))#\s*planlint:\s*(?P<text>.*?)\s*$")


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


def _inside_text(root: Node, line: int, column: int) -> bool:
    """Tell whether a position (from 0) lies within a scalar, where # is a letter like any other."""
    return any(
        (node.start_mark.line, node.start_mark.column) <= (line, column) < (node.end_mark.line, node.end_mark.column)
        for pair in _nodes(root)
        for node in pair
        if isinstance(node, ScalarNode)
    )


def _target(rows: list[str], line: int) -> int:
    """Give the line (from 1) that a comment on a line of its own is about: the next that holds something else."""
    for number in range(line, len(rows)):
        text = rows[number].strip()
        if text and not text.startswith("#"):
            return number + 1
    return line


def comments(text: str, root: Node) -> Iterator[Comment]:
    """Yield the comments of a file that begin with «planlint:».

    A comment is about the line it ends, or the first line below a comment of its own; where a key or a list item
    begins on that line, about all that belongs to it.
    """
    rows = lines(text.removeprefix("\ufeff"))
    ends: dict[int, int] = {}
    for number, row in enumerate(rows):
        match = MARKER.search(row)
        if not match or _inside_text(root, number, match.start()):
            continue
        ends = ends or _ends(root)
        own_line = not row[: match.start()].strip()
        first = _target(rows, number + 1) if own_line else number + 1
        span = Span(number + 1, match.start() + 1, number + 1, len(row.rstrip()) + 1)
        yield Comment(match["text"], span, first, max(first, ends.get(first, 0)))


def _ends(root: Node) -> dict[int, int]:
    """Give, for every line where a key or a list item begins, the last line of what belongs to it."""
    ends: dict[int, int] = {}
    for first, second in _nodes(root):
        line = first.start_mark.line + 1
        ends[line] = max(ends.get(line, 0), _last_line(second))
    return ends
