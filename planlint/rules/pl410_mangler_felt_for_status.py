"""PL410: a field is missing that the plan type asks for from this status on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Place, RuleClass, Severity, StatusCode, nearest
from planlint.register import (
    HENDELSE_FIELDS,
    PLAN_FIELDS,
    VEDTAK_FIELDS,
    asked_as,
    forfalt,
    is_ansvarlig_needed,
    is_askable,
    lacks_field,
    missing_in_vedtak,
)
from planlint.rules.rule import FindingText, finding, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan, Plantype
    from planlint.register import Register


def _elsewhere(register: Register, plan: Plan, plantype: Plantype, name: str) -> bool:
    """Tell whether another rule reports it: PL401 (organ, sak), PL408 (ansvarlig), PL201, PL205 (forankring), PL614."""
    if name in VEDTAK_FIELDS:
        return register.is_vedtatt(plan) and name in missing_in_vedtak(register, plan, register.vedtak(plan)[-1])
    if name == "arealplan_id":
        return plantype.bindende and (register.is_vedtatt(plan) or register.is_under_arbeid(plan))
    if name == "ansvarlig":
        return is_ansvarlig_needed(register, plan)
    if name != "forankring":
        return False
    return register.is_active(plan) and (plantype.forankring == "påkrevd" or plantype.foreldreplan)


def _unknown(register: Register) -> Iterator[Finding]:
    """Yield the fields that plansystem.yaml asks for and no plan can have."""
    for id_, plantype in register.plansystem.plantyper.items():
        for since, names in plantype.krav.items():
            for index, name in enumerate(names):
                if not is_askable(name):
                    suggestion = nearest(name, (*PLAN_FIELDS, *VEDTAK_FIELDS, *HENDELSE_FIELDS))
                    place = Place(PLANSYSTEM, ("plantyper", id_, "krav", since, index))
                    variant = "ukjent_forslag" if suggestion else "ukjent"
                    args = {"felt": name, "type": plantype.navn, "forslag": suggestion}
                    yield Finding("plansystem", place, args, variant=variant, key=f"{id_}.{name}")


@rule(
    "PL410",
    "mangler-felt-for-status",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `krav`",
    krav="Planen har de feltene som plantypen krever fra og med statusen planen har.",
    hvorfor=(
        "Kommunen har bestemt hva den skal vite om en plan når den kommer så langt. Mangler det, blir planoversikten "
        "ufullstendig, og andre kan ikke bygge på planen."
    ),
    tekst=FindingText(
        melding="Planen mangler {felt:kode}. Det skal en plan av typen {type} ha når status er «{status}».",
        merke="krever {felt:kode}",
        hjelp="fyll ut {felt:kode}, eller endre `krav` for plantypen {type} i plansystem.yaml.",
    ),
    varianter={
        "ukjent": FindingText(
            melding="Plantypen {type} krever feltet `{felt}`, men en plan har ikke noe slikt felt.",
            merke="ukjent felt",
            hjelp=(
                "skriv et felt som en plan kan ha, for eksempel `sammendrag`, `periode`, `organ`, `sak` eller `høring`."
            ),
        ),
        "ukjent_forslag": FindingText(
            melding="Plantypen {type} krever feltet `{felt}`, men en plan har ikke noe slikt felt.",
            merke="mente du `{forslag}`?",
            hjelp="skriv `{forslag}` hvis det er det du mener.",
        ),
    },
    felt=PLAN_FIELDS,
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans that lack fields their type asks for, and fields asked for that do not exist."""
    yield from _unknown(register)
    due: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    for plan in register.planer.values():
        plantype, statuses = register.plantype(plan), asked_as(register, plan)
        if plantype is None or not statuses or not plantype.krav or register.replaced_by(plan):
            continue
        if (plan.type, statuses) not in due:
            asked = (name for status in statuses for name in forfalt(plantype, status))
            due[plan.type, statuses] = tuple(dict.fromkeys(asked))
        lacking = tuple(
            name
            for name in due[plan.type, statuses]
            if lacks_field(register, plan, name) and not _elsewhere(register, plan, plantype, name)
        )
        if lacking:
            told = [HENDELSE_FIELDS.get(name, (name,))[0] for name in lacking]
            own = set(lacking) & set(forfalt(plantype, statuses[0]))
            words = StatusCode(statuses[0 if own else -1])
            yield finding(plan, "status", asks=lacking, felt=told, type=plantype.navn, status=words)
