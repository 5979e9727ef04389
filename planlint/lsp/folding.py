"""What can be folded: groups and texts of several lines, and comments of several, as the reasons of exemptions are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import FoldingRange, FoldingRangeKind
from yaml.nodes import MappingNode, Node, SequenceNode

from planlint.source import UnreadableError, compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.lsp.session import Session


def folds(session: Session, uri: str) -> list[FoldingRange]:
    """Give the lines that can be folded; of a file that cannot be read, its comments."""
    lines = session.lines(session.path(uri))
    rows = lines.text.splitlines()
    try:
        blocks = [*_blocks(compose(lines.text), rows)]
    except UnreadableError:
        blocks = []
    return [*_comments(rows), *(FoldingRange(first, last) for first, last in sorted({*blocks}) if last > first)]


def _comments(rows: list[str]) -> Iterator[FoldingRange]:
    first = 0
    for number, row in enumerate([*rows, ""]):
        if row.lstrip().startswith("#"):
            continue
        if number - first > 1:
            yield FoldingRange(first, number - 1, kind=FoldingRangeKind.Comment)
        first = number + 1


def _blocks(node: Node, rows: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each key and item that takes several; blank lines below are not its."""
    pairs: list[tuple[Node, Node]] = []
    if isinstance(node, MappingNode):
        pairs = node.value
    elif isinstance(node, SequenceNode):
        pairs = [(item, item) for item in node.value]
    for key, value in pairs:
        last = value.end_mark.line - (value.end_mark.column == 0 and value.end_mark.line > key.start_mark.line)
        while last > key.start_mark.line and (last >= len(rows) or not rows[last].strip()):
            last -= 1
        yield key.start_mark.line, last
        yield from _blocks(value, rows)
