"""What the comments that speak to planlint are about, as places in the data: what an edit must not change.

Such a comment is about lines (`planlint.source.comments`), and a finding is on the line where its place is shown
(`planlint.source.position`). Here the two are put together: the places whose findings a comment is about.
"""

from __future__ import annotations

from bisect import bisect_left
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planlint.base import Place
from planlint.source.comments import MARKER, comments
from planlint.source.position import Positions
from planlint.source.read import line_starts
from planlint.source.yaml import compose, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.base import Step

    Path = tuple[Step, ...]
    Part = Literal["key", "value"]
    Spot = tuple[Path, Part]

_PARTS: tuple[Part, ...] = ("key", "value")


class BoundComment(NamedTuple):
    """A comment with its #, where it begins and ends in the text, and the places that it is about."""

    start: int
    end: int
    text: str
    spots: frozenset[Spot]


class BoundText(NamedTuple):
    """The comments of a text that speak to planlint, in its order, and every place in it with its line (from 1).

    A text without such comments has its places not looked up.
    """

    comments: tuple[BoundComment, ...] = ()
    lines: Mapping[Spot, int] = MappingProxyType({})


def bound_comments(text: str) -> BoundText:
    """Find the comments of a text that speak to planlint, and what each is about. Raises UnreadableError."""
    if not MARKER.search(text):
        return BoundText()
    root, starts = compose(text), line_starts(text)
    lines = _lines(root)
    ordered = sorted(lines.items(), key=_line)
    found = []
    for comment in comments(text, root):
        span = comment.span
        start, end = (starts[span.line - 1] + column - 1 for column in (span.column, span.end_column))
        low, high = (bisect_left(ordered, line, key=_line) for line in (comment.first, comment.last + 1))
        found.append(BoundComment(start, end, text[start:end], frozenset(spot for spot, _ in ordered[low:high])))
    return BoundText(tuple(found), lines)


def spot_lines(text: str) -> Mapping[Spot, int]:
    """Give every place in a text with the line (from 1) that its findings are shown at. Raises UnreadableError."""
    return _lines(compose(text))


def _line(item: tuple[Spot, int]) -> int:
    return item[1]


def _lines(root: Node) -> dict[Spot, int]:
    positions = Positions(root)
    return {(path, part): positions.locate(Place("", path, part)).line for path in _paths(root) for part in _PARTS}


def _paths(node: Node, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every part of a file, the whole of it first."""
    yield path
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                yield from _paths(value, (*path, key.value if key.style else scalar(key.value)))  # type: ignore[arg-type]
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from _paths(item, (*path, index))
