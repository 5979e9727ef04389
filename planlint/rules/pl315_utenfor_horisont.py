"""PL315: the plan's period is outside the horizon of the level that its type belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import AVSLUTTEDE
from planlint.register import outside_horisont
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL315",
    "utenfor-horisont",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: nivåets `horisont`",
    krav=(
        "Planen ser ikke lenger fram enn nivået den hører til, og ikke kortere der horisonten er et spenn, som «10-12 "
        "år». Årstall regnes til planens fordel. Har plantypen en egen lengste periode, er det den som gjelder. En "
        "horisont skrevet med andre ord enn «20 år», «10-12 år» eller «4 år (1+3)» blir ikke prøvd."
    ),
    hvorfor=(
        "Hvert nivå i plansystemet svarer på sitt spørsmål for sin tid. En plan som ser lenger eller kortere enn "
        "nivået, svarer på et annet nivås spørsmål, eller så er perioden, plantypen eller horisonten ført feil."
    ),
    tekst=FindingText(
        melding="Perioden {fra}–{til} er lengre enn {grense} år, som er horisonten til nivået «{nivaa}».",
        merke="mer enn {grense} år etter {fra}",
        hjelp=(
            "rett perioden, velg en plantype på et nivå som ser lenger fram, skriv `lengste_periode` for plantypen "
            "«{type}», eller endre `horisont` for nivået i plansystem.yaml."
        ),
    ),
    varianter={
        "kort": FindingText(
            melding="Perioden {fra}–{til} er kortere enn {grense} år, som nivået «{nivaa}» skal se fram minst.",
            merke="mindre enn {grense} år etter {fra}",
            hjelp=(
                "rett perioden, velg en plantype på et nivå som ser kortere fram, eller endre `horisont` for nivået i "
                "plansystem.yaml."
            ),
        ),
    },
    felt=("periode", "type", "status"),
)
def check(register: Register, *, slingringsmonn: int = 0) -> Iterator[Finding]:
    """Yield plans, ended ones aside, whose period is outside their level's horizon by more years than allowed."""
    for plan in register.planer.values():
        if not plan.periode or register.status(plan) in AVSLUTTEDE:
            continue
        if outside := outside_horisont(register, plan, slingringsmonn):
            yield finding(
                plan,
                "periode",
                "til",
                variant="kort" if outside.slag == "kort" else "",
                fra=plan.periode.fra,
                til=plan.periode.til,
                grense=outside.grense,
                nivaa=outside.nivaa.navn,
                type=outside.type,
            )
