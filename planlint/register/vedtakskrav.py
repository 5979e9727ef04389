"""Which body the law asks to decide, and by what act, and whether the register shows it: one answer for all that ask.

What the planning act asks for stands here, by what a plan is in that act; what the other acts ask for, in `LOVPLIKTER`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.base import add_years
from planlint.register.handlingsdel import kind_of_plan
from planlint.register.lovkrav import counts_on, is_by_kommunestyret, plan_kind, plans_of_type, types_with_rolle
from planlint.register.plikter import gjeldende, plikter_of, pliktplaner

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.model import Hendelse, Plan, Plantype
    from planlint.register.lovplikter import Plikt
    from planlint.register.register import Register

DELEGABLE = "pbl-12-12"
YEARS = 4
"""How old the arealdel may be where a reguleringsplan is adopted by another than the council (pbl § 12-12)."""


class Vedtakskrav(NamedTuple):
    """What the law asks for: by which provisions, whether the council itself has to do it, and by what act.

    `act` is «vedtak», or «behandling» where it is enough that the council had the case. `small`: the council may leave
    small plans to others (pbl § 12-12). `standing`: it is judged by today's law, and not by that of the day of the
    vote.
    """

    lov: tuple[str, ...]
    selv: bool = True
    act: Literal["vedtak", "behandling"] = "vedtak"
    small: bool = False
    standing: bool = False


_KOMMUNEPLAN = Vedtakskrav(("pbl-11-15", "pbl-3-3"))
PLANLOV: Mapping[str, Vedtakskrav] = {
    "samfunnsdel": _KOMMUNEPLAN,
    "areal": _KOMMUNEPLAN,
    "tema": Vedtakskrav(("pbl-11-15", "pbl-11-4")),
    "handlingsdel": Vedtakskrav(("pbl-11-15", "pbl-11-4")),
    "regulering": Vedtakskrav((DELEGABLE, "pbl-3-3"), selv=False, small=True),
    "bindende": Vedtakskrav(("pbl-3-3", DELEGABLE), selv=False, small=True),
}
"""By what a plan is in the planning act; «bindende» is a land-use plan whose type says nothing of chapter 11 or 12."""


@dataclass(frozen=True, slots=True)
class Vedtaksmangel:
    """What the register shows instead of what the law asks for, and the event that shows it, if any.

    `slag` is «organ» (another body), «orientering» (only noted), «delegert» (a reguleringsplan by another body, with no
    arealdel new enough) or «ukjent» (adopted, and nobody has told by whom: not documented, and nothing wrong).
    """

    krav: Vedtakskrav
    slag: Literal["organ", "orientering", "delegert", "ukjent"]
    hendelse: Hendelse | None


def of_plikt(plikt: Plikt, law: str) -> Vedtakskrav | None:
    """Give what a duty asks for that rests on a provision; None where the act names no body."""
    if not plikt.organ:
        return None
    lov = tuple(dict.fromkeys((plikt.organlov or law, law)))
    return Vedtakskrav(lov, plikt.organ == "selv", plikt.act, standing=not plikt.egen or plikt.act == "behandling")


def _of_kind(plantype: Plantype, kind: str) -> Vedtakskrav | None:
    if plantype.rolle == "handlingsdel":
        return PLANLOV["handlingsdel"]
    return PLANLOV.get(kind or ("bindende" if plantype.bindende else ""))


def of_plan(register: Register, plan: Plan) -> Vedtakskrav | None:
    """Give what the planning act asks for of a plan."""
    plantype = register.plantype(plan)
    return _of_kind(plantype, kind_of_plan(register, plan)) if plantype else None


def krav_of_type(register: Register, plantype: Plantype) -> Vedtakskrav | None:
    """Give what is asked for of every plan of a type: by the duty that it rests on, else by the planning act."""
    for plikt in plikter_of("plan", "oversikt").values():
        law = gjeldende(register, plikt)
        if law and not set(plikt.hjemler).isdisjoint(plantype.hjemmel) and (krav := of_plikt(plikt, law)):
            return krav
    return _of_kind(plantype, plan_kind(plantype))


def vedtakskrav(register: Register) -> dict[str, list[Vedtakskrav]]:
    """Give what is asked for of each plan, by its id: by the duties that it meets first, then by the planning act."""
    found: dict[str, list[Vedtakskrav]] = {}
    for plikt in plikter_of("plan", "oversikt").values():
        law = gjeldende(register, plikt)
        krav = of_plikt(plikt, law or plikt.lov[0])
        if krav and (law or not krav.standing):
            for plan in pliktplaner(register, plikt):
                found.setdefault(plan.id, []).append(krav)
    for plan in register.planer.values():
        if krav := of_plan(register, plan):
            found.setdefault(plan.id, []).append(krav)
    return found


def is_stated(register: Register, event: Hendelse) -> bool:
    """Tell whether an event says which body it was, in a body that plansystem.yaml knows."""
    return event.organ in register.plansystem.organer


def _may_be_left_to_others(register: Register, event: Hendelse) -> bool:
    """Tell whether the council may have left a small plan to others on a day (pbl § 12-12 andre ledd).

    The arealdel has to be adopted by the council less than four years before; where the register has none that is
    dated, nobody knows. How small the plan is, the register does not tell.
    """
    arealdeler = plans_of_type(register, types_with_rolle(register.plansystem, "arealdel"))
    votes = [vote for plan in arealdeler for vote in register.vedtak(plan) if vote.hva == "vedtatt"]
    return not votes or any(
        vote.dato.start <= event.dato.slutt and event.dato.start < add_years(vote.dato.slutt, YEARS) for vote in votes
    )


def _by_another(register: Register, krav: Vedtakskrav, votes: list[Hendelse]) -> Hendelse | None:
    """Give the newest adoption where another body made it, and the council none since.

    A revision by another body after the council's own vote may be a change that the law lets it leave to others
    (pbl §§ 11-17 and 12-14, koml §§ 23-3 and 23-4).
    """
    own = [vote for vote in votes if is_by_kommunestyret(register.plansystem, vote)]
    others = [vote for vote in votes if vote not in own and (vote.hva != "revidert" or not own)]
    if krav.act == "behandling" and own:
        return None
    newer = [vote for vote in others if not own or vote.dato.start > own[-1].dato.slutt]
    return newer[-1] if newer else None


def vedtaksmangel(register: Register, plan: Plan, krav: Vedtakskrav) -> Vedtaksmangel | None:
    """Give what is wrong or not documented about who adopted a plan, and how; None where nothing is.

    Nor where nothing is told of any adoption at all: that is another rule's matter (PL401).
    """
    votes = register.vedtak(plan)
    acts = [vote for vote in votes if krav.act == "behandling" or vote.hva != "til_orientering"]
    if not acts:
        noted = votes[-1] if votes else None
        return Vedtaksmangel(krav, "orientering", noted) if noted or plan.status == "til_orientering" else None
    other = _by_another(register, krav, acts)
    newest = other or acts[-1]
    if not counts_on(register, krav.lov[0], register.today if krav.standing else newest.dato.start):
        return None
    if other and krav.small:
        small = not counts_on(register, DELEGABLE, other.dato.start) or _may_be_left_to_others(register, other)
        return None if small else Vedtaksmangel(krav, "delegert", other)
    if other:
        return Vedtaksmangel(krav, "organ", other)
    stated = any(is_stated(register, vote) for vote in acts)
    return None if stated else Vedtaksmangel(krav, "ukjent", newest)


def vedtaksmangler(register: Register) -> Iterator[tuple[Plan, Vedtaksmangel]]:
    """Yield the plans that stand and are shown to be adopted in another way than the law asks for, each once."""
    for id_, demands in vedtakskrav(register).items():
        plan = register.planer[id_]
        if not register.is_vedtatt(plan) or register.is_faulty(plan, "hendelser"):
            continue
        found = [mangel for krav in demands if (mangel := vedtaksmangel(register, plan, krav))]
        told = next((mangel for mangel in found if mangel.slag != "ukjent"), None)
        if told:
            yield plan, told
