"""PL402: the plan's status is another than its events say on the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import HendelseCode, RuleClass, Severity, StatusCode
from planlint.model import (
    BEFORE_SAK,
    BEGUN_ANEW,
    BEING_MADE,
    STATUS_AFTER,
    VEDTATTE,
    WITHOUT_HENDELSE,
)
from planlint.register import disordered_pair
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Hendelse, Plan
    from planlint.register import Register


def _agrees(register: Register, plan: Plan, status: str, told: str) -> bool:
    """Tell whether a status can stand beside the one that the events tell."""
    if status == "til_vedtak" and told in BEFORE_SAK:
        return True
    if told in BEING_MADE:
        return _may_be_later(register, plan, status, _telling(register, plan))
    if status not in VEDTATTE or told not in VEDTATTE:
        return status == told
    if told == "under_revisjon":
        return status == told or not _begun_again(register, plan)
    return status == "under_revisjon" or any(STATUS_AFTER[event.hva] == status for event in register.vedtak(plan))


def _begun_again(register: Register, plan: Plan) -> bool:
    """Tell whether a revision began; an adopted plan is also made public, and that alone begins nothing."""
    begun, adopted = register.last_event(plan, *BEGUN_ANEW), register.vedtak(plan)[-1]
    return begun is not None and begun.dato.start > adopted.dato.slutt


def _may_be_later(register: Register, plan: Plan, status: str, told: Hendelse) -> bool:
    """Tell whether an event that fits the status may be the later one, because its day is only roughly known."""
    return any(
        STATUS_AFTER.get(event.hva) == status and event.dato.slutt >= told.dato.start
        for event in register.hendelser(plan)
    )


def _other_rule(register: Register, plan: Plan, status: str, told: str) -> bool:
    """Tell whether another rule reports it: PL309 disorder, PL401 no adoption, PL404 a successor, PL405 no repeal."""
    if told == "erstattet" or (status in VEDTATTE and not register.vedtak(plan)):
        return True
    return (status == "opphevet" and register.last_event(plan, "opphevet") is None) or disordered_pair(
        register, plan
    ) is not None


def _telling(register: Register, plan: Plan) -> Hendelse:
    return next(event for event in reversed(register.hendelser(plan)) if event.hva in STATUS_AFTER)


@rule(
    "PL402",
    "status-strider-mot-hendelser",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav="Status er den som hendelsene viser på dagen.",
    hvorfor=(
        "Hendelsene er daterte fakta, og status skal følge dem. Når de spriker, er enten status glemt eller en "
        "hendelse feil, og planoversikten viser noe annet enn det som har skjedd."
    ),
    tekst=FindingText(
        melding="Planen har status «{status}», men den siste hendelsen ({hva} {dato}) tilsier «{riktig}».",
        merke="hendelsene tilsier «{riktig}»",
        hjelp="sett `status: {riktig}`, eller rett hendelsene hvis det er de som er feil.",
    ),
    felt=("status", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans whose status is another than the last event that has happened leads to."""
    for plan in register.planer.values():
        status = register.status(plan)
        if status is None or status in WITHOUT_HENDELSE:
            continue
        told = register.status_by_events(plan)
        if told is None or told == status or _other_rule(register, plan, status, told):
            continue
        if _agrees(register, plan, status, told):
            continue
        event = _telling(register, plan)
        because = related(plan, "hendelser", plan.hendelser.index(event), "hva", note=N_("den siste hendelsen"))
        yield finding(
            plan, "status", related=(because,), status=StatusCode(status), riktig=StatusCode(told),
            hva=HendelseCode(event.hva), dato=event.dato,
        )  # fmt: skip
