"""What a page is told beside findings and consequences: what a change puts right, and what may be worth a look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.browser.form_words import form_words
from planlint.change import Late, Ref
from planlint.output import deadline, gone_known
from planlint.register import overskridelser
from planlint.source import entity_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.forms import ProposedChange
    from planlint.text import Language

_RULE = re.compile(r" \(PL\d{3} [\w-]+\)")
_TAKEN = N_("Nummeret {nummer} står også på målet «{maal}» i samme plan. Se etter hvilket av dem som er riktig.")
_STILL_LATE = N_("«{plan}» vil være over en frist også etter endringen ({frist}).")
_BEFORE = N_("Det som ble meldt før: {hva}")
_MOST = 3
"""As many known findings that are gone as are told with what they were about."""


def remarks(proposal: ProposedChange, lang: Language) -> list[str]:
    """Give what may be worth a look: a number that is another's, and a deadline that has passed all the same."""
    return [*_same_number(proposal, lang), *_still_late(proposal, lang)]


def news(proposal: ProposedChange, lang: Language, labels: Mapping[str, str]) -> list[str]:
    """Give what is known of and found no more, with what each was about where they are few."""
    told = []
    for sentence, those in gone_known(proposal.report, lang):
        about = list(dict.fromkeys(form_words(item, lang, labels).message for item in those))
        more = [lang.gettext(_BEFORE).format(hva=" ".join(about))] if 0 < len(about) <= _MOST else []
        told.append(" ".join([_RULE.sub("", sentence), *more]))
    return told


def _same_number(proposal: ProposedChange, lang: Language) -> Iterator[str]:
    """Yield that another goal of the same plan has the number that a goal is given."""
    kind, _, id_ = entity_of(proposal.given.fil).partition("/")
    register, edits = proposal.work.system.register, dict(proposal.given.endringer)
    number, goal = edits.get(("nummer",)), register.maal.get(id_) if register and kind == "maal" else None
    if register is None or goal is None or not number:
        return
    plan = edits.get(("plan",), goal.plan)
    for other in register.maal.values():
        if other is not goal and (other.plan, other.nummer) == (plan, number):
            yield lang.gettext(_TAKEN).format(nummer=number, maal=other.tittel)


def _still_late(proposal: ProposedChange, lang: Language) -> Iterator[str]:
    """Yield the deadlines that have passed for a plan that the change makes apply."""
    found, after = proposal.report.change, proposal.work.after().register
    if after is None or not found or not found.consequences:
        return
    for one in found.consequences.begins:
        plan = after.planer[one.entity.partition("/")[2]]
        for late in overskridelser(after, plan):
            told = deadline(Late(Ref(*one), late.slag, late.tid), lang)
            yield lang.gettext(_STILL_LATE).format(plan=plan.tittel, frist=told)
