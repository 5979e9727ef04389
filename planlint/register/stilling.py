"""Where a plan stands on the day: the list it belongs to, and its standing in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import AVSLUTTEDE, UNDER_ARBEID

if TYPE_CHECKING:
    from datetime import date

    from planlint.model import Plan
    from planlint.register.register import Register
    from planlint.text import Language

I_KRAFT, UTLOEPT, BEING_MADE, PLANLAGT, AVSLUTTET, NO_STATUS = (
    "i-kraft",
    "perioden-er-over",
    "under-arbeid",
    "planlagt",
    "avsluttet",
    "uten-status",
)
_SENTENCE = {
    BEING_MADE: N_("Noen arbeider med planen. Den er ikke vedtatt ennå."),
    PLANLAGT: N_("Planen er planlagt, men arbeidet er ikke begynt."),
    AVSLUTTET: N_("Planen gjelder ikke lenger."),
    NO_STATUS: N_("Kildene sier ikke hva planen er nå."),
}


def stilling_of_plan(register: Register, plan: Plan) -> str:
    """Give the one list that a plan belongs to today."""
    status = register.status(plan)
    if register.is_i_kraft(plan):
        return I_KRAFT
    if register.is_vedtatt(plan):
        return UTLOEPT
    if status in AVSLUTTEDE or register.replaced_by(plan):
        return AVSLUTTET
    if status in UNDER_ARBEID:
        return BEING_MADE
    return NO_STATUS if register.has_unknown_status(plan) else PLANLAGT


def utloeper(register: Register, plan: Plan) -> bool:
    """Tell whether a plan in force ends this year."""
    end = register.periodeslutt(plan)
    return end is not None and end.year == register.today.year and register.is_i_kraft(plan)


def _bindende(register: Register, lang: Language, plan: Plan) -> str:
    """Give the standing of a binding plan in force: its period ends nothing."""
    _ = lang.gettext
    end = register.periodeslutt(plan)
    told = [_("Planen er bindende, og gjelder til den blir endret, opphevet eller erstattet.")]
    if end and end < register.today:
        told.append(_("Perioden gikk ut {dato}.").format(dato=lang.dato(end)))
    if register.status(plan) == "under_revisjon":
        told.append(_("En ny utgave er under arbeid."))
    return " ".join(told)


def _not_in_force(register: Register, plan: Plan, where: str, over: date | None) -> str:
    """Give the sentence for a plan that is not in force; `over` is the last day of a period that is over."""
    if where == UTLOEPT:
        return N_("Perioden gikk ut {dato}. Planen er verken erstattet eller opphevet.")
    if where == PLANLAGT and register.status(plan) == "satt_på_vent":
        return N_("Arbeidet med planen er satt på vent.")
    if where == PLANLAGT and over:
        return N_("Planen står som planlagt, men perioden gikk ut {dato}.")
    if where == AVSLUTTET and register.status(plan) == "erstattet" and not register.replaced_by(plan):
        return N_("Planen er erstattet. Når det skjedde, er ikke dokumentert.")
    return _SENTENCE[where]


def stilling_sentence(register: Register, lang: Language, plan: Plan) -> str:
    """Give a plan's standing as a sentence or two."""
    _ = lang.gettext
    where, end = stilling_of_plan(register, plan), register.periodeslutt(plan)
    if where != I_KRAFT:
        over = end if end and end < register.today else None
        return _(_not_in_force(register, plan, where, over)).format(dato=lang.dato(over) if over else "")
    if register.is_bindende(plan):
        return _bindende(register, lang, plan)
    told = (
        _("Planen gjelder til og med {dato}.").format(dato=lang.dato(end))
        if end
        else _("Planen gjelder. Ingen sluttdato er dokumentert.")
    )
    return f"{told} {_('Noen arbeider med å revidere den.')}" if register.status(plan) == "under_revisjon" else told
