"""PL505: the decided start or finish has passed, and nothing shows that the decision is followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base.days import Varighet
from planlint.base.diagnostic import Klasse, Severity
from planlint.model.ord import AVSLUTTER, BEGYNT_PAA_NYTT, GIR_ARBEID, STANSET, UNDER_ARBEID, VEDTAK
from planlint.register.livsloep.frist import avloeses, snudd
from planlint.register.livsloep.strategi import gjennomfoert, over
from planlint.rules.rule import N_, Tekst, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.model import Beslutning, Plan, Planstrategi
    from planlint.model.tidspunkt import TidspunktVerdi
    from planlint.register.register import Register

GJORT = {
    "ny": N_("vedtatt"),
    "revideres": N_("revidert"),
    "oppheves": N_("opphevet"),
    "utgår": N_("tatt ut av bruk"),
    "slås_sammen": N_("slått sammen med en annen plan"),
}


class _Tid(NamedTuple):
    felt: str
    frist: TidspunktVerdi


def _passed(register: Register, plan: Plan, decision: Beslutning, felt: str) -> _Tid | None:
    """Give a decided time that has passed, unless `arbeid` has moved it to a day that has not."""
    times = [getattr(decision, felt), getattr(plan.arbeid, felt, None)]
    if times[0] and all(time is None or time.slutt < register.today for time in times):
        return _Tid(felt, times[0])
    return None


def _begun(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> bool:
    """Tell whether work has begun (PL406 asks when it should be over), is done, is stopped, or goes on in a successor.

    Where the status is unknown, only PL409 speaks.
    """
    status = register.status(plan)
    if status in UNDER_ARBEID | STANSET or register.ukjent_status(plan):
        return True
    if gjennomfoert(register, plan, strategi, decision) or (decision.valg == "ny" and register.vedtatt(plan)):
        return True
    last = register.sist(plan, *VEDTAK)
    if any(
        event.hva in BEGYNT_PAA_NYTT and (not last or event.dato.slutt > last.dato.slutt)
        for event in register.hendelser(plan)
    ):
        return True
    return avloeses(register, plan)


def _late(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> _Tid | None:
    """Give the decided time that nothing shows was kept; the finish before the start."""
    finish = _passed(register, plan, decision, "ferdig")
    if decision.valg in AVSLUTTER:
        still = register.vedtatt(plan) and register.status(plan) != "under_revisjon" and not over(register, strategi)
        return finish if still and not register.erstattet_av(plan) else None
    if decision.valg not in GIR_ARBEID or _begun(register, plan, strategi, decision):
        return None
    if finish and plan.arbeid and plan.arbeid.ferdig and register.status(plan) == "planlagt":
        return None  # PL406
    return finish or _passed(register, plan, decision, "oppstart")


@rule(
    "PL505",
    "beslutning-uten-oppfølging",
    Severity.ADVARSEL,
    Klasse.LOKAL,
    kilde="gjeldende planstrategi",
    krav=(
        "Når tiden i en beslutning er ute, viser hendelsene at den er fulgt opp, eller feltet `arbeid` viser en ny tid."
    ),
    hvorfor=(
        "En beslutning som ingen følger opp, blir borte uten at noen har valgt det. Da trengs enten arbeidet eller en "
        "ny beslutning."
    ),
    tekst=Tekst(
        melding="Ifølge planstrategien skulle planen vært {gjort} innen {frist}, men ingen hendelse viser det.",
        merke="fristen gikk ut for {siden} siden",
        hjelp=(
            "legg til hendelsen `{hendelse}` med `dato`, `organ` og `sak`, eller skriv nye tider i feltene "
            "`oppstart` og `ferdig` under `arbeid`."
        ),
    ),
    varianter={
        "avvikling": Tekst(
            melding="Ifølge planstrategien skulle planen vært {gjort} innen {frist}, men ingen hendelse viser det.",
            merke="fristen gikk ut for {siden} siden",
            hjelp=(
                "legg til hendelsen `opphevet` med `dato`, `organ` og `sak`, sett `status: utgått` eller `status: "
                "erstattet`, eller skriv en ny frist i `arbeid.ferdig`."
            ),
        ),
        "oppstart": Tekst(
            melding=(
                "Ifølge planstrategien skulle arbeidet med planen begynt innen {frist}, men ingen hendelse viser at "
                "det er i gang."
            ),
            merke="tiden gikk ut for {siden} siden",
            hjelp="legg til hendelsen `oppstart` med `dato`, eller skriv en ny tid i `arbeid.oppstart`.",
        ),
    },
    felt=("beslutninger", "arbeid", "status", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans for which the current planstrategi's time has passed without anything happening."""
    strategi = register.planstrategi
    if strategi is None or register.uleselig("planstrategi"):
        return
    for plan in register.planer.values():
        decision = plan.beslutninger.get(strategi.id)
        if not decision or snudd(decision.oppstart, decision.ferdig):
            continue
        if late := _late(register, plan, strategi, decision):
            yield finding(
                plan, "beslutninger", strategi.id, late.felt,
                variant="oppstart" if late.felt == "oppstart" else "avvikling" if decision.valg in AVSLUTTER else "",
                gjort=GJORT[decision.valg], hendelse="vedtatt" if decision.valg == "ny" else "revidert",
                frist=late.frist.slutt, siden=Varighet(late.frist.slutt, register.today),
            )  # fmt: skip
