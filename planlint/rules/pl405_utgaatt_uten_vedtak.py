"""PL405: a plan that has ended, and nothing in the register shows how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_ended_by_a_word, is_unshown_ending, named_successors
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


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
    successors = named_successors(register)
    for plan in register.planer.values():
        new = successors.get(plan.id, [])
        if not is_unshown_ending(register, plan, [one for one, _ in new]):
            continue
        if new and plan.status == "erstattet":
            yield _too_early(plan, new)
        else:
            variant = "" if plan.status == "erstattet" else str(plan.status)
            severity = Severity.FEIL if is_ended_by_a_word(register, plan) else Severity.ADVARSEL
            yield finding(plan, "status", variant=variant, severity=severity, id=plan.id)
