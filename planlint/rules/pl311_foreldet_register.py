"""PL311: the register says that it describes a day long past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Duration, Finding, Message, Place, RuleClass, Severity, add_months
from planlint.register import gone_through_until, reviewable, unseen
from planlint.rules.rule import FindingText, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register import Register


def _newer(number: int, every: int) -> Message:
    """Tell how many of all there are that something newer is known of."""
    none = N_("Ingen av planene, tiltakene, indikatorene og utfordringene som skal gjennomgås ({alle} i alt)")
    some = N_("{n} av planene, tiltakene, indikatorene og utfordringene som skal gjennomgås ({alle} i alt)")
    return Message.of_text(some if number else none, n=number, alle=every)


@rule(
    "PL311",
    "foreldet-register",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: `ajourført`",
    krav="Registeret er gjennomgått det siste året, og feltet `ajourført` i plansystem.yaml viser dagen.",
    hvorfor=(
        "Tabeller og nettsted viser hva som gjelder. Er registeret ikke ajourført, kan de som leser dem, få et feil "
        "bilde av hvilke planer kommunen har."
    ),
    tekst=FindingText(
        melding=("Registeret er ikke ajourført siden {dato}. {hva} har opplysninger fra de siste {maaneder} månedene."),
        merke="for {siden} siden (per {per})",
        hjelp=(
            "gå gjennom dem, én for én, med `planlint review --older-than {maaneder}`. Når alt er gått gjennom, "
            "flytter den dagen i feltet `ajourført`."
        ),
    ),
    varianter={
        "uten_dag": FindingText(
            melding=(
                "Registeret sier ikke hvilken dag det beskriver, og det har ingenting fra de siste {maaneder} månedene "
                "om noen av planene, tiltakene, indikatorene og utfordringene som skal gjennomgås ({alle} i alt)."
            ),
            merke="`ajourført` mangler",
            hjelp="skriv dagen som registeret beskriver, i feltet `ajourført` i plansystem.yaml.",
        ),
        "tomt": FindingText(
            melding="Registeret er ikke ajourført siden {dato}.",
            merke="for {siden} siden (per {per})",
            hjelp="skriv dagens dato i feltet `ajourført` når planene er ført inn.",
        ),
        "gjennomgått": FindingText(
            melding=(
                "Alt som kan endre seg, er sett på de siste {maaneder} månedene, men `ajourført` er fortsatt {dato}."
            ),
            merke="kan være {ny}",
            hjelp="skriv {ny} i feltet `ajourført`. `planlint review` gjør det.",
        ),
    },
    felt=("ajourført",),
)
def check(register: Register, *, maaneder: int = 12) -> Iterator[Finding]:
    """Yield one finding where more than `maaneder` have passed since the register was brought up to date.

    Where it does not say when, that is told only if nothing in it is newer. What has been seen later is not counted;
    where that is all of it, only the day in plansystem.yaml is behind.
    """
    day, today = register.plansystem.ajourfoert, register.today
    if day is not None and add_months(day, maaneder) >= today:
        return
    left, every = unseen(register, maaneder), reviewable(register)
    if day is None:
        if every and len(left) == len(every):  # whatever day it describes, it is an old one
            count: dict[str, object] = {"alle": len(every), "maaneder": maaneder}
            yield Finding("plansystem", Place(PLANSYSTEM), count, variant="uten_dag")
        return
    args = {"dato": day, "maaneder": maaneder, "siden": Duration(day, today), "per": today}
    place = Place(PLANSYSTEM, ("ajourført",))
    if every and not left:
        new = gone_through_until(register)
        yield Finding("plansystem", place, {**args, "ny": new}, variant="gjennomgått", severity=Severity.INFO)
    elif every:
        yield Finding("plansystem", place, {**args, "hva": _newer(len(every) - len(left), len(every))})
    else:
        yield Finding("plansystem", place, args, variant="tomt")
