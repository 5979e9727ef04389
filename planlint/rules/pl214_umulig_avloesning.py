"""PL214: a plan is said to replace one that it cannot replace: of another part of the kommuneplan, or binding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, knots
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.base import Finding
    from planlint.model import Plan, Plantype
    from planlint.register import Register


def _variant(new: Plantype, old: Plantype) -> str | None:
    """Give why a plan of one type cannot replace one of another; None where it can."""
    if old.bindende and not new.bindende:
        return "bindende"
    if old.rolle and new.rolle != old.rolle and not (old.bindende and new.bindende):
        return ""
    return None


def _rings(register: Register) -> dict[str, int]:
    """Give the plans that replaced each other, directly or through others, with the number of their ring (PL104)."""
    links = {plan.id: [id_ for id_ in plan.erstatter if id_ in register.planer] for plan in register.planer.values()}
    return {id_: number for number, ring in enumerate(knots(links)) for id_ in ring}


def _findings(register: Register, plan: Plan, new: Plantype, rings: Mapping[str, int]) -> Iterator[Finding]:
    for index, id_ in enumerate(plan.erstatter):
        old = register.find_plan(id_)
        its = register.plantype(old) if old else None
        if old is None or its is None or (variant := _variant(new, its)) is None:
            continue
        if plan.id in rings and rings[plan.id] == rings.get(old.id):
            continue
        note = related(old, "type", note=N_("typen er satt her"))
        yield finding(
            plan, "erstatter", index, variant=variant, related=(note,), key=id_, gammel=titled(old), type=new.navn,
            gammel_type=its.navn,
        )  # fmt: skip


@rule(
    "PL214",
    "umulig-avløsning",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planens `erstatter`, og plantypenes `rolle` og `bindende` i plansystem.yaml",
    krav=(
        "En plan erstatter en plan med samme rolle i plansystemet, og bare en bindende plan erstatter en som er "
        "bindende."
    ),
    hvorfor=(
        "Kommuneplanens deler har hver sin oppgave, og en bindende plan gjelder til den er opphevet eller avløst av "
        "en som også binder. Viser `erstatter` til feil plan, ser en plan som gjelder, ut som om den er ute av bruk."
    ),
    tekst=FindingText(
        melding="Planen er av typen {type}, men skal ha erstattet {gammel}, som er av typen {gammel_type}.",
        merke="en annen rolle i plansystemet",
        hjelp="rett `erstatter` til planen som denne trådte i stedet for, eller slett den.",
    ),
    varianter={
        "bindende": FindingText(
            melding="Planen er ikke bindende, men skal ha erstattet {gammel}, som er en bindende {gammel_type}.",
            merke="en bindende plan",
            hjelp=(
                "rett `erstatter` til planen som denne trådte i stedet for. Er den bindende planen opphevet, skriv "
                "vedtaket om det under `hendelser` i den."
            ),
        ),
    },
    felt=("erstatter", "type"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each replacement of a plan by one whose type cannot take its place."""
    rings = _rings(register)
    for plan in register.planer.values():
        if plan.erstatter and (plantype := register.plantype(plan)):
            yield from _findings(register, plan, plantype, rings)
