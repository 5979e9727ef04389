"""PL612: the beredskapsplan is over a year old, builds on no helhetlig ROS, or on one that is newer than itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import Finding, RuleClass, Severity, add_months
from planlint.model import time_since
from planlint.register import (
    LOVPLIKTER,
    YEARLY,
    demand_place,
    event_place,
    is_readable,
    pliktplaner,
    plikttyper,
    undocumented,
)
from planlint.rules.rule import (
    N_,
    UNDOCUMENTED,
    UNDOCUMENTED_TEXT,
    FindingText,
    finding,
    place,
    related,
    rule,
    undocumented_finding,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Hendelse, Plan
    from planlint.register import Register

ROS, PLAN = "sivilbeskyttelsesloven-14", "sivilbeskyttelsesloven-15"


def _newer(register: Register, plan: Plan, last: Hendelse, analyses: list[Plan]) -> Finding | None:
    """Give the finding about an analysis, or one that replaced it, that surely came after the plan's last revision."""
    for index, id_ in enumerate(plan.bygger_paa):
        told = register.find_plan(id_)
        for ros in (told, *register.replaced_by(told)) if told and told in analyses else ():
            dated = register.vedtak(ros)
            if dated and dated[-1].dato.start > last.dato.slutt:
                where = related(ros, *event_place(ros, dated[-1], "dato"), note=N_("da kom analysen"))
                args: dict[str, Any] = {"ros": dated[-1].dato, "plan": last.dato}
                path = ("bygger_på", index)
                severity = Severity.ADVARSEL
                return finding(
                    plan, *path, variant="nyere_ros", related=(where,), severity=severity, lov=(PLAN,), **args
                )
    return None


def _on_ros(register: Register, plan: Plan, analyses: list[Plan]) -> bool:
    """Tell whether a plan builds on an analysis; where the register names none by hjemmel, anything may be it."""
    return (not analyses and bool(plan.bygger_paa)) or any(
        register.find_plan(id_) in analyses for id_ in plan.bygger_paa
    )


def _judge(register: Register, plan: Plan, analyses: list[Plan]) -> Iterator[Finding]:
    """Yield the first thing that is wrong with an adopted plan: one revision mends them all."""
    last = register.vedtak(plan)[-1]
    if add_months(last.dato.slutt, YEARLY) < register.today:
        since = time_since(last.dato, register.today)
        where = place(plan, *event_place(plan, last, "dato"))
        args = {"dato": last.dato, "siden": since, "per": register.today}
        yield Finding(plan.entity, where, args, lov=(PLAN,))
    elif newer := _newer(register, plan, last, analyses):
        yield newer
    elif not _on_ros(register, plan, analyses) and not register.is_unreadable("plan"):
        yield finding(plan, "bygger_på" if plan.bygger_paa else "type", variant="uten_ros", lov=(ROS, PLAN))


@rule(
    "PL612",
    "beredskapsplan-ikke-rullert",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="sivilbeskyttelsesloven §§ 14 og 15",
    krav=(
        "Kommunens overordnede beredskapsplan blir revidert hvert år og bygger på den helhetlige risiko- og "
        "sårbarhetsanalysen. Planen viser til sivilbeskyttelsesloven § 15 eller forskrift om kommunal beredskapsplikt "
        "§ 4 i `hjemmel`, analysen til § 14 i loven eller § 2 i forskriften. Regelen gir en måned ekstra."
    ),
    hvorfor=(
        "I en krise er det planen som ligger der, som gjelder. Er den gammel, eller bygger den ikke på det analysen "
        "viser, er kommunen forberedt på noe annet enn det som kan skje."
    ),
    tekst=FindingText(
        melding="Beredskapsplanen er sist vedtatt eller revidert {dato}. Den skal revideres hvert år.",
        merke="for {siden} siden (per {per})",
        hjelp=(
            "legg til hendelsen `revidert` med datoen når planen er gjennomgått. Organ og sak trengs bare når saken "
            "er lagt fram."
        ),
    ),
    varianter={
        "nyere_ros": FindingText(
            melding=(
                "Analysen som beredskapsplanen bygger på, er fra {ros}. Registeret viser ikke at planen er revidert "
                "etter det."
            ),
            merke="nyere enn planen ({plan})",
            hjelp="gå gjennom planen mot den nye analysen, og legg til hendelsen `revidert`.",
        ),
        "uten_ros": FindingText(
            melding="Registeret viser ikke hvilken helhetlig risiko- og sårbarhetsanalyse beredskapsplanen bygger på.",
            merke="viser ikke til noen helhetlig analyse",
            hjelp=(
                "legg til id-en til analysen i `bygger_på`. Analysen skal ha `sivilbeskyttelsesloven-14` i `hjemmel`."
            ),
        ),
        "udatert": FindingText(
            melding=(
                "Registeret viser ikke når beredskapsplanen sist ble revidert. Det skal skje hvert år, og det siste "
                "året er ikke dokumentert."
            ),
            merke="ingen dag for vedtak eller revisjon",
            hjelp="legg til hendelsen `revidert` med datoen planen sist ble gjennomgått.",
        ),
        "mangler": FindingText(
            melding="Registeret viser ingen overordnet beredskapsplan som gjelder.",
            merke="ingen slik plan står som vedtatt",
            hjelp="legg inn beredskapsplanen med vedtaket i `hendelser` og `sivilbeskyttelsesloven-15` i `hjemmel`.",
        ),
        **UNDOCUMENTED_TEXT,
    },
    whole=("mangler", UNDOCUMENTED),
    felt=("type", "status", "hendelser", "bygger_på", "hjemmel", "plantyper"),
    lov=(ROS, PLAN),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield what is wrong with the beredskapsplaner that stand; one finding where a declared one is missing."""
    plikt = LOVPLIKTER["beredskap"]
    plans, types = pliktplaner(register, plikt), plikttyper(register, plikt)
    analyses = pliktplaner(register, LOVPLIKTER["ros"])
    standing = [plan for plan in plans if register.is_vedtatt(plan)]
    for plan in standing:
        if register.vedtak(plan):
            yield from _judge(register, plan, analyses)
        elif not register.is_faulty(plan, "hendelser"):
            yield finding(plan, "status", variant="udatert", severity=Severity.ADVARSEL, lov=(PLAN,))
    if (plans or types) and not standing and is_readable(register, plans):
        if unknown := undocumented(register, plans):
            yield undocumented_finding(unknown[0], (PLAN,))
        else:
            yield Finding(*demand_place(register, plans, types), variant="mangler", lov=(PLAN,))
