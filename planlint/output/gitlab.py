"""GitLab's Code Quality report: one entry for each new finding. What is known or suppressed has no place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import Severity
from planlint.output.neutral import harmless, json_text
from planlint.output.words import words_of
from planlint.source import PLANSYSTEM
from planlint.text import language

if TYPE_CHECKING:
    from planlint.check import Located, Report
    from planlint.output.check_formats import Options
    from planlint.text import Language

_SEVERITY = {Severity.FEIL: "major", Severity.ADVARSEL: "minor", Severity.INFO: "info"}


def _entry(item: Located, options: Options, lang: Language) -> dict[str, Any]:
    diagnostic, text = item.diagnostic, words_of(item, lang)
    file = options.prefix + diagnostic.place.file
    deleted = f"{harmless(file)}: " if item.gone else ""  # it has no lines any more, so another file must carry it
    helping = f"{lang.gettext('Slik retter du')}: {harmless(text.help)}"
    return {
        "description": f"{deleted}{harmless(text.message)} {helping}",
        "check_name": diagnostic.code,
        "fingerprint": diagnostic.fingerprint,
        "severity": _SEVERITY[diagnostic.severity],
        "location": {
            "path": options.prefix + PLANSYSTEM if item.gone else file,
            "lines": {"begin": 1, "end": 1} if item.gone else {"begin": item.span.line, "end": item.span.end_line},
        },
    }


def render(report: Report, options: Options) -> str:
    """Give the report as GitLab reads it; an empty list when nothing is wrong."""
    lang = language(report.language)
    return json_text([_entry(item, options, lang) for item in report.findings])
