"""PL507: a planstrategi decided that a plan shall end, its time is over, and the plan still counts as adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.days import Varighet
from planlint.base.diagnostic import Klasse, Severity
from planlint.register.livsloep.frist import utloept
from planlint.register.livsloep.strategi import periode, skulle_avsluttes
from planlint.register.livsloep.valg import siste_dag
from planlint.rules.rule import N_, Tekst, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.register.register import Register

SKULLE = {"oppheves": N_("oppheves"), "utgår": N_("tas ut av bruk"), "slås_sammen": N_("slås sammen med en annen plan")}
MERKE = "planstrategiens tid gikk ut for {siden} siden"


@rule(
    "PL507",
    "oppheves-men-i-kraft",
    Severity.ADVARSEL,
    Klasse.LOKAL,
    kilde="planstrategiens beslutninger",
    krav="En plan som en planstrategi har bestemt skal avsluttes, er avsluttet når valgperioden er over.",
    hvorfor=(
        "Planer som skulle vært borte, gjør plansystemet uoversiktlig og blir fulgt av dem som ikke kjenner "
        "beslutningen."
    ),
    tekst=Tekst(
        melding="Ifølge planstrategien for {periode} skulle planen {skulle}, men den er fortsatt ført som vedtatt.",
        merke=MERKE,
        hjelp=(
            "legg til hendelsen `opphevet` med `dato`, `organ` og `sak`, sett `status: utgått`, eller skriv den nye "
            "beslutningen under `beslutninger`."
        ),
    ),
    varianter={
        "slås_sammen": Tekst(
            melding="Ifølge planstrategien for {periode} skulle planen {skulle}, men den er fortsatt ført som vedtatt.",
            merke=MERKE,
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
    if register.uleselig("planstrategi"):
        return
    for plan in register.planer.values():
        strategi = skulle_avsluttes(register, plan)
        if not strategi or utloept(register, plan):
            continue
        valg = plan.beslutninger[strategi.id].valg
        yield finding(
            plan, "beslutninger", strategi.id, "valg", variant="slås_sammen" if valg == "slås_sammen" else "",
            skulle=SKULLE[valg], periode=periode(strategi), id=plan.id,
            siden=Varighet(siste_dag(register.plansystem, strategi.valgperiode), register.today),
        )  # fmt: skip
