"""PL801: nothing in the register says where the facts of an entity come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import Plan, Planstrategi
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Indikator, Maal, Tiltak, Utfordring
    from planlint.register import Register

    WithKilder = Plan | Planstrategi | Maal | Indikator | Tiltak | Utfordring


def _all(register: Register) -> list[WithKilder]:
    return [
        *register.planer.values(),
        *register.planstrategier.values(),
        *register.maal.values(),
        *register.indikatorer.values(),
        *register.tiltak.values(),
        *register.utfordringer.values(),
    ]


def _has_kilde(register: Register, entity: WithKilder) -> bool:
    """Tell whether a source, or the document itself, can be looked up; where the type demands it, PL410 reports."""
    if entity.kilder:
        return True
    if not isinstance(entity, Plan | Planstrategi):
        return False
    if entity.lenker or any(event.kilde for event in entity.hendelser):
        return True
    if isinstance(entity, Planstrategi):
        return False
    plantype = register.plantype(entity)
    demanded = plantype is not None and any("kilder" in fields for fields in plantype.krav.values())
    return demanded or bool(entity.revisjon and entity.revisjon.kilde)


@rule(
    "PL801",
    "uten-kilde",
    Severity.INFO,
    RuleClass.LOKAL,
    kilde="planlints format: `kilder`",
    krav=(
        "Alt i registeret viser til minst én kilde: i feltet `kilder`, ved en hendelse eller revisjonen, eller med "
        "en lenke."
    ),
    hvorfor=(
        "Den som leser registeret, skal kunne se hvor opplysningene kommer fra, og undersøke dem. Uten kilde kan ingen "
        "avgjøre hva som er riktig når to opplysninger strider mot hverandre."
    ),
    tekst=FindingText(
        melding="Registeret viser ikke hvor opplysningene kommer fra.",
        merke="ingen kilde",
        hjelp=(
            "skriv kilden i feltet `kilder`, med en id fra `kilder` i plansystem.yaml, slik: `kilder: [{{kilde: "
            "{eksempel}}}]`."
        ),
    ),
    felt=("kilder", "hendelser", "revisjon", "lenker"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans, planstrategier, goals, indicators, measures and challenges without any source."""
    example = next(iter(register.plansystem.kilder), "id-til-kilden")
    for entity in _all(register):
        if not _has_kilde(register, entity):
            yield finding(entity, "tittel", eksempel=example)
