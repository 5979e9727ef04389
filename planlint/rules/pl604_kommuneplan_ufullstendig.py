"""PL604: no samfunnsdel or arealdel that applies, or several for the same area."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from planlint.base import Finding, RuleClass, Severity
from planlint.model import VEDTAK_IN_EARNEST
from planlint.register import is_lapsed, is_readable, plans_of_type, type_place, types_with_rolle, undocumented
from planlint.rules.rule import (
    N_,
    UNDOCUMENTED,
    UNDOCUMENTED_TEXT,
    FindingText,
    finding,
    related,
    rule,
    undocumented_finding,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.register import Register

DELER = {"samfunnsdel": N_("samfunnsdel"), "arealdel": N_("arealdel")}
LOV = {"samfunnsdel": ("pbl-11-1",), "arealdel": ("pbl-11-1", "pbl-11-5")}


def _adopted(register: Register, plan: Plan) -> tuple[str, str]:
    last = register.last_event(plan, *VEDTAK_IN_EARNEST)
    return (last.dato.start.isoformat() if last else "", plan.id)


def _several(register: Register, rolle: str, plans: list[Plan]) -> Finding:
    """Give the finding about several plans in force: at the newest, with the others as related places."""
    *older, newest = sorted(plans, key=lambda plan: _adopted(register, plan))
    others = tuple(related(plan, "status", note=N_("er også i kraft")) for plan in older)
    ids = [plan.id for plan in older]
    return finding(
        newest,
        "status",
        variant="flere",
        related=others,
        severity=Severity.ADVARSEL,
        key=rolle,
        lov=LOV[rolle],
        slag=DELER[rolle],
        andre=ids,
    )


def _parted(register: Register, plans: list[Plan]) -> bool:
    """Tell whether the plans are for different areas: each is declared to be delimited from each of the others.

    After a merger, the old municipalities' arealdeler apply side by side until a new one is adopted.
    """
    apart = {frozenset((plan.id, known.id)) for plan in plans for id_ in plan.avgrenset_mot
             if (known := register.find_plan(id_))}  # fmt: skip
    return all(frozenset((a.id, b.id)) in apart for a, b in combinations(plans, 2))


def _missing(register: Register, rolle: str, slag: Ord, types: list[str], plans: list[Plan]) -> Iterator[Finding]:
    """Yield the finding about a part that no plan is known to be, unless the register cannot show that."""
    if not is_readable(register, plans):
        return
    if unknown := undocumented(register, plans):
        yield undocumented_finding(unknown[0], LOV[rolle])
    else:
        yield Finding("plansystem", type_place(types[0]), {"slag": slag}, key=rolle, lov=LOV[rolle])


@rule(
    "PL604",
    "kommuneplan-ufullstendig",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven §§ 11-1 og 11-5",
    krav=(
        "Kommunen har en samlet kommuneplan med samfunnsdel og arealdel, og arealdelen gjelder for hele kommunen. "
        "Viser registeret flere i kraft for samme område, er det en advarsel. Etter en kommunesammenslåing kan de "
        "gamle arealdelene gjelde side om side, når `avgrenset_mot` sier at de dekker hvert sitt område."
    ),
    hvorfor=(
        "De andre planene bygger på kommuneplanen. Viser registeret ingen, eller to som gjelder samtidig, vet ingen "
        "hvilke mål og hvilken arealbruk som er bestemt."
    ),
    tekst=FindingText(
        melding="Registeret viser ingen {slag} som gjelder.",
        merke="ingen plan av denne typen står som vedtatt",
        hjelp="legg inn planen som gjelder, med vedtaket i `hendelser`, eller rett statusen på den som er der.",
    ),
    varianter={
        "flere": FindingText(
            melding="Registeret viser mer enn én {slag} som gjelder.",
            merke="den nyeste av dem",
            hjelp=(
                "avløste denne planen dem, skriv `erstatter: [{andre}]` her, og `status: erstattet` i deres "
                "filer. Gjelder de hvert sitt område, skriv `avgrenset_mot: [{andre}]`. Ellers: rett feil "
                "status."
            ),
        ),
        **UNDOCUMENTED_TEXT,
    },
    whole=("", UNDOCUMENTED),
    felt=("type", "status", "periode", "hendelser", "erstatter", "avgrenset_mot", "plantyper"),
    lov=("pbl-11-1", "pbl-11-5"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the parts of the kommuneplan that are missing or there are several of.

    A plan past its period is still there until somebody decides otherwise (PL301), so it is not missing. Nor is a
    binding one that has lapsed by nobody's decision: it still applies (PL620).
    """
    for rolle, slag in DELER.items():
        types = types_with_rolle(register.plansystem, rolle)
        plans = plans_of_type(register, types)
        current = [plan for plan in plans if register.is_i_kraft(plan) and not register.replaced_by(plan)]
        if len(current) > 1:
            yield from [] if _parted(register, current) else [_several(register, rolle, current)]
        elif types and not any(register.is_vedtatt(plan) or is_lapsed(register, plan) for plan in plans):
            yield from _missing(register, rolle, slag, types, plans)
