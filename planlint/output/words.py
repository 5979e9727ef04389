"""The words of a located finding, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.law import bestemmelser
from planlint.rules import RULES
from planlint.text import Words

if TYPE_CHECKING:
    from planlint.diagnostic import Diagnostic
    from planlint.report import Located, LocatedRelated, Report
    from planlint.text import Language


def words(item: Located, lang: Language) -> Words:
    """Give message, label and help of a finding in a language."""
    return said(item.diagnostic, lang)


def said(diagnostic: Diagnostic, lang: Language) -> Words:
    """Give message, label and help of a finding that nobody has located."""
    finding = diagnostic.finding
    text = RULES[diagnostic.code].text(finding.variant)
    return Words(*(lang.render(part, finding.args) for part in (text.melding, text.merke, text.hjelp)))


def note(related: LocatedRelated, lang: Language) -> str:
    """Give the note of a related place in a language."""
    return lang.render(related.related.note, related.related.args)


def laws(item: Located, lang: Language) -> list[str]:
    """Give the names of the provisions that a finding rests on; one that is not confirmed at the source says so."""
    known = bestemmelser()
    doubt = f" ({lang.gettext('ikke bekreftet')})"
    ids = RULES[item.diagnostic.code].laws(item.diagnostic.finding)
    return [known[id_].navn + (doubt if known[id_].sikkerhet == "C" else "") for id_ in ids]


def cause(item: Located, lang: Language) -> list[str]:
    """Give a sentence on what the change has to do with a finding; none where nothing is compared."""
    if item.cause == "touched":
        if item.there_before:
            return [lang.gettext("I en fil som endringen gjelder, men det var slik før også.")]
        return [lang.gettext("I en fil som endringen gjelder.")]
    return [lang.gettext("Følger av endringen.")] if item.cause else []


def comparison(report: Report, lang: Language) -> str:
    """Give what a report was compared with and what it leaves out; "" where nothing is compared."""
    if not report.base:
        return ""
    rows = [lang.gettext("Sammenlignet med {base}.").format(base=report.base)]
    if report.base_unjudged:
        text = lang.gettext("Der kan ikke {fil} brukes, så alt som blir funnet nå, er med.")
        rows.append(text.format(fil=report.base_unjudged))
    if left := report.counts.get("utelatt", 0):
        rows.append(
            lang.ngettext(
                "{n} funn som var der fra før, i en fil som ikke er endret, er ikke med.",
                "{n} funn som var der fra før, i filer som ikke er endret, er ikke med.",
                left,
            )
        )
    return " ".join(rows)
