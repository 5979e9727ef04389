"""PL607: a plan of the planning act was on høring for less than six weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import RuleClass, Severity
from planlint.model import AVSLUTTEDE, HOERING_ENDS
from planlint.register import (
    ActKind,
    counts_on,
    event_place,
    find_rounds,
    is_about_planprogram,
    is_by_kommunestyret,
    kind_of_plan,
)
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Hendelse, Plan
    from planlint.register import Register

DAYS = 42
# Minor changes of a reguleringsplan may be delegated and need no høring (§ 12-14), which the register cannot show.
LOV: dict[ActKind, tuple[str, Severity]] = {
    "areal": ("pbl-11-14", Severity.FEIL),
    "samfunnsdel": ("pbl-11-14", Severity.ADVARSEL),
    "tema": ("pbl-11-14", Severity.ADVARSEL),
    "regulering": ("pbl-12-10", Severity.ADVARSEL),
}
# A land-use plan whose type says nothing of chapter 11 or 12: six weeks by both.
BOTH = ("pbl-11-14", "pbl-12-10")


class Hoering(NamedTuple):
    """A finished høring of a plan."""

    start: Hendelse
    slutt: Hendelse

    @property
    def days(self) -> int:
        """The days it lasted, roughly known days read to the municipality's advantage."""
        return (self.slutt.dato.slutt - self.start.dato.start).days


def _of_plan(events: list[Hendelse]) -> Iterator[Hendelse]:
    """Give a round's høring events, without those about the planprogram: told so, or before it was fixed."""
    fixed = [at for at, event in enumerate(events) if event.hva == "planprogram_fastsatt"]
    for event in events[fixed[-1] if fixed else 0 :]:
        if event.hva in HOERING_ENDS and not event.usikker and not is_about_planprogram(event):
            yield event


def _hearings(events: list[Hendelse]) -> Iterator[Hoering]:
    """Give a round's finished hearings: each end with the start right before it."""
    start = None
    for event in _of_plan(events):
        if event.hva == "høring_start":
            start = event
        elif start:
            yield Hoering(start, event)
            start = None


def _minor(register: Register, vote: Hendelse | None) -> bool:
    return vote is not None and vote.hva == "revidert" and not is_by_kommunestyret(register.plansystem, vote)


def _longest(register: Register, plan: Plan) -> Hoering | None:
    """Give the longest høring of the newest round that has one; a limited one may come after it and be shorter.

    A revision that another body than the council decided is a minor change, which may be made without a full høring
    (§§ 11-17 and 12-14).
    """
    rounds = [
        found
        for runde in find_rounds(register, plan)
        if not _minor(register, runde.vedtak) and (found := list(_hearings(runde.hendelser)))
    ]
    return max(rounds[-1], key=lambda hearing: hearing.days) if rounds else None


@rule(
    "PL607",
    "for-kort-høring",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven §§ 11-14 og 12-10",
    krav=(
        "Forslag til arealdel og andre arealplaner er på høring i minst seks uker. Samfunnsdelen og kommunedelplaner "
        "for et tema skal også på høring, men loven sier det ikke klart om fristen gjelder dem. Temaplaner, "
        "strategier og andre planer utenom plan- og bygningsloven har ikke noe slikt krav."
    ),
    hvorfor=(
        "Innbyggere, organisasjoner og andre myndigheter skal rekke å sette seg inn i forslaget. Loven knytter de "
        "seks ukene til arealplanene, derfor er funnet en advarsel for samfunnsdelen og for kommunedelplaner for et "
        "tema. Det er en advarsel for reguleringsplaner også, for små endringer av dem trenger ingen full høring."
    ),
    tekst=FindingText(
        melding="Planforslaget var på høring fra {fra} til {til}. Det er kortere enn seks uker.",
        merke="{dager} av 42 dager",
        hjelp=(
            "rett datoene hvis de er feil. Gjaldt høringen planprogrammet, skriv det i `merknad` på hendelsen. "
            "Stemmer datoene, skriv et unntak med begrunnelse."
        ),
    ),
    varianter={
        "regulering": FindingText(
            melding="Forslaget til reguleringsplan var på høring fra {fra} til {til}. Det er kortere enn seks uker.",
            merke="{dager} av 42 dager",
            hjelp=(
                "rett datoene hvis de er feil. Gjaldt høringen en mindre endring eller planprogrammet, skriv det i "
                "`merknad` på hendelsen. Stemmer datoene, skriv et unntak med begrunnelse."
            ),
        )
    },
    felt=("type", "status", "hendelser"),
    lov=("pbl-11-14", "pbl-12-10"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the plans whose høring was too short by the law of the day it began."""
    for plan in register.planer.values():
        kind = kind_of_plan(register, plan)
        unknown = not kind and register.is_bindende(plan)
        law, severity = (BOTH[0], Severity.ADVARSEL) if unknown else LOV.get(kind, ("", Severity.FEIL))
        hearing = _longest(register, plan) if law and register.status(plan) not in AVSLUTTEDE else None
        if hearing and hearing.days < DAYS and counts_on(register, law, hearing.start.dato.start):
            began = event_place(plan, hearing.start, "dato")
            yield finding(
                plan,
                *event_place(plan, hearing.slutt, "dato"),
                variant="regulering" if law == "pbl-12-10" else "",
                related=(related(plan, *began, note=N_("da begynte høringen")),),
                severity=severity,
                lov=BOTH if unknown else (law,),
                lovdag=hearing.start.dato.start,
                fra=hearing.start.dato,
                til=hearing.slutt.dato,
                dager=hearing.days,
            )
