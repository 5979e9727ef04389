"""What PL911 compares: what an adopted plan and its goals say, before a change and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base.diagnostic import N_
from planlint.base.named import Kode
from planlint.law import bestemmelser
from planlint.register.livsloep.endring import felter, flyttet, hendelser, samme_ord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Ord, Step
    from planlint.model import Hendelse, Maal, Plan
    from planlint.register.register import Register

_EVENT = {
    "dato": N_("datoen"),
    "organ": N_("organet"),
    "sak": N_("saksnummeret"),
    "til": N_("sluttdatoen"),
}


class Endret(NamedTuple):
    """A recorded fact that is no longer as it was: where it stands or stood, its name, and what it said.

    `borte` tells that it is gone; `hendelse` is the event that it belongs to.
    """

    path: tuple[Step, ...]
    felt: Ord
    foer: object
    borte: bool = False
    hendelse: Hendelse | None = None


def _events(old: Plan, new: Plan) -> Iterator[Endret]:
    """Yield the events that are changed or gone; one with a new source of its own is a documented correction."""
    for event, now in hendelser(old, new).endret:
        if now is None or now.hva != event.hva:
            yield Endret(("hendelser",), N_("hendelsen"), event.dato, borte=True, hendelse=event)
        elif now.kilde in {None, event.kilde}:
            at = next(at for at, other in enumerate(new.hendelser) if other is now)
            key = felter(event, now)[0]
            yield Endret(("hendelser", at, key), _EVENT[key], getattr(event, key), hendelse=event)


def _period(old: Plan, new: Plan) -> Iterator[Endret]:
    if old.periode is None or old.periode.usikker:
        return
    for key, name in (("fra", N_("periodens begynnelse")), ("til", N_("periodens slutt"))):
        was, now = getattr(old.periode, key), getattr(new.periode, key, None)
        if flyttet(was, now):
            yield Endret(("periode", key), name, was, borte=now is None)


def _valid(register: Register, id_: str) -> bool:
    """Tell whether a provision is known and applies: what has ended is taken out (PL615)."""
    provision = bestemmelser().get(id_)
    return provision.gjelder(register.today) if provision else id_ in register.plansystem.bestemmelser


def _lists(register: Register, old: Plan, new: Plan) -> Iterator[Endret]:
    lost = [id_ for id_ in old.erstatter if register.ny_id("plan", id_) not in new.erstatter]
    if lost:
        yield Endret(("erstatter",), N_("erstatter"), [Kode(id_) for id_ in lost], borte=True)
    lost = [id_ for id_ in old.hjemmel if id_ not in new.hjemmel and _valid(register, id_)]
    if lost:
        yield Endret(("hjemmel",), N_("hjemmel"), [Kode(id_) for id_ in lost], borte=True)


def i_planen(register: Register, old: Plan, new: Plan) -> Iterator[Endret]:
    """Yield what a plan said before the change, and no longer says.

    A plan type that is no longer declared has been renamed, or taken out, for all its plans.
    """
    yield from _events(old, new)
    yield from _period(old, new)
    if not samme_ord(old.tittel, new.tittel):
        yield Endret(("tittel",), N_("tittelen"), f"«{old.tittel}»")
    if old.type != new.type and old.type in register.plansystem.plantyper:
        yield Endret(("type",), N_("plantypen"), register.plansystem.plantyper[old.type].navn)
    yield from _lists(register, old, new)
    if old.arealplan_id and old.arealplan_id != new.arealplan_id:
        yield Endret(("arealplan_id",), N_("arealplan-id"), Kode(old.arealplan_id), borte=new.arealplan_id is None)


def i_maalet(register: Register, old: Maal, new: Maal) -> Iterator[Endret]:
    """Yield what a goal said before the change, and no longer says; a goal above it that is gone is another matter."""
    if not samme_ord(old.tittel, new.tittel):
        yield Endret(("tittel",), N_("ordlyden"), f"«{old.tittel}»")
    if old.type != new.type and old.type in register.plansystem.maaltyper:
        yield Endret(("type",), N_("måltypen"), old.type)
    if register.ny_id("plan", old.plan) != new.plan:
        yield Endret(("plan",), N_("planen"), old.plan)
    over = register.finn_maal(register.ny_id("maal", old.overordnet)) if old.overordnet else None
    if over and over.id != new.overordnet:
        yield Endret(("overordnet",), N_("målet over"), over.id, borte=new.overordnet is None)
