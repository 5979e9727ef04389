"""Where a plan stands on the day: the list it belongs to, and its standing in words, made of the three answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register.in_force import Gjelder, gjelder
from planlint.register.kunnskap import Kunnskap, is_old, viten
from planlint.register.livsloep.overskridelse import Overskredet, overskridelser
from planlint.register.short_status import overskridelse_text
from planlint.register.utsagn import tittel

if TYPE_CHECKING:
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
_LIST = {
    Gjelder.PERIODEN_OVER: UTLOEPT,
    Gjelder.UNDER_ARBEID: BEING_MADE,
    Gjelder.PLANLAGT: PLANLAGT,
    Gjelder.AVSLUTTET: AVSLUTTET,
    Gjelder.UKJENT: NO_STATUS,
}
_SENTENCE = {
    Gjelder.UNDER_ARBEID: N_("Noen arbeider med planen. Registeret viser ikke noe vedtak ennå."),
    Gjelder.PLANLAGT: N_("Planen er planlagt. Registeret viser ikke at arbeidet er begynt."),
    Gjelder.AVSLUTTET: N_("Planen gjelder ikke lenger."),
    Gjelder.UKJENT: N_("Registeret viser ikke hva planen er nå."),
    Gjelder.UTEN_SLUTT: N_("Planen gjelder så langt registeret viser. Ingen sluttdato er dokumentert."),
}


def stilling_of_plan(register: Register, plan: Plan) -> str:
    """Give the one list that a plan belongs to today."""
    return _LIST.get(gjelder(register, plan), I_KRAFT)


def utloeper(register: Register, plan: Plan) -> bool:
    """Tell whether a plan in force ends this year."""
    end = register.periodeslutt(plan)
    return end is not None and end.year == register.today.year and register.is_i_kraft(plan)


def _bindende(register: Register, lang: Language, plan: Plan) -> str:
    """Give the standing of a binding plan in force: its period ends nothing."""
    _ = lang.gettext
    end = register.periodeslutt(plan)
    told = [_("Planen er bindende, og gjelder til den blir endret, opphevet eller erstattet.")]
    told.append(_("Registeret viser ikke at det har skjedd."))
    if end and end < register.today:
        told.append(_("Perioden gikk ut {dato}.").format(dato=lang.dato(end)))
    return " ".join(told)


def _planlagt(register: Register, lang: Language, plan: Plan) -> str:
    """Give the standing of a plan that nobody has begun on: of what is over, nothing is planned."""
    end, _ = register.periodeslutt(plan), lang.gettext
    if register.status(plan) == "satt_på_vent":
        return _("Arbeidet med planen er satt på vent.")
    if end and end < register.today:
        return _("Planen står som planlagt, men perioden gikk ut {dato}.").format(dato=lang.dato(end))
    return _(_SENTENCE[Gjelder.PLANLAGT])


def _applies(register: Register, lang: Language, plan: Plan) -> str:
    """Give whether a plan applies, as a sentence or two."""
    where, end, _ = gjelder(register, plan), register.periodeslutt(plan), lang.gettext
    if where == Gjelder.PERIODEN_OVER and end:
        text = _("Perioden gikk ut {dato}. Registeret viser ikke at planen er erstattet eller opphevet.")
        return text.format(dato=lang.dato(end))
    if where == Gjelder.PLANLAGT:
        return _planlagt(register, lang, plan)
    if where == Gjelder.BINDENDE:
        return _bindende(register, lang, plan)
    if where == Gjelder.UT_PERIODEN and end:
        return _("Planen gjelder til og med {dato}, så langt registeret viser.").format(dato=lang.dato(end))
    if where == Gjelder.AVSLUTTET and register.status(plan) == "erstattet" and not register.replaced_by(plan):
        return _("Planen er erstattet. Når det skjedde, er ikke dokumentert.")
    return _(_SENTENCE[where])


def _work(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say that an adopted plan is being revised, where somebody has told so lately; the short status says the rest."""
    if register.status(plan) != "under_revisjon" or is_old(register, viten(register, plan).dag):
        return []
    return [lang.gettext("Noen arbeider med å revidere den.")]


def _late(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say what is late; a period that is over is told already."""
    late = [item for item in overskridelser(register, plan) if item.slag != Overskredet.PERIODE]
    text = lang.gettext("Over fristen: {for_sent}. Registeret viser ikke at det er gjort.")
    return [text.format(for_sent=overskridelse_text(register, lang, plan, item)) for item in late]


def kunnskap_sentence(register: Register, lang: Language, plan: Plan) -> str:
    """Say what the knowledge of a plan rests on, where that is old, doubted or nothing; "" where there is no need."""
    known, _ = viten(register, plan), lang.gettext
    if gjelder(register, plan) is Gjelder.AVSLUTTET:
        return ""
    doubt = _("Opplysningene er usikre.") if known.slag == Kunnskap.USIKKER else ""
    if known.dag is None or not is_old(register, known.dag):
        return doubt
    told = _("Det siste registeret vet om dette, er fra {tid}.").format(tid=lang.tidspunkt(known.dag.tid))
    if known.kilde:
        text = _("Det siste registeret vet om dette, er fra {tid} ({kilde}).")
        told = text.format(tid=lang.tidspunkt(known.dag.tid), kilde=tittel(register, known.kilde))
    return f"{doubt} {told}".strip()


def stilling_sentence(register: Register, lang: Language, plan: Plan) -> str:
    """Give a plan's standing as a sentence or more: whether it applies, what is late, and from when that is known."""
    where = gjelder(register, plan)
    passing = where in {Gjelder.UNDER_ARBEID, Gjelder.PLANLAGT} and is_old(register, viten(register, plan).dag)
    told = [] if passing else [_applies(register, lang, plan)]
    told += [*_work(register, lang, plan), *_late(register, lang, plan), kunnskap_sentence(register, lang, plan)]
    return " ".join(text for text in told if text)
