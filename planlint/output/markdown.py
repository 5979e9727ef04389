"""Markdown for the job summary and for the comment on a pull request.

How it went and what must be done, each finding, what the change does, and last, in small print, how it was judged. The
first line is a comment that nobody sees; by it the workflow finds its own comment again. No text from the files can
mention, refer, link or draw. The whole is kept under the platform's limit; what is left out is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.output import municipalities as many
from planlint.output.markdown_brief import news, still_lacking
from planlint.output.markdown_findings import findings_as_markdown
from planlint.output.markdown_places import Writer, link, place
from planlint.output.neutral import neutral_markdown, no_commands
from planlint.output.rule_address import page_of_rule
from planlint.output.verdict import LONGEST, LONGEST_PATH, foot, heading, intro
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.change import Diff
    from planlint.check import Report
    from planlint.output.check_formats import Options
    from planlint.output.diff_rows import DiffRow
    from planlint.text import Language

MARKER = "<!-- planlint -->"
LIMIT = 59_000
_FOR_THE_CHANGE = 20_000
_FOR_WHAT_IS_LET_THROUGH = 10_000
_FOR_THE_MUNICIPALITIES = 15_000
_FOR_WHAT_IS_LACKING = 15_000
_LEAST = 600  # what a municipality's change needs, to say anything


def _known(report: Report, options: Options, lang: Language, room: int) -> str:
    """Give known and suppressed findings with their reasons, as many as there is room for."""
    items = sorted((*report.known, *report.suppressed), key=lambda item: item.sort_key) if options.known else []
    rows = [f"## {lang.gettext('Kjente avvik og unntak')}\n"] if items else []
    for number, item in enumerate(items):
        where = place(item.diagnostic.place.file, item.span.line, options)
        row = f"- {item.diagnostic.code} {where}: {neutral_markdown(item.diagnostic.reason, LONGEST)}"
        room -= len(row) + 1
        if room < 0:
            rows.append(lang.ngettext("- og {n} til", "- og {n} til", len(items) - number))
            break
        rows.append(row)
    return "\n".join([*rows, "", ""] if rows else [])


def _changes(report: Report) -> list[tuple[str, Diff]]:
    """Give what the change does, with the municipality's name where there are several."""
    if report.change is not None:
        return [("", report.change)]
    return [(one.navn or one.root, one.change) for one in report.municipalities if one.change is not None]


def _linked(report: Report, options: Options) -> Callable[[DiffRow, str, str], tuple[str, str]]:
    """Give what makes a row lead to the file that it is about, and to the rule that it names."""

    def linked(row: DiffRow, head: str, word: str) -> tuple[str, str]:
        address = page_of_rule(report, options, row.code) if row.code else ""
        rule = f"[{row.code}]({address})" if address else row.code
        if row.file and row.code not in head:
            return link(head, row.file, 0, options), word.replace(row.code, rule, 1)
        return head.replace(row.code, rule, 1) if row.code else head, word

    return linked


def _let_through(report: Report, options: Options, lang: Language) -> str:
    """Give what the change lets through, first of all: it changes how all the rest is judged."""
    told = ""
    for name, change in _changes(report):
        from planlint.output.diff import markdown_let_through  # noqa: PLC0415 - only a pull request has one

        rows = markdown_let_through(
            change, lang, _FOR_WHAT_IS_LET_THROUGH - len(told), *([] if name else [_linked(report, options)])
        )
        whose = f"{neutral_markdown(name, LONGEST_PATH)}:\n\n" if name and rows else ""
        told += f"{whose}{rows}\n" if rows else ""
    return told


def _named(options: Options) -> Callable[[str, str], str]:
    """Give what makes a name lead to its file."""

    def named(name: str, file: str) -> str:
        return link(name, file, 0, options) if file else name

    return named


def _change(report: Report, options: Options, lang: Language, room: int) -> str:
    changes, told = _changes(report), ""
    for number, (name, change) in enumerate(changes):
        from planlint.output.diff import markdown_section  # noqa: PLC0415 - only a pull request has one

        whose = f": {neutral_markdown(name, LONGEST_PATH)}" if name else ""
        above = f"## {lang.gettext('Dette gjør endringen')}{whose}\n\n"
        share = (room - len(told)) // (len(changes) - number)
        if name and share < _LEAST:
            more = lang.ngettext("{n} kommune til er endret.", "{n} kommuner til er endret.", len(changes) - number)
            return f"{told}… {more}\n\n"
        to = [] if name else [_named(options)]
        told += f"{above}{markdown_section(change, lang, share - len(above) - 2, *to).strip()}\n\n"
    return told


def render(report: Report, options: Options) -> str:
    """Give the report as Markdown, at most LIMIT characters."""
    lang = language(report.language)
    names = report.change.names if report.change else {}
    writer = Writer(options, lang, names, lambda code: page_of_rule(report, options, code))
    todo = [row for told in (*intro(report, options, lang), *news(report, writer)) for row in (told, "")]
    head = "\n".join([MARKER, f"## {heading(report, options, lang)}", "", *todo, _let_through(report, options, lang)])
    last = f"{still_lacking(report, writer, _FOR_WHAT_IS_LACKING)}{foot(report, options, lang)}"
    each = many.markdown_table(report, lang, _FOR_THE_MUNICIPALITIES) if report.municipalities else ""
    room = LIMIT - len(head) - len(last) - len(each) - 500
    found = findings_as_markdown(report, writer, room - (_FOR_THE_CHANGE if _changes(report) else 0))
    change = _change(report, options, lang, room - len(found))
    known = _known(report, options, lang, room - len(found) - len(change))
    return no_commands("".join([head, found, "\n" if found else "", change, known, each, last]))
