"""PL606: less than 30 days from the publication of the handlingsdel to the vote; 14 for a pure økonomiplan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.register.livsloep.frist import hendelsested
from planlint.register.livsloep.runder import forsprang
from planlint.register.lovkrav import av_type, gjelder, oekonomiplaner, typer_med_rolle
from planlint.rules.rule import N_, Tekst, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.model import Plan
    from planlint.register.register import Register

HJELP = (
    "rett datoene hvis de er feil, eller legg til hendelsen offentliggjort hvis forslaget ble offentlig tidligere. "
    "Stemmer datoene, skriv et unntak med begrunnelse."
)


def _demands(register: Register) -> Iterator[tuple[Plan, str, int, str]]:
    """Give each plan, the provision that says how long its proposal is public, the days, and the variant."""
    parts = {plan.id: plan for plan in av_type(register, typer_med_rolle(register.plansystem, "handlingsdel"))}
    yield from ((plan, "pbl-11-4", 30, "") for plan in parts.values())
    yield from ((plan, "koml-14-3", 14, "økonomiplan") for plan in oekonomiplaner(register) if plan.id not in parts)


@rule(
    "PL606",
    "handlingsdel-ikke-offentlig-30-dager",
    Severity.FEIL,
    Klasse.LOV,
    kilde="plan- og bygningsloven § 11-4 og kommuneloven § 14-3",
    krav=(
        "Forslaget til handlingsdel er offentlig i minst 30 dager før kommunestyret vedtar det. For en økonomiplan som "
        "ikke også er kommuneplanens handlingsdel, er 14 dager nok."
    ),
    hvorfor=(
        "Handlingsdelen og økonomiplanen blir ofte behandlet som ett dokument. Da gjelder den lengste fristen, slik at "
        "innbyggerne rekker å si hva de mener om både tiltakene og pengene."
    ),
    tekst=Tekst(
        melding="Forslaget ble offentlig {offentlig} og vedtatt {vedtatt}. Det skal være offentlig i minst 30 dager.",
        merke="{dager} av 30 dager",
        hjelp=HJELP,
    ),
    varianter={
        "økonomiplan": Tekst(
            melding=(
                "Forslaget ble offentlig {offentlig} og vedtatt {vedtatt}. Det skal være offentlig i minst 14 dager."
            ),
            merke="{dager} av 14 dager",
            hjelp=HJELP,
        )
    },
    felt=("type", "hendelser", "hjemmel"),
    lov=("pbl-11-4", "koml-14-3"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the adopted plans whose newest vote surely came too soon after the proposal was public."""
    for plan, law, days, variant in _demands(register):
        lead = forsprang(register, plan)
        if lead and lead.dager < days and gjelder(register, law, lead.vedtak.dato.start):
            published = hendelsested(plan, lead.offentlig, "dato")
            yield finding(
                plan,
                *hendelsested(plan, lead.vedtak, "dato"),
                variant=variant,
                related=(related(plan, *published, note=N_("da ble forslaget offentlig")),),
                lov=(law,),
                offentlig=lead.offentlig.dato,
                vedtatt=lead.vedtak.dato,
                dager=lead.dager,
            )
