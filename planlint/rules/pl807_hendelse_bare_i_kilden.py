"""PL807: a source entry dates a decision that no event shows, or one that the source cannot have known of."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from planlint.base import HendelseCode, RuleClass, Severity, add_years
from planlint.model import BEGINNING, BESLUTNINGER, VEDTAK, VEDTATTE, Plan
from planlint.register import conflicts, is_announced, is_of_own_year, published_on, read_utsagn, tittel
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Finding
    from planlint.model import Kildehenvisning, Planstrategi, TidspunktValue
    from planlint.register import Register

_ANNOUNCED = BEGINNING | VEDTAK
_ANNOUNCED_YEARS = 10
"""No source announces a revision, or the beginning of work, further ahead than this; a hearing is told sooner."""
_SOON_YEARS = 3


class _Shown:
    """The days of an entity's events, planned ones too, by kind: whether one meets a time is looked up."""

    def __init__(self, entity: Plan | Planstrategi) -> None:
        by_kind: dict[str, list[TidspunktValue]] = defaultdict(list)
        for event in entity.hendelser:
            by_kind["vedtak" if event.hva in VEDTAK else event.hva].append(event.dato)
        self._starts: dict[str, list[date]] = {}
        self._latest: dict[str, list[date]] = {}
        for kind, days in by_kind.items():
            days.sort(key=lambda day: day.start)
            self._starts[kind] = [day.start for day in days]
            self._latest[kind] = list(accumulate((day.slutt for day in days), max))

    def may_be(self, hva: str, day: TidspunktValue) -> bool:
        """Tell whether an event may be what a source dates: of its kind, and at a time that can be the same."""
        kind = "vedtak" if hva in VEDTAK else hva
        begun = bisect_right(self._starts.get(kind, ()), day.slutt)
        return begun > 0 and self._latest[kind][begun - 1] >= day.start


def _variant(register: Register, item: Kildehenvisning, day: TidspunktValue) -> str | None:
    """Give what is wrong with a date that no event shows; None where it may be an announcement, or work alone."""
    published = published_on(register, item.kilde)
    announced = is_announced(item)
    if published and day.start > published.slutt:
        most = _ANNOUNCED_YEARS if item.hva in _ANNOUNCED else _SOON_YEARS
        far = day.start > add_years(published.slutt, most)
        return "fram" if far or (item.hva in BESLUTNINGER - {"revidert"} and not announced) else None
    return None if announced or item.hva not in BESLUTNINGER or is_of_own_year(register, item) else ""


def _told_elsewhere(register: Register, entity: Plan | Planstrategi) -> set[str]:
    """Give the kinds of event that another rule tells of: PL802 of a conflict, PL401 of an adoption that is lacking."""
    told = {hva for hva, groups in read_utsagn(register, entity).items() if conflicts(hva, groups)}
    status = register.status(entity) if isinstance(entity, Plan) else None
    return told | VEDTAK if status in VEDTATTE and isinstance(entity, Plan) and not register.vedtak(entity) else told


@rule(
    "PL807",
    "hendelse-bare-i-kilden",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planens `kilder` og `hendelser`",
    krav="Et vedtak som en kilde i filen daterer, er ført som hendelse, og kilden kan ha kjent til det.",
    hvorfor=(
        "Status og frister regnes ut av hendelsene. Et vedtak som bare står ved kilden, teller ikke med, og en dag "
        "som kilden ikke kan ha kjent til, er en skrivefeil."
    ),
    tekst=FindingText(
        melding="{kilde} oppgir «{hva}» {dato}, men ingen hendelse i filen viser det.",
        merke="ingen slik hendelse",
        hjelp="rett dagen hvis den er skrevet feil. Er den riktig, legg til hendelsen under `hendelser`.",
    ),
    varianter={
        "fram": FindingText(
            melding="{kilde} er fra {utgitt}, og kan ikke ha kjent til «{hva}» {dato}.",
            merke="etter at kilden kom ut",
            hjelp=(
                "rett dagen. Har kilden varslet noe, skriv den statusen som kilden oppgir, eller legg det inn som en "
                "hendelse med `planlagt: true`."
            ),
        ),
    },
    felt=("kilder", "hendelser", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each dated source entry whose day no event shows, unless the source only announces it."""
    for entity in register.entities_with_hendelser():
        shown = _Shown(entity)
        loose = [
            (index, item, variant)
            for index, item in enumerate(entity.kilder)
            if item.hva and item.dato and not shown.may_be(item.hva, item.dato)
            and (variant := _variant(register, item, item.dato)) is not None
        ]  # fmt: skip
        told = _told_elsewhere(register, entity) if loose else set()
        for index, item, variant in loose:
            if item.hva not in told:
                yield finding(
                    entity, "kilder", index, "dato", variant=variant, key=f"{item.kilde} {item.hva} {item.dato}",
                    kilde=tittel(register, item.kilde), hva=HendelseCode(item.hva or ""), dato=item.dato,
                    utgitt=published_on(register, item.kilde),
                )  # fmt: skip
