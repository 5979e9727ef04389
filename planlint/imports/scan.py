"""Looking through the XML of an Office file while it is unpacked: how big its tables are, and no tricks.

The readers allot memory by the numbers that the XML gives (a cell at XFD1048576 is a sheet of seventeen billion
cells), so those numbers are judged here first. The look also finds what the readers do not tell: which cells show a
day as a month or a year, which formulas nobody has worked out, and what colour a cell has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planlint.base import N_
from planlint.imports.colours import colour_name, tinted

Position = tuple[int, int]
_REFERENCE = re.compile(r"([A-Z]{1,7})(\d{1,10})")
_NO_CODE = re.compile(r'"[^"]*"|\\.|\[[^][]*\]|_.|\*.')
_MONTH_AND_YEAR = 17  # Excel's own number for mmm-yy, which it gives to «feb 2018»
_SWAPPED = {0: 1, 1: 0, 2: 3, 3: 2}
"""The first four colours of a theme: its own order is dark and light, and cells count light and dark."""
_MACROS = re.compile(rb"macroenabled|vbaproject|vbadata|macrosheet", re.IGNORECASE)
"""Programs of Office, old (XLM) and new (VBA), in its names of types."""
BROKEN = N_("Filen er skadet og kan ikke leses. Åpne den i Office og lagre den på nytt, eller finn en ny kopi.")


@dataclass(slots=True)
class SheetFacts:
    """What one sheet's XML says of its cells, by row and column from 0; `dressed` are cells without a value."""

    styled: list[tuple[Position, int]] = field(default_factory=list)
    unworked: list[Position] = field(default_factory=list)
    dressed: list[tuple[Position, int]] = field(default_factory=list)
    height: int = 0
    width: int = 0


@dataclass(slots=True)
class Scan:
    """What was found: kinds of parts and of relations, sheets by the name of their part, and the number formats."""

    suffix: str
    content_types: bytes = b""
    relations: bytes = b""
    sheets: dict[str, SheetFacts] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    formats: dict[int, str] = field(default_factory=lambda: {_MONTH_AND_YEAR: "mmm-yy"})
    styles: list[int] = field(default_factory=list)
    fills: list[tuple[str, int, float]] = field(default_factory=list)
    filled: list[int] = field(default_factory=list)
    theme: list[str] = field(default_factory=list)
    rows: int = 0

    @property
    def has_macros(self) -> bool:
        """Whether any part is said to hold programs, by its own type or by what leads to it, whatever its name."""
        return bool(_MACROS.search(self.content_types + self.relations))

    def facts(self, sheet: str) -> SheetFacts:
        """Give what was found in a sheet, by the name that the user sees."""
        target = self.targets.get(self.names.get(sheet, ""), "").lstrip("/").removeprefix("xl/")
        return self.sheets.get(f"xl/{target}", SheetFacts())

    def shown_as(self, style: int) -> str:
        """Give "måned" or "år" where a style shows a day without its day (or month), else ""."""
        code = self.formats.get(self.styles[style], "") if 0 <= style < len(self.styles) else ""
        code = _NO_CODE.sub("", code.partition(";")[0]).lower()
        if not {"y", "å"} & set(code) or {"d", "h"} & set(code):
            return ""
        return "måned" if "m" in code else "år"

    def coloured_as(self, style: int) -> str:
        """Give the name of the colour that a style fills a cell with, or ""."""
        number = self.filled[style] if 0 <= style < len(self.filled) else 0
        code, theme, tint = self.fills[number] if 0 <= number < len(self.fills) else ("", -1, 0.0)
        if not code and 0 <= theme < len(self.theme):
            code = self.theme[_SWAPPED.get(theme, theme)]
        return colour_name(tinted(code, tint)) if code else ""


def position(reference: str) -> Position | None:
    """Give row and column from 0 of a cell by its name: B3 is (2, 1)."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
