"""A plan's short status: what it is, what it is late with, and from when that is known, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import ENDS_PLAN, UNDER_ARBEID, VEDTATTE, WAITING
from planlint.register.in_force import Gjelder, gjelder
from planlint.register.kunnskap import Tvil, is_old, status_event, tvil, viten
from planlint.register.livsloep.frist import period_end, revisjonsfrist
from planlint.register.livsloep.overskridelse import Overskredet, Overskridelse, overskridelser
from planlint.register.once_each import once_each
from planlint.text import STATUS

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register.kunnskap import Viten
    from planlint.register.register import Register
    from planlint.text import Language

_IN = {
    Overskredet.REVISJON: N_("skulle vært revidert i {tid}"),
    Overskredet.ARBEID: N_("skulle vært ferdig i {tid}"),
    Overskredet.BESLUTNING: N_("skulle ifølge planstrategien vært ferdig i {tid}"),
    Overskredet.OPPSTART: N_("arbeidet skulle ifølge planstrategien begynt i {tid}"),
}
_BY = {
    Overskredet.PERIODE: N_("perioden gikk ut {tid:ved}"),
    Overskredet.REVISJON: N_("skulle vært revidert innen {tid:av}"),
    Overskredet.ARBEID: N_("skulle vært ferdig innen {tid:av}"),
    Overskredet.BESLUTNING: N_("skulle ifølge planstrategien vært ferdig innen {tid:av}"),
    Overskredet.OPPSTART: N_("arbeidet skulle ifølge planstrategien begynt innen {tid:av}"),
}
_REVISED = N_("skulle ifølge planstrategien vært revidert i {tid}")
_REVISED_BY = N_("skulle ifølge planstrategien vært revidert innen {tid:av}")
_ENDED = N_("skulle ifølge planstrategien vært avsluttet innen {tid:av}")
_STILL = N_("{status}, gjelder også etter perioden, som gikk ut {tid:ved}")
_ON_VILKAAR = N_("{for_sent}, på et vilkår")
_REPLACED = N_("{for_sent} og erstattet «{plan}»")
_TVIL = {
    Tvil.HENDELSE: N_("siste hendelse er usikker"),
    Tvil.PERIODE: N_("perioden er usikker"),
    Tvil.KILDE: N_("en kilde er i tvil"),
    Tvil.STRID: N_("kildene er uenige"),
}


def _is_to_be_revised(register: Register, plan: Plan, late: Overskridelse) -> bool:
    """Tell whether what was decided is to revise a plan that is adopted: it is done, and its revision is not."""
    decision = register.beslutning(plan)
    return bool(decision and decision.valg == "revideres" and late.avloest is None and register.is_vedtatt(plan))


def _time_text(register: Register, lang: Language, plan: Plan, late: Overskridelse) -> str:
    decision = register.beslutning(plan)
    if late.slag == Overskredet.BESLUTNING and decision and decision.valg in ENDS_PLAN:
        return lang.render(_ENDED, {"tid": late.tid})
    revises = late.slag == Overskredet.BESLUTNING and _is_to_be_revised(register, plan, late)
    if late.tid.is_day or late.slag not in _IN:
        return lang.render(_REVISED_BY if revises else _BY[late.slag], {"tid": late.tid})
    return lang.render(_REVISED if revises else _IN[late.slag], {"tid": late.tid})


def overskridelse_text(register: Register, lang: Language, plan: Plan, late: Overskridelse) -> str:
    """Give a deadline that has passed as a part of a sentence: «skulle vært revidert i 2020».

    Of a plan that is to replace another: «skulle vært ferdig i 2024 og erstattet «Energi- og klimaplan»».
    """
    told, decision = _time_text(register, lang, plan, late), register.beslutning(plan)
    if decision and decision.vilkaar and late.slag in {Overskredet.BESLUTNING, Overskredet.OPPSTART}:
        told = lang.gettext(_ON_VILKAAR).format(for_sent=told)
    if late.avloest is None or late.slag == Overskredet.OPPSTART:
        return told
    return lang.gettext(_REPLACED).format(for_sent=told, plan=late.avloest.tittel)


def passed_time(register: Register, plan: Plan) -> Overskridelse | None:
    """Give a time that has passed of a plan that is not late by it: settled, or not known to be adopted.

    The period; for a plan that nothing shows to be adopted, the revision too. None for a plan that has ended.
    """
    where, end = gjelder(register, plan), period_end(register, plan)
    if where is Gjelder.AVSLUTTET or overskridelser(register, plan):
        return None
    if end and end.slutt < register.today:
        return Overskridelse(Overskredet.PERIODE, end.slutt, end)
    revision = None if register.is_vedtatt(plan) else revisjonsfrist(register, plan)
    late = revision is not None and revision.dag < register.today
    return Overskridelse(Overskredet.REVISJON, revision.dag, revision.tid) if revision and late else None


def is_passing(register: Register, plan: Plan) -> bool:
    """Tell whether a plan's status passes by itself (work, a plan on hold), so that who saw it, and when, matters."""
    return register.status(plan) in UNDER_ARBEID | WAITING and not register.replaced_by(plan)


def status_in_sentence(register: Register, lang: Language, plan: Plan) -> str:
    """Give a plan's status as it stands behind «er den»: «under revisjon», «et utkast»."""
    status = register.status(plan)
    word = lang.gettext("et utkast") if status == "utkast" else lang.gettext(STATUS[status])
    return word[:1].lower() + word[1:]


