"""Where a plan stands on the day: the list it belongs to, and its standing in words, made of the three answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, RulleresCode
from planlint.model import UNDER_ARBEID
from planlint.register.avloesning import has_replaced, to_replace
from planlint.register.in_force import Gjelder, gjelder
from planlint.register.kunnskap import Tvil, is_old, status_event, undated_kilde, viten
from planlint.register.livsloep.frist import revisjonsfrist, rulleres
from planlint.register.livsloep.overskridelse import Overskredet, overskridelser
from planlint.register.livsloep.strategi import is_gjennomfoert, periode
from planlint.register.short_status import (
    doubts_about,
    is_passing,
    overskridelse_text,
    passed_time,
    status_in_sentence,
)
from planlint.register.utsagn import tittel
from planlint.text import BEGINS, BESLUTNING_NAMES, DONE, EVENT_NAMES

if TYPE_CHECKING:
    from planlint.base import Ord
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
_PERIOD_IS_OVER, _PERIOD_IS_LATE = (
    N_("Perioden gikk ut {slutt:ved}."),
    N_("Over fristen: perioden gikk ut {slutt:ved}."),
)
_IN_DOUBT, _IN_DOUBT_OF = N_("Kilden «{kilde}» er selv i tvil."), N_("Kilden «{kilde}» er selv i tvil: «{oppgir}».")
_BY_REVISION = "lest-av-revisjonen"
_SENTENCE: dict[str, Ord] = {
    _BY_REVISION: N_("At planen gjelder, er lest av at den revideres. Registeret viser ikke når den ble vedtatt."),
    Gjelder.UNDER_ARBEID: N_("Registeret viser ikke at planen er vedtatt."),
    Gjelder.PLANLAGT: N_("Registeret viser ikke at planen er vedtatt."),
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
    end = register.period_end(plan)
    told = [_("Planen er bindende, og gjelder til den blir endret, opphevet eller erstattet.")]
    told.append(_("Registeret viser ikke at det har skjedd."))
    if end and end.slutt < register.today and not _is_late_by_period(register, plan):
        told.append(lang.render(_PERIOD_IS_OVER, {"slutt": end}))
    return " ".join(told)


def _is_late_by_period(register: Register, plan: Plan) -> bool:
    return any(late.slag == Overskredet.PERIODE for late in overskridelser(register, plan))


def _period_over(register: Register, lang: Language, plan: Plan) -> str:
    """Give the standing of an adopted plan after its period: when that ended, unless that is told as being late."""
    over = lang.render(
        _PERIOD_IS_LATE if _is_late_by_period(register, plan) else _PERIOD_IS_OVER, {"slutt": register.period_end(plan)}
    )
    return f"{over} {lang.gettext('Registeret viser ikke at planen er erstattet eller opphevet.')}"


def _ended(register: Register, lang: Language, plan: Plan) -> str:
    """Say that a plan does not apply any more, and what the register has that from."""
    _, new, status = lang.gettext, has_replaced(register, plan), register.status(plan)
    dated = next(((one, days[0]) for one in new if (days := register.vedtak(one))), None)
    if dated:
        text = _("Planen gjelder ikke lenger. Etter registeret er den erstattet av «{plan}», som ble vedtatt {tid}.")
        return text.format(plan=dated[0].tittel, tid=lang.tidspunkt(dated[1].dato, usikker=dated[1].usikker))
    if status == "erstattet":
        return _("Planen er erstattet. Når det skjedde, er ikke dokumentert.")
    event = register.last_event(plan, status or "")
    if event:
        text = _("Planen gjelder ikke lenger. Hendelsen er «{hendelse}», {tid}.")
        return text.format(hendelse=_(EVENT_NAMES[event.hva]), tid=lang.tidspunkt(event.dato, usikker=event.usikker))
    return _("Planen gjelder ikke lenger. Når den sluttet å gjelde, er ikke dokumentert.")


def _applies(register: Register, lang: Language, plan: Plan) -> str:
    """Give whether a plan applies, as a sentence or two."""
    end, _ = register.period_end(plan), lang.gettext
    where: str = gjelder(register, plan)
    if where == Gjelder.UKJENT and register.is_faulty(plan, "status"):
        return _("Det som står om statusen, kan ikke leses, så hva planen er nå, er ikke kjent her.")
    if where == Gjelder.UTEN_SLUTT and register.is_faulty(plan, "periode"):
        return _("Planen gjelder så langt registeret viser. Det som står om perioden, kan ikke leses.")
    if where == Gjelder.PERIODEN_OVER:
        return _period_over(register, lang, plan)
    if where == Gjelder.BINDENDE:
        return _bindende(register, lang, plan)
    if where == Gjelder.UT_PERIODEN and end:
        return _("Planen gjelder til og med {dato}, så langt registeret viser.").format(dato=lang.tidspunkt(end))
    if where == Gjelder.UTEN_SLUTT and register.status(plan) in UNDER_ARBEID and not register.vedtak(plan):
        where = _BY_REVISION
    return _ended(register, lang, plan) if where == Gjelder.AVSLUTTET else _(_SENTENCE[where])


def _work(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say by whom, and when, a plan was seen under work, planned or on hold: it may have passed since."""
    if not is_passing(register, plan):
        return []
    known, _ = viten(register, plan), lang.gettext
    facts = {"status": status_in_sentence(register, lang, plan)}
    if known.dag is None:
        text = _("Ifølge «{kilde}», som er uten dato, er den {status}.") if known.udatert else ""
        text = text or _("Etter registeret er den {status}. Registeret sier ikke når det er fra.")
        return [text.format(kilde=tittel(register, known.udatert or ""), **facts)]
    if known.dag.valgperiode:
        return [_("Ifølge planstrategien {periode} er den {status}.").format(periode=known.dag.valgperiode, **facts)]
    text = _("Ifølge «{kilde}» ({tid}) er den {status}.") if known.kilde else _("Per {tid} er den {status}.")
    named = tittel(register, known.kilde) if known.kilde else ""
    return [text.format(kilde=named, tid=lang.tidspunkt(known.dag.tid), **facts)]


