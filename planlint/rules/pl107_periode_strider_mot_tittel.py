"""PL107: the years in the title are not the years of the period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import NOT_VEDTATT
from planlint.register import is_one_day
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register

_SPAN = re.compile(r"(?<![\d-])((?:19|20|21)\d\d) ?(?:[-–—/]|til) ?((?:19|20|21)\d\d)(?![\d-])")
_TOWARDS = re.compile(r"\b(?:mot|fram til|frem til) ((?:19|20|21)\d\d)(?!\d)", re.IGNORECASE)
_LAST = re.compile(r"(?<![\d–—/-])((?:19|20|21)\d\d)\W*$")


def _years(plan: Plan) -> tuple[int | None, int | None]:
    """Give the first and the last year that the title says the plan is for; None for what it does not say."""
    if span := _SPAN.search(plan.tittel):
        return int(span[1]), int(span[2])
    if towards := _TOWARDS.search(plan.tittel):
        return None, int(towards[1])
    last = _LAST.search(plan.tittel)
    return None, int(last[1]) if last and not _is_edition(plan, int(last[1])) else None


def _is_edition(plan: Plan, year: int) -> bool:
    """Tell whether a single year says when the plan is from («Frivillighetsmeldingen 2012»), not how long it lasts."""
    begins = plan.periode and plan.periode.fra and plan.periode.fra.start.year
    return year == begins or any(year == event.dato.start.year for event in plan.hendelser)


@rule(
    "PL107",
    "periode-strider-mot-tittel",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="god planskikk: tittelen og perioden sier det samme",
    krav="Årstallene i tittelen er de samme som i perioden.",
    hvorfor=(
        "Leseren stoler på årstallet i tittelen, og planlint på perioden. Er de ulike, får noen feil svar på om planen "
        "fortsatt gjelder."
    ),
    tekst=FindingText(
        melding="Tittelen sier {tittel_fra}–{tittel_til}, men perioden er {fra}–{til}.",
        merke="tittelen sier {tittel_fra}–{tittel_til}",
        hjelp="se etter i vedtaket hvilke år som er riktige, og rett feltet `periode` eller tittelen.",
    ),
    varianter={
        "mangler": FindingText(
            melding="Tittelen sier {tittel_fra}–{tittel_til}, men `periode` sier ikke når planen slutter.",
            merke="tittelen har årene",
            hjelp="skriv `periode: {{fra: {tittel_fra}, til: {tittel_til}}}` hvis årene er planperioden.",
        ),
        "fra": FindingText(
            melding="Tittelen sier at planen gjelder fra {tittel_fra}, men perioden begynner i {fra}.",
            merke="tittelen sier {tittel_fra}",
            hjelp="se etter i vedtaket hvilket år som er riktig, og rett `fra` i `periode`, eller rett tittelen.",
        ),
        "til": FindingText(
            melding="Tittelen sier {tittel_til}, men perioden slutter i {til}.",
            merke="tittelen sier {tittel_til}",
            hjelp=(
                "se etter i vedtaket hvilket år som er riktig, og rett `til` i `periode`, eller rett tittelen. Er "
                "planen forlenget, skriv vedtaket om det under `hendelser` med `hva: forlenget`."
            ),
        ),
    },
    felt=("tittel", "periode", "hendelser", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans whose title gives other years than the period, or a span of years where the period has no end.

    An extension explains another last year; a plan that is being made gets its period when it is adopted.
    """
    for plan in register.planer.values():
        first, last = _years(plan)
        if not plan.periode or plan.periode.til is None:
            if first is not None and last is not None and register.status(plan) not in NOT_VEDTATT:
                yield finding(plan, "tittel", variant="mangler", tittel_fra=first, tittel_til=last)
            continue
        begins = plan.periode.fra.start.year if plan.periode.fra else None
        ends = plan.periode.til.slutt.year
        if begins is not None and begins > ends:
            continue  # turned round (PL305): the two come right together
        if is_one_day(plan):
            continue  # PL313: that is no period to hold against the title
        wrong_first = first is not None and begins is not None and first != begins
        wrong_last = last not in (None, ends) and not any(event.hva == "forlenget" for event in plan.hendelser)
        if wrong_first or wrong_last:
            variant = "" if wrong_first and wrong_last else "fra" if wrong_first else "til"
            path = ("periode", variant) if variant else ("periode",)
            yield finding(plan, *path, variant=variant, tittel_fra=first, tittel_til=last, fra=begins, til=ends)
