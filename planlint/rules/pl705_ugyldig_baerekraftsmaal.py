"""PL705: a Sustainable Development Goal or target that the United Nations do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import DELMAAL, TARGETS
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Maal, Plan
    from planlint.register import Register


def _existing(maal: str) -> list[str]:
    """Give a goal's targets as they are told: 13.1–13.3, 13.a and 13.b."""
    count, letters = TARGETS[maal]
    return [f"{maal}.1–{maal}.{count}", *(f"{maal}.{letter}" for letter in letters)]


@rule(
    "PL705",
    "ugyldig-bærekraftsmål",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="FNs bærekraftsmål (A/RES/70/1)",
    krav="Et bærekraftsmål er et av FNs 17 mål, eller et av de 169 delmålene under dem.",
    hvorfor=(
        "Bærekraftsmålene kobler kommunens planer til FNs mål, og tabeller og nettsted ordner planene etter dem. Et "
        "nummer som ikke finnes, faller ut av alle oversikter."
    ),
    tekst=FindingText(
        melding="FN har ikke noe bærekraftsmål {verdi}.",
        merke="målene er nummerert fra 1 til 17",
        hjelp='skriv et tall fra 1 til 17, eller et delmål i anførselstegn, for eksempel `"13.2"`.',
    ),
    varianter={
        "delmål": FindingText(
            melding="FNs bærekraftsmål {maal} har ikke noe delmål {verdi}.",
            merke="delmålene er {delmaal}",
            hjelp="skriv et av delmålene {delmaal} i anførselstegn, eller bare målet {maal}.",
        ),
    },
    felt=("bærekraftsmål",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield every goal or target number, in plans and goals, that does not exist."""
    entities: list[Plan | Maal] = [*register.planer.values(), *register.maal.values()]
    for entity in entities:
        for index, value in enumerate(entity.baerekraftsmaal):
            maal, dot, delmaal = value.partition(".")
            if maal not in DELMAAL:
                yield finding(entity, "bærekraftsmål", index, verdi=value, key=value)
            elif dot and delmaal not in DELMAAL[maal]:
                yield finding(
                    entity, "bærekraftsmål", index,
                    variant="delmål", verdi=value, maal=maal, delmaal=_existing(maal), key=value,
                )  # fmt: skip
