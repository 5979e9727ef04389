"""Places as the editor counts them (lines from 0, UTF-16) and as planlint does (from 1, letters): both ways."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol.types import Position, Range, TextEdit

from planlint.source import line_starts

if TYPE_CHECKING:
    from planlint.base import Span
    from planlint.edit import NodeChange

_WIDE = 0xFFFF


def _width(text: str) -> int:
    """Give how many units of UTF-16 a text takes."""
    return len(text) + sum(ord(char) > _WIDE for char in text) if not text.isascii() else len(text)


class Lines:
    """The lines of one text, as the editor counts them: it knows of fewer line breaks than YAML does."""

    def __init__(self, text: str) -> None:
        """Look where the lines begin."""
        self.text = text
        self._ours = line_starts(text)
        breaks = [
            at for at, char in enumerate(text) if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n")
        ]
        self._theirs = [0, *(at + 1 for at in breaks)]

    def position(self, offset: int) -> Position:
        """Give the editor's place of an offset into the text."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._theirs, offset) - 1
        return Position(line, _width(self.text[self._theirs[line] : offset]))

    def offset(self, position: Position) -> int:
        """Give the offset of the editor's place; past the end of a line it is the end."""
        if position.line >= len(self._theirs):
            return len(self.text)
        start = self._theirs[position.line]
        end = self._theirs[position.line + 1] if position.line + 1 < len(self._theirs) else len(self.text)
        row, left, at = self.text[start:end].rstrip("\r\n"), position.character, 0
        while at < len(row) and left > 0:
            left -= _width(row[at])
            at += 1
        return start + at

    def place(self, position: Position) -> tuple[int, int]:
        """Give planlint's line and column of the editor's place."""
        offset = self.offset(position)
        line = bisect_right(self._ours, offset)
        return line, offset - self._ours[line - 1] + 1

    def _at(self, line: int, column: int) -> Position:
        start = self._ours[line - 1] if line <= len(self._ours) else len(self.text)
        return self.position(start + column - 1)

    def range(self, span: Span) -> Range:
        """Give the editor's range of a stretch of text."""
        return Range(self._at(span.line, span.column), self._at(span.end_line, span.end_column))

    def edits(self, changes: list[NodeChange]) -> list[TextEdit]:
        """Give small changes of the text as the editor makes them."""
        return [TextEdit(Range(self.position(one.start), self.position(one.end)), one.text) for one in changes]
