"""What a change lets through, by name: findings that it accepts, and those that its milder demands no longer give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.output.diff_findings import subject
from planlint.output.diff_rows import DiffRow, DiffSection
from planlint.output.paper import alvor
from planlint.output.words import said
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.change import Diff, Hidden
    from planlint.output.diff_values import Values

_HEADINGS = {
    "accepted": N_("Godtatt i denne endringen, og ikke rettet"),
    "before": N_("Kommer med endringen, og er godtatt fra før"),
    "unasked": N_("Ville blitt meldt med kravene før endringen"),
    "milder": N_("Regnet som mindre alvorlig enn før endringen"),
}


_UNTIL = {
    (False, True): N_("Godtatt til og med {dato}"),
    (False, False): N_("Godtatt uten siste dag"),
    (True, True): N_("Unntaket står i filen, og gjelder til og med {dato}"),
    (True, False): N_("Unntaket står i filen, uten siste dag"),
}
"""Where it is said that a finding is accepted (in the file itself, or beside it), and until when."""


def hidden_sections(diff: Diff, values: Values) -> Iterator[DiffSection]:
    """Give what a change accepts, and what it no longer asks for, the worst first."""
    lang = values.lang
    found = diff.findings.hidden if diff.findings else ()
    for how, heading in _HEADINGS.items():
        those = [one for one in found if one.how == how]
        if those:
            yield DiffSection(lang.gettext(heading), [_row(one, values) for one in those])


def accepted_rules(diff: Diff) -> frozenset[str]:
    """Give the rules of which a change accepts a finding."""
    found = diff.findings.hidden if diff.findings else ()
    return frozenset(one.diagnostic.code for one in found if one.how == "accepted")


def _row(one: Hidden, values: Values) -> DiffRow:
    item, lang = one.diagnostic, values.lang
    lines = [lang.render(N_("Grunn: {grunn}"), {"grunn": item.reason})] if one.is_accepted and item.reason else []
    if one.is_accepted:
        lines.append(lang.render(_UNTIL[item.status == "suppressed", bool(item.until)], {"dato": item.until or ""}))
    if one.now:
        lines.append(lang.render(N_("Regnes nå som {alvor}"), {"alvor": lang.gettext(SEVERITY[one.now])}))
    return DiffRow(
        "!",
        subject(item, values),
        f"{alvor(item, lang)}: {said(item, lang).message}",
        tuple(lines),
        item.place.file,
        item.code,
    )
