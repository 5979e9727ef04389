"""A report: everything a renderer needs, with texts' arguments, exact places and the lines they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from planlint import __version__
from planlint.diagnostic import Diagnostic, Place, Related, Severity, Span
from planlint.source.read import UnreadableError, decode, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planlint.base import Against, Origin
    from planlint.diff.model import Diff
    from planlint.source.position import Positions

Cause = Literal["", "touched", "caused"]
"""What a change has to do with a finding: it stands in a file that the change edits, or is there because of it."""
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
    change has taken the file away, and the place is where it was.
    """

    diagnostic: Diagnostic
    span: Span
    line: str
    before: str
    related: tuple[LocatedRelated, ...] = ()
    cause: Cause = ""
    there_before: bool = False
    gone: bool = False

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


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of several that were judged: its folder as shown, its name and number on the day, and how it went.

    `unjudged` is as for a report; `error` tells why nothing could be read; `change` is what the change does to it.
    """

    root: str
    navn: str = ""
    nummer: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    unjudged: str = ""
    error: str = ""
    change: Diff | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check. `findings` holds new ones only; `known` and `suppressed` are kept beside them.

    `unjudged` is the file that must be mended before any rule can be tried, if there is one. `base` is the revision
    that the change is compared with, as the user wrote it, "" without, and `origin` what is to be told of it;
    `base_unjudged` the file for which the rules could not be tried there; `change` is what the change does, where it
    was asked for. With a base, the report has
    what the change touches or causes, and `counts["utelatt"]` is the number of other findings. `municipalities` are
    those that were judged together (`planlint.many`); `root` is then the folder that they lie in.
    """

    root: str
    date: date
    files: int
    findings: tuple[Located, ...]
    known: tuple[Located, ...] = ()
    suppressed: tuple[Located, ...] = ()
    configuration_broken: bool = False
    unjudged: str = ""
    language: str = "nb"
    version: str = __version__
    counts: Mapping[str, int] = field(default_factory=dict)
    base: str = ""
    origin: Origin | None = None
    base_unjudged: str = ""
    change: Diff | None = None
    municipalities: tuple[Municipality, ...] = ()

    def exit_code(self, fail_on: Severity) -> int:
        """Give 2 for a broken declaration, 1 for findings at or above `fail_on`, else 0: the same for every format."""
        if self.configuration_broken:
            return 2
        return int(any(item.diagnostic.severity.rank <= fail_on.rank for item in self.findings))


class Locator:
    """Finds spans; composes a file again only when it has a finding, and only once."""

    def __init__(self, contents: Mapping[str, bytes | OSError]) -> None:
        """Keep the bytes that were read."""
        self._contents = contents
        self._positions: dict[str, Positions | None] = {}
        self._lines: dict[str, list[str]] = {}

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
        from planlint.source.position import Positions  # noqa: PLC0415 - a clean system never needs it
        from planlint.source.yaml import compose  # noqa: PLC0415 - as above

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


def make_report(  # noqa: PLR0913 - a report has this many parts
    diagnostics: Iterable[Diagnostic],
    locator: Locator,
    *,
    files: int,
    root: str,
    today: date,
    only: tuple[str, ...] = (),
    places: bool = True,
    configuration_broken: bool = False,
    unjudged: str = "",
    language: str = "nb",
    against: Against | None = None,
) -> Report:
    """Locate, sort and count. `only`: report no other files than these and those in these folders.

    `places=False`: do not look up where known and suppressed findings are (most reports only count them). `unjudged`:
    the file that must be mended before any rule can be tried. `against`: report only what a change has to do with.
    """
    within = [diagnostic for diagnostic in diagnostics if _within(diagnostic.place.file, only)]
    causes = [against.cause(item) if against else "" for item in within]
    everything = against is None or configuration_broken  # what is broken must be told, whoever broke it
    located = [
        _located(diagnostic, locator, cause, against, places=places)
        for diagnostic, cause in zip(within, causes, strict=True)
        if cause or everything
    ]
    located.sort(key=lambda item: item.sort_key)
    by_status: dict[str, tuple[Located, ...]] = {
        status: tuple(item for item in located if item.diagnostic.status == status)
        for status in ("new", "known", "suppressed")
    }
    counts = {"files": files}
    for severity in Severity:
        counts[severity.value] = sum(item.diagnostic.severity is severity for item in by_status["new"])
    counts |= {"avvik": len(by_status["known"]), "unntak": len(by_status["suppressed"])}
    if against:
        counts["utelatt"] = sum(item.status == "new" for item in within) - len(by_status["new"])
    return Report(
        root,
        today,
        files,
        by_status["new"],
        by_status["known"],
        by_status["suppressed"],
        configuration_broken,
        unjudged,
        language,
        counts=counts,
        base=against.rev if against else "",
        origin=against.origin if against else None,
    )


def _located(
    diagnostic: Diagnostic, locator: Locator, cause: Cause, against: Against | None, *, places: bool
) -> Located:
    if places or diagnostic.status == "new":
        located = locator.locate(diagnostic)
    else:
        located = Located(diagnostic, NOWHERE, "", "")
    if against is None:
        return located
    there, gone = against.there_before(diagnostic), diagnostic.place.file in against.removed
    return replace(located, cause=cause, there_before=there, gone=gone)


def _within(file: str, only: tuple[str, ...]) -> bool:
    return not only or any(file == path or file.startswith(f"{path}/") or path == "." for path in only)
