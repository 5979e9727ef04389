"""PL711: an indicator's number that stands in none of the quotes in its own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import has_numbers, is_quoted, plain_quotes
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Step
    from planlint.model import Indikator, Maaltall
    from planlint.register import Register

    Told = tuple[tuple[Step, ...], int, float]


def _bounds(tall: Maaltall) -> Iterator[float]:
    return (one for one in (tall.verdi, tall.minst, tall.hoeyst, tall.over, tall.under) if one is not None)


def _numbers(indikator: Indikator) -> Iterator[Told]:
    """Yield every number of an indicator: where it stands, its year, and the number."""
    for field, values in (("verdier", indikator.verdier), ("prognose", indikator.prognose)):
        yield from (((field, year), year, value) for year, value in values.items())
    for year, tall in indikator.maaltall.items():
        yield from ((("måltall", year), year, value) for value in _bounds(tall))


@rule(
    "PL711",
    "tall-ikke-i-sitatet",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="indikatorens tall, og `oppgir` i `kilder`",
    krav="Når kildenes egne ord står i filen, med tall, står indikatorens tall der også.",
    hvorfor=(
        "Et tall som er skrevet av feil, synes ikke i en tabell. Kildens egne ord står i den samme filen, og viser hva "
        "tallet skal være."
    ),
    tekst=FindingText(
        melding="Tallet {tall} for {aar} står ikke i noe av det filen siterer fra kildene.",
        merke="ikke i sitatene",
        hjelp=(
            "sammenlign med kilden, og rett tallet hvis det er skrevet feil. Er det riktig, legg til stedet i kilden "
            "under `kilder`, med ordene i `oppgir`."
        ),
    ),
    varianter={
        "flere": FindingText(
            melding="{antall} tall står ikke i noe av det filen siterer fra kildene. Det første er {tall} for {aar}.",
            merke="ikke i sitatene",
            hjelp="sammenlign tallene med kilden, og rett dem, eller legg til stedet i kilden med ordene i `oppgir`.",
        ),
    },
    felt=("verdier", "prognose", "måltall", "kilder"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding for each indicator with numbers that its quotes lack; silent where no quote has a number."""
    for indikator in register.indikatorer.values():
        text = plain_quotes(item.oppgir for item in indikator.kilder if item.oppgir)
        if not has_numbers(text):
            continue
        wrong = [told for told in _numbers(indikator) if not is_quoted(told[2], text)]
        if wrong:
            (path, year, value), *others = wrong
            also = tuple(related(indikator, *place, note=N_("heller ikke i sitatene")) for place, _, _ in others)
            variant = "flere" if others else ""
            yield finding(indikator, *path, variant=variant, related=also, tall=value, aar=str(year), antall=len(wrong))
