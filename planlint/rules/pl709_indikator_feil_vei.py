"""PL709: the last three measured values of an indicator move against the wanted direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_in_use, maalt
from planlint.rules.rule import N_, FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register

_LAST = 3
_WAYS = {"opp": N_("opp"), "ned": N_("ned")}
_OPPOSITE = {"opp": "ned", "ned": "opp"}


def _way(values: list[tuple[int, float]]) -> str | None:
    """Give the way that three values go; None when they do not all go the same way, or are too few."""
    if len(values) < _LAST:
        return None
    (_, first), (_, second), (_, third) = values
    if first < second < third:
        return "opp"
    return "ned" if first > second > third else None


@rule(
    "PL709",
    "indikator-feil-vei",
    Severity.INFO,
    RuleClass.LOKAL,
    kilde="indikatorens retning og verdier",
    krav="De tre siste målte verdiene går ikke motsatt vei av retningen som er ønsket.",
    hvorfor=(
        "To endringer på rad i feil retning er et tidlig varsel, lenge før året for måltallet er over. En enkelt "
        "dårlig måling gir ikke noe funn, og prognoser teller ikke."
    ),
    tekst=FindingText(
        melding="De tre siste målte verdiene går {vei}, men ønsket retning er {retning}.",
        merke="{fra}: {foerste} → {mellom}: {andre} → {til}: {tredje}",
        hjelp="vurder om det trengs flere tiltak for å nå målet, eller rett feltet `retning` hvis det er feil.",
    ),
    felt=("verdier", "retning", "mål", "plan"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield indicators with a wanted direction whose last three measured values go the other way."""
    for indikator in register.indikatorer.values():
        wanted = _WAYS.get(indikator.retning or "")
        values = maalt(register, indikator)[-_LAST:]
        if wanted is None or _way(values) != _OPPOSITE[wanted] or not is_in_use(register, indikator):
            continue
        (fra, first), (mellom, second), (til, third) = values
        yield finding(
            indikator, "verdier", til, vei=_WAYS[_OPPOSITE[wanted]], retning=_WAYS[indikator.retning or ""],
            fra=fra, foerste=first, mellom=mellom, andre=second, til=til, tredje=third,
        )  # fmt: skip
