"""PL611: no health overview of the last four years was there when work on the planstrategi began, or it is not used.

The four years, and that the overview is there at the start, are the regulations' (§ 5); the act asks that it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, add_years
from planlint.register import (
    LOVPLIKTER,
    can_be_missing,
    counts_on,
    event_place,
    gjeldende_strategi,
    is_readable,
    is_too_old,
    is_undated,
    last_vedtatt,
    types_with_hjemmel,
    undocumented,
)
from planlint.rules.rule import N_, UNDOCUMENTED_TEXT, FindingText, finding, related, rule, undocumented_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Step
    from planlint.model import Hendelse, Plan, Planstrategi
    from planlint.register import Register

STATUTE, REGULATION, BASIS = "folkehelseloven-5", "folkehelseoversikt-5", "folkehelseloven-6"
OVERVIEW = (STATUTE, REGULATION)
YEARS = 4
HELP = (
    "legg inn oversikten som planstrategien bygde på, med `dato` i `hendelser` og `folkehelseoversikt-5` i "
    "`hjemmel`, og før den opp i `kunnskapsgrunnlag`."
)


def _usable(register: Register, plan: Plan, moment: Hendelse) -> bool:
    """Tell whether an overview may have been there, and new enough, at a moment; an undated one may."""
    versions = register.vedtak(plan)
    if not versions:
        return register.is_vedtatt(plan)
    oldest = add_years(moment.dato.start, -YEARS)
    return any(oldest <= event.dato.slutt and event.dato.start <= moment.dato.slutt for event in versions)


def _place(register: Register, strategi: Planstrategi, plans: list[Plan]) -> tuple[Step, ...]:
    """Give where the planstrategi names one of these, else its list, else its valgperiode."""
    for index, id_ in enumerate(strategi.kunnskapsgrunnlag):
        if register.find_plan(id_) in plans:
            return ("kunnskapsgrunnlag", index)
    return ("kunnskapsgrunnlag",) if strategi.kunnskapsgrunnlag else ("valgperiode",)


def _missing(register: Register, strategi: Planstrategi, moment: Hendelse, plans: list[Plan]) -> Finding:
    """Give the finding: an error where the register tells when work began, a warning where only the vote is known."""
    where, newest = _place(register, strategi, plans), last_vedtatt(register, plans)
    old = ((newest[0], event_place(*newest, "dato")),) if newest else ()
    others = tuple(related(plan, *path, note=N_("den nyeste i registeret")) for plan, path in old)
    began = moment.hva == "oppstart"
    return finding(
        strategi,
        *where,
        variant="" if began else "vedtak",
        related=others,
        severity=Severity.FEIL if began else Severity.ADVARSEL,
        lov=(REGULATION,),
        lovdag=moment.dato.start,
        dag=moment.dato,
    )


def _judge(register: Register, strategi: Planstrategi, moment: Hendelse) -> Iterator[Finding]:
    plans = register.plans_with_hjemmel(*OVERVIEW)
    usable = [plan for plan in plans if _usable(register, plan, moment)]
    if not usable:
        if is_readable(register, plans):
            unknown = undocumented(register, plans)
            missing = _missing(register, strategi, moment, plans)
            yield undocumented_finding(unknown[0], (REGULATION,)) if unknown else missing
    elif not any(register.find_plan(id_) in usable for id_ in strategi.kunnskapsgrunnlag):
        where = _place(register, strategi, plans)
        others = (related(usable[-1], "tittel", note=N_("oversikten i registeret")),)
        args = {"id": usable[-1].id, "lovdag": moment.dato.start}
        yield finding(strategi, *where, variant="ikke_grunnlag", related=others, lov=(BASIS,), **args)  # type: ignore[arg-type]


def _of_strategi(register: Register) -> Iterator[Finding]:
    """Yield what the current planstrategi lacks."""
    strategi = gjeldende_strategi(register)
    vote = register.last_event(strategi, "vedtatt") if strategi else None
    if not strategi or not vote or register.is_unreadable("plan"):
        return
    began = register.last_event(strategi, "oppstart")
    moment = began if began and not began.usikker else vote
    if not counts_on(register, REGULATION, moment.dato.start):
        return
    if register.plans_with_hjemmel(*OVERVIEW) or types_with_hjemmel(register.plansystem, *OVERVIEW):
        yield from _judge(register, strategi, moment)


def _old(register: Register, plans: list[Plan]) -> Iterator[Finding]:
    """Yield the finding that the newest overview of all is more than four years old; an undated one may be newer."""
    newest = last_vedtatt(register, plans)
    if newest is None or is_undated(register, plans) or not can_be_missing(register, plans):
        return
    plan, event = newest
    if is_too_old(register, LOVPLIKTER["folkehelse"], event) and counts_on(register, REGULATION, register.today):
        where, severity = event_place(plan, event, "dato"), Severity.ADVARSEL
        yield finding(plan, *where, variant="gammel", severity=severity, lov=(REGULATION,), dato=event.dato)


@rule(
    "PL611",
    "folkehelseoversikt-mangler",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="forskrift om oversikt over folkehelsen § 5 og folkehelseloven § 6",
    krav=(
        "Kommunen lager hvert fjerde år en skriftlig oversikt over helsetilstanden, og den foreligger når arbeidet "
        "med planstrategien begynner. Oversikten er blant planstrategiens kunnskapsgrunnlag. Regelen måler ved "
        "hendelsen `oppstart`; er bare vedtaket kjent, er funnet en advarsel. Oversikten er den som viser til "
        "folkehelseloven § 5 eller forskriften § 5 i `hjemmel`."
    ),
    hvorfor=(
        "Oversikten viser hvordan helsen er, og hva som påvirker den. Planstrategien skal bygge på den når den velger "
        "hvilke planer kommunen skal lage."
    ),
    tekst=FindingText(
        melding=(
            "Registeret viser ingen folkehelseoversikt fra de siste fire årene før arbeidet med planstrategien begynte."
        ),
        merke="ingen fra de fire årene før {dag}",
        hjelp=HELP,
    ),
    varianter={
        "vedtak": FindingText(
            melding="Registeret viser ingen folkehelseoversikt fra de siste fire årene før planstrategien ble vedtatt.",
            merke="ingen fra de fire årene før {dag}",
            hjelp=HELP,
        ),
        "gammel": FindingText(
            melding=(
                "Den nyeste folkehelseoversikten i registeret er fra {dato}. Kommunen skal lage en hvert fjerde år."
            ),
            merke="mer enn fire år siden",
            hjelp="legg inn den nye oversikten, med `dato` i `hendelser` og `folkehelseoversikt-5` i `hjemmel`.",
        ),
        "ikke_grunnlag": FindingText(
            melding="Planstrategien har ikke folkehelseoversikten blant sitt kunnskapsgrunnlag.",
            merke="{id} er ikke med her",
            hjelp="legg til `{id}` i `kunnskapsgrunnlag` hvis planstrategien bygger på den.",
        ),
        **UNDOCUMENTED_TEXT,
    },
    felt=("hendelser", "hjemmel", "kunnskapsgrunnlag"),
    lov=(REGULATION, STATUTE, BASIS),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield what the current planstrategi lacks, and else that the newest overview is too old.

    Only where a type or a plan says that it is such an overview.
    """
    plans = register.plans_with_hjemmel(*OVERVIEW)
    found = list(_of_strategi(register))
    yield from found
    if not any(item.variant in ("", "vedtak") for item in found):
        yield from _old(register, plans)
