"""PL308: a decision dated on a weekend or a Norwegian public holiday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import MEETING_VEDTAK
from planlint.register import doubted_events, event_place, holiday, is_before_its_day
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register

WEEKEND = {5: "lørdag", 6: "søndag"}
HELP = (
    "kontroller datoen mot møteprotokollen og rett den hvis den er feil; er den riktig, legg inn et unntak med grunn."
)


@rule(
    "PL308",
    "vedtak-på-fridag",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planens `hendelser`, norske helligdager",
    krav="Et vedtak er datert på en virkedag.",
    hvorfor=(
        "Folkevalgte møtes sjelden i helger og på helligdager. En slik dato er oftest en skrivefeil eller dagen saken "
        "ble publisert."
    ),
    tekst=FindingText(melding="Vedtaket er datert {dato}, som er {navn}.", merke="{navn}", hjelp=HELP),
    varianter={
        "lørdag": FindingText(melding="Vedtaket er datert {dato}, som er en lørdag.", merke="en lørdag", hjelp=HELP),
        "søndag": FindingText(melding="Vedtaket er datert {dato}, som er en søndag.", merke="en søndag", hjelp=HELP),
    },
    felt=("hendelser",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield decisions, also announced ones, whose exact day is one on which nobody meets.

    One that is said to be made on a day to come has the wrong day whatever weekday it is: that is PL307's to say; so
    has one whose source gives another day: PL802.
    """
    for entity in register.entities_with_hendelser():
        doubted: set[str] | None = None
        for event in entity.hendelser:
            if event.hva not in MEETING_VEDTAK or not event.dato.is_day or is_before_its_day(register, entity, event):
                continue
            day = event.dato.start
            name = holiday(day)
            if name or day.weekday() in WEEKEND:
                doubted = doubted_events(register, entity) if doubted is None else doubted
                if event.hva in doubted:
                    continue
                variant = "" if name else WEEKEND[day.weekday()]
                place = event_place(entity, event, "dato")
                yield finding(entity, *place, variant=variant, key=event.hva, dato=day, navn=name)
