"""PL214: a plan is said to replace one that it cannot replace: of another part of the kommuneplan, or binding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import follow_links
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def _replaces(register: Register, plan: Plan, goal: Plan) -> bool:
    """Tell whether a plan replaced another, directly or through others; a ring of them is for PL104."""
    walk = follow_links([plan], lambda one: map(register.planer.get, one.erstatter))
    return any(register.planer.get(id_) is goal for one in walk for id_ in one.erstatter)


def _findings(register: Register, plan: Plan, new: Plantype) -> Iterator[Finding]:
    for index, id_ in enumerate(plan.erstatter):
        old = register.find_plan(id_)
        its = register.plantype(old) if old else None
        if old is None or its is None or _replaces(register, old, plan) or (variant := _variant(new, its)) is None:
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
    for plan in register.planer.values():
        if plan.erstatter and (plantype := register.plantype(plan)):
            yield from _findings(register, plan, plantype)
