"""PL507: a planstrategi decided that a plan shall end, its time is over, and the plan still counts as adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, Severity
from planlint.register import due_to_end, is_utloept, last_day, periode
from planlint.rules.rule import N_, FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register

DECIDED_END = {
    "oppheves": N_("oppheves"),
    "utgår": N_("tas ut av bruk"),
    "slås_sammen": N_("slås sammen med en annen plan"),
}
MARK_TEXT = "planstrategiens tid gikk ut for {siden} siden"


@rule(
    "PL507",
    "oppheves-men-i-kraft",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planstrategiens beslutninger",
    krav="En plan som en planstrategi har bestemt skal avsluttes, er avsluttet når valgperioden er over.",
    hvorfor=(
        "Planer som skulle vært borte, gjør plansystemet uoversiktlig og blir fulgt av dem som ikke kjenner "
        "beslutningen."
    ),
    tekst=FindingText(
        melding="Ifølge planstrategien for {periode} skulle planen {skulle}, men den er fortsatt ført som vedtatt.",
        merke=MARK_TEXT,
        hjelp=(
            "legg til hendelsen `opphevet` med `dato`, `organ` og `sak`, sett `status: utgått`, eller skriv den nye "
            "beslutningen under `beslutninger`."
        ),
    ),
    varianter={
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
        strategi = due_to_end(register, plan)
        if not strategi or is_utloept(register, plan):
            continue
        valg = plan.beslutninger[strategi.id].valg
        yield finding(
            plan, "beslutninger", strategi.id, "valg", variant="slås_sammen" if valg == "slås_sammen" else "",
            skulle=DECIDED_END[valg], periode=periode(strategi), id=plan.id,
            siden=Duration(last_day(register.plansystem, strategi.valgperiode), register.today),
        )  # fmt: skip
