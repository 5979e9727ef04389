"""What the law asks for, and whether the register shows a plan that answers: provision by provision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base.diagnostic import N_
from planlint.law import bestemmelser
from planlint.register.lovkrav import av_type, oekonomiplaner, typer_med_rolle

if TYPE_CHECKING:
    from planlint.law import Bestemmelse
    from planlint.model import Plan, Planstrategi
    from planlint.register.register import Register

# Provisions about how a plan is made, or about all planning: no single plan answers them.
FRAMGANGSMAATE = frozenset(
    (
        "pbl-2-2",
        "pbl-4-1",
        "pbl-11-4",
        "pbl-11-13",
        "pbl-11-14",
        "pbl-11-15",
        "pbl-12-10",
        "spr-klima-2018",
        "spr-klima-2024",
    )
)
_ROLLER = {
    "pbl-11-1": ("samfunnsdel", "handlingsdel", "arealdel"),
    "pbl-11-2": ("samfunnsdel",),
    "pbl-11-3": ("handlingsdel",),
}
_OEKONOMIPLAN = frozenset(("koml-14-3", "koml-14-4"))
_SAMME_DOKUMENT = {"folkehelseloven-6": "folkehelseloven-5"}
SIKKERHET = {
    "A": N_("Lovteksten er lest"),
    "B": N_("Gjengitt av en etat eller kommune"),
    "C": N_("Ikke bekreftet"),
}
JA, DELVIS, OVER, ARBEID, INGEN = (
    N_("Ja"),
    N_("Delvis"),
    N_("Perioden er over"),
    N_("Under arbeid"),
    N_("Ikke dokumentert"),
)


class Dekket(NamedTuple):
    """Whether a provision is answered, in a word, and by what; nothing where it asks for no plan."""

    bestemmelse: Bestemmelse
    svar: str
    planer: tuple[Plan | Planstrategi, ...]


def _kandidater(register: Register, id_: str) -> list[list[Plan]]:
    """Give the plans that can answer a provision, whatever their status, a list for each plan that it asks for."""
    if id_ in _ROLLER:
        system = register.plansystem
        return [av_type(register, typer_med_rolle(system, rolle)) for rolle in _ROLLER[id_]]
    if id_ in _OEKONOMIPLAN:
        return [oekonomiplaner(register)]
    return [register.med_hjemmel(_SAMME_DOKUMENT.get(id_, id_))]


def _svar(register: Register, plans: list[Plan]) -> tuple[str, list[Plan]]:
    """Give how far these plans answer, and those of them that do it best."""
    for word, fits in ((JA, register.i_kraft), (OVER, register.vedtatt), (ARBEID, register.under_arbeid)):
        if found := [plan for plan in plans if fits(plan)]:
            return word, found
    return INGEN, []


def dekket(register: Register, bestemmelse: Bestemmelse) -> Dekket:
    """Tell whether a provision is answered today."""
    if bestemmelse.id == "pbl-10-1":
        current = register.planstrategi
        return Dekket(bestemmelse, JA if current else INGEN, (current,) if current else ())
    answers = [_svar(register, plans) for plans in _kandidater(register, bestemmelse.id)]
    words = {word for word, _ in answers}
    plans = tuple(plan for _, found in answers for plan in found)
    if bestemmelse.id in FRAMGANGSMAATE:
        return Dekket(bestemmelse, "", plans)
    return Dekket(bestemmelse, words.pop() if len(words) == 1 else DELVIS, plans)


def gjeldende(register: Register) -> list[Dekket]:
    """Give every provision that applies today, in the order of the law's file."""
    return [dekket(register, one) for one in bestemmelser().values() if one.gjelder(register.today)]
