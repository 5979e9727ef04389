"""PL608: a plan went on høring, and the register shows no planprogram fixed before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import AVSLUTTEDE
from planlint.register import ActKind, Round, counts_on, event_place, find_rounds, is_about_planprogram, kind_of_plan
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Finding
    from planlint.model import Hendelse, Plan
    from planlint.register import Register

LOV = ("pbl-4-1", "pbl-11-13")
ALVOR: dict[ActKind, Severity] = {
    "samfunnsdel": Severity.FEIL,
    "areal": Severity.FEIL,
    "tema": Severity.ADVARSEL,
}


def _on_hearing(register: Register, plan: Plan) -> tuple[Hendelse, date | None] | None:
    """Give the first høring of the plan in the newest round that has one, and the adoption before that round."""
    before: date | None = None
    found = None
    for runde in find_rounds(register, plan):
        if start := _hearing(runde):
            found = start, before
        before = runde.vedtak.dato.start if runde.vedtak else None
    return found


def _hearing(runde: Round) -> Hendelse | None:
    starts = (event for event in runde.hendelser if event.hva == "høring_start" and not is_about_planprogram(event))
    return next(starts, None)


def _fixed(register: Register, plan: Plan, since: date | None) -> bool:
    """Tell whether a planprogram is fixed since the last adoption: here, in the larger plan, or by a planstrategi.

    A høring before it was fixed may have been about the planprogram, so the order is not held against anybody.
    """
    whole = register.find_plan(plan.del_av)
    return any(
        event.hva == "planprogram_fastsatt" and (since is None or event.dato.slutt >= since)
        for entity in (plan, *((whole,) if whole else ()), *register.planstrategier.values())
        for event in register.hendelser(entity)
    )


@rule(
    "PL608",
    "planprogram-mangler",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven §§ 4-1 og 11-13",
    krav=(
        "Alle kommuneplaner har et planprogram som grunnlag for arbeidet. At det er fastsatt før planforslaget "
        "kommer på høring, er vår lesning av loven. Loven sier ikke om en kommunedelplan for et tema er en "
        "kommuneplan, så der er funnet en advarsel. Reguleringsplaner med vesentlige virkninger skal også ha "
        "planprogram, men det kan ikke registeret vise."
    ),
    hvorfor=(
        "Planprogrammet sier hva som skal utredes, hvem som skal få være med, og hvilke frister som gjelder. Uten det "
        "vet ikke de som vil påvirke planen, når og hvordan de kan gjøre det."
    ),
    tekst=FindingText(
        melding="Planen kom på høring {dato}, men registeret viser ikke at planprogrammet er fastsatt.",
        merke="intet planprogram er fastsatt før høringen",
        hjelp=(
            "legg til hendelsen `planprogram_fastsatt` med `dato`, `organ` og `sak`. Gjaldt høringen planprogrammet, "
            "skriv det i `merknad` på hendelsen."
        ),
    ),
    varianter={
        "tema": FindingText(
            melding="Planen kom på høring {dato}, men registeret viser ikke noe fastsatt planprogram.",
            merke="intet planprogram er fastsatt før høringen",
            hjelp=(
                "legg til hendelsen `planprogram_fastsatt` hvis planen hadde planprogram. Trengte den ikke noe, "
                "skriv et unntak som sier hvorfor."
            ),
        )
    },
    felt=("type", "status", "hendelser", "del_av"),
    lov=LOV,
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the plans that went on høring without a planprogram, by the law of that day."""
    for plan in register.planer.values():
        kind = kind_of_plan(register, plan)
        if kind not in ALVOR or register.status(plan) in AVSLUTTEDE:
            continue
        hearing = _on_hearing(register, plan)
        if hearing and counts_on(register, LOV[0], hearing[0].dato.start) and not _fixed(register, plan, hearing[1]):
            where = event_place(plan, hearing[0], "hva")
            variant = "tema" if kind == "tema" else ""
            yield finding(
                plan, *where, variant=variant, severity=ALVOR[kind], lovdag=hearing[0].dato.start, dato=hearing[0].dato
            )
