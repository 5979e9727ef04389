"""Azure Pipelines: a remark on the run for each finding, and then the same findings as a log to read.

https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands (LogIssue): `##vso[task.logissue …]text`, a
type that is error or warning, and values in which `%`, `;`, `]` and line ends are written as the agent reads them. An
info has no type of its own, so it stands in the log. A summary of the run shows only so many, errors first.
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

_TYPE = {Severity.FEIL: "error", Severity.ADVARSEL: "warning"}
_MOST = 50
_LONGEST = 4000
_DATA = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
_VALUE = {**_DATA, ";": "%3B", "]": "%5D"}


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(char, char) for char in text)


def _command(properties: dict[str, str | int], message: str) -> str:
    """Give a command; no text in it can be another one."""
    listed = "".join(f"{key}={_escaped(no_commands(str(value)), _VALUE)};" for key, value in properties.items())
    return f"##vso[task.logissue {listed}]{_escaped(shortened(no_commands(message), _LONGEST), _DATA)}"


def _issue(item: Located, options: Options, lang: Language) -> str:
    diagnostic, text = item.diagnostic, words_of(item, lang)
    file = harmless(options.prefix + diagnostic.place.file)
    where: dict[str, str | int] = {"sourcepath": file, "linenumber": item.span.line, "columnnumber": item.span.column}
    if item.gone:  # it has no lines any more, so it is named in the text
        where = {}
    parts = [f"{file}:"] if item.gone else []
    parts += [harmless(text.message), *cause(item, lang), f"{lang.gettext('Slik retter du')}: {harmless(text.help)}"]
    code = f"{diagnostic.code} {RULES[diagnostic.code].name}"
    return _command({"type": _TYPE[diagnostic.severity], **where, "code": code}, " ".join(parts))


def render(report: Report, options: Options) -> str:
    """Give the report as commands to the agent, errors first, and then as text."""
    lang = language(report.language)
    told = [item for item in report.findings if item.diagnostic.severity in _TYPE]
    told.sort(key=lambda item: item.diagnostic.severity.rank)
    rows = [_issue(item, options, lang) for item in told[:_MOST]]
    if rest := len(told) - len(rows):
        left = lang.ngettext(
            "{n} funn til vises ikke som merknad her. Alle står i loggen.",
            "{n} funn til vises ikke som merknader her. Alle står i loggen.",
            rest,
        )
        rows.append(_command({"type": "warning"}, left))
    folded = [f"##[group]{lang.gettext('Merknader til filene')}", *rows, "##[endgroup]", ""] if rows else []
    return "\n".join([*folded, render_text(report, options)])
