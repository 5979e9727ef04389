"""PL402: the plan's status is another than its events say on the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.base.named import Hendelseskode, Statuskode
from planlint.model.ord import BEGYNT_PAA_NYTT, FOER_SAKEN, LAGES, STATUS_ETTER, UTEN_HENDELSE, VEDTATTE
from planlint.register.livsloep.rekkefoelge import i_utakt
from planlint.rules.rule import N_, Tekst, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.model import Hendelse, Plan
    from planlint.register.register import Register


def _agrees(register: Register, plan: Plan, status: str, told: str) -> bool:
    """Tell whether a status can stand beside the one that the events tell."""
    if status == "til_vedtak" and told in FOER_SAKEN:
        return True
    if told in LAGES:
        return _may_be_later(register, plan, status, _telling(register, plan))
    if status not in VEDTATTE or told not in VEDTATTE:
        return status == told
    if told == "under_revisjon":
        return status == told or not _begun_again(register, plan)
    return status == "under_revisjon" or any(STATUS_ETTER[event.hva] == status for event in register.vedtak(plan))


def _begun_again(register: Register, plan: Plan) -> bool:
    """Tell whether a revision began; an adopted plan is also made public, and that alone begins nothing."""
    begun, adopted = register.sist(plan, *BEGYNT_PAA_NYTT), register.vedtak(plan)[-1]
    return begun is not None and begun.dato.start > adopted.dato.slutt


def _may_be_later(register: Register, plan: Plan, status: str, told: Hendelse) -> bool:
    """Tell whether an event that fits the status may be the later one, because its day is only roughly known."""
    return any(
        STATUS_ETTER.get(event.hva) == status and event.dato.slutt >= told.dato.start
        for event in register.hendelser(plan)
    )


def _other_rule(register: Register, plan: Plan, status: str, told: str) -> bool:
    """Tell whether another rule reports it: PL309 disorder, PL401 no adoption, PL404 a successor, PL405 no repeal."""
    if told == "erstattet" or (status in VEDTATTE and not register.vedtak(plan)):
        return True
    return (status == "opphevet" and register.sist(plan, "opphevet") is None) or i_utakt(register, plan) is not None


def _telling(register: Register, plan: Plan) -> Hendelse:
    return next(event for event in reversed(register.hendelser(plan)) if event.hva in STATUS_ETTER)


@rule(
    "PL402",
    "status-strider-mot-hendelser",
    Severity.FEIL,
    Klasse.LOKAL,
    kilde="planlints livsløp for planer",
    krav="Status er den som hendelsene viser på dagen.",
    hvorfor=(
        "Hendelsene er daterte fakta, og status skal følge dem. Når de spriker, er enten status glemt eller en "
        "hendelse feil, og planoversikten viser noe annet enn det som har skjedd."
    ),
    tekst=Tekst(
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
        if status is None or status in UTEN_HENDELSE:
            continue
        told = register.etter_hendelser(plan)
        if told is None or told == status or _other_rule(register, plan, status, told):
            continue
        if _agrees(register, plan, status, told):
            continue
        event = _telling(register, plan)
        because = related(plan, "hendelser", plan.hendelser.index(event), "hva", note=N_("den siste hendelsen"))
        yield finding(
            plan,
            "status",
            related=(because,),
            status=Statuskode(status),
            riktig=Statuskode(told),
            hva=Hendelseskode(event.hva),
            dato=event.dato,
        )
