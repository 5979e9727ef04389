"""PL606: too few days from the publication of the handlingsdel or the økonomiplan to the vote.

Fourteen days; for a handlingsdel voted on before 1 November 2019, when § 11-4 was amended, thirty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.law import bestemmelser
from planlint.register import counts_on, event_place, lead_time, oekonomiplaner, plans_of_type, types_with_rolle
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register

HANDLINGSDEL, OEKONOMIPLAN = "pbl-11-4", "koml-14-3"
DAYS, DAYS_BEFORE = 14, 30
HELP = (
    "rett datoene hvis de er feil, eller legg til hendelsen `offentliggjort` hvis forslaget ble offentlig tidligere. "
    "Stemmer datoene, skriv et unntak med begrunnelse."
)


def _demands(register: Register) -> Iterator[tuple[Plan, str]]:
    """Give each plan, and the provision that says how long its proposal is public."""
    parts = {plan.id: plan for plan in plans_of_type(register, types_with_rolle(register.plansystem, "handlingsdel"))}
    yield from ((plan, HANDLINGSDEL) for plan in parts.values())
    yield from ((plan, OEKONOMIPLAN) for plan in oekonomiplaner(register) if plan.id not in parts)


def _days(law: str, day: date) -> int:
    """Give the days by the wording that was the law on a day."""
    provision = bestemmelser()[law]
    return DAYS if provision.wording_on(day) == provision.newest else DAYS_BEFORE


@rule(
    "PL606",
    "handlingsdel-ikke-offentlig",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven § 11-4 og kommuneloven § 14-3",
    krav=(
        "Forslaget til handlingsdel, og innstillingen til økonomiplan, er offentlig i minst 14 dager før kommunestyret "
        "behandler saken. Før 1. november 2019 var kravet til handlingsdelen 30 dager. En endring i en vedtatt "
        "økonomiplan har ikke noe slikt krav."
    ),
    hvorfor=(
        "Handlingsdelen og økonomiplanen avgjør hvilke tiltak som får penger. Innbyggerne skal rekke å si hva de "
        "mener, før de folkevalgte bestemmer seg."
    ),
    tekst=FindingText(
        melding="Forslaget ble offentlig {offentlig} og vedtatt {vedtatt}. Det skal være offentlig i minst 14 dager.",
        merke="{dager} av 14 dager",
        hjelp=HELP,
    ),
    varianter={
        "30_dager": FindingText(
            melding=(
                "Forslaget ble offentlig {offentlig} og vedtatt {vedtatt}. Før 1. november 2019 skulle det være "
                "offentlig i minst 30 dager."
            ),
            merke="{dager} av 30 dager",
            hjelp=HELP,
        ),
        "økonomiplan": FindingText(
            melding=(
                "Innstillingen ble offentlig {offentlig} og vedtatt {vedtatt}. Den skal være offentlig i minst 14 "
                "dager."
            ),
            merke="{dager} av 14 dager",
            hjelp=HELP,
        ),
    },
    felt=("type", "hendelser", "hjemmel"),
    lov=("pbl-11-4", "koml-14-3"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the adopted plans whose newest vote surely came too soon after the proposal was public."""
    for plan, law in _demands(register):
        lead = lead_time(register, plan)
        if not lead or not counts_on(register, law, lead.vedtak.dato.start):
            continue
        days = _days(law, lead.vedtak.dato.start)
        changed = law == OEKONOMIPLAN and lead.vedtak.hva == "revidert"
        if lead.dager < days and not changed:
            variant = "økonomiplan" if law == OEKONOMIPLAN else "30_dager" if days == DAYS_BEFORE else ""
            published = event_place(plan, lead.offentlig, "dato")
            yield finding(
                plan,
                *event_place(plan, lead.vedtak, "dato"),
                variant=variant,
                related=(related(plan, *published, note=N_("da ble forslaget offentlig")),),
                lov=(law,),
                offentlig=lead.offentlig.dato,
                vedtatt=lead.vedtak.dato,
                dager=lead.dager,
                lovdag=lead.vedtak.dato.start,
            )