def _is_from_vedtak(register: Register, plan: Plan, known: Viten) -> bool:
    """Tell whether all that is known, long ago, is the adoption that the status is from, so that its day says it."""
    event, status = status_event(register, plan), register.status(plan)
    if event is None or event.usikker or event.hva != status or register.replaced_by(plan):
        return False
    return status in VEDTATTE and known.dag is not None and event.dato == known.dag.tid and is_old(register, known.dag)


def _known(register: Register, lang: Language, plan: Plan, known: Viten) -> str:
    """Give a plan's status in words; one that passes by itself, and was seen long ago, with who saw it and when."""
    _, day = lang.gettext, known.dag
    word = _(STATUS["erstattet" if register.replaced_by(plan) else register.status(plan)])
    if not is_passing(register, plan):
        from_day = day if _is_from_vedtak(register, plan, known) else None
        return _("{status} {tid}").format(status=word, tid=lang.tidspunkt(from_day.tid)) if from_day else word
    small = status_in_sentence(register, lang, plan)
    if known.udatert:
        return _("Ifølge en kilde uten dato er den {status}").format(status=small)
    if day is None or not is_old(register, day):
        return word
    if day.valgperiode:
        return _("{status} ifølge planstrategien {periode}").format(status=word, periode=day.valgperiode)
    if day.kilde:
        return _("Ifølge kilden fra {tid} er den {status}").format(tid=lang.tidspunkt(day.tid), status=small)
    return _("{status} per {tid}").format(status=word, tid=lang.tidspunkt(day.tid))


def doubts_about(register: Register, plan: Plan) -> tuple[Tvil, ...]:
    """Give what is in doubt of a plan's status; nothing where no status is told, or an adopted plan has replaced it."""
    return () if register.status(plan) is None or register.replaced_by(plan) else tvil(register, plan)


def _with_time(register: Register, lang: Language, plan: Plan, told: str) -> str:
    """Give a status with what it is late with, or else with the time that has passed."""
    late, where, _ = overskridelser(register, plan), gjelder(register, plan), lang.gettext
    first = late[0] if late else passed_time(register, plan)
    if first is None:
        return told
    if first.slag == Overskredet.PERIODE and where is Gjelder.BINDENDE:
        return lang.render(_STILL, {"status": told, "tid": first.tid})
    text = _("{status}, men {for_sent}") if late else _("{status}, {for_sent}")
    return text.format(status=told, for_sent=overskridelse_text(register, lang, plan, first))


def _age(register: Register, lang: Language, plan: Plan, known: Viten) -> str:
    """Say from when an adopted plan is known, where that is long ago or has no date; who saw work is told already."""
    if is_passing(register, plan) or not register.is_vedtatt(plan):
        return ""
    if known.udatert:
        return lang.gettext("kilden er uten dato")
    if known.dag is None or not is_old(register, known.dag) or _is_from_vedtak(register, plan, known):
        return ""
    return lang.gettext("sist kjent fra {tid}").format(tid=lang.tidspunkt(known.dag.tid))


def _with_doubts(register: Register, lang: Language, plan: Plan) -> str:
    """Give a plan's status in words, with what is in doubt of it."""
    told = _known(register, lang, plan, viten(register, plan))
    if register.status(plan) is None and register.is_faulty(plan, "status") and not register.replaced_by(plan):
        told = lang.gettext("Statusen kan ikke leses")
    if doubts := doubts_about(register, plan):
        text = lang.enumeration([lang.gettext(_TVIL[kind]) for kind in doubts])
        told = lang.gettext("{status} ({tvil})").format(status=told, tvil=text)
    return told


def status_without_deadlines(register: Register, lang: Language, plan: Plan) -> str:
    """Give what a plan is and from when we know, but no deadline: those are the municipality's own, not the law's.

    That the period is over, so that the plan is not known to apply, is no deadline: «Vedtatt, perioden gikk ut ved
    utgangen av 2020, sist kjent fra 2019».
    """
    told, age = _with_doubts(register, lang, plan), _age(register, lang, plan, viten(register, plan))
    end = period_end(register, plan)
    if end and gjelder(register, plan) is Gjelder.PERIODEN_OVER:
        told = lang.gettext("{status}, {for_sent}").format(
            status=told, for_sent=lang.render(_BY[Overskredet.PERIODE], {"tid": end})
        )
    return lang.gettext("{status}, {alder}").format(status=told, alder=age) if age else told


@once_each
def kortstatus(register: Register, lang: Language, plan: Plan) -> str:
    """Give a plan's short status, made of the three answers: what it is, what it is late with, and from when we know.

    «Vedtatt, men skulle vært revidert i 2020 (sist kjent fra 2019)»; «Ifølge kilden fra 2019 er den under revisjon»;
    «Ikke dokumentert, perioden gikk ut 31.12.2019».
    """
    told, age = _with_doubts(register, lang, plan), _age(register, lang, plan, viten(register, plan))
    timed = _with_time(register, lang, plan, told)
    if not age:
        return timed
    text = lang.gettext("{status}, {alder}") if timed == told else lang.gettext("{status} ({alder})")
    return text.format(status=timed, alder=age)
