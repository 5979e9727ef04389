"""PL507: a planstrategi decided that a plan shall end, its time is over, and the plan still counts as adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, Severity
from planlint.model import VEDTAK
from planlint.register import end_due, event_place, is_over, is_utloept, last_day, periode
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Related
    from planlint.model import Plan
    from planlint.register import EndDue, Register

DECIDED_END = {
    "oppheves": N_("oppheves"),
    "utgår": N_("tas ut av bruk"),
    "slås_sammen": N_("slås sammen med en annen plan"),
}
MARK_TEXT = "tiden gikk ut for {siden} siden"


@rule(
    "PL507",
    "oppheves-men-i-kraft",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planstrategiens beslutninger",
    krav=(
        "En plan som en planstrategi har bestemt skal avsluttes, er avsluttet når valgperioden er over. Skulle det "
        "skje etter en annen plan, er den avsluttet når den andre er vedtatt."
    ),
    hvorfor=(
        "Planer som skulle vært borte, gjør plansystemet uoversiktlig og blir fulgt av dem som ikke kjenner "
        "beslutningen."
    ),
    tekst=FindingText(
        melding="Ifølge planstrategien for {periode} skulle planen {skulle}, men den er fortsatt ført som vedtatt.",
        merke=MARK_TEXT,
        hjelp=(
            "legg til hendelsen `opphevet` med `dato`, `organ` og `sak`, og sett `status: opphevet`. Er den gått ut "
            "uten vedtak, sett `status: utgått`. Ellers: skriv den nye beslutningen under `beslutninger`."
        ),
    ),
    varianter={
        "nå": FindingText(
            melding=(
                "Ifølge planstrategien for {periode} skulle planen {skulle} etter at {ferdige} var vedtatt. Det er "
                "skjedd, men planen er fortsatt ført som vedtatt."
            ),
            merke="planen som det skulle skje etter, er vedtatt",
            hjelp=(
                "legg til hendelsen `opphevet` med `dato`, `organ` og `sak`, og sett `status: opphevet`. Er "
                "den erstattet, sett `status: erstattet`, og skriv `erstatter: [{id}]` i planen som kom i "
                "stedet."
            ),
        ),
        "sammen_nå": FindingText(
            melding=(
                "Ifølge planstrategien for {periode} skulle planen {skulle}. {ferdige} er vedtatt, men denne er "
                "fortsatt ført som vedtatt."
            ),
            merke="den andre planen er vedtatt",
            hjelp=(
                "skriv `erstatter: [{id}]` i den andre planen og `status: erstattet` her, eller skriv den nye "
                "beslutningen under `beslutninger`."
            ),
        ),
        "slås_sammen": FindingText(
            melding="Ifølge planstrategien for {periode} skulle planen {skulle}, men den er fortsatt ført som vedtatt.",
            merke=MARK_TEXT,
            hjelp=(
                "skriv `erstatter: [{id}]` i den andre planen og `status: erstattet` her, eller skriv den nye "
                "beslutningen under `beslutninger`."
            ),
        ),
    },
    felt=("beslutninger", "status", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield adopted plans whose newest decision was that they should end by now; PL301 speaks alone where it does."""
    if register.is_unreadable("planstrategi"):
        return
    for plan in register.planer.values():
        due = end_due(register, plan)
        if not due or is_utloept(register, plan):
            continue
        strategi, end = due.strategi, due.beslutning
        passed = end.ferdig.slutt if end.ferdig and not is_over(register, strategi) else None
        yield finding(
            plan, *end.felt, variant=_variant(due), related=tuple(_adopted(register, done) for done in due.ferdige),
            skulle=DECIDED_END[end.valg], periode=periode(strategi), id=plan.id,
            ferdige=[titled(done) for done in due.ferdige],
            siden=Duration(passed or last_day(register.plansystem, strategi.valgperiode), register.today),
        )  # fmt: skip


def _variant(due: EndDue) -> str:
    merged = due.beslutning.valg == "slås_sammen"
    if due.ferdige:
        return "sammen_nå" if merged else "nå"
    return "slås_sammen" if merged else ""


def _adopted(register: Register, plan: Plan) -> Related:
    event = register.last_event(plan, *VEDTAK)
    where = event_place(plan, event, "hva") if event else ("status",)
    return related(plan, *where, note=N_("denne planen er vedtatt"))
