"""PL611: the planstrategi has no health overview that is at most four years older, or does not build on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.days import add_years
from planlint.base.diagnostic import Klasse, Severity
from planlint.register.livsloep.frist import hendelsested
from planlint.register.livsloep.strategi import gjeldende
from planlint.register.lovkrav import gjelder, kan_mangle, sist_vedtatt, typer_med_hjemmel
from planlint.rules.rule import N_, Tekst, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding, Step
    from planlint.model import Hendelse, Plan, Planstrategi
    from planlint.register.register import Register

OVERSIKT, GRUNNLAG = "folkehelseloven-5", "folkehelseloven-6"
AAR = 4


def _usable(register: Register, plan: Plan, vote: Hendelse) -> bool:
    """Tell whether an overview may have been new enough when the planstrategi was adopted; an undated one may."""
    versions = register.vedtak(plan)
    if not versions:
        return register.vedtatt(plan)
    oldest = add_years(vote.dato.start, -AAR)
    return any(oldest <= event.dato.slutt and event.dato.start <= vote.dato.slutt for event in versions)


def _place(register: Register, strategi: Planstrategi, plans: list[Plan]) -> tuple[Step, ...]:
    """Give where the planstrategi names one of these, else its list, else its valgperiode."""
    for index, id_ in enumerate(strategi.kunnskapsgrunnlag):
        if register.finn_plan(id_) in plans:
            return ("kunnskapsgrunnlag", index)
    return ("kunnskapsgrunnlag",) if strategi.kunnskapsgrunnlag else ("valgperiode",)


def _judge(register: Register, strategi: Planstrategi, vote: Hendelse) -> Iterator[Finding]:
    plans = register.med_hjemmel(OVERSIKT)
    usable = [plan for plan in plans if _usable(register, plan, vote)]
    if not usable:
        if kan_mangle(register, plans):
            where, newest = _place(register, strategi, plans), sist_vedtatt(register, plans)
            old = ((newest[0], hendelsested(*newest, "dato")),) if newest else ()
            others = tuple(related(plan, *path, note=N_("den nyeste i registeret")) for plan, path in old)
            yield finding(strategi, *where, related=others, lov=(OVERSIKT,), vedtatt=vote.dato)
    elif not any(register.finn_plan(id_) in usable for id_ in strategi.kunnskapsgrunnlag):
        where = _place(register, strategi, plans)
        others = (related(usable[-1], "tittel", note=N_("oversikten i registeret")),)
        yield finding(strategi, *where, variant="ikke_grunnlag", related=others, lov=(GRUNNLAG,), id=usable[-1].id)


@rule(
    "PL611",
    "folkehelseoversikt-mangler",
    Severity.FEIL,
    Klasse.LOV,
    kilde="folkehelseloven §§ 5 og 6",
    krav=(
        "Kommunen har en skriftlig oversikt over helsetilstanden som er høyst fire år gammel når planstrategien blir "
        "vedtatt, og den er blant planstrategiens kunnskapsgrunnlag. Oversikten er den som viser til folkehelseloven "
        "§ 5 i hjemmel."
    ),
    hvorfor=(
        "Oversikten viser hva innbyggerne blir friske og syke av. Uten en fersk oversikt kan ikke planstrategien "
        "prioritere de planene som betyr mest for folkehelsen."
    ),
    tekst=Tekst(
        melding="Registeret viser ingen folkehelseoversikt fra de siste fire årene før planstrategien ble vedtatt.",
        merke="ingen fra de fire årene før {vedtatt}",
        hjelp=(
            "legg inn oversikten som planstrategien bygde på, med dato i hendelser og folkehelseloven-5 i hjemmel, og "
            "før den opp i kunnskapsgrunnlag."
        ),
    ),
    varianter={
        "ikke_grunnlag": Tekst(
            melding="Planstrategien har ikke folkehelseoversikten blant sitt kunnskapsgrunnlag.",
            merke="{id} er ikke med her",
            hjelp="legg til {id} i kunnskapsgrunnlag hvis planstrategien bygger på den.",
        )
    },
    felt=("hendelser", "kunnskapsgrunnlag"),
    lov=(OVERSIKT, GRUNNLAG),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield what the current planstrategi lacks, where a type or a plan says that it is such an overview."""
    strategi = gjeldende(register)
    vote = register.sist(strategi, "vedtatt") if strategi else None
    if not strategi or not vote or not gjelder(register, OVERSIKT, vote.dato.start) or register.uleselig("plan"):
        return
    if register.med_hjemmel(OVERSIKT) or typer_med_hjemmel(register.plansystem, OVERSIKT):
        yield from _judge(register, strategi, vote)
