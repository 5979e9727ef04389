"""PL308: a decision dated on a weekend or a Norwegian public holiday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.model.ord import MOETEVEDTAK
from planlint.register.livsloep.frist import hendelsested
from planlint.register.livsloep.helligdager import helligdag
from planlint.rules.rule import Tekst, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.register.register import Register

WEEKEND = {5: "lørdag", 6: "søndag"}
HJELP = (
    "kontroller datoen mot møteprotokollen og rett den hvis den er feil; er den riktig, legg inn et unntak med grunn."
)


@rule(
    "PL308",
    "vedtak-på-fridag",
    Severity.ADVARSEL,
    Klasse.LOKAL,
    kilde="planens `hendelser`, norske helligdager",
    krav="Et vedtak er datert på en virkedag.",
    hvorfor=(
        "Folkevalgte møtes sjelden i helger og på helligdager. En slik dato er oftest en skrivefeil eller dagen saken "
        "ble publisert."
    ),
    tekst=Tekst(melding="Vedtaket er datert {dato}, som er {navn}.", merke="{navn}", hjelp=HJELP),
    varianter={
        "lørdag": Tekst(melding="Vedtaket er datert {dato}, som er en lørdag.", merke="en lørdag", hjelp=HJELP),
        "søndag": Tekst(melding="Vedtaket er datert {dato}, som er en søndag.", merke="en søndag", hjelp=HJELP),
    },
    felt=("hendelser",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield decisions, also announced ones, whose exact day is one on which nobody meets."""
    for entity in register.med_hendelser():
        for event in entity.hendelser:
            if event.hva not in MOETEVEDTAK or not event.dato.er_dag:
                continue
            day = event.dato.start
            name = helligdag(day)
            if name or day.weekday() in WEEKEND:
                variant = "" if name else WEEKEND[day.weekday()]
                place = hendelsested(entity, event, "dato")
                yield finding(entity, *place, variant=variant, key=event.hva, dato=day, navn=name)
