"""Turn the parser's complaint into a place and a kind of mistake that a planner knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.reader import ReaderError

from planlint.base import Span
from planlint.source.read import Issue, lines

if TYPE_CHECKING:
    import yaml

_KINDS = (
    ("found a tab character", "tabulator"),
    ("cannot start any token", "tegn"),
    ("expected comment or line break", "tegn"),
    ("expected alphabetic or numeric character", "tegn"),
    ("unexpected end of stream", "anførselstegn"),
    ("found unexpected document indicator", "anførselstegn"),
    ("unknown escape character", "skråstrek"),
    ("invalid Unicode character escape", "skråstrek"),
    ("expected hexdecimal number", "skråstrek"),
    ("mapping values are not allowed", "kolon"),
    ("could not find expected ':'", "mangler_kolon"),
    ("expected ',' or ']'", "klamme"),
    ("expected ',' or '}'", "klamme"),
    ("did not find expected node content", "mangler_verdi"),
    ("block sequence entries are not allowed", "innrykk"),
    ("did not find expected '-' indicator", "innrykk"),
    ("did not find expected key", "innrykk"),
)
_AT_CONTEXT = ("anførselstegn", "klamme", "mangler_kolon", "tegn")
_NO_SPACE = re.compile(r"[\w-]+:[^\s:/]")


def _issue(variant: str, row: int, column: int, end: int = 0) -> Issue:
    """Give PL001 at a row and column counted from 0; one character wide unless `end` says where it stops."""
    return Issue("PL001", variant, Span(row + 1, column + 1, row + 1, (end or column + 1) + 1), {})


def _line(variant: str, row: int, line: str) -> Issue:
    text = line.rstrip()
    return _issue(variant, row, len(text) - len(text.lstrip()), len(text))


def _pasted(rows: list[str], upto: int) -> Issue | None:
    """Give the first thing on or before a row that no YAML has, and that the parser blames on a neighbour."""
    for row, line in enumerate(rows[: upto + 1]):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            return _line("konflikt", row, line)
        indent = line[: len(line) - len(line.lstrip())]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        for char, variant in (("\t", "tabulator"), ("\u00a0", "hardt_mellomrom")):
            if char in indent:
                return _issue(variant, row, indent.index(char), indent.index(char) + indent.count(char))
    return None


def _reader_error(error: ReaderError, text: str) -> Issue:
    """Give the character that the reader stopped at: libyaml counts its place in bytes, so it is looked for instead."""
    stopped = error.character if isinstance(error.character, str) else chr(error.character)
    return control_character(text, text.index(stopped))


def control_character(text: str, at: int) -> Issue:
    """Give PL001 for a character that no YAML has, or that only some break a line at, by its place in a text."""
    code, found = ord(text[at]), lines(text[:at])
    variant = "linjeskille" if text[at] in "\u2028\u2029" else "kontrolltegn"
    line, column = len(found), len(found[-1]) + 1
    return Issue("PL001", variant, Span(line, column, line, column + 1), {"tegn": f"U+{code:04X}"})


def _colon(rows: list[str], row: int, column: int) -> Issue:
    """Give what a colon out of place means: it is the line's own, so the line above or the indentation is wrong."""
    line = rows[row]
    if _NO_SPACE.match(line.strip()):  # «periode:{fra: 2022, …»: it is the first colon that is wrong
        return _line("mellomrom", row, line)
    full = (at for at in range(row - 1, -1, -1) if rows[at].strip() and not rows[at].lstrip().startswith("#"))
    above = next(full, None)
    if above is not None and ":" not in line[:column]:
        indent = len(line) - len(line.lstrip())
        if ":" not in rows[above] and not rows[above].lstrip().startswith("-"):
            return _line("mangler_kolon", above, rows[above])
        if indent > len(rows[above]) - len(rows[above].lstrip()):
            return _issue("innrykk", row, 0, indent)
    return _issue("kolon", row, column)


def _at(variant: str, rows: list[str], row: int, column: int) -> Issue:
    """Give the mistake at a place, told more exactly than the parser does."""
    line = rows[row] if row < len(rows) else ""
    before, char = line[:column].rstrip(), line[column : column + 1]
    if variant == "kolon":
        return _colon(rows, row, column)
    if variant == "mangler_kolon":
        return _line("mellomrom" if _NO_SPACE.match(line.strip()) else variant, row, line)
    if variant == "innrykk" and char in {"]", "}"}:
        return _issue("klamme_for_mye", row, column)
    if variant == "innrykk" and before:
        return _issue("tegn" if before.endswith(":") else "etter_verdi", row, column)
    return _issue(variant, row, column)


def explain(error: yaml.YAMLError, text: str) -> Issue:
    """Give PL001 with the variant and the place that fit the parser's error."""
    if isinstance(error, ReaderError):
        return _reader_error(error, text)
    problem = getattr(error, "problem", "") or ""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    variant = next((kind for words, kind in _KINDS if words in problem), "")
    if mark is None:
        return _issue(variant, 0, 0)
    rows = lines(text)
    if pasted := _pasted(rows, mark.line):
        return pasted
    if context and variant in _AT_CONTEXT:
        mark = context
    return _at(variant, rows, mark.line, mark.column)