def _late(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say what is late; of a plan whose period is over, that is told already."""
    told, _ = [], lang.gettext
    over = gjelder(register, plan) is Gjelder.PERIODEN_OVER
    for item in overskridelser(register, plan):
        if over and item.slag == Overskredet.PERIODE:
            continue
        done = item.slag != Overskredet.PERIODE
        text = _("Over fristen: {for_sent}. Registeret viser ikke at det er gjort.") if done else ""
        text = text or _("Over fristen: {for_sent}.")
        told.append(text.format(for_sent=overskridelse_text(register, lang, plan, item)))
        told += reckoned_by(register, lang, plan) if item.slag == Overskredet.REVISJON else []
    return told


def reckoned_by(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say whose rule a revision's day is reckoned by; nothing where the register has the day itself."""
    frist, often = revisjonsfrist(register, plan), rulleres(register, plan)
    if not frist or not often or frist.felt[0] == "revisjon":
        return []
    own, kilde = (plan.revisjon.rulleres, plan.revisjon.kilde) if plan.revisjon else (None, None)
    if own is None:
        text = N_("Fristen er regnet ut fra siste vedtak: plansystemet sier at planer av typen revideres {tid}.")
    elif kilde is None:
        text = N_("Fristen er regnet ut fra siste vedtak: registeret har at planen revideres {tid}.")
    else:
        text = N_("Fristen er regnet ut fra siste vedtak: planen revideres {tid}, ifølge «{kilde}».")
    named = tittel(register, kilde) if kilde else ""
    return [lang.gettext(text).format(tid=lang.value(RulleresCode(often)), kilde=named)]


def _passed(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say which time has passed of a plan that is not known to apply; of one that does, that is told already."""
    passed = None if register.is_vedtatt(plan) else passed_time(register, plan)
    if passed is None:
        return []
    told = overskridelse_text(register, lang, plan, passed)
    return [f"{told[:1].upper()}{told[1:]}."]


def _decided(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say what the current planstrategi decided about a plan, until that is done; what is late by it, is told so."""
    strategi, decision = register.planstrategi, register.beslutning(plan)
    if not strategi or not decision or gjelder(register, plan) is Gjelder.AVSLUTTET:
        return []
    told = {item.slag for item in overskridelser(register, plan)}
    if told & {Overskredet.BESLUTNING, Overskredet.OPPSTART} or is_gjennomfoert(register, plan, strategi, decision):
        return []
    parts = [lang.quoted(lang.gettext(BESLUTNING_NAMES[decision.valg]))]
    times = ((BEGINS, decision.oppstart), (DONE, decision.ferdig))
    parts += [lang.render(text, {"tid": point}) for text, point in times if point]
    parts += [lang.gettext("usikkert")] if decision.usikker and len(parts) > 1 else []
    parts += [decision.vilkaar] if decision.vilkaar else []
    text = lang.gettext("Bestemt i planstrategien {periode}: {hva}.")
    return [text.format(periode=periode(strategi), hva=", ".join(parts))]


def _successors(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say which plans are to replace a plan, and what they are late with."""
    told, _ = [], lang.gettext
    for new in to_replace(register, plan):
        late = overskridelser(register, new)
        text = _("Etter registeret skal den erstattes av «{plan}». Registeret viser ikke at det har skjedd.")
        if late:
            text = _(
                "Etter registeret skal den erstattes av «{plan}» ({for_sent}). Registeret viser ikke at det har skjedd."
            )
        for_sent = overskridelse_text(register, lang, new, late[0]._replace(avloest=None)) if late else ""
        told.append(text.format(plan=new.tittel, for_sent=for_sent))
    return told


def _doubt(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say what of a plan's status is in doubt, and why, where the file says so; of no status, which source is."""
    told, _ = [], lang.gettext
    if register.status(plan) is None:
        return _doubt_of_sources(register, lang, plan)
    for kind in doubts_about(register, plan):
        if kind is Tvil.HENDELSE and (event := status_event(register, plan)):
            text = _("Hendelsen «{hendelse}» ({tid}) er ført som usikker.")
            told.append(text.format(hendelse=_(EVENT_NAMES[event.hva]), tid=lang.tidspunkt(event.dato)))
            told += [event.merknad] if event.merknad else []
        elif kind is Tvil.PERIODE:
            told.append(_("Perioden er ført som usikker."))
        elif kind is Tvil.KILDE:
            told += _doubt_of_sources(register, lang, plan)
        else:
            told.append(_("Kildene er uenige om når planen ble vedtatt, eller av hvem."))
    return told


def _doubt_of_sources(register: Register, lang: Language, plan: Plan) -> list[str]:
    """Say which sources are themselves in doubt, in their own words where the register has them."""
    told = []
    for item in plan.kilder:
        if item.usikker:
            text = _IN_DOUBT_OF if item.oppgir else _IN_DOUBT
            told.append(lang.gettext(text).format(kilde=tittel(register, item.kilde), oppgir=item.oppgir))
    return told


def _from_when(register: Register, lang: Language, plan: Plan) -> str:
    """Say which day, and which source, the last that is known of a plan is from."""
    known, _ = viten(register, plan), lang.gettext
    if known.udatert:
        text = _("Det registeret vet om dette, er fra en kilde uten dato ({kilde}).")
        return text.format(kilde=tittel(register, known.udatert))
    if known.dag is None:
        return ""
    text = _("Det siste registeret vet om dette, er fra {tid}.")
    if known.kilde:
        text = _("Det siste registeret vet om dette, er fra {tid} ({kilde}).")
    told = text.format(tid=lang.tidspunkt(known.dag.tid), kilde=tittel(register, known.kilde) if known.kilde else "")
    other = undated_kilde(register, plan)
    if other is None:
        return told
    return f"{told} {_('Kilden «{kilde}» er uten dato.').format(kilde=tittel(register, other))}"


def kunnskap_sentence(register: Register, lang: Language, plan: Plan) -> str:
    """Say what the knowledge of a plan rests on, where that is old, undated, doubted or ended; "" where no need is.

    Of work and what is planned, the sentence that says so has told it.
    """
    doubt, known = " ".join(_doubt(register, lang, plan)), viten(register, plan)
    told = known.udatert or is_old(register, known.dag) or gjelder(register, plan) is Gjelder.AVSLUTTET
    from_when = _from_when(register, lang, plan) if told and not is_passing(register, plan) else ""
    return f"{doubt} {from_when}".strip()


def stilling_sentence(register: Register, lang: Language, plan: Plan) -> str:
    """Give a plan's standing in sentences: does it apply, what is late, what comes, and from when is it known."""
    told = [_applies(register, lang, plan)]
    for part in (_work, _late, _passed, _decided, _successors):
        told += part(register, lang, plan)
    return " ".join(text for text in (*told, kunnskap_sentence(register, lang, plan)) if text)
