"""PL405: a plan that has ended, and nothing in the register shows how."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import AVSLUTTEDE, AVSLUTTET_BY_SOMEBODY, ENDS_PLAN, MAYBE_VEDTATT, VEDTAK, VEDTAK_IN_EARNEST
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


def _successors(register: Register) -> dict[str, list[tuple[Plan, int]]]:
    """Give all plans that say they replace a plan, whatever their status, and where, by the replaced plan's id."""
    links: dict[str, list[tuple[Plan, int]]] = defaultdict(list)
    for plan in register.planer.values():
        for index, id_ in enumerate(plan.erstatter):
            if old := register.find_plan(id_):
                links[old.id].append((plan, index))
    return links


def _is_adopted(plan: Plan) -> bool:
    """Tell whether a plan's file says that it was adopted, on whatever day."""
    return plan.status in MAYBE_VEDTATT or any(event.hva in VEDTAK and not event.planlagt for event in plan.hendelser)


def _shown(register: Register, plan: Plan) -> bool:
    """Tell whether a repeal, or a planstrategi's decision that the plan shall end, is recorded.

    A successor may also stand in a file that cannot be read or is gone, or in a faulty erstatter.
    """
    repealed = register.last_event(plan, "opphevet") is not None
    if repealed and (plan.status == "opphevet" or register.status_by_events(plan) in AVSLUTTEDE):
        return True  # one adopted anew since is not; of a repealed one, PL402 says that
    if plan.status == "erstattet" and (register.is_missing("plan") or register.faulty("plan", "erstatter")):
        return True
    return plan.status != "opphevet" and any(choice.every_valg & ENDS_PLAN for choice in plan.beslutninger.values())


def _ends_by_a_word(register: Register, plan: Plan) -> bool:
    """Tell whether the events show an adoption, and neither they nor any source that the plan has ended."""
    adopted = any(event.hva in VEDTAK_IN_EARNEST for event in register.hendelser(plan))
    return adopted and all(item.status != plan.status for item in plan.kilder)


def _too_early(plan: Plan, successors: list[tuple[Plan, int]]) -> Finding:
    note = N_("denne planen er ikke vedtatt")
    places = tuple(related(new, "erstatter", index, note=note) for new, index in successors)
    return finding(plan, "status", variant="ikke_vedtatt", related=places, nye=[titled(new) for new, _ in successors])


@rule(
    "PL405",
    "utgått-uten-vedtak",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav="Når en plan er erstattet, opphevet eller utgått, viser registeret hvordan det skjedde.",
    hvorfor=(
        "En plan slutter å gjelde fordi noen har bestemt det, eller fordi en ny plan har tatt over. Uten spor etter "
        "det kan ingen etterprøve at planen er ute av bruk."
    ),
    tekst=FindingText(
        melding="Planen har status «Erstattet», men ingen plan i registeret sier at den erstatter denne.",
        merke="erstattet av hva?",
        hjelp=(
            "skriv `erstatter: [{id}]` i filen til planen som kom i stedet, eller sett `status: opphevet` eller "
            "`status: utgått`."
        ),
    ),
    varianter={
        "ikke_vedtatt": FindingText(
            melding=(
                "Planen har status «Erstattet», men registeret viser ikke at {nye}, som skal erstatte den, er vedtatt."
            ),
            merke="vedtaket av den nye mangler",
            hjelp=(
                "skriv den statusen planen har nå, for eksempel `status: vedtatt`, eller registrer vedtaket av {nye}."
            ),
        ),
        "opphevet": FindingText(
            melding="Planen har status «Opphevet», men registeret viser ikke når den ble opphevet.",
            merke="ingen hendelse dokumenterer det",
            hjelp="legg til hendelsen `opphevet` med `dato`, `organ` og `sak`.",
        ),
        "tatt_bort": FindingText(
            melding="Planen har status «{status}», men endringen tar bort det som viser hvordan den sluttet ({dato}).",
            merke="det sto her før endringen",
            hjelp="legg tilbake vedtaket {hvor}: `{hendelse}`. Gjelder planen, rett `status`.",
        ),
        "utgått": FindingText(
            melding="Planen har status «Utgått», men registeret viser ikke hvem som bestemte det.",
            merke="ingen beslutning dokumenterer det",
            hjelp=(
                "legg til `valg: utgår` under `beslutninger` i denne filen, eller hendelsen `opphevet` med `dato`, "
                "`organ` og `sak`."
            ),
        ),
    },
    felt=("status", "hendelser", "beslutninger"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield replaced plans without an adopted successor, and repealed or lapsed ones without a decision.

    That a binding plan has lapsed is PL620's matter: no decision to let it lapse ends its force.
    """
    successors = _successors(register)
    for plan in register.planer.values():
        if plan.status not in AVSLUTTET_BY_SOMEBODY or (plan.status == "utgått" and register.is_bindende(plan)):
            continue
        new = successors.get(plan.id, [])
        if new:
            if plan.status == "erstattet" and not any(_is_adopted(successor) for successor, _ in new):
                yield _too_early(plan, new)
        elif register.status(plan) == plan.status and not _shown(register, plan):
            variant = "" if plan.status == "erstattet" else plan.status
            severity = Severity.FEIL if _ends_by_a_word(register, plan) else Severity.ADVARSEL
            yield finding(plan, "status", variant=variant, severity=severity, id=plan.id)
