"""A plan's short status: what it is, what it is late with, and from when that is known, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import ENDS_PLAN, UNDER_ARBEID, WAITING
from planlint.register.in_force import Gjelder, gjelder
from planlint.register.kunnskap import Kunnskap, is_old, viten
from planlint.register.livsloep.overskridelse import Overskredet, overskridelser
from planlint.text import STATUS

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register.kunnskap import Viten
    from planlint.register.livsloep.overskridelse import Overskridelse
    from planlint.register.register import Register
    from planlint.text import Language

_IN = {
    Overskredet.REVISJON: N_("skulle vært revidert i {tid}"),
    Overskredet.ARBEID: N_("skulle vært ferdig i {tid}"),
    Overskredet.BESLUTNING: N_("skulle ifølge planstrategien vært ferdig i {tid}"),
    Overskredet.OPPSTART: N_("arbeidet skulle ifølge planstrategien begynt i {tid}"),
}
_BY = {
    Overskredet.PERIODE: N_("perioden gikk ut {tid}"),
    Overskredet.REVISJON: N_("skulle vært revidert innen {tid}"),
    Overskredet.ARBEID: N_("skulle vært ferdig innen {tid}"),
    Overskredet.BESLUTNING: N_("skulle ifølge planstrategien vært ferdig innen {tid}"),
    Overskredet.OPPSTART: N_("arbeidet skulle ifølge planstrategien begynt innen {tid}"),
}
_ENDED = N_("skulle ifølge planstrategien vært avsluttet innen {tid}")


def overskridelse_text(register: Register, lang: Language, plan: Plan, late: Overskridelse) -> str:
    """Give a deadline that has passed as a part of a sentence: «skulle vært revidert i 2020»."""
    decision = register.beslutning(plan)
    if late.slag == Overskredet.BESLUTNING and decision and decision.valg in ENDS_PLAN:
        return lang.gettext(_ENDED).format(tid=lang.dato(late.dag))
    if late.tid is None or late.tid.is_day:
        return lang.gettext(_BY[late.slag]).format(tid=lang.dato(late.dag))
    return lang.gettext(_IN[late.slag]).format(tid=lang.tidspunkt(late.tid))


def _known(register: Register, lang: Language, plan: Plan, known: Viten) -> str:
    """Give a plan's status in words; one that passes by itself, and was seen long ago, with who saw it and when."""
    status, _ = register.status(plan), lang.gettext
    word = _(STATUS["erstattet" if register.replaced_by(plan) else status])
    day = known.dag
    if day is None or status not in UNDER_ARBEID | WAITING or not is_old(register, day):
        return word
    if day.kilde:
        small = _("et utkast") if status == "utkast" else word[:1].lower() + word[1:]
        return _("Ifølge kilden fra {tid} er den {status}").format(tid=lang.tidspunkt(day.tid), status=small)
    return _("{status} per {tid}").format(status=word, tid=lang.tidspunkt(day.tid))


def kortstatus(register: Register, lang: Language, plan: Plan) -> str:
    """Give a plan's short status, made of the three answers: what it is, what it is late with, and from when we know.

    «Vedtatt, men skulle vært revidert i 2020»; «Ifølge kilden fra 2019 er den under revisjon»; «Ikke dokumentert».
    """
    known, where, _ = viten(register, plan), gjelder(register, plan), lang.gettext
    told = _known(register, lang, plan, known)
    if known.slag == Kunnskap.USIKKER:
        told = _("{status} (usikkert)").format(status=told)
    late = overskridelser(register, plan)
    if late and late[0].slag == Overskredet.PERIODE and where == Gjelder.BINDENDE:
        text = _("{status}, gjelder også etter perioden, som gikk ut {tid}")
        return text.format(status=told, tid=lang.dato(late[0].dag))
    if late:
        return _("{status}, men {for_sent}").format(
            status=told, for_sent=overskridelse_text(register, lang, plan, late[0])
        )
    if where == Gjelder.PERIODEN_OVER:
        return _("{status}, perioden er over").format(status=told)
    if known.slag == Kunnskap.GAMMEL and where.is_i_kraft and register.status(plan) not in UNDER_ARBEID and known.dag:
        return _("{status}, sist kjent fra {tid}").format(status=told, tid=lang.tidspunkt(known.dag.tid))
    return told
