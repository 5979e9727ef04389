"""PL106: the title calls the plan by the name of a plan type, and the declared type is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register

_PART = re.compile(r"[^–—:/(«»]+")
_ASIDE = re.compile(r"\b(?:av|for|fra|i|innen|med|mot|om|på|til|under|ved)\b.*")
_ALWAYS = frozenset(("melding", "handlingsplan", "strategi", "analyse"))
_SHORT = 6
"""A plan type whose last word is shorter («plan») is known by all its words."""


def _words(name: str) -> str:
    """Give what a plan type is called in a title: the last word of its name, before what is only an addition."""
    words = re.split(r"[(,]| med ", name.casefold())[0].split()
    return words[-1] if words and len(words[-1]) >= _SHORT else " ".join(words)


def _kind(register: Register) -> re.Pattern[str]:
    """Give the pattern of what a title may call a plan: any plan type by its name, the longest first."""
    named = {_words(plantype.navn) for plantype in register.plansystem.plantyper.values()} | _ALWAYS
    told = sorted((word for word in named if len(word) >= _SHORT), key=lambda word: (-len(word), word))
    return re.compile(rf"({'|'.join(map(re.escape, told))})(?:en|n|er|r|ene|ne)?\b")


def _kinds(plan: Plan, kind: re.Pattern[str]) -> list[str]:
    """Give what the title calls the plan: «Handlingsplan til klimastrategien» is a handlingsplan only."""
    parts = _PART.findall(plan.tittel.casefold())
    return [found for part in parts for found in kind.findall(_ASIDE.sub("", part))]


@rule(
    "PL106",
    "type-strider-mot-tittel",
    Severity.INFO,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypene",
    krav="En plan som i tittelen kalles det en plantype heter, har en type med det navnet.",
    hvorfor=(
        "Typen bestemmer hvem som vedtar planen, hva den forankres i og hvor ofte den skal revideres. Er den en "
        "annen enn det tittelen lover, er enten kravene eller tittelen feil."
    ),
    tekst=FindingText(
        melding="Tittelen kaller planen {ord}, men plantypen er {type}.",
        merke="tittelen sier {ord}",
        hjelp="rett `type` hvis planen er en {ord}. Er typen riktig, kan tittelen endres ved neste vedtak.",
    ),
    varianter={
        "forslag": FindingText(
            melding="Tittelen kaller planen {ord}, men plantypen er {type}.",
            merke="mente du `{forslag}`?",
            hjelp="skriv `type: {forslag}` hvis planen er det. Er typen riktig, kan tittelen endres ved neste vedtak.",
        ),
    },
    felt=("tittel", "type"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans whose title names a kind that the plan type's id and name do not."""
    plantyper, pattern = register.plansystem.plantyper, _kind(register)
    for plan in register.planer.values():
        kinds, plantype = _kinds(plan, pattern), register.plantype(plan)
        if not kinds or plantype is None or any(kind in f"{plan.type} {plantype.navn.casefold()}" for kind in kinds):
            continue
        named = [id_ for id_, other in plantyper.items() if kinds[0] in f"{id_} {other.navn.casefold()}"]
        suggestion = named.pop() if len(named) == 1 else ""
        variant = "forslag" if suggestion else ""
        yield finding(plan, "type", variant=variant, ord=kinds[0], type=plantype.navn, forslag=suggestion)
