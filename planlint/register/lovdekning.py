"""What the law asks for, and whether the register shows what answers: provision by provision, by the kind of duty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, add_months
from planlint.law import bestemmelser
from planlint.register import handlingsdel
from planlint.register.aarlig import aarlig_mangel
from planlint.register.livsloep.valg import earliest_konstituering, konstituering, valgaar
from planlint.register.lovkrav import (
    YEARLY,
    is_binding,
    is_by_kommunestyret,
    last_vedtatt,
    plans_of_type,
    types_with_rolle,
    undocumented,
)
from planlint.register.lovplikter import LOVPLIKTER
from planlint.register.periodeplikt import is_vote_late, sitting, votes_of_term
from planlint.register.plikter import is_too_old, pliktplaner, titled
from planlint.register.vedtakskrav import is_stated, of_plan, of_plikt, vedtaksmangel

if TYPE_CHECKING:
    from planlint.law import Bestemmelse, Pliktslag
    from planlint.model import Plan, Planstrategi
    from planlint.register.lovplikter import Plikt
    from planlint.register.register import Register

PLIKTER: tuple[Pliktslag, ...] = ("plan", "oversikt", "årlig")
"""The kinds of duty that a document answers; the rest is about how plans are made, and no single plan answers it."""
_ROLES = {
    "pbl-11-1": ("samfunnsdel", "handlingsdel", "arealdel"),
    "pbl-11-5": ("arealdel",),
    "pbl-11-2": ("samfunnsdel",),
    "pbl-11-3": ("handlingsdel",),
}
_SAME_DOCUMENT = {"folkehelseloven-6": "folkehelse"}
"""The duty whose document a provision is about, though it is not among those that the duty rests on."""
YES, PARTLY, RUN_OUT, OLD, NO_DATE, ARBEID, INGEN = (
    N_("Ja"),
    N_("Delvis"),
    N_("Perioden er over"),
    N_("Ikke det siste året"),
    N_("Vedtaket er ikke dokumentert"),
    N_("Under arbeid"),
    N_("Ikke dokumentert"),
)
OTHER_BODY, NOTED, NO_BODY, OTHER_TERM, UNSURE_TERM, FOUR_YEARS = (
    N_("Registrert på et annet organ"),
    N_("Bare tatt til orientering"),
    N_("Organet er ikke dokumentert"),
    N_("Ikke i denne valgperioden"),
    N_("Uvisst om det var i denne valgperioden"),
    N_("Ikke de siste fire årene"),
)
_MANGEL = {"organ": OTHER_BODY, "delegert": OTHER_BODY, "orientering": NOTED, "ukjent": NO_BODY}
_EACH_TERM = ("koml-23-3", "koml-23-4", "koml-26-1")


class Dekket(NamedTuple):
    """Whether a provision is answered, in a word, and by what; nothing where it asks for no document.

    `deler` has the parts that it asks for, where they are answered differently: each with its own answer.
    """

    bestemmelse: Bestemmelse
    svar: str
    planer: tuple[Plan | Planstrategi, ...]
    deler: tuple[tuple[str, str], ...] = ()


def _candidates(register: Register, id_: str) -> list[list[Plan]]:
    """Give the plans that can answer a provision, whatever their status, a list for each plan that it asks for."""
    if id_ in _ROLES:
        system = register.plansystem
        return [plans_of_type(register, types_with_rolle(system, rolle)) for rolle in _ROLES[id_]]
    if id_ == handlingsdel.LOV:
        return [handlingsdel.handlingsdeler(register, plan) for plan in handlingsdel.thematic_plans(register)]
    plikt = _plikt(id_)
    return [pliktplaner(register, plikt) if plikt else register.plans_with_hjemmel(id_)]


def _plikt(id_: str) -> Plikt | None:
    """Give the duty that a provision holds, or is about."""
    named = LOVPLIKTER.get(_SAME_DOCUMENT.get(id_, ""))
    own = (plikt for plikt in LOVPLIKTER.values() if id_ in plikt.lov)
    return named or next(own, None) or next((plikt for plikt in LOVPLIKTER.values() if id_ in plikt.ogsaa), None)


def _report(register: Register, id_: str, plans: list[Plan]) -> tuple[str, list[Plan]] | None:
    """Give how far yearly accounts answer, as PL616 judges them; None where none of them is dated, or it cannot."""
    plikt = _plikt(id_)
    newest = last_vedtatt(register, plans)
    if plikt is None or plikt.slag != "årlig" or newest is None:
        return None
    wrong = aarlig_mangel(register, plikt, id_, plans)
    if wrong is None:
        return (YES if not plikt.organ or is_stated(register, newest[1]) else NO_BODY), [newest[0]]
    partly = PARTLY if wrong.slag == "for_sent" or wrong.antall else OLD
    return _MANGEL.get(wrong.slag, partly), [newest[0]]


def _yearly(register: Register, id_: str, plans: list[Plan]) -> tuple[str, list[Plan]]:
    """Give how far what is revised every year answers: the newest is from the last 13 months, or it is older."""
    dated = [(events[-1].dato.slutt, plan.id, plan) for plan in plans if (events := register.vedtak(plan))]
    if not dated:
        return _answer(register, id_, plans)
    day, _, newest = max(dated, key=lambda item: item[:2])
    return (YES if add_months(day, YEARLY) >= register.today else OLD), [newest]


def _mangel(register: Register, plikt: Plikt | None, id_: str, plan: Plan) -> str:
    """Give what is wrong or not documented about who adopted a plan, in the word of the answer; "" where nothing is."""
    krav = of_plikt(plikt, id_) if plikt else of_plan(register, plan)
    mangel = vedtaksmangel(register, plan, krav) if krav else None
    return _MANGEL[mangel.slag] if mangel else ""


def _when(register: Register, plikt: Plikt, plans: list[Plan]) -> str:
    """Give what is wrong with when a duty was met that comes in each term, or every so many years; "" if nothing is."""
    newest = last_vedtatt(register, plans)
    if plikt.aar and newest and is_too_old(register, plikt, newest[1]):
        return FOUR_YEARS
    if plikt.lov[0] not in _EACH_TERM:
        return ""
    year = sitting(register)
    own = votes_of_term(register, plans, year)
    if not own:
        return OTHER_TERM
    if own[-1][1].dato.slutt < konstituering(register.plansystem, year):
        return UNSURE_TERM
    return PARTLY if plikt.periode and is_vote_late(register, own[0], year) else ""


def _answer(register: Register, id_: str, plans: list[Plan]) -> tuple[str, list[Plan]]:
    """Give how far these plans answer, and those of them that do it best.

    «Ja» is said only where the register shows the body and the act that the law asks for.
    """
    plikt = _plikt(id_) if id_ not in _ROLES else None
    standing = [plan for plan in plans if register.is_i_kraft(plan)]
    if found := [plan for plan in standing if register.vedtak(plan)]:
        told = {plan.id: _mangel(register, plikt, id_, plan) for plan in found}
        if good := [plan for plan in found if not told[plan.id]]:
            return (_when(register, plikt, good) if plikt else "") or YES, good
        return told[found[0].id], found
    for word, fits in (
        (NO_DATE, register.is_i_kraft),
        (RUN_OUT, register.is_vedtatt),
        (ARBEID, register.is_under_arbeid),
    ):
        if found := [plan for plan in plans if fits(plan)]:
            return word, found
    return INGEN, []


def _of_planstrategi(register: Register, strategi: Planstrategi | None) -> str:
    """Give how far the current planstrategi answers: adopted by the council that sits (pbl § 10-1)."""
    if strategi is None:
        return INGEN
    votes = [event for event in register.hendelser(strategi) if event.hva == "vedtatt"]
    own = [event for event in votes if is_by_kommunestyret(register.plansystem, event)]
    year = sitting(register)
    since = earliest_konstituering(register.plansystem, year)
    if not own:
        return OTHER_BODY
    if valgaar(int(strategi.valgperiode[:4])) != year or own[-1].dato.slutt < since:
        return OTHER_TERM
    return YES if is_stated(register, own[-1]) else NO_BODY


def dekket(register: Register, bestemmelse: Bestemmelse) -> Dekket:
    """Tell whether a provision is answered today."""
    if bestemmelse.id == "pbl-10-1":
        current = register.planstrategi
        return Dekket(bestemmelse, _of_planstrategi(register, current), (current,) if current else ())
    id_ = bestemmelse.id
    yearly = bestemmelse.pliktslag == "årlig" or id_ == handlingsdel.LOV
    answer = _yearly if yearly else _answer
    answers = [_report(register, id_, plans) or answer(register, id_, plans) for plans in _candidates(register, id_)]
    words = {word for word, _ in answers}
    plans = tuple({plan.id: plan for _, found in answers for plan in found}.values())
    if bestemmelse.pliktslag not in PLIKTER:
        return Dekket(bestemmelse, "", plans)
    if len(words) == 1:
        return Dekket(bestemmelse, words.pop(), plans)
    deler = tuple((rolle, word) for rolle, (word, _) in zip(_ROLES.get(id_, ()), answers, strict=False))
    return Dekket(bestemmelse, PARTLY, plans, deler)


def plans_for_krav(register: Register, item: Dekket) -> list[tuple[Plan | Planstrategi, bool]]:
    """Give the plans that answer a demand, or else those that may, and whether only a title says that they do.

    Of those that may, first those told to answer it whose status nobody has documented, then those whose titles carry
    the subject and that have not ended. None for yearly reports: a title does not tell that it is of this year. The
    page of the law and what the next planstrategi can take up both name these, and no others.
    """
    if item.planer:
        return [(plan, False) for plan in item.planer]
    plikt = _plikt(item.bestemmelse.id)
    if item.svar != INGEN or plikt is None or plikt.slag == "årlig":
        return []
    told = undocumented(register, pliktplaner(register, plikt))
    return [*((plan, False) for plan in told), *((plan, True) for plan in titled(register, plikt))]


def _is_in_force(register: Register, one: Bestemmelse) -> bool:
    """Tell whether a provision binds this municipality today; the one on thematic plans where there is such a plan."""
    if one.id == handlingsdel.LOV and not handlingsdel.thematic_plans(register):
        return False
    return one.applies_on(register.today) and is_binding(register, one)


def gjeldende_krav(register: Register) -> list[Dekket]:
    """Give every provision that binds the municipality today, statute by statute."""
    return [dekket(register, one) for one in bestemmelser().values() if _is_in_force(register, one)]


def not_declared_krav(register: Register) -> list[Bestemmelse]:
    """Give what binds some municipalities only and applies today, and that plansystem.yaml does not turn on."""
    return [one for one in bestemmelser().values() if one.applies_on(register.today) and not is_binding(register, one)]
