"""PL307: adopted by a decision that lies ahead, or an announced day for it passed and no decision is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, HendelseCode, RuleClass, Severity, StatusCode
from planlint.model import Plan, time_until
from planlint.register import event_place, hiding_event, is_before_its_day, missed_vedtak
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Hendelse, Planstrategi
    from planlint.register import Register


def _ahead(register: Register, entity: Plan | Planstrategi) -> Hendelse | None:
    """Give the first adoption to come of what is said to be adopted although it never was."""
    coming = [event for event in entity.hendelser if is_before_its_day(register, entity, event)]
    return min(coming, key=lambda event: event.dato.start, default=None)


@rule(
    "PL307",
    "vedtak-i-framtiden",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planens `hendelser`",
    krav=(
        "Det som er ført som vedtatt, er vedtatt på en dag som er passert. Når dagen for et varslet vedtak er "
        "passert, er vedtaket registrert eller en ny dag varslet. Andre hendelser som ligger fram i tid, er ført som "
        "planlagt, så de ikke står i veien for statusen i dag."
    ),
    hvorfor=(
        "Registeret skal vise hva som gjelder i dag. Et vedtak som ikke er fattet, binder ingen, og et varslet vedtak "
        "som ingen følger opp, gir et feil bilde av hvor langt arbeidet er kommet."
    ),
    tekst=FindingText(
        melding="Status sier at vedtaket er fattet, men vedtaket er datert {dato}, som ikke har vært ennå.",
        merke="{om} fram i tid (per {per})",
        hjelp=(
            "rett datoen, eller sett den statusen planen har til vedtaket er fattet, for eksempel `status: til_vedtak`."
        ),
    ),
    varianter={
        "foran": FindingText(
            melding=(
                "Planen har status «{status}», men den første hendelsen som gir en status ({hva} {dato}), ligger fram "
                "i tid."
            ),
            merke="{om} fram i tid (per {per})",
            hjelp="rett datoen hvis den er feil. Er hendelsen bare varslet, skriv `planlagt: true` i den.",
        ),
        "varslet": FindingText(
            melding="Vedtaket var varslet til {dato}, men er ikke registrert som fattet.",
            merke="passert for {siden} siden (per {per})",
            hjelp=(
                "legg inn vedtaket med dag, organ og sak hvis det er fattet; ellers skriv den nye dagen, eller fjern "
                "hendelsen."
            ),
        ),
    },
    felt=("status", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans and planstrategier whose only adoption is to come, or whose announced adoption did not."""
    today = register.today
    for entity in register.entities_with_hendelser():
        if event := _ahead(register, entity):
            om = time_until(event.dato, today)
            yield finding(entity, *event_place(entity, event, "dato"), dato=event.dato, om=om, per=today)
        elif event := missed_vedtak(register, entity):
            siden = Duration(event.dato.slutt, today)
            place = event_place(entity, event, "dato")
            yield finding(entity, *place, variant="varslet", dato=event.dato, siden=siden, per=today)
        elif isinstance(entity, Plan) and (event := hiding_event(register, entity)):
            om, told = time_until(event.dato, today), StatusCode(entity.status)
            place, hva = event_place(entity, event, "dato"), HendelseCode(event.hva)
            yield finding(entity, *place, variant="foran", status=told, hva=hva, dato=event.dato, om=om, per=today)
