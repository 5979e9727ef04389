"""The words of a located finding, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Severity
from planlint.law import bestemmelser
from planlint.output.law_words import with_hjemmel
from planlint.rules import RULES
from planlint.text import Words

if TYPE_CHECKING:
    from planlint.base import Diagnostic
    from planlint.check import Located, LocatedRelated, Report
    from planlint.text import Language

_ELSEWHERE = NN_(
    "Følger av endringen, selv om denne filen ikke er endret.",
    "Følger av endringen, selv om disse filene ikke er endret.",
)
_LEFT = N_("skriv `tidligere_id: [{id}]` i filen, så er dette godtatt som før.")
_FAULT = "PL104"
"""Findings before this one are about a file's own form, and ids that do not exist."""
_SHORT, _WHOLE = 10, 40
"""As much of a commit's id as a reader is shown, and all of it."""


def words_of(item: Located, lang: Language) -> Words:
    """Give message, label and help of a finding in a language; of one that was accepted under another name, how."""
    words = said(item.diagnostic, lang)
    return words._replace(help=lang.render(_LEFT, {"id": item.left_name})) if item.left_name else words


def message_of(item: Located, lang: Language) -> str:
    """Give what a finding says where what it names is led to: by title, and with no id behind it."""
    return said(item.diagnostic, lang.for_readers).message


def said(diagnostic: Diagnostic, lang: Language) -> Words:
    """Give message, label and help of a finding that nobody has located."""
    finding = diagnostic.finding
    text = RULES[diagnostic.code].text(finding.variant)
    return Words(*(lang.render(part, finding.args) for part in (text.melding, text.merke, text.hjelp)))


def is_hiding(item: Diagnostic) -> bool:
    """Tell whether a finding keeps other rules from speaking: what is not read, or refers to nothing, is not judged.

    A file that has got another name is known by its content, so what refers to the former name is judged.
    """
    return item.severity is Severity.FEIL and item.code < _FAULT and item.finding.variant != "nytt_filnavn"


_MOVED = N_("Det gjaldt før endringen også, og stopper den ikke.")
_MOVED_TO = N_("Kravet gjaldt før endringen også, og stopper den ikke. Det nye er at planen her kan dekke det.")


def note(related: LocatedRelated, lang: Language) -> str:
    """Give the note of a related place in a language."""
    return lang.render(related.related.note, related.related.args)


def laws(item: Located, lang: Language) -> list[str]:
    """Give the provisions that a finding rests on, by name, and how the words it is judged by were read."""
    finding = item.diagnostic.finding
    ids = RULES[item.diagnostic.code].laws(finding)
    return [with_hjemmel(bestemmelser()[id_], finding.lovdag, lang) for id_ in ids]


def cause(item: Located, lang: Language, number: int = 1) -> list[str]:
    """Give a sentence on what the change has to do with a finding of so many; none where nothing is compared."""
    if item.cause == "caused":
        one, many = _ELSEWHERE
        return [lang.choose(one, many, number)]
    if item.left_name:
        return [lang.gettext("Det var slik før også, og var godtatt da filen het noe annet.")]
    if item.cause and item.moved:
        text = _MOVED_TO if item.diagnostic.finding.variant == "kandidat" else _MOVED
        return [lang.gettext(text)]
    if item.cause and item.there_before:
        return [lang.gettext("I en fil som er endret, men det var slik før også.")]
    return [lang.gettext("Følger av endringen.")] if item.cause else []


def compared_with(report: Report, target: str) -> str:
    """Give the name of what a report was compared with; "" where it has none that a reader knows.

    `target` is the branch that the change is to be merged into: CI gives its commit in full.
    """
    named = report.origin.name if report.origin else report.rev
    return named or (target if len(report.rev) >= _WHOLE and report.rev.isalnum() else "")


def comparison(report: Report, lang: Language, target: str = "") -> str:
    """Give what a report was compared with and what it leaves out; "" where nothing is compared."""
    if not report.rev:
        return ""
    rows = [_origin(report, lang, target)]
    if report.before_unjudged:
        text = lang.gettext("Der kan ikke {fil} brukes, så alt som blir funnet nå, er med.")
        rows.append(text.format(fil=report.before_unjudged))
    if old := sum(item.there_before for item in report.findings):
        rows.append(
            lang.ngettext(
                "{n} funn i filer som er endret, var der før endringen også, og stopper den ikke.",
                "{n} funn i filer som er endret, var der før endringen også, og stopper den ikke.",
                old,
            )
        )
    if left := report.counts.get("utelatt", 0):
        rows.append(
            lang.ngettext(
                "{n} funn som var der fra før, i en fil som ikke er endret, er ikke med.",
                "{n} funn som var der fra før, i filer som ikke er endret, er ikke med.",
                left,
            )
        )
    return " ".join(rows)


def _origin(report: Report, lang: Language, target: str) -> str:
    """Tell what was compared with: by its name, or by the commit and its day where nobody gave it one."""
    origin, name = report.origin, compared_with(report, target)
    if origin and not name:
        commit, day = origin.commit[:_SHORT], lang.dato(origin.day)
        name = lang.gettext("innsjekkingen {id} fra {dato}").format(id=commit, dato=day)
    if origin and origin.start == "parted":
        return lang.gettext("Sammenlignet med {base}, slik det var da endringen begynte.").format(base=name)
    if origin and origin.start == "unrelated":
        return lang.gettext("Sammenlignet med {base}, som ikke har felles historie med endringen.").format(base=name)
    return lang.gettext("Sammenlignet med {base}.").format(base=name)
