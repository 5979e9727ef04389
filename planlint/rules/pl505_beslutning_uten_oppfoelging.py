"""PL505: the decided start or finish has passed, and nothing shows that the decision is followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, Severity
from planlint.model import ENDS_PLAN
from planlint.register import beslutning_over_frist, is_told_by_varslet, plan_to_replace
from planlint.rules.rule import N_, FindingText, finding, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Beslutning, Plan
    from planlint.register import BesluttetFrist, Register

DONE = {
    "ny": N_("vedtatt"),
    "revideres": N_("revidert"),
    "oppheves": N_("opphevet"),
    "utgår": N_("tatt ut av bruk"),
    "slås_sammen": N_("slått sammen med en annen plan"),
}
FINISHED = N_("ferdig")
"""What a plan should have been that «revideres» is said of, and that nothing shows to be adopted."""


@rule(
    "PL505",
    "beslutning-uten-oppfølging",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="gjeldende planstrategi",
    krav=(
        "Når tiden i en beslutning er ute, viser hendelsene at den er fulgt opp, eller feltet `arbeid` viser en ny tid."
    ),
    hvorfor=(
        "En beslutning som ingen følger opp, blir borte uten at noen har valgt det. Da trengs enten arbeidet eller en "
        "ny beslutning."
    ),
    tekst=FindingText(
        melding="Ifølge planstrategien skulle planen vært {gjort} innen {frist:av}, men ingen hendelse viser det.",
        merke="fristen gikk ut for {siden} siden",
        hjelp=(
            "legg til hendelsen `{hendelse}` med `dato`, `organ` og `sak`, og la `status` si det samme. Ellers: skriv "
            "nye tider i feltene `oppstart` og `ferdig` under `arbeid`."
        ),
    ),
    varianter={
        "vilkår": FindingText(
            melding=(
                "Ifølge planstrategien skulle planen vært {gjort} innen {frist:av}, på et vilkår: «{vilkaar}». Ingen "
                "hendelse viser at det er gjort."
            ),
            merke="fristen gikk ut for {siden} siden",
            hjelp=(
                "legg til hendelsen `{hendelse}` med `dato`, `organ` og `sak`, og la `status` si det samme. Er "
                "vilkåret ikke oppfylt ennå, skriv nye tider i feltene `oppstart` og `ferdig` under `arbeid`."
            ),
        ),
        "vilkår_oppstart": FindingText(
            melding=(
                "Ifølge planstrategien skulle arbeidet med planen begynt innen {frist:av}, på et vilkår: «{vilkaar}». "
                "Ingen hendelse viser at det er i gang."
            ),
            merke="tiden gikk ut for {siden} siden",
            hjelp=(
                "legg til hendelsen `oppstart` med `dato`, og la `status` si det samme. Er vilkåret ikke oppfylt ennå, "
                "skriv en ny tid i `arbeid.oppstart`."
            ),
        ),
        "avløser": FindingText(
            melding=(
                "Ifølge planstrategien skulle planen vært ferdig innen {frist:av} og erstattet {plan}, men ingen "
                "hendelse viser det."
            ),
            merke="fristen gikk ut for {siden} siden",
            hjelp=(
                "legg til hendelsen `{hendelse}` med `dato`, `organ` og `sak`, og la `status` si det samme. Ellers: "
                "skriv nye tider i feltene `oppstart` og `ferdig` under `arbeid`."
            ),
        ),
        "avvikling": FindingText(
            melding="Ifølge planstrategien skulle planen vært {gjort} innen {frist:av}, men ingen hendelse viser det.",
            merke="fristen gikk ut for {siden} siden",
            hjelp=(
                "legg til hendelsen `opphevet` med `dato`, `organ` og `sak`, og sett `status: opphevet`. Er "
                "den gått ut uten vedtak, sett `status: utgått`. Ellers: skriv en ny frist i `arbeid.ferdig`."
            ),
        ),
        "oppstart": FindingText(
            melding=(
                "Ifølge planstrategien skulle arbeidet med planen begynt innen {frist:av}, men ingen hendelse viser at "
                "det er i gang."
            ),
            merke="tiden gikk ut for {siden} siden",
            hjelp=(
                "legg til hendelsen `oppstart` med `dato`, og la `status` si det samme. Ellers: skriv en ny tid i "
                "`arbeid.oppstart`."
            ),
        ),
    },
    felt=("beslutninger", "arbeid", "status", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans for which the current planstrategi's time has passed without anything happening."""
    strategi = register.planstrategi
    for plan in register.planer.values():
        decision = register.beslutning(plan)
        if strategi and decision and (late := _late(register, plan, decision)):
            first = decision.valg == "ny" or not register.is_vedtatt(plan)
            yield finding(
                plan, "beslutninger", strategi.id, late.felt,
                variant=_variant(register, plan, decision, late.felt),
                gjort=_done(decision, first=first),
                hendelse="vedtatt" if first else "revidert", vilkaar=decision.vilkaar or "",
                plan=titled(old) if (old := plan_to_replace(register, plan)) else "",
                frist=late.frist, siden=Duration(late.frist.slutt, register.today),
            )  # fmt: skip


def _late(register: Register, plan: Plan, decision: Beslutning) -> BesluttetFrist | None:
    """Give the time that has passed; None where an announced adoption tells how late the plan is (PL307)."""
    late = beslutning_over_frist(register, plan)
    is_adoption = late is not None and late.felt == "ferdig" and decision.valg not in ENDS_PLAN
    return None if is_adoption and is_told_by_varslet(register, plan) else late


def _done(decision: Beslutning, *, first: bool) -> str:
    """Give what a plan should have been by the time that was decided."""
    return FINISHED if first and decision.valg == "revideres" else DONE.get(decision.valg, FINISHED)


def _variant(register: Register, plan: Plan, decision: Beslutning, felt: str) -> str:
    """Give how to tell it: of the start, of a plan that was to end, and of one that was to replace another."""
    if decision.vilkaar:
        return "vilkår_oppstart" if felt == "oppstart" else "vilkår"
    if felt == "oppstart":
        return "oppstart"
    if decision.valg in ENDS_PLAN:
        return "avvikling"
    return "avløser" if plan_to_replace(register, plan) else ""
