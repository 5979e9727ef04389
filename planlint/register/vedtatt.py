"""What PL911 compares: what an adopted plan and its goals say, before a change and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, QuotedTitle, Titled, TypedCode
from planlint.law import bestemmelser
from planlint.register.livsloep.redated import changed_keys, hendelser, is_moved, is_same_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Ord, Step
    from planlint.model import Hendelse, Maal, Plan
    from planlint.register.register import Register

_EVENT = {
    "dato": N_("datoen"),
    "organ": N_("organet"),
    "sak": N_("saksnummeret"),
    "til": N_("sluttdatoen"),
}


class ChangedFact(NamedTuple):
    """A recorded fact that is no longer as it was: where it stands or stood, its name, and what it said.

    `borte` tells that it is gone; `hendelse` is the event that it belongs to.
    """

    path: tuple[Step, ...]
    felt: Ord
    foer: object
    borte: bool = False
    hendelse: Hendelse | None = None


def _events(old: Plan, new: Plan) -> Iterator[ChangedFact]:
    """Yield the events that are changed or gone; one with a new source of its own is a documented correction."""
    for event, now in hendelser(old, new).endret:
        if now is None or now.hva != event.hva:
            yield ChangedFact(("hendelser",), N_("hendelsen"), event.dato, borte=True, hendelse=event)
        elif now.kilde in {None, event.kilde}:
            at = next(at for at, other in enumerate(new.hendelser) if other is now)
            key = changed_keys(event, now)[0]
            yield ChangedFact(("hendelser", at, key), _EVENT[key], getattr(event, key), hendelse=event)


def _period(old: Plan, new: Plan) -> Iterator[ChangedFact]:
    if old.periode is None or old.periode.usikker:
        return
    for key, name in (("fra", N_("periodens begynnelse")), ("til", N_("periodens slutt"))):
        was, now = getattr(old.periode, key), getattr(new.periode, key, None)
        if is_moved(was, now):
            yield ChangedFact(("periode", key), name, was, borte=now is None)


def _valid(register: Register, id_: str) -> bool:
    """Tell whether a provision is known and applies: what has ended is taken out (PL615)."""
    provision = bestemmelser().get(id_)
    return provision.applies_on(register.today) if provision else id_ in register.plansystem.bestemmelser


def _lists(register: Register, old: Plan, new: Plan) -> Iterator[ChangedFact]:
    lost = [id_ for id_ in old.erstatter if register.new_id("plan", id_) not in new.erstatter]
    if lost:
        yield ChangedFact(("erstatter",), N_("hva planen erstatter"), [TypedCode(id_) for id_ in lost], borte=True)
    lost = [id_ for id_ in old.hjemmel if id_ not in new.hjemmel and _valid(register, id_)]
    if lost:
        yield ChangedFact(("hjemmel",), N_("hjemmelen"), [TypedCode(id_) for id_ in lost], borte=True)


def changed_in_plan(register: Register, old: Plan, new: Plan) -> Iterator[ChangedFact]:
    """Yield what a plan said before the change, and no longer says.

    A plan type that is no longer declared has been renamed, or taken out, for all its plans.
    """
    yield from _events(old, new)
    yield from _period(old, new)
    if not is_same_wording(old.tittel, new.tittel):
        yield ChangedFact(("tittel",), N_("tittelen"), QuotedTitle(old.tittel))
    if old.type != new.type and old.type in register.plansystem.plantyper:
        yield ChangedFact(("type",), N_("plantypen"), register.plansystem.plantyper[old.type].navn)
    yield from _lists(register, old, new)
    if old.arealplan_id and old.arealplan_id != new.arealplan_id:
        yield ChangedFact(
            ("arealplan_id",), N_("arealplan-id"), TypedCode(old.arealplan_id), borte=new.arealplan_id is None
        )


def changed_in_maal(register: Register, old: Maal, new: Maal) -> Iterator[ChangedFact]:
    """Yield what a goal said before the change, and no longer says; a goal above it that is gone is another matter."""
    if not is_same_wording(old.full_title, new.full_title):  # a title that is only divided in two says the same
        if not is_same_wording(old.tittel, new.tittel):
            yield ChangedFact(("tittel",), N_("ordlyden"), QuotedTitle(old.tittel))
        if old.kortnavn and old.kortnavn != new.kortnavn:
            yield ChangedFact(("kortnavn",), N_("kortnavnet"), QuotedTitle(old.kortnavn), borte=new.kortnavn is None)
    if old.type != new.type and old.type in register.plansystem.maaltyper:
        yield ChangedFact(("type",), N_("måltypen"), register.plansystem.maaltyper[old.type].navn)
    if register.new_id("plan", old.plan) != new.plan:
        yield ChangedFact(("plan",), N_("planen"), TypedCode(old.plan))
    over = register.find_maal(register.new_id("maal", old.overordnet)) if old.overordnet else None
    if over and over.id != new.overordnet:
        yield ChangedFact(("overordnet",), N_("målet over"), Titled(over.id, over.tittel), borte=new.overordnet is None)
