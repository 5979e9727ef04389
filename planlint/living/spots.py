"""What stands at a place in a text: by its nodes, and while it is broken by those of the last one that was whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planlint.base import Span
from planlint.living.outline import name_of, outline_at
from planlint.living.spot import Spot
from planlint.source import UnreadableError, compose, decode, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Step

    Path = tuple[Step, ...]

_MOST = 64
"""Texts whose nodes are kept: those that are open in an editor, and a few more."""


@dataclass(slots=True)
class _Text:
    """A text as it is now, the last one of the same file that was whole, and its nodes."""

    raw: bytes
    rows: list[str]
    whole: list[str]
    root: Node | None


class Texts:
    """The texts that have been asked about."""

    def __init__(self) -> None:
        """Begin with none."""
        self._texts: dict[str, _Text] = {}

    def _text(self, path: str, raw: bytes) -> _Text:
        known = self._texts.pop(path, None)
        if known is None or known.raw != raw:
            known = _read(raw, known)
        self._texts[path] = known
        while len(self._texts) > _MOST:
            del self._texts[next(iter(self._texts))]
        return known

    def spot(self, path: str, raw: bytes, line: int, column: int) -> Spot | None:
        """Give what stands at a line and a column (from 1) of a file's bytes; None where that is nothing."""
        text = self._text(path, raw)
        if line > len(text.rows):
            return None
        here = _line_before(text, line)
        if text.root is None or here is None:
            found = outline_at(text.rows, line, column)
            return found if found.text or found.path else None
        spot = _find(text.root, here, column)
        if spot is None or here == line:
            return spot
        moved, span = line - here, spot.span
        return spot._replace(span=Span(span.line + moved, span.column, span.end_line + moved, span.end_column))


def _read(raw: bytes, before: _Text | None) -> _Text:
    """Read a text; where it cannot be read, with the nodes that were there before."""
    try:
        text = decode(raw)
        root = compose(text)
    except UnreadableError:
        rows = lines(raw.decode("utf-8", errors="replace").removeprefix("\ufeff"))
        return _Text(raw, rows, before.whole if before else [], before.root if before else None)
    rows = lines(text)
    return _Text(raw, rows, rows, root)


def _line_before(text: _Text, line: int) -> int | None:
    """Give which line of the last whole text a line is; None where it has been written since."""
    rows, whole, at = text.rows, text.whole, line - 1
    if rows is whole:
        return line
    if at < len(whole) and rows[: at + 1] == whole[: at + 1]:
        return line
    below = len(rows) - at
    return len(whole) - below + 1 if below <= len(whole) and rows[at:] == whole[len(whole) - below :] else None


def _find(root: Node, line: int, column: int) -> Spot | None:
    """Give the innermost key or value that a place (from 1) is in, at its end too."""
    found = None
    for spot in spots_in(root):
        start, end = (spot.span.line, spot.span.column), (spot.span.end_line, spot.span.end_column)
        if start <= (line, column) <= end:
            found = spot
            if (line, column) < end:
                return found
    return found


def spots_in(root: Node) -> Iterator[Spot]:
    """Give every key and every single value of a file's nodes, in its order."""
    for path, is_key, node in _scalars(root, ()):
        start, end = node.start_mark, node.end_mark
        span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        yield Spot(path, "key" if is_key else "value", node.value, span)


def _scalars(node: Node, path: Path) -> Iterator[tuple[Path, bool, ScalarNode]]:
    """Give every single value and key with its path, keys marked."""
    if isinstance(node, ScalarNode):
        yield path, False, node
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from _scalars(item, (*path, index))
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                inner = (*path, str(key.value) if key.style else name_of(key.value))
                yield inner, True, key
                yield from _scalars(value, inner)
