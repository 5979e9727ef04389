"""Markdown for the job summary and for the comment on a pull request: how it went, each finding, what the change does.

The first line is a comment that nobody sees; by it the workflow finds its own comment again. No text from the files can
mention, refer, link or draw. The whole is kept under the platform's limit; what is left out is counted.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from planlint.diagnostic import Severity
from planlint.output.neutral import cut, harmless, markdown, no_commands, uri
from planlint.output.paper import counted, left_out
from planlint.output.words import cause, comparison, laws, note, words
from planlint.rules import RULES
from planlint.text import language
from planlint.text.names import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.output import Options
    from planlint.report import Located, Report
    from planlint.text import Language

MARKER = "<!-- planlint -->"
LIMIT = 59_000
_FOR_THE_CHANGE = 20_000
_LONGEST, _LONGEST_PATH = 1000, 300
_BREAK = "  \n  "  # a new line in the same list item, wherever it is shown


def _link(text: str, file: str, line: int, options: Options) -> str:
    """Give our own text (a line, a path made harmless) as a link to the line, where the address is known."""
    anchor = f"#L{line}" if line else ""
    return f"[{text}]({options.files}/{uri(options.prefix + file)}{anchor})" if options.files else text


def _place(file: str, line: int, options: Options) -> str:
    return _link(f"{markdown(file, _LONGEST_PATH)}:{line}", file, line, options)


def _finding(item: Located, options: Options, lang: Language) -> str:
    diagnostic, text, _ = item.diagnostic, words(item, lang), lang.gettext
    severity = lang.render("{alvor:stor}", {"alvor": _(SEVERITY[diagnostic.severity])})
    line = _("linje {n}").format(n=item.span.line)
    where = _link(line, diagnostic.place.file, item.span.line, options)
    rows = [f"**{severity}**, {where}: {markdown(text.message, _LONGEST)}"]
    for other in item.related[:3]:
        place = _place(other.related.place.file, other.span.line, options)
        rows.append(f"{_('Se også')} {place}: {markdown(note(other, lang), _LONGEST)}")
    rows.append(f"{_('Slik retter du')}: {markdown(text.help, _LONGEST)}")
    rows += [f"{_('Lov')}: {markdown('; '.join(law))}" for law in (laws(item, lang),) if law]
    rows += [markdown(row) for row in cause(item, lang)]
    rows.append(f"{_('Regel')}: {diagnostic.code} {RULES[diagnostic.code].name}")
    return f"- {_BREAK.join(rows)}"


def _worst_first(items: Iterable[Located]) -> list[tuple[str, list[Located]]]:
    """Give the findings file by file, files and findings with errors first."""
    by_file = groupby(sorted(items, key=lambda item: item.sort_key), key=lambda item: item.diagnostic.place.file)
    files = [(file, sorted(group, key=_rank)) for file, group in by_file]
    return sorted(files, key=lambda pair: _rank(pair[1][0]))


def _rank(item: Located) -> int:
    return item.diagnostic.severity.rank


def _blocks(report: Report, options: Options, lang: Language) -> Iterator[tuple[str, Located | None]]:
    """Yield the list of findings, piece by piece: a file's heading or a finding."""
    for file, items in _worst_first(report.findings):
        yield f"### {_link(markdown(options.prefix + file, _LONGEST_PATH), file, 0, options)}\n", None
        for item in items:
            yield _finding(item, options, lang), item
        yield "", None


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
        row = f"- {item.diagnostic.code} {place}: {markdown(item.diagnostic.reason, _LONGEST)}"
        room -= len(row) + 1
        if room < 0:
            rows.append(lang.ngettext("- og {n} til", "- og {n} til", len(items) - number))
            break
        rows.append(row)
    return "\n".join([*rows, "", ""] if rows else [])


def _heading(report: Report, options: Options, lang: Language) -> str:
    """Say in one sentence how it went."""
    number = counted({one: report.counts[one.value] for one in Severity}, lang)
    if report.exit_code(options.fail_on):
        return lang.gettext("Kontrollen er ikke bestått: {antall}").format(antall=number)
    if report.findings:
        return lang.gettext("Kontrollen er bestått, med {antall}").format(antall=number)
    return lang.gettext("Alt er i orden")


def _intro(report: Report, lang: Language) -> list[str]:
    """Say what was judged, what it was compared with, and what is kept out."""
    judged = lang.choose(
        "planlint har vurdert hele plansystemet, {n} fil, per {dato}.",
        "planlint har vurdert hele plansystemet, {n} filer, per {dato}.",
        report.files,
    )
    rows = [judged.format(n=lang.tall(report.files), dato=lang.dato(report.date))]
    if report.unjudged:
        rows = [lang.gettext("Reglene er ikke prøvd. Rett {fil} først.").format(fil=report.unjudged)]
    if report.base and not report.findings:
        rows.append(lang.gettext("Endringen gir ingen funn, verken i filene som er endret eller andre steder."))
    rows += [comparison(report, lang)] if report.base else []
    rows += left_out(report.counts["avvik"], report.counts["unntak"], lang)
    return [markdown(" ".join(rows), _LONGEST), ""]


def _change(report: Report, lang: Language, room: int) -> str:
    if report.change is None:
        return ""
    from planlint.output.diff import markdown_section  # noqa: PLC0415 - only a pull request has one

    heading = f"## {lang.gettext('Dette gjør endringen')}\n\n"
    return f"{heading}{markdown_section(report.change, lang, room - len(heading) - 2).strip()}\n\n"


def _foot(report: Report, lang: Language) -> str:
    base = f" --base {cut(report.base, _LONGEST_PATH)}" if report.base else ""
    command = harmless(f"planlint check{base} --date {report.date}").replace("`", "'")
    return lang.gettext("Se det samme på egen maskin: {kommando}").format(kommando=f"`{command}`") + "\n"


def render(report: Report, options: Options) -> str:
    """Give the report as Markdown, at most LIMIT characters."""
    lang = language(report.language)
    head = "\n".join([MARKER, f"## {_heading(report, options, lang)}", "", *_intro(report, lang), ""])
    foot = _foot(report, lang)
    room = LIMIT - len(head) - len(foot) - 500
    found = _findings(report, options, lang, room - (_FOR_THE_CHANGE if report.change is not None else 0))
    change = _change(report, lang, room - len(found))
    known = _known(report, options, lang, room - len(found) - len(change))
    return no_commands("".join([head, found, "\n" if found else "", change, known, foot]))
