"""PL302: the day for the next revision has passed, by `revisjon.neste` or by the interval since the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, RulleresCode, Severity
from planlint.register import is_hull, is_usikker, revisjon_forfalt, rulleres, undocumented_revisjon
from planlint.rules.rule import DOUBT, UNDOCUMENTED, FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Frist, Register


def _by_law(register: Register, plan: Plan) -> bool:
    """Tell whether a rule of law asks for the same: PL605 for the handlingsdel, PL612 for the beredskapsplan."""
    plantype = register.plantype(plan)
    return plantype is not None and (
        plantype.rolle == "handlingsdel" or "sivilbeskyttelsesloven-15" in (*plan.hjemmel, *plantype.hjemmel)
    )


@rule(
    "PL302",
    "revisjon-forfalt",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planens `revisjon`, plansystem.yaml: plantypens `rulleres`",
    krav=(
        "En vedtatt plan blir revidert innen den dagen som `revisjon.neste` sier, eller så ofte som planen eller "
        "plantypen krever, regnet fra forrige vedtak eller revisjon."
    ),
    hvorfor=(
        "En plan som ikke blir revidert, kan styre etter tall og mål som ikke gjelder lenger. Har gjeldende "
        "planstrategi bestemt at planen skal revideres eller avsluttes, eller er revisjonen i gang, sier regelen "
        "ikke fra."
    ),
    tekst=FindingText(
        melding="Planen skulle være revidert innen {frist:av}{tvil}, og registeret viser ikke at det er gjort.",
        merke="fristen gikk ut for {siden} siden (per {per})",
        hjelp=(
            "legg inn revisjonen under `hendelser`, skriv en ny dato i `revisjon.neste`, eller skriv planstrategiens "
            "beslutning om å revidere eller avslutte planen under `beslutninger`."
        ),
    ),
    varianter={
        UNDOCUMENTED: FindingText(
            melding=(
                "Planen skulle vært revidert innen {frist:av}{tvil}. Registeret viser verken at det er gjort, eller "
                "hva planen er nå."
            ),
            merke="fristen gikk ut for {siden} siden (per {per})",
            hjelp=(
                "finn ut hva planen er nå, og skriv `status`. Er den revidert, legg inn revisjonen under `hendelser`."
            ),
        ),
        "intervall": FindingText(
            melding=(
                "Planen skal revideres {rulleres}. Fristen etter forrige vedtak eller revisjon gikk ut "
                "{frist:ved}{tvil}."
            ),
            merke="forrige gang; fristen gikk ut for {siden} siden (per {per})",
            hjelp=(
                "legg inn den nye revisjonen under `hendelser`, skriv den avtalte datoen i `revisjon.neste`, eller "
                "skriv planstrategiens beslutning om å revidere eller avslutte planen under `beslutninger`."
            ),
        ),
    },
    felt=("type", "status", "periode", "hendelser", "revisjon", "beslutninger"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield adopted plans whose next revision is overdue and not settled; PL301 speaks alone where it speaks.

    A plan whose status no source states is told of as what it is, where the day of its next revision has passed.
    """
    for plan in register.planer.values():
        frist = revisjon_forfalt(register, plan)
        if frist and not (frist.felt[0] == "hendelser" and _by_law(register, plan)):
            yield _finding(register, plan, frist, "" if frist.felt[0] == "revisjon" else "intervall")
        elif (unknown := undocumented_revisjon(register, plan)) and is_hull(register, plan, ("status",)):
            yield _finding(register, plan, unknown, UNDOCUMENTED)


def _finding(register: Register, plan: Plan, frist: Frist, variant: str) -> Finding:
    return finding(
        plan,
        *frist.felt,
        variant=variant,
        severity=Severity.ADVARSEL if variant == UNDOCUMENTED else None,
        frist=frist.tid,
        tvil=DOUBT if is_usikker(plan, frist.felt) else "",
        rulleres=RulleresCode(rulleres(register, plan) or ""),
        siden=Duration(frist.dag, register.today),
        per=register.today,
    )
