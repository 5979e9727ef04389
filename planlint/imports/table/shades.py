"""Colours of cells as marks: what the lines around a table say of them, and which cells are marks by them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planlint.imports.table.head_words import MARK, YEAR
from planlint.imports.table.legend import begun_decision, decision_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planlint.imports.cells import Sheet, SheetRow
    from planlint.imports.table.heads import Column

SHADED = "■"
"""How a shaded cell is read: alone, or with the name of its colour where a legend explains colours."""
_COLOURS = {
    "gr(?:ø|ö)nn?e?|grønt": "grønn", "gule?|gult": "gul", "røde?|rødt|raude?|raudt": "rød", "blåe?|blått": "blå",
    "oransje": "oransje", "gråe?|grått": "grå", "lilla|fiolett": "lilla", "rosa": "rosa",
}  # fmt: skip
_COLOUR = "|".join(_COLOURS)
_PLACE = r"felt\w*|ruter?|rutene|rutane|celler?|cellene|cellane|bakgrunn\w*|markering\w*|skravur\w*|skraver\w*|farge\w*"
_ROWS = r"rad|rader|radene|radane|linjer?|linjene|linjane|planer|planene|planar|planane"
_SAID = re.compile(
    rf"(?<!\w)(?:(?:lys|mørk)e? ?)?(?:(?P<colour>{_COLOUR})|(?P<any>(?:skraver|skygge|skugge|farge|farga)\w*))"
    rf"(?: (?:(?P<rows>{_ROWS})|(?:{_PLACE}))\b)?"
    r" ?(?:=|:|viser|syner|betyr|tyder|markerer|angir|angjev|står for|er) ?(?P<means>[^.;,=]{2,120})",
    re.IGNORECASE,
)
_WORK = re.compile(r"arbeid|pågår|prosess|aktivitet|gjennomfør", re.IGNORECASE)
_VOTE = re.compile(r"vedta|vedtek|sluttbehandl|slutthandsam|ferdig", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^(?:året? )?(?:at )?(?:planene?|planane|plan)\s+(?:som )?(?:skal\s+|blir\s+|vert\s+|er\s+)?", re.IGNORECASE
)
_MARK = re.compile(rf"(?P<text>.*?) ?{SHADED}(?: (?P<colour>\w+))?", re.DOTALL)
_SOME = 2


class Shades(NamedTuple):
    """What the colours of cells mean: below years, by colour ("" for any), and what those of whole rows decide."""

    cells: Mapping[str, str]
    rows: Mapping[str, str]
    keys: frozenset[int]
    """The numbers of the rows that explain a colour: a coloured cell with its explanation beside it."""

    def meaning(self, colour: str) -> str:
        """Give what a colour is said to mean, or ""."""
        return self.cells.get(colour) or self.cells.get("", "")


def shades_of(sheet: Sheet, lines: Iterable[str], title: int) -> Shades:
    """Give what the lines around a table, and the keys beside it, say of colours."""
    cells: dict[str, str] = {}
    rows: dict[str, str] = {}
    for line in lines:
        for match in _SAID.finditer(" ".join(line.split())):
            means = match["means"].strip()
            colour = _name(match["colour"] or "")
            valg = decided_by(means)
            if match["rows"] and colour and valg:
                rows[colour] = valg
            elif not match["rows"]:
                cells.setdefault(colour, means)
    keys = {row.number: key for row in sheet.rows if (key := key_of(row, title))}
    return Shades(dict(keys.values()) | cells, rows, frozenset(keys))


def is_about_colours(line: str) -> bool:
    """Tell whether a line says what a colour means."""
    return bool(_SAID.search(" ".join(line.split())))


def _name(word: str) -> str:
    return next((name for pattern, name in _COLOURS.items() if re.fullmatch(pattern, word, re.IGNORECASE)), "")


def key_of(row: SheetRow, title: int = -1) -> tuple[str, str] | None:
    """Give the colour and its explanation where a row is a coloured cell with one text to the right, and no more."""
    texts = [(at, text) for at, text in enumerate(row.texts) if text]
    if len(texts) != 1 or len(row.shaded) != 1:
        return None
    (at, text), (place, colour) = texts[0], *row.shaded.items()
    return (colour, text) if place == at - 1 and at != title else None


def decided_by(meaning: str) -> str:
    """Give the decision that an explanation is: «ny plan», «planen skal revideres»; or ""."""
    own = _SUBJECT.sub("", meaning)
    return decision_of(meaning) or decision_of(own) or begun_decision(meaning) or begun_decision(own)


def is_vote(meaning: str) -> bool:
    """Tell whether an explanation is of the year of the vote, and of no decision."""
    return bool(_VOTE.search(meaning)) and not decided_by(meaning)


def is_work(meaning: str) -> bool:
    """Tell whether an explanation is of work, and of no decision."""
    return bool(_WORK.search(meaning)) and not decision_of(meaning)


def shade_mark(row: SheetRow, column: Column, title: int, shades: Shades, *, alone: bool) -> str:
    """Give a mark for a coloured cell below a year or a decision, "" for none; `alone`: the table has no others.

    A row that is coloured from its title on is dressed, and has no marks.
    """
    colour = row.shaded.get(column.index, "")
    if not colour or row.merged or column.field not in {YEAR, MARK} or colour == row.shaded.get(title):
        return ""
    if column.field == YEAR and shades.meaning(colour):
        return f"{SHADED} {colour}"
    return SHADED if alone and not row.text(column.index) else ""


def parted(text: str) -> tuple[str, str, bool]:
    """Give a cell's own text, the name of the colour that is a mark in it, and whether there is a mark of colour."""
    match = _MARK.fullmatch(text)
    return (match["text"], match["colour"] or "", True) if match else (text, "", False)


def has_one_colour(rows: Sequence[SheetRow], columns: Iterable[int], title: int) -> bool:
    """Tell whether the empty cells of some columns have one colour, or none: of two, nobody knows what each means."""
    found = {
        colour
        for row in rows
        for at in columns
        if (colour := row.shaded.get(at, "")) and not row.text(at) and colour != row.shaded.get(title)
    }
    return len(found) < _SOME


def is_dressing(colours: Sequence[str]) -> bool:
    """Tell whether the colours of rows are there for the eye: all alike, or every other row."""
    kinds = Counter(colours)
    return len(kinds) < _SOME or (len(kinds) == _SOME and all(one != other for one, other in pairwise(colours)))
