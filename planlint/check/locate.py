"""Where a finding is: its stretch of text, the line that it starts on, and those of the places it points to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import Diagnostic, Place, Related, Span
from planlint.source import UnreadableError, decode, lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.base import Cause, Severity
    from planlint.source import Positions

NOWHERE = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class LocatedRelated:
    """Another place of a finding, with its span and its line of text."""

    related: Related
    span: Span
    line: str


@dataclass(frozen=True, slots=True)
class Located:
    """A diagnostic with its span, the line it starts on and the line before.

    `cause` is "" where nothing is compared with; `there_before` tells that the change did not bring it. `gone`: the
    change has taken the file away, and the place is where it was. `lost`: it was accepted before, and is not now.
    `left_name`: the name that the file had when it was accepted, and that the file does not say, or "".
    `moved`: it was there before, about the plan system as a whole, and stood elsewhere.
    `declared`: it is an error of a declaration, which makes every judgement doubtful, whoever made it.
    """

    diagnostic: Diagnostic
    span: Span
    line: str
    before: str
    related: tuple[LocatedRelated, ...] = ()
    cause: Cause = ""
    there_before: bool = False
    gone: bool = False
    lost: bool = False
    left_name: str = ""
    declared: bool = False
    moved: bool = False

    @property
    def is_brought(self) -> bool:
        """Whether a change has to answer for it: it was not there before, or nothing is sure until it is mended."""
        return not self.there_before or self.declared

    def is_stopping(self, fail_on: Severity) -> bool:
        """Tell whether a check says no for it: as serious as that, and not left from before the change."""
        return self.diagnostic.severity.rank <= fail_on.rank and self.is_brought

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, line, column, code: the order in which a reader goes through the files."""
        return (
            self.diagnostic.place.file,
            self.span.line,
            self.span.column,
            self.diagnostic.code,
            self.diagnostic.fingerprint,
        )


class Locator:
    """Finds spans; composes a file again only when it has a finding, and only once."""

    def __init__(self, contents: Mapping[str, bytes | OSError]) -> None:
        """Keep the bytes that were read."""
        self._contents = contents
        self._spans: dict[str, dict[Place, Span]] = {}
        self._positions: dict[str, Positions | None] = {}
        self._lines: dict[str, list[str]] = {}

    def of(self, contents: Mapping[str, bytes | OSError]) -> Locator:
        """Give one of files as they are now, which knows what this one has found in those that are the same."""
        new = Locator(contents)
        new._spans = {file: at for file, at in self._spans.items() if contents.get(file) is self._contents.get(file)}
        return new

    def _text(self, file: str) -> str:
        raw = self._contents.get(file)
        try:
            return decode(raw) if isinstance(raw, bytes) else ""
        except UnreadableError:
            return raw.decode("utf-8", errors="replace") if isinstance(raw, bytes) and len(raw) < 1 << 20 else ""

    def lines(self, file: str) -> list[str]:
        """Give a file's lines; an unreadable byte is shown as a replacement character."""
        if file not in self._lines:
            self._lines[file] = lines(self._text(file))
        return self._lines[file]

    def span(self, place: Place) -> Span:
        """Give a place's stretch of text; the file's start where the file cannot be read."""
        if place.span:
            return place.span
        known = self._spans.setdefault(place.file, {})
        if place not in known:
            known[place] = self._find(place)
        return known[place]

    def _find(self, place: Place) -> Span:
        from planlint.source import Positions, compose  # noqa: PLC0415 - a clean system never needs it

        if place.file not in self._positions:
            try:
                self._positions[place.file] = Positions(compose(self._text(place.file)))
            except UnreadableError:
                self._positions[place.file] = None
        known = self._positions[place.file]
        return known.locate(place) if known else NOWHERE

    def _line(self, file: str, number: int) -> str:
        found = self.lines(file)
        return found[number - 1] if 0 < number <= len(found) else ""

    def locate(self, diagnostic: Diagnostic) -> Located:
        """Give a diagnostic with its places looked up."""
        span = self.span(diagnostic.place)
        others = []
        for related in diagnostic.finding.related:
            where = self.span(related.place)
            others.append(LocatedRelated(related, where, self._line(related.place.file, where.line)))
        file = diagnostic.place.file
        return Located(diagnostic, span, self._line(file, span.line), self._line(file, span.line - 1), tuple(others))
