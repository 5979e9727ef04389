"""Turn the parser's complaint into a place and a kind of mistake that a planner knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.reader import ReaderError

from planlint.diagnostic import Span
from planlint.source.read import Issue, lines

if TYPE_CHECKING:
    import yaml

_KINDS = (
    ("found a tab character", "tabulator"),
    ("cannot start any token", "tegn"),
    ("unexpected end of stream", "anførselstegn"),
    ("found unexpected document indicator", "anførselstegn"),
    ("unknown escape character", "skråstrek"),
    ("mapping values are not allowed", "kolon"),
    ("could not find expected ':'", "mangler_kolon"),
    ("expected ',' or ']'", "klamme"),
    ("expected ',' or '}'", "klamme"),
    ("did not find expected node content", "klamme"),
    ("block sequence entries are not allowed", "innrykk"),
    ("did not find expected '-' indicator", "innrykk"),
    ("did not find expected key", "innrykk"),
)
_AT_CONTEXT = ("anførselstegn", "klamme")


def _tab(text: str, upto: int) -> Span | None:
    """Give the first tab used as indentation on or before a line, which the parser blames on its neighbour."""
    for number, line in enumerate(lines(text)[:upto], start=1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip() and not line.lstrip().startswith("#"):
            column = indent.index("\t") + 1
            return Span(number, column, number, column + indent.count("\t"))
    return None


def _reader_error(error: ReaderError, text: str) -> Issue:
    at = text.index(error.character) if isinstance(error.character, str) else error.position
    code = ord(error.character) if isinstance(error.character, str) else error.character
    found = lines(text[:at])
    line, column = len(found), len(found[-1]) + 1
    return Issue("PL001", "kontrolltegn", Span(line, column, line, column + 1), {"tegn": f"U+{code:04X}"})


def explain(error: yaml.YAMLError, text: str) -> Issue:
    """Give PL001 with the variant and the place that fit the parser's error."""
    if isinstance(error, ReaderError):
        return _reader_error(error, text)
    problem = getattr(error, "problem", "") or ""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    variant = next((kind for words, kind in _KINDS if words in problem), "")
    if mark and (tab := _tab(text, mark.line + 1)):
        return Issue("PL001", "tabulator", tab, {})
    if variant in _AT_CONTEXT and context:
        mark = context
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Issue("PL001", variant, Span(line, column, line, column + 1), {})
