"""Markdown for the job summary and for the comment on a pull request.

How it went and what must be done, each finding, what the change does, and last, in small print, how it was judged. The
first line is a comment that nobody sees; by it the workflow finds its own comment again. No text from the files can
mention, refer, link or draw. The whole is kept under the platform's limit; what is left out is counted.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from planlint.diagnostic import Severity
from planlint.output import many
from planlint.output.neutral import cut, harmless, markdown, no_commands, uri
from planlint.output.paper import counted, left_out
from planlint.output.words import cause, compared_with, comparison, laws, note, words
from planlint.rules import RULES
from planlint.text import language
from planlint.text.names import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.diff.model import Diff
    from planlint.locate import Located
    from planlint.output import Options
    from planlint.report import Report
    from planlint.text import Language

MARKER = "<!-- planlint -->"
LIMIT = 59_000
_FOR_THE_CHANGE = 20_000
_FOR_THE_MUNICIPALITIES = 15_000
_LONGEST, _LONGEST_PATH = 1000, 300
_MOST = 3
"""Other places that a finding names."""
_LEAST = 600  # what a municipality's change needs, to say anything
_BREAK = "  \n  "  # a new line in the same list item, wherever it is shown


def _link(text: str, file: str, line: int, options: Options) -> str:
    """Give our own text (a line, a path made harmless) as a link to the line, where the address is known."""
    anchor = f"#L{line}" if line else ""
    return f"[{text}]({options.files}/{uri(options.prefix + file)}{anchor})" if options.files else text


def _place(file: str, line: int, options: Options) -> str:
    return _link(f"{markdown(file, _LONGEST_PATH)}:{line}", file, line, options)


def _finding(item: Located, options: Options, lang: Language, *, all_old: bool) -> str:
    diagnostic, text, _ = item.diagnostic, words(item, lang), lang.gettext
    severity = lang.render("{alvor:stor}", {"alvor": _(SEVERITY[diagnostic.severity])})
    line = "" if item.gone else _("linje {n}").format(n=item.span.line)
    where = f", {_link(line, diagnostic.place.file, item.span.line, options)}" if line else ""
    rows = [f"**{severity}**{where}: {markdown(text.message, _LONGEST)}"]
    for other in item.related[:_MOST]:
        place = _place(other.related.place.file, other.span.line, options)
        rows.append(f"{_('Se også')} {place}: {markdown(note(other, lang), _LONGEST)}")
    if (more := len(item.related) - _MOST) > 0:
        rows.append(lang.ngettext("… og {n} sted til", "… og {n} steder til", more))
    rows.append(f"{_('Slik retter du')}: {markdown(text.help, _LONGEST)}")
    rows += [f"{_('Lov')}: {markdown('; '.join(law))}" for law in (laws(item, lang),) if law]
    told = [] if all_old else [markdown(row) for row in cause(item, lang)]  # the first sentence has said it
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
    name = markdown(options.prefix + file, _LONGEST_PATH)
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
    number = lang.oppramsing([part for part in (number, many.left(report, lang)) if part])
    if report.exit_code(options.fail_on):
        return lang.gettext("Kontrollen er ikke bestått: {antall}").format(antall=number)
    if report.findings:
        return lang.gettext("Kontrollen er bestått, med {antall}").format(antall=number)
    return lang.gettext("Endringen er i orden") if report.base else lang.gettext("Alt er i orden")


def _intro(report: Report, options: Options, lang: Language) -> list[str]:
    """Say what has to be done, and what of it the change has not brought."""
    _ = lang.gettext
    if report.unjudged:
        return [_("Reglene er ikke prøvd. Rett {fil} først.").format(fil=markdown(report.unjudged))]
    if not report.findings:
        return [_("Ingen funn, verken i filene som er endret eller andre steder.")] if report.base else []
    rest = any(item.diagnostic.severity.rank > options.fail_on.rank for item in report.findings)
    if not report.exit_code(options.fail_on):
        rows = [_("Dette stopper ikke kontrollen, men se om noe bør rettes.")]
    elif not rest:
        rows = [_("Rett dette, så blir kontrollen bestått.")]
    elif options.fail_on is Severity.FEIL:
        rows = [_("Rett det som er merket Feil, så blir kontrollen bestått. Resten stopper den ikke.")]
    else:
        rows = [_("Rett det som er merket Feil eller Advarsel, så blir kontrollen bestått. Resten stopper den ikke.")]
    old = sum(item.there_before for item in report.findings)
    if old == len(report.findings):
        rows.append(_("Alt dette var der før endringen også."))
    elif old:
        rows.append(lang.ngettext("{n} var der før endringen også.", "{n} av dem var der før endringen også.", old))
    return [" ".join(rows)]


def _how(report: Report, options: Options, lang: Language) -> str:
    """Say what was judged, what it was compared with, and what is kept out."""
    judged = lang.choose(
        "planlint har vurdert hele plansystemet, {n} fil, per {dato}.",
        "planlint har vurdert hele plansystemet, {n} filer, per {dato}.",
        report.files,
    )
    if report.municipalities:
        judged = many.judged(report, lang)
    rows = [] if report.unjudged else [judged.format(n=lang.tall(report.files), dato=lang.dato(report.date))]
    rows += [comparison(report, lang, options.target)] if report.base else []
    rows += left_out(report.counts["avvik"], report.counts["unntak"], lang)
    return markdown(" ".join(rows), _LONGEST)


def _changes(report: Report) -> list[tuple[str, Diff]]:
    """Give what the change does, with the municipality's name where there are several."""
    if report.change is not None:
        return [("", report.change)]
    return [(one.navn or one.root, one.change) for one in report.municipalities if one.change is not None]


