"""Markdown for the job summary and for the comment on a pull request.

How it went and what must be done, each finding, what the change does, and last, in small print, how it was judged. The
first line is a comment that nobody sees; by it the workflow finds its own comment again. No text from the files can
mention, refer, link or draw. The whole is kept under the platform's limit; what is left out is counted.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from planlint.base import Severity
from planlint.output import municipalities as many
from planlint.output.neutral import neutral_markdown, no_commands, uri
from planlint.output.paper import counted
from planlint.output.verdict import LONGEST, LONGEST_PATH, foot, heading, intro
from planlint.output.words import cause, laws, note, words_of
from planlint.rules import RULES
from planlint.text import SEVERITY, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.change import Diff
    from planlint.check import Located, Report
    from planlint.output.check_formats import Options
    from planlint.text import Language

MARKER = "<!-- planlint -->"
LIMIT = 59_000
_FOR_THE_CHANGE = 20_000
_FOR_THE_MUNICIPALITIES = 15_000
_MOST = 3
"""Other places that a finding names."""
_LEAST = 600  # what a municipality's change needs, to say anything
_BREAK = "  \n  "  # a new line in the same list item, wherever it is shown


def _link(text: str, file: str, line: int, options: Options) -> str:
    """Give our own text (a line, a path made harmless) as a link to the line, where the address is known."""
    anchor = f"#L{line}" if line else ""
    return f"[{text}]({options.files}/{uri(options.prefix + file)}{anchor})" if options.files else text


def _place(file: str, line: int, options: Options) -> str:
    return _link(f"{neutral_markdown(file, LONGEST_PATH)}:{line}", file, line, options)


def _finding(item: Located, options: Options, lang: Language, *, all_old: bool) -> str:
    diagnostic, text, _ = item.diagnostic, words_of(item, lang), lang.gettext
    severity = lang.render("{alvor:stor}", {"alvor": _(SEVERITY[diagnostic.severity])})
    line = "" if item.gone else _("linje {n}").format(n=item.span.line)
    where = f", {_link(line, diagnostic.place.file, item.span.line, options)}" if line else ""
    rows = [f"**{severity}**{where}: {neutral_markdown(text.message, LONGEST)}"]
    for other in item.related[:_MOST]:
        place = _place(other.related.place.file, other.span.line, options)
        rows.append(f"{_('Se også')} {place}: {neutral_markdown(note(other, lang), LONGEST)}")
    if (more := len(item.related) - _MOST) > 0:
        rows.append(lang.ngettext("… og {n} sted til", "… og {n} steder til", more))
    rows.append(f"{_('Slik retter du')}: {neutral_markdown(text.help, LONGEST)}")
    rows += [f"{_('Lov')}: {neutral_markdown('; '.join(law))}" for law in (laws(item, lang),) if law]
    told = [] if all_old else [neutral_markdown(row) for row in cause(item, lang)]  # the first sentence has said it
    rows.append(" ".join([*told, f"{_('Regel')}: {diagnostic.code} {RULES[diagnostic.code].name}"]))
    return f"- {_BREAK.join(rows)}"


def _worst_first(items: Iterable[Located]) -> list[tuple[str, list[Located]]]:
    """Give the findings file by file, errors first, and what was there before after what is new."""
    by_file = groupby(sorted(items, key=lambda item: item.sort_key), key=lambda item: item.diagnostic.place.file)
    files = [(file, sorted(group, key=_rank)) for file, group in by_file]
    return sorted(files, key=lambda pair: _rank(pair[1][0]))


def _rank(item: Located) -> tuple[int, bool]:
    return item.diagnostic.severity.rank, item.there_before


def _blocks(report: Report, options: Options, lang: Language) -> Iterator[tuple[str, Located | None]]:
    """Yield the list of findings, piece by piece: a file's heading or a finding."""
    all_old = all(item.there_before for item in report.findings)
    for file, items in _worst_first(report.findings):
        yield f"### {_heading_of(file, items[0], options, lang)}\n", None
        for item in items:
            yield _finding(item, options, lang, all_old=all_old), item
        yield "", None


def _heading_of(file: str, item: Located, options: Options, lang: Language) -> str:
    """Give a file's path, with a link to it where it is still there."""
    name = neutral_markdown(options.prefix + file, LONGEST_PATH)
    return f"{name} ({lang.gettext('slettet')})" if item.gone else _link(name, file, 0, options)


def _findings(report: Report, options: Options, lang: Language, room: int) -> str:
    """Give as many findings as there is room for, and the number of the others."""
    rows: list[str] = []
    left = Counter[Severity]()
    for text, item in _blocks(report, options, lang):
        room -= len(text) + 1
        if room >= 0 and not left:
            rows.append(text)
        elif item:
            left[item.diagnostic.severity] += 1
    if left:
        rows = rows[:-1] if rows and rows[-1].startswith("### ") else rows
        more = lang.gettext("Det var ikke plass til alt. Her mangler {antall}.").format(antall=counted(left, lang))
        rows += ["", f"**{more}**", ""]
    return "\n".join(rows)


def _known(report: Report, options: Options, lang: Language, room: int) -> str:
    """Give known and suppressed findings with their reasons, as many as there is room for."""
    items = sorted((*report.known, *report.suppressed), key=lambda item: item.sort_key) if options.known else []
    rows = [f"## {lang.gettext('Kjente avvik og unntak')}\n"] if items else []
    for number, item in enumerate(items):
        place = _place(item.diagnostic.place.file, item.span.line, options)
        row = f"- {item.diagnostic.code} {place}: {neutral_markdown(item.diagnostic.reason, LONGEST)}"
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


def _change(report: Report, lang: Language, room: int) -> str:
    changes, told = _changes(report), ""
    for number, (name, change) in enumerate(changes):
        from planlint.output.diff import markdown_section  # noqa: PLC0415 - only a pull request has one

        whose = f": {neutral_markdown(name, LONGEST_PATH)}" if name else ""
        above = f"## {lang.gettext('Dette gjør endringen')}{whose}\n\n"
        share = (room - len(told)) // (len(changes) - number)
        if name and share < _LEAST:
            more = lang.ngettext("{n} kommune til er endret.", "{n} kommuner til er endret.", len(changes) - number)
            return f"{told}… {more}\n\n"
        told += f"{above}{markdown_section(change, lang, share - len(above) - 2).strip()}\n\n"
    return told


def render(report: Report, options: Options) -> str:
    """Give the report as Markdown, at most LIMIT characters."""
    lang = language(report.language)
    todo = [row for told in intro(report, options, lang) for row in (told, "")]
    head = "\n".join([MARKER, f"## {heading(report, options, lang)}", "", *todo, ""])
    last = foot(report, options, lang)
    each = many.markdown_table(report, lang, _FOR_THE_MUNICIPALITIES) if report.municipalities else ""
    room = LIMIT - len(head) - len(last) - len(each) - 500
    found = _findings(report, options, lang, room - (_FOR_THE_CHANGE if _changes(report) else 0))
    change = _change(report, lang, room - len(found))
    known = _known(report, options, lang, room - len(found) - len(change))
    return no_commands("".join([head, found, "\n" if found else "", change, known, each, last]))
