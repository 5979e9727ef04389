"""What a change lets through, by name: findings that it accepts, and those that its milder demands no longer give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.output.diff_rows import DiffRow, DiffSection
from planlint.output.paper import alvor, named
from planlint.output.words import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.change import Diff, Hidden
    from planlint.text import Language

_HEADINGS = {
    True: N_("Godtatt i denne endringen, og ikke rettet"),
    False: N_("Ville blitt meldt med kravene før endringen"),
}


def hidden_sections(diff: Diff, lang: Language) -> Iterator[DiffSection]:
    """Give what a change accepts, and what it no longer asks for, the worst first."""
    found = diff.findings.hidden if diff.findings else ()
    for accepted, heading in _HEADINGS.items():
        those = [one for one in found if one.accepted is accepted]
        if those:
            yield DiffSection(lang.gettext(heading), [_row(one, diff, lang) for one in those])


def accepted_rules(diff: Diff) -> frozenset[str]:
    """Give the rules of which a change accepts a finding."""
    found = diff.findings.hidden if diff.findings else ()
    return frozenset(one.diagnostic.code for one in found if one.accepted)


def _row(one: Hidden, diff: Diff, lang: Language) -> DiffRow:
    item = one.diagnostic
    kind, _, id_ = item.entity.rpartition("/")
    about = named(diff.names.get((kind, id_), ""), item.entity)
    lines = [lang.render(N_("Grunn: {grunn}"), {"grunn": item.reason})] if one.accepted and item.reason else []
    if one.accepted and item.until:
        lines.append(lang.render(N_("Godtatt til {dato}"), {"dato": item.until}))
    return DiffRow("!", about, f"{alvor(item, lang)}: {said(item, lang).message}", tuple(lines))
