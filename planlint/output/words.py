"""The words of a located finding, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.law import bestemmelser
from planlint.rules import RULES
from planlint.text import Words

if TYPE_CHECKING:
    from planlint.diagnostic import Diagnostic
    from planlint.report import Located, LocatedRelated
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
