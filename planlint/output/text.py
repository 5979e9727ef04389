"""Text for a terminal: the place, what is wrong, the line with a caret, what to do (design, section 6)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import N_, Severity
from planlint.output.gaps import gap_name, gap_sentence
from planlint.output.neutral import harmless, no_commands
from planlint.output.paper import good_news
from planlint.output.width import width
from planlint.output.words import cause, comparison, laws, note, words_of
from planlint.rules import RULES
from planlint.text import SEVERITY, language

if TYPE_CHECKING:
    from planlint.check import Located, Report
    from planlint.output.check_formats import Options
    from planlint.text import Language

__all__ = ["harmless", "render"]

_COLORS = {Severity.FEIL: "31;1", Severity.ADVARSEL: "33;1", Severity.INFO: "36;1"}
_GUTTER = "94"  # bright: plain blue cannot be read on a dark terminal
_MAX_LINE = 160
_STATUS = {"known": N_("kjent avvik"), "suppressed": N_("unntak"), "gap": N_("hull")}
"""What stands for the severity of a line that the sum does not count: so the lines that say «feil» add up to it."""


class _Paint:
    """Wraps text in terminal colours, or leaves it alone."""

    def __init__(self, *, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def _snippet(item: Located, label: str, paint: _Paint) -> list[str]:
    line, before, span, color = item.line, item.before, item.span, _COLORS[item.diagnostic.severity]
    if not line.strip() or len(line) > _MAX_LINE:
        return []
    gutter = len(str(span.line))
    last = span.end_column if span.end_line == span.line else len(line) + 1
    lead, marked = harmless(line[: span.column - 1]), harmless(line[span.column - 1 : last - 1])
    caret = paint("^" * max(1, width(marked)), color) + (f" {paint(label, color)}" if label else "")
    shown = []
    if before.strip() and len(before) <= _MAX_LINE:
        shown.append(f"  {paint(f'{span.line - 1:>{gutter}} │', _GUTTER)} {harmless(before).expandtabs(4)}")
    shown.append(f"  {paint(f'{span.line:>{gutter}} │', _GUTTER)} {harmless(line).expandtabs(4)}")
    pad = " " * width(lead.expandtabs(4))
    shown.append(f"  {paint(' ' * gutter + ' │', _GUTTER)} {pad}{caret}")
    return shown


def _finding(item: Located, lang: Language, paint: _Paint) -> str:
    diagnostic, span, _ = item.diagnostic, item.span, lang.gettext
    status = _STATUS.get(diagnostic.status)
    color = _GUTTER if status else _COLORS[diagnostic.severity]
    text = words_of(item, lang)
    place = paint(f"{harmless(diagnostic.place.file)}:{span.line}:{span.column}", "1")
    severity = paint(_(status or SEVERITY[diagnostic.severity]), color)
    rows = [f"{place}: {severity} {diagnostic.code} {RULES[diagnostic.code].name}", f"  {harmless(text.message)}"]
    rows += ["  " + row for row in _snippet(item, harmless(text.label), paint)]
    for other in item.related:
        where = f"{harmless(other.related.place.file)}:{other.span.line}:{other.span.column}"
        rows.append(f"  {_('Se også')} {paint(where, '1')}: {harmless(note(other, lang))}")
    rows.append(f"  {_('Slik retter du')}: {harmless(text.help)}")
    if law := laws(item, lang):
        rows.append(f"  {_('Lov')}: {'; '.join(law)}")
    rows += [f"  {row}" for row in cause(item, lang)]
    if diagnostic.status == "gap":
        rows.append(f"  {_('Hull')}: {harmless(_gap(item, lang))}")
    if diagnostic.reason:
        kind = _("Kjent avvik") if diagnostic.status == "known" else _("Unntak")
        rows.append(f"  {kind}: {harmless(diagnostic.reason)}")
    rows.append(f"  {_('Mer')}: planlint explain {diagnostic.code}")
    return "\n".join(rows)


def _gap(item: Located, lang: Language) -> str:
    facts = {"hva": gap_name(item.diagnostic.finding.asks, lang), "kilder": list(item.diagnostic.sources)}
    return lang.render(N_("Kildene til filen ({kilder}) oppgir det ikke: {hva}."), facts)


def _summary(report: Report, options: Options, lang: Language, paint: _Paint) -> str:
    counts, n = report.counts, lang.ngettext
    found = [n("{n} feil", "{n} feil", counts["feil"]), n("{n} advarsel", "{n} advarsler", counts["advarsel"])]
    found += [n("{n} opplysning", "{n} opplysninger", counts["info"])] if counts["info"] else []
    rest = [n("{n} kjent avvik", "{n} kjente avvik", counts["avvik"])] if counts["avvik"] else []
    rest += [n("{n} unntak", "{n} unntak", counts["unntak"])] if counts["unntak"] else []
    color = "31;1" if counts["feil"] else "33;1" if report.findings else "32;1"
    what = paint(", ".join(found) if report.findings else lang.gettext("Ingen funn"), color)
    where = n("i {n} fil", "i {n} filer", counts["files"])
    extra = f" ({', '.join(rest)})" if rest else ""
    day = lang.gettext("per {dato}").format(dato=lang.dato(report.date))
    first = lang.gettext("Reglene er ikke prøvd. Rett {fil} først.").format(fil=report.unjudged)
    gaps = "\n" + gap_sentence((item.diagnostic for item in report.gaps), lang) if report.gaps else ""
    rows = [*good_news(report, lang), comparison(report, lang, options.target)] if report.rev else []
    compared = "".join(f"\n{harmless(row)}" for row in rows if row)
    return f"{what}{extra} {where}, {day}." + (f" {first}" if report.unjudged else "") + gaps + compared


def _statistics(report: Report, lang: Language) -> list[str]:
    new = Counter(item.diagnostic.code for item in report.findings)
    known = Counter(item.diagnostic.code for item in (*report.known, *report.suppressed))
    rows = ["", f"{lang.gettext('nye'):>5} {lang.gettext('kjente'):>6}  {lang.gettext('regel')}"]
    rows += [f"{new[code]:>5} {known[code]:>6}  {code} {RULES[code].name}" for code in sorted({*new, *known})]
    return rows


def _by_place(item: Located) -> tuple[str, int, int, str, str]:
    return item.sort_key


def render(report: Report, options: Options) -> str:
    """Give the report as text: findings in the order of the files (known ones too, if asked for), then a summary.

    It often lands in the log of a CI run, so nothing in it is a command there.
    """
    paint, lang = _Paint(on=options.color), language(report.language)
    kept = (*report.known, *report.suppressed, *report.gaps) if options.known else ()
    shown = sorted((*report.findings, *kept), key=_by_place)
    blocks = [_finding(item, lang, paint) for item in shown]
    tail = [_summary(report, options, lang, paint), *(_statistics(report, lang) if options.statistics else [])]
    if report.municipalities:
        from planlint.output.municipalities import text_table  # noqa: PLC0415 - most checks are of one

        tail += ["", *text_table(report, lang)]
    return no_commands("\n\n".join([*blocks, "\n".join(tail)]) + "\n")
