"""CSV as people have it: semicolons, commas or tabs; UTF-8, UTF-16 or Windows letters; line breaks inside quotes."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.imports.cells import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Content,
    ImportFault,
    Sheet,
    SheetRow,
    too_many_rows,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Score = Callable[[list[str]], int]

_DELIMITERS = ";,\t|"
_NO_DELIMITER = "\x1f"
"""A character that no text has."""
_HEAD = 30
_MAX_TEXT = 100_000
_NAME = N_("Filen")


def read(raw: bytes, name: str, score: Score) -> Content:
    """Give the one table of a CSV file; `score` tells how many columns of a row are known, to choose the delimiter.

    Raises ImportFault for what is no text, has a quotation mark that is never closed, or is too large.
    """
    text = _decode(raw)
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    if told.startswith("sep=") and len(told) == len("sep=;"):
        return Content((Sheet(name, tuple(_rows(rest, told[-1], start=2))),))
    delimiter = max(_DELIMITERS, key=lambda one: _fit(text, one, score))
    if _is_list(text, delimiter, score):
        delimiter = _NO_DELIMITER
    return Content((Sheet(name, tuple(_rows(text, delimiter, start=1))),))


def _decode(raw: bytes) -> str:
    encodings = ["utf-8-sig", "cp1252"]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in raw:
        encodings = []
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ImportFault(N_("Filen er ikke tekst som kan leses. Lagre den fra Excel som «CSV UTF-8 (semikolondelt)»."))


def _fit(text: str, delimiter: str, score: Score) -> tuple[int, int]:
    """Give how well a delimiter fits the beginning: known columns in the best row, then columns altogether."""
    best = (0, 0)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if number >= _HEAD:
                break
            best = max(best, (score(row), len(row)))
    except csv.Error:
        return (-1, 0)
    return best


def _is_list(text: str, delimiter: str, score: Score) -> bool:
    """Tell whether the lines are a plain list, in which the delimiter is only a comma of the language."""
    known, width = _fit(text, delimiter, score)
    lines = [line for line in text.splitlines() if line.strip()]
    parted = sum(delimiter in line for line in lines)
    return known == 0 and width > 1 and 2 * parted < len(lines)


def _rows(text: str, delimiter: str, start: int) -> Iterator[SheetRow]:
    """Yield the rows by the line they begin on. Raises ImportFault as `read`."""
    csv.field_size_limit(_MAX_TEXT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, cells = start, 0
    try:
        for number, row in enumerate(reader):
            cells += len(row)
            if number >= MAX_ROWS:
                raise too_many_rows(_NAME)
            if len(row) > MAX_COLUMNS or cells > MAX_CELLS:
                raise ImportFault(
                    N_("Linje {linje} har mer enn {grense} kolonner, og det er grensen."),
                    linje=line,
                    grense=MAX_COLUMNS,
                )
            yield SheetRow(line, tuple(row))
            line = start + reader.line_num
    except csv.Error:
        raise ImportFault(
            N_(
                'Et anførselstegn som begynner på linje {linje}, stemmer ikke. Et felt som begynner med ", '
                'skal også slutte med ", og " inne i feltet skrives "". Rett linjen, eller lagre filen på '
                "nytt fra Excel."
            ),
            linje=line,
        ) from None
