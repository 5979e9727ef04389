"""PL402: the plan's status is another than its events say on the day, or than its type can have."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from planlint.base import HendelseCode, RuleClass, Severity, StatusCode
from planlint.model import (
    AVSLUTTEDE,
    BEFORE_SAK,
    BEGUN_ANEW,
    BEING_MADE,
    KUNNSKAP_ONLY,
    STATUS_AFTER,
    VEDTATTE,
    WITHOUT_HENDELSE,
)
from planlint.register import disordered_pair, missing_in_decision, unexplained_step, vedtaksdag
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Related
    from planlint.model import Hendelse, Plan
    from planlint.register import Register


def _agrees(register: Register, plan: Plan, status: str, told: str) -> bool:
    """Tell whether a status can stand beside the one that the events tell."""
    if status == "til_vedtak" and told in BEFORE_SAK:
        return True
    if told in BEING_MADE:
        return status == "utkast" or _may_be_later(register, plan, status, _telling(register, plan))
    if status == "foreldet":
        return told in VEDTATTE or told in AVSLUTTEDE  # what was noted grows old by itself
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


def _other_rule(register: Register, plan: Plan, status: str) -> bool:
    """Tell whether another rule reports it: PL309 disorder, PL401 no adoption, PL405 no repeal."""
    if status in VEDTATTE and not register.vedtak(plan):
        return True
    return (status == "opphevet" and register.last_event(plan, "opphevet") is None) or disordered_pair(
        register, plan
    ) is not None


def _telling(register: Register, plan: Plan) -> Hendelse:
    return cast("Hendelse", register.telling(plan))  # there is one: a status was told


def _is_shown_on_hold(register: Register, plan: Plan, told: str | None) -> bool:
    """Tell whether an event, or a planstrategi's decision that is not older than the adoption, shows what waits."""
    adopted = register.vedtak(plan)
    decided = [register.planstrategier.get(id_) for id_ in plan.beslutninger]
    days = [vedtaksdag(register, strategi) for strategi in decided if strategi]
    return told == "satt_på_vent" or any(not adopted or not day or day >= adopted[-1].dato.start for day in days)


def _on_hold(register: Register, plan: Plan, told: str | None) -> Finding | None:
    """Give the finding that nothing shows why a plan is on hold: an error where the events say that it is adopted."""
    if _is_shown_on_hold(register, plan, told):
        return None
    if told is None:
        return finding(plan, "status", variant="på_vent", severity=Severity.ADVARSEL)
    severity = Severity.FEIL if register.is_vedtatt(plan) else Severity.ADVARSEL
    return finding(plan, "status", variant="på_vent", severity=severity, related=(_because(register, plan),))


def _of_kunnskap(register: Register, plan: Plan, status: str, told: str | None) -> Finding | None:
    """Give the finding that a status is for what is noted: by the plan's type, or by what happened to this one."""
    plantype = register.plantype(plan)
    if status not in KUNNSKAP_ONLY or plantype is None or plantype.kunnskapsgrunnlag:
        return None
    if told == "til_orientering":
        return _of_noted(register, plan, status)
    because, words = (_because(register, plan),) if told else (), StatusCode(status)
    return finding(plan, "status", variant="kunnskap", related=because, status=words, type=plantype.navn)


def _of_noted(register: Register, plan: Plan, status: str) -> Finding | None:
    """Give the finding that a plan is called outdated since it was only noted, and nobody can look that up."""
    event = _telling(register, plan)
    lacks = missing_in_decision(register, plan, event)
    if status != "foreldet" or not lacks:
        return None
    because = (_because(register, plan),)
    return finding(
        plan, "status", variant="notert", related=because, status=StatusCode(status), dato=event.dato, felt=lacks
    )


def _of_events(register: Register, plan: Plan, status: str, told: str | None) -> Finding | None:
    """Give the finding that the last event says otherwise."""
    if told is None or told == status or _agrees(register, plan, status, told):
        return None
    event = _telling(register, plan)
    return finding(
        plan, "status", related=(_because(register, plan),), status=StatusCode(status), riktig=StatusCode(told),
        hva=HendelseCode(event.hva), dato=event.dato,
    )  # fmt: skip


def _because(register: Register, plan: Plan) -> Related:
    event = _telling(register, plan)
    return related(plan, "hendelser", plan.hendelser.index(event), "hva", note=N_("den siste hendelsen"))


def _judge(register: Register, plan: Plan, status: str) -> Finding | None:
    """Give what is wrong with a plan's status: it is for other types, nothing shows it, or an event says otherwise."""
    told = register.status_by_events(plan)
    if told == "erstattet" or unexplained_step(register, plan):  # PL404 or PL913
        return None
    if told and _other_rule(register, plan, status):
        return None
    if found := _of_kunnskap(register, plan, status, told):
        return found
    if status == "satt_på_vent":
        return _on_hold(register, plan, told)
    return _of_events(register, plan, status, told)


@rule(
    "PL402",
    "status-strider-mot-hendelser",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav=(
        "Status er den som hendelsene viser på dagen. At en plan er satt på vent, vises av en hendelse eller av en "
        "beslutning i en planstrategi. «Utkast» og «Foreldet» er for kunnskapsgrunnlag og annet som er tatt til "
        "orientering."
    ),
    hvorfor=(
        "Hendelsene er daterte fakta, og status skal følge dem. Når de spriker, er enten status glemt eller en "
        "hendelse feil, og planoversikten viser noe annet enn det som har skjedd."
    ),
    tekst=FindingText(
        melding="Planen har status «{status}», men den siste hendelsen ({hva} {dato}) tilsier «{riktig}».",
        merke="hendelsene tilsier «{riktig}»",
        hjelp="sett `status: {riktig}`, eller rett hendelsene hvis det er de som er feil.",
    ),
    varianter={
        "på_vent": FindingText(
            melding="Planen har status «Satt på vent», men registeret viser ikke når eller av hvem det ble bestemt.",
            merke="hva viser det?",
            hjelp=(
                "legg til hendelsen `satt_på_vent` med `dato`, eller det planstrategien har bestemt under "
                "`beslutninger`. Er arbeidet ikke stanset, skriv den statusen planen har."
            ),
        ),
        "kunnskap": FindingText(
            melding=(
                "Planen har status «{status}». Den statusen er for kunnskapsgrunnlag, og plantypen {type} er ikke "
                "ført som det."
            ),
            merke="ikke en status for {type}",
            hjelp=(
                "skriv en annen status, eller velg en annen plantype. Blir alle av typen tatt til orientering i stedet "
                "for vedtatt, sett `kunnskapsgrunnlag: true` for den i plansystem.yaml."
            ),
        ),
        "notert": FindingText(
            melding=(
                "Planen har status «{status}», men hendelsen som viser at den bare ble tatt til orientering ({dato}), "
                "mangler {felt:kode}."
            ),
            merke="hvem, og i hvilken sak?",
            hjelp=(
                "finn saken i møteprotokollen, og skriv {felt:kode} i hendelsen. Er planen vedtatt, legg til "
                "hendelsen `vedtatt` og skriv den statusen planen har."
            ),
        ),
    },
    felt=("status", "hendelser", "type", "beslutninger"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans whose status is another than their events and their type allow."""
    for plan in register.planer.values():
        status = register.status(plan)
        if status is not None and status not in WITHOUT_HENDELSE and (found := _judge(register, plan, status)):
            yield found
