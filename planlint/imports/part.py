"""One XML part of an Office file while it is unpacked: numbers and names judged before any reader sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from planlint.base import N_
from planlint.imports.cells import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, ImportFault, too_many_rows
from planlint.imports.colours import indexed
from planlint.imports.scan import BROKEN, Scan, SheetFacts, position

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.imports.scan import Position

_MAX_DRESSED = 200_000
_SHEET, _DOCUMENT = N_("Et ark i filen"), N_("Dokumentet")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _attribute(attributes: Mapping[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if _local(key) == name), "")


def _number(attributes: Mapping[str, str], name: str) -> int:
    text = _attribute(attributes, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 10 else -1  # noqa: PLR2004 - as Office writes


_NO_FILL = ("", -1, 0.0)
_THEME = 12
_STYLE_LISTS = frozenset(("cellXfs", "cellStyleXfs", "fills", "fonts", "borders", "dxfs"))


def _share(text: str) -> float:
    """Give how much lighter or darker a colour is made; 0 for what is no number."""
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def _fill_of(attributes: Mapping[str, str]) -> tuple[str, int, float]:
    """Give a colour: its digits, or its place in the theme with how much lighter or darker it is."""
    code = attributes.get("rgb", "") or indexed(_number(attributes, "indexed"))
    return code[-6:], _number(attributes, "theme"), _share(attributes.get("tint", ""))


class Part:
    """One XML part under way. Raises ImportFault at the first thing that is not allowed."""

    def __init__(self, scan: Scan, name: str) -> None:
        """Begin; the part's first element decides what to look for."""
        self.scan, self.name, self.facts = scan, name, SheetFacts()
        self.row, self.column, self.style, self.formula, self.inside = -1, -1, -1, False, ""
        self.solid = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._first

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        """Look through some more, or say that there is no more."""
        try:
            self.parser.Parse(chunk, last)
        except (expat.ExpatError, LookupError) as error:  # LookupError: an encoding that nobody knows
            raise ImportFault(BROKEN) from error

    def _refuse(self, *_: object) -> None:
        raise ImportFault(N_("Filen har XML som erklærer egne entiteter, noe Office aldri skriver. Den åpnes ikke."))

    def _first(self, name: str, attributes: dict[str, str]) -> None:
        kinds: dict[str, Callable[[str, dict[str, str]], None]] = {
            "worksheet": self._sheet, "styleSheet": self._styles, "workbook": self._workbook,
            "Relationships": self._relations, "Types": self._types, "theme": self._theme,
        }  # fmt: skip
        kind = _local(name)
        self.parser.StartElementHandler = handler = kinds.get(kind, self._word)
        if kind == "worksheet":
            self.scan.sheets[self.name] = self.facts
            self.parser.EndElementHandler = self._end
        handler(name, attributes)

    def _types(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - expat's signature
        self.scan.content_types += _attribute(attributes, "ContentType").encode() + b"\n"

    def _workbook(self, name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            self.scan.names[attributes.get("name", "")] = _attribute(attributes, "id")

    def _relations(self, name: str, attributes: dict[str, str]) -> None:
        if _local(name) != "Relationship":
            return
        self.scan.relations += _attribute(attributes, "Type").encode() + b"\n"
        if self.name.endswith("workbook.xml.rels"):
            self.scan.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def _styles(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag in _STYLE_LISTS:
            self.inside = tag
        elif tag == "numFmt":
            self.scan.formats[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif tag == "xf" and self.inside == "cellXfs":
            self.scan.styles.append(_number(attributes, "numFmtId"))
            self.scan.filled.append(_number(attributes, "fillId"))
        elif self.inside == "fills":
            self._fill(tag, attributes)

    def _fill(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note a fill, and the colour of a solid one."""
        if tag == "fill":
            self.scan.fills.append(_NO_FILL)
        elif tag in {"patternFill", "gradientFill"}:
            self.solid = tag == "gradientFill" or attributes.get("patternType", "none") not in {"none", "gray125"}
        elif tag in {"fgColor", "color"} and self.solid and self.scan.fills:
            self.scan.fills[-1] = _fill_of(attributes)

    def _theme(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "clrScheme":
            self.inside = tag
        elif tag in {"fontScheme", "fmtScheme"}:
            self.inside = ""
        elif self.inside and tag in {"srgbClr", "sysClr"} and len(self.scan.theme) < _THEME:
            self.scan.theme.append(attributes.get("lastClr", "") or attributes.get("val", ""))

    def _sheet(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "row":
            number = _number(attributes, "r")
            self.row, self.column = (number - 1 if number > 0 else self.row + 1), -1
        elif tag == "c":
            named = position(attributes.get("r", ""))
            self.row, self.column = named or (max(self.row, 0), self.column + 1)
            self.style, self.formula = _number(attributes, "s"), False
            self._dress()
        elif tag == "f":
            self.formula = True
        elif tag in {"v", "is"}:
            self._value()

    def _dress(self) -> None:
        """Note a cell that may have a colour and no value; more of them than any table has are let go."""
        inside = self.row < MAX_ROWS and self.column < MAX_COLUMNS
        if self.style > 0 and inside and len(self.facts.dressed) < _MAX_DRESSED:
            self.facts.dressed.append(((self.row, self.column), self.style))

    def _value(self) -> None:
        self.formula = False
        self._grow((self.row, self.column))
        if self.style > 0:
            self.facts.styled.append(((self.row, self.column), self.style))

    def _end(self, name: str) -> None:
        if self.formula and _local(name) == "c":
            self.facts.unworked.append((self.row, self.column))
            self.formula = False

    def _grow(self, at: Position) -> None:
        if at[0] >= MAX_ROWS:
            raise too_many_rows(_SHEET)
        self.facts.height, self.facts.width = max(self.facts.height, at[0] + 1), max(self.facts.width, at[1] + 1)
        if self.facts.width > MAX_COLUMNS or self.facts.height * self.facts.width > MAX_CELLS:
            raise ImportFault(
                N_("Et ark i filen er for bredt: grensen er {grense} kolonner. Ta bort det som ikke er planer."),
                grense=MAX_COLUMNS,
            )

    def _word(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if self.scan.suffix != ".docx":
            return
        if tag == "tr":
            self.scan.rows += 1
            if self.scan.rows > MAX_ROWS:
                raise too_many_rows(_DOCUMENT)
        elif tag in {"gridSpan", "gridBefore"} and _number(attributes, "val") > MAX_COLUMNS:
            raise ImportFault(
                N_("En tabell i filen er bredere enn {grense} kolonner, og det er grensen."),
                grense=MAX_COLUMNS,
            )
