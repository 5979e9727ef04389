"""Findings as the editor shows them: a line under the place, the sentence, and the address of the rule's page."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
)

from planlint.base import Severity
from planlint.output import Options, note, page_of_rule, words_of
from planlint.source import PLANSYSTEM
from planlint.system import UsageError

if TYPE_CHECKING:
    from planlint.check import Located
    from planlint.lsp.places import Lines
    from planlint.lsp.session import Session

SOURCE = "planlint"
_SEVERITIES = {
    Severity.FEIL: DiagnosticSeverity.Error,
    Severity.ADVARSEL: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}
_TOP = Range(Position(0, 0), Position(0, 1))


def found(session: Session, *, is_early: bool = False) -> dict[str, list[Diagnostic]]:
    """Give what a check finds now, by file; of files that make no plan system, why they do not.

    What the rules say is, where it `is_early`, what they said last.
    """
    try:
        report = session.living.early if is_early else session.living.report
    except UsageError as error:
        text = error.melding.in_language(session.lang)
        return {PLANSYSTEM: [Diagnostic(_TOP, text, severity=DiagnosticSeverity.Error, source=SOURCE)]}
    lines: dict[str, Lines] = {}
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in report.findings:
        file = item.diagnostic.place.file
        address = page_of_rule(report, Options(), item.diagnostic.code)
        by_file[file].append(_shown(session, item, lines, address))
    return dict(by_file)


def _lines(session: Session, lines: dict[str, Lines], file: str) -> Lines:
    if file not in lines:
        lines[file] = session.lines(file)
    return lines[file]


def _shown(session: Session, item: Located, lines: dict[str, Lines], address: str) -> Diagnostic:
    words, place = words_of(item, session.lang), item.diagnostic.place
    related = [
        DiagnosticRelatedInformation(
            Location(
                session.uri(other.related.place.file),
                _lines(session, lines, other.related.place.file).range(other.span),
            ),
            note(other, session.lang),
        )
        for other in item.related
    ]
    return Diagnostic(
        _lines(session, lines, place.file).range(item.span),
        f"{words.message}\n{words.help}".strip(),
        severity=_SEVERITIES[item.diagnostic.severity],
        code=item.diagnostic.code,
        code_description=CodeDescription(address) if address else None,
        source=SOURCE,
        related_information=related or None,
        data=item.diagnostic.fingerprint,
    )
