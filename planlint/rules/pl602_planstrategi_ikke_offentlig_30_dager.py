"""PL602: less than 30 days from the planstrategi's publication to the vote (which is not the length of a høring)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import counts_on, event_place, lead_time
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register

LOV = "pbl-10-1"
DAYS = 30


@rule(
    "PL602",
    "planstrategi-ikke-offentlig-30-dager",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven § 10-1",
    krav=(
        "Forslaget til planstrategi er offentlig i minst 30 dager før kommunestyret vedtar det. Tiden regnes fra "
        "dagen forslaget ble offentlig til dagen for vedtaket. Hvor lenge det var på høring, har ikke noe å si."
    ),
    hvorfor=(
        "Innbyggere, nabokommuner og statlige organer skal rekke å lese forslaget og si hva de mener, før de "
        "folkevalgte avgjør hvilke planer kommunen skal arbeide med."
    ),
    tekst=FindingText(
        melding="Forslaget ble offentlig {offentlig} og vedtatt {vedtatt}. Det skal være offentlig i minst 30 dager.",
        merke="{dager} av 30 dager",
        hjelp=(
            "rett datoene hvis de er feil, eller legg til hendelsen `offentliggjort` hvis forslaget ble offentlig "
            "tidligere. Stemmer datoene, skriv et unntak med begrunnelse."
        ),
    ),
    felt=("hendelser",),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the planstrategier whose newest adoption surely came less than 30 days after the proposal was public."""
    for strategi in register.planstrategier.values():
        lead = lead_time(register, strategi)
        if lead and lead.dager < DAYS and counts_on(register, LOV, lead.vedtak.dato.start):
            published = event_place(strategi, lead.offentlig, "dato")
            yield finding(
                strategi,
                *event_place(strategi, lead.vedtak, "dato"),
                related=(related(strategi, *published, note=N_("da ble forslaget offentlig")),),
                offentlig=lead.offentlig.dato,
                vedtatt=lead.vedtak.dato,
                dager=lead.dager,
                lovdag=lead.vedtak.dato.start,
            )
