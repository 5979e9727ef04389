"""GitHub Actions: annotations on the lines of the change, then the same findings as a log to read.

The runner shows at most ten annotations of each severity from a step, and 4,096 characters of each; columns only where
the stretch is on one line. All this is kept here, so that what is left out is counted and not lost. A file that the
change has deleted cannot be pointed at, so it is named in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Severity, shortened
from planlint.output.neutral import harmless, no_commands
from planlint.output.text import render as render_text
from planlint.output.words import cause, words_of
from planlint.rules import RULES
from planlint.text import language

if TYPE_CHECKING:
    from planlint.check import Located, Report
    from planlint.output.check_formats import Options
    from planlint.text import Language

_COMMAND = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.INFO: "notice"}
_MOST = 10
_LONGEST = 4096
_LONGEST_MESSAGE = 2800  # leaves room for what to do, which no long title may push out


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Write a value as the runner reads it; an older runner looks for «##[» in the whole line, in a path too."""
    return _data(text.replace("##[", "# #[")).replace(":", "%3A").replace(",", "%2C")


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(shortened(no_commands(message), _LONGEST))}"


def _where(item: Located, options: Options) -> dict[str, str | int]:
    span = item.span
    where: dict[str, str | int] = {
        "file": options.prefix + item.diagnostic.place.file,
        "line": span.line,
        "endLine": span.end_line,
    }
    if span.line == span.end_line:
        where |= {"col": span.column, "endColumn": span.end_column}
    return where


def _annotation(item: Located, options: Options, lang: Language) -> str:
    diagnostic, text = item.diagnostic, words_of(item, lang)
    where = {} if item.gone else _where(item, options)
    where["title"] = f"{diagnostic.code} {RULES[diagnostic.code].name}"
    rows = [harmless(options.prefix + diagnostic.place.file)] if item.gone else []
    rows += [shortened(harmless(text.message), _LONGEST_MESSAGE), *cause(item, lang)]
    rows.append(f"{lang.gettext('Slik retter du')}: {harmless(text.help)}")
    return _command(_COMMAND[diagnostic.severity] if item.is_brought else "notice", where, "\n".join(rows))


def _chosen(report: Report) -> list[Located]:
    """Give those that are shown, errors first; where some are not, one place is kept for saying so."""
    groups = {one: [item for item in report.findings if item.diagnostic.severity is one] for one in Severity}
    if any(len(group) > _MOST for group in groups.values()):
        groups[Severity.INFO] = groups[Severity.INFO][: _MOST - 1]
    return [item for group in groups.values() for item in group[:_MOST]]


def _annotations(report: Report, options: Options, lang: Language) -> list[str]:
    shown = _chosen(report)
    rows = [_annotation(item, options, lang) for item in shown]
    if rest := len(report.findings) - len(shown):
        left = lang.ngettext(
            "{n} funn til vises ikke som merknad her. Alle står i loggen.",
            "{n} funn til vises ikke som merknader her. Alle står i loggen.",
            rest,
        )
        rows.append(_command("notice", {"title": "planlint"}, left))
    return rows


def render(report: Report, options: Options) -> str:
    """Give the report as commands to the runner, folded in the log, and then as text."""
    lang = language(report.language)
    rows = _annotations(report, options, lang)
    folded = [f"::group::{lang.gettext('Merknader til filene')}", *rows, "::endgroup::", ""] if rows else []
    return "\n".join([*folded, render_text(report, options)])
