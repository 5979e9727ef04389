"""PL409: a plan without a status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.register import tittel
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


def _told(register: Register, plan: Plan) -> Finding | None:
    """Give the finding that a source entry in the file has the status, the last of them."""
    said = [(index, item) for index, item in enumerate(plan.kilder) if item.status]
    if not said:
        return None
    index, item = said[-1]
    note = related(plan, "kilder", index, "status", note=N_("kilden oppgir det her"))
    words, kilde = StatusCode(item.status or ""), tittel(register, item.kilde)
    return finding(plan, "status", variant="kilde", related=(note,), kilde=kilde, status=words, kode=item.status)


def _has_no_status(register: Register, plan: Plan) -> bool:
    """Tell whether the file has no status: before `ajourført` the events may tell, later none to come does."""
    described = register.plansystem.ajourfoert
    now = described is None or register.today >= described
    return register.has_unknown_status(plan) or (now and plan.status is None)


@rule(
    "PL409",
    "status-ukjent",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav="Hver plan har en status.",
    hvorfor=(
        "Status sier om planen er planlagt, under arbeid, vedtatt eller ute av bruk. Uten den vet ingen om planen "
        "gjelder, og verken planoversikten eller de andre reglene kan ta stilling til den."
    ),
    tekst=FindingText(
        melding="Registeret viser ikke hvilken status planen har, eller om den gjelder.",
        merke="filen mangler status",
        hjelp=(
            "finn ut hva planen er nå, og skriv for eksempel `status: planlagt` eller `status: igangsatt`. Er det "
            "`status: {ferdig}`, legg også inn hendelsen `{ferdig}` med `dato`, `organ` og `sak`."
        ),
    ),
    varianter={
        "kilde": FindingText(
            melding="Filen sier ikke hvilken status planen har, men {kilde} oppgir «{status}».",
            merke="filen mangler status",
            hjelp="skriv `status: {kode}` hvis det fortsatt stemmer, ellers den statusen planen har nå.",
        ),
        "hendelser": FindingText(
            melding="Filen sier ikke hvilken status planen har, men etter hendelsene er den «{status}».",
            merke="filen mangler status",
            hjelp="skriv `status: {status}` hvis det stemmer, og rett hendelsene hvis det ikke gjør det.",
        ),
    },
    felt=("status", "hendelser", "kilder"),
    asks={"": ("status",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans whose file has no status; where the events tell what it should be, say that."""
    for plan in register.planer.values():
        if not _has_no_status(register, plan):
            continue
        if status := register.status_by_events(plan):
            yield finding(plan, "status", variant="hendelser", status=StatusCode(status))
            continue
        if told := _told(register, plan):
            yield told
            continue
        plantype = register.plantype(plan)
        done = "til_orientering" if plantype and plantype.kunnskapsgrunnlag else "vedtatt"
        yield finding(plan, "status", ferdig=done)
