"""The words of a located finding, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.law import bestemmelser
from planlint.rules import RULES
from planlint.text.format import Words, render

if TYPE_CHECKING:
    from planlint.report import Located, LocatedRelated


def words(item: Located) -> Words:
    """Give message, label and help of a finding."""
    finding = item.diagnostic.finding
    text = RULES[item.diagnostic.code].text(finding.variant)
    return Words(*(render(part, finding.args) for part in (text.melding, text.merke, text.hjelp)))


def note(related: LocatedRelated) -> str:
    """Give the note of a related place."""
    return render(related.related.note, related.related.args)


def laws(item: Located) -> list[str]:
    """Give the names of the provisions that a finding rests on; one that is not confirmed at the source says so."""
    known = bestemmelser()
    ids = RULES[item.diagnostic.code].laws(item.diagnostic.finding)
    return [known[id_].navn + (" (ikke bekreftet)" if known[id_].sikkerhet == "C" else "") for id_ in ids]