def _change(report: Report, lang: Language, room: int) -> str:
    changes, told = _changes(report), ""
    for number, (name, change) in enumerate(changes):
        from planlint.output.diff import markdown_section  # noqa: PLC0415 - only a pull request has one

        whose = f": {markdown(name, _LONGEST_PATH)}" if name else ""
        heading = f"## {lang.gettext('Dette gjør endringen')}{whose}\n\n"
        share = (room - len(told)) // (len(changes) - number)
        if name and share < _LEAST:
            more = lang.ngettext("{n} kommune til er endret.", "{n} kommuner til er endret.", len(changes) - number)
            return f"{told}… {more}\n\n"
        told += f"{heading}{markdown_section(change, lang, share - len(heading) - 2).strip()}\n\n"
    return told


def _foot(report: Report, options: Options, lang: Language) -> str:
    name = compared_with(report, options.target) or report.base
    base = f" --base {cut(name, _LONGEST_PATH)}" if name else ""
    root = f" --root {options.prefix.rstrip('/') or '.'}" if report.municipalities else ""
    command = harmless(f"planlint check{root}{base} --date {report.date}").replace("`", "'")
    same = lang.gettext("Se det samme på egen maskin: {kommando}").format(kommando=f"`{command}`")
    return f"---\n\n{' '.join(part for part in (_how(report, options, lang), same) if part)}\n"


def render(report: Report, options: Options) -> str:
    """Give the report as Markdown, at most LIMIT characters."""
    lang = language(report.language)
    intro = [row for told in _intro(report, options, lang) for row in (told, "")]
    head = "\n".join([MARKER, f"## {_heading(report, options, lang)}", "", *intro, ""])
    foot = _foot(report, options, lang)
    each = many.markdown_table(report, lang, _FOR_THE_MUNICIPALITIES) if report.municipalities else ""
    room = LIMIT - len(head) - len(foot) - len(each) - 500
    found = _findings(report, options, lang, room - (_FOR_THE_CHANGE if _changes(report) else 0))
    change = _change(report, lang, room - len(found))
    known = _known(report, options, lang, room - len(found) - len(change))
    return no_commands("".join([head, found, "\n" if found else "", change, known, each, foot]))
