"""PL303: the period ends soon, and nothing is settled about what comes after it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, Severity
from planlint.register import end_place, is_avgjort, is_usikker, period_end, periode, periodefrist, undecided_strategi
from planlint.rules.rule import DOUBT, FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL303",
    "utløper-snart",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planens `periode`",
    krav=(
        "I god tid før planperioden er over, viser registeret hva som skal skje med planen: en beslutning i gjeldende "
        "planstrategi, en revisjon som er i gang, eller en ny plan som skal erstatte den."
    ),
    hvorfor=(
        "Det tar tid å lage en ny plan. Blir spørsmålet tatt opp først når perioden er over, står kommunen uten en "
        "plan som gjelder."
    ),
    tekst=FindingText(
        melding=(
            "Planperioden går ut {slutt:ved}{tvil}, og det er ikke registrert at planen er forlenget eller blir avløst."
        ),
        merke="{igjen} igjen (per {per})",
        hjelp=(
            "skriv det gjeldende planstrategi har bestemt om planen, under `beslutninger` i denne filen, eller legg "
            "inn hendelsen `forlenget` med den nye sluttdatoen i feltet `til`."
        ),
    ),
    varianter={
        "i_planstrategi": FindingText(
            melding=(
                "Planperioden går ut {slutt:ved}{tvil}. Planstrategien for {periode} sier hva som skal skje med "
                "planen, men registeret viser ikke at planstrategien er vedtatt."
            ),
            merke="{igjen} igjen (per {per})",
            hjelp=(
                "legg til hendelsen `vedtatt` med `dato`, `organ` og `sak` på planstrategien når den er vedtatt. "
                "Beslutningen regnes med fra da av."
            ),
        ),
    },
    felt=("periode", "hendelser", "status", "beslutninger"),
)
def check(register: Register, *, varsel_dager: int = 365) -> Iterator[Finding]:
    """Yield plans in force whose period ends within `varsel_dager` and whose future nobody has settled."""
    limit = register.today + timedelta(days=varsel_dager)
    for plan in register.planer.values():
        end = periodefrist(register, plan)
        if not end or not register.today <= end <= limit or not register.is_vedtatt(plan) or is_avgjort(register, plan):
            continue
        strategi = undecided_strategi(register, plan)
        yield finding(
            plan,
            *end_place(register, plan),
            variant="i_planstrategi" if strategi else "",
            periode=periode(strategi) if strategi else "",
            slutt=period_end(register, plan),
            tvil=DOUBT if is_usikker(plan, end_place(register, plan)) else "",
            igjen=Duration(register.today, end),
            per=register.today,
        )
