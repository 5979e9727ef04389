"""PL316: a step of a wheel that the municipality asks to see done, and that no decision in the register shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.register import (
    hjulsteg,
    is_readable,
    is_undated,
    planer_i_steg,
    times_between,
    undocumented_steg,
)
from planlint.rules.rule import FindingText, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register import HjulSteg, Register


def _finding(one: HjulSteg, variant: str, **args: object) -> Finding:
    told = {"hva": one.steg.hva, "hjul": one.hjul.navn, **args}
    return Finding("plansystem", Place(PLANSYSTEM, (*one.felt, "hva")), told, variant=variant, key=_key(one))


def _key(one: HjulSteg) -> str:
    """Tell a step from the others of its wheel by what it says, wherever in the list it stands."""
    step = one.steg
    return " ".join(map(str, (one.felt[1], step.hva, step.aar, step.maaned, *step.organ)))


def _judge(register: Register, one: HjulSteg, slack: int) -> Finding | None:
    if not one.steg.plantype:
        return _finding(one, "uten_plantype")
    plans, year = planer_i_steg(register, one), register.today.year
    if not is_readable(register, plans) or is_undated(register, plans):
        return None
    if not times_between(register, one, year, year + one.years):
        return _finding(one, "uten_tid")
    if one.hjul.fra is None:
        return _finding(one, "uten_fra")
    last = undocumented_steg(register, one, slack)
    plantype = register.plansystem.plantyper[one.steg.plantype].navn
    return _finding(one, "", tid=last, type=plantype) if last else None


@rule(
    "PL316",
    "steg-ikke-dokumentert",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: `skal_dokumenteres` ved steget i `hjul`",
    krav=(
        "Registeret viser at steget er gjort hver gang hjulet kommer til det. Regelen gjelder bare steg som kommunen "
        "har merket med `skal_dokumenteres`, fra det hjulet begynte (`fra`), og ser etter et vedtak om en plan av "
        "stegets plantype, etter forrige gang "
        "og før neste."
    ),
    hvorfor="Et hjul virker bare når hvert steg blir gjort. Det er lettest å rette opp når det oppdages med en gang.",
    tekst=FindingText(
        melding="Registeret viser ikke at steget «{hva}» i «{hjul}» er gjort. Det var forventet {tid}.",
        merke="ikke gjort, så langt registeret viser",
        hjelp=(
            "legg vedtaket i `hendelser` i en plan av typen «{type}», hvis det er gjort. Er hjulet endret, rett steget "
            "i plansystem.yaml."
        ),
    ),
    varianter={
        "uten_plantype": FindingText(
            melding="Steget «{hva}» i «{hjul}» skal dokumenteres, men har ingen plantype.",
            merke="kan ikke ses i registeret",
            hjelp="skriv `plantype` ved steget, eller ta bort `skal_dokumenteres`.",
        ),
        "uten_tid": FindingText(
            melding="Registeret viser ikke når steget «{hva}» i «{hjul}» er forventet.",
            merke="tiden kan ikke regnes ut",
            hjelp="skriv `fra` for hjulet og `år` ved steget, eller ta bort `skal_dokumenteres`.",
        ),
        "uten_fra": FindingText(
            melding="Steget «{hva}» i «{hjul}» skal dokumenteres, men hjulet sier ikke fra når.",
            merke="ingen vet fra når",
            hjelp=(
                "skriv `fra` for hjulet med året eller måneden det første omløpet begynner, gjerne fram i tid. "
                "Ingenting er forventet før det."
            ),
        ),
    },
    felt=("hjul", "hendelser", "type", "status"),
)
def check(register: Register, *, slingringsmonn: int = 31) -> Iterator[Finding]:
    """Yield steps that are to be documented and are not, from so many days after the time they were expected."""
    known = register.plansystem.plantyper
    for one in hjulsteg(register):
        asked = one.steg.skal_dokumenteres and (one.steg.plantype is None or one.steg.plantype in known)
        if asked and (found := _judge(register, one, slingringsmonn)):
            yield found
