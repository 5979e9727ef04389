"""Rectangles in a few colours as a PNG, by the standard library alone: enough for a card and an icon without words."""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INDEXED = 3
"""The colour type of PNG (ISO/IEC 15948, 11.2.2) where each pixel is a place in a list of colours."""


class Pixels:
    """A picture of rectangles; a colour is written as `#rrggbb`."""

    def __init__(self, width: int, height: int, background: str) -> None:
        """Begin with one colour all over."""
        self.width, self.height = width, height
        self._colours = {background: 0}
        self._rows = [bytearray(width) for _ in range(height)]

    def fill(self, left: int, top: int, width: int, height: int, colour: str) -> None:
        """Fill a rectangle; what is outside the picture is left out."""
        index = self._colours.setdefault(colour, len(self._colours))
        first, last = max(left, 0), min(left + width, self.width)
        for row in self._rows[max(top, 0) : max(top + height, 0)]:
            row[first:last] = bytes([index]) * max(last - first, 0)

    def frame(self, left: int, top: int, width: int, height: int, line: tuple[int, str], inside: str) -> None:  # noqa: PLR0913 - a rectangle
        """Fill a rectangle that has a line around it: the line's width and colour."""
        thick, colour = line
        self.fill(left, top, width, height, colour)
        self.fill(left + thick, top + thick, width - 2 * thick, height - 2 * thick, inside)

    def png(self) -> bytes:
        """Give the picture as a file."""
        size = struct.pack(">IIBBBBB", self.width, self.height, 8, _INDEXED, 0, 0, 0)
        colours = b"".join(bytes.fromhex(colour[1:]) for colour in self._colours)
        lines = zlib.compress(b"".join(b"\0" + bytes(row) for row in self._rows), 9)
        parts = ((b"IHDR", size), (b"PLTE", colours), (b"IDAT", lines), (b"IEND", b""))
        return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
