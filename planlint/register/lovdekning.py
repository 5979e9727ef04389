"""What the law asks for, and whether the register shows what answers: provision by provision, by the kind of duty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, add_months
from planlint.law import bestemmelser
from planlint.register import handlingsdel
from planlint.register.aarlig import aarlig_mangel
from planlint.register.lovkrav import YEARLY, is_binding, last_vedtatt, plans_of_type, types_with_rolle
from planlint.register.plikter import LOVPLIKTER, pliktplaner

if TYPE_CHECKING:
    from planlint.law import Bestemmelse, Pliktslag
    from planlint.model import Plan, Planstrategi
    from planlint.register.plikter import Plikt
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


class Dekket(NamedTuple):
    """Whether a provision is answered, in a word, and by what; nothing where it asks for no document."""

    bestemmelse: Bestemmelse
    svar: str
    planer: tuple[Plan | Planstrategi, ...]


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
    word = YES if wrong is None else PARTLY if wrong.slag in ("organ", "for_sent") or wrong.antall else OLD
    return word, [newest[0]]


def _yearly(register: Register, plans: list[Plan]) -> tuple[str, list[Plan]]:
    """Give how far what is revised every year answers: the newest is from the last 13 months, or it is older."""
    dated = [(events[-1].dato.slutt, plan.id, plan) for plan in plans if (events := register.vedtak(plan))]
    if not dated:
        return _answer(register, plans)
    day, _, newest = max(dated, key=lambda item: item[:2])
    return (YES if add_months(day, YEARLY) >= register.today else OLD), [newest]


def _answer(register: Register, plans: list[Plan]) -> tuple[str, list[Plan]]:
    """Give how far these plans answer, and those of them that do it best."""
    standing = [plan for plan in plans if register.is_i_kraft(plan)]
    if found := [plan for plan in standing if register.vedtak(plan)]:
        return YES, found
    for word, fits in (
        (NO_DATE, register.is_i_kraft),
        (RUN_OUT, register.is_vedtatt),
        (ARBEID, register.is_under_arbeid),
    ):
        if found := [plan for plan in plans if fits(plan)]:
            return word, found
    return INGEN, []


def dekket(register: Register, bestemmelse: Bestemmelse) -> Dekket:
    """Tell whether a provision is answered today."""
    if bestemmelse.id == "pbl-10-1":
        current = register.planstrategi
        return Dekket(bestemmelse, YES if current else INGEN, (current,) if current else ())
    id_ = bestemmelse.id
    yearly = bestemmelse.pliktslag == "årlig" or id_ == handlingsdel.LOV
    answer = _yearly if yearly else _answer
    answers = [_report(register, id_, plans) or answer(register, plans) for plans in _candidates(register, id_)]
    words = {word for word, _ in answers}
    plans = tuple({plan.id: plan for _, found in answers for plan in found}.values())
    if bestemmelse.pliktslag not in PLIKTER:
        return Dekket(bestemmelse, "", plans)
    return Dekket(bestemmelse, words.pop() if len(words) == 1 else PARTLY, plans)


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
