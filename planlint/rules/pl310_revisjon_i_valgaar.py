"""PL310: a revision set to the months before an election, or before the next council can have a planstrategi."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import RuleClass, Severity, add_months
from planlint.model import REVISES_OR_ENDS
from planlint.register import (
    TERM,
    is_avgjort,
    is_utloept,
    kommunevalg,
    no_later,
    planstrategi_frist,
    valgaar,
    valgperiode_of,
)
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Finding
    from planlint.model import Plan, TidspunktValue
    from planlint.register import Register

HELP = (
    "flytt `revisjon.neste` ut av tiden fra {fra} til {til}, eller skriv planstrategiens beslutning om å revidere "
    "planen under `beslutninger`."
)


class ElectionWindow(NamedTuple):
    """The time around an election when a revision is badly placed."""

    aar: int
    fra: date
    valg: date
    til: date


def _window(register: Register, neste: TidspunktValue, months: int) -> ElectionWindow | None:
    """Give the election whose window holds the whole of a point in time."""
    for year in (valgaar(neste.start.year), valgaar(neste.start.year) + TERM):
        election = kommunevalg(year)
        window = ElectionWindow(
            year, add_months(election, -months), election, planstrategi_frist(register.plansystem, year)
        )
        if window.fra <= neste.start and neste.slutt <= window.til:
            return window
    return None


def _revision(register: Register, plan: Plan) -> TidspunktValue | None:
    """Give the coming revision of an adopted plan, unless something else is settled or PL301 speaks."""
    neste = plan.revisjon.neste if plan.revisjon else None
    if not neste or neste.start <= register.today or not register.is_vedtatt(plan):
        return None
    return None if is_utloept(register, plan) or is_avgjort(register, plan, REVISES_OR_ENDS) else neste


@rule(
    "PL310",
    "revisjon-i-valgår",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planens revisjon",
    av_fordi=(
        "Regelen hviler ikke på noen lov, og i praksis fraråder den enhver revisjon fra et halvt år før valget til "
        "fristen for planstrategien. Loven krever årlige revisjoner også da. Kommunen kan slå den på hvis den selv "
        "vil ha det slik."
    ),
    krav=(
        "En revisjon er ikke lagt til de siste månedene før et kommunevalg, eller til tiden før det nye kommunestyret "
        "skal ha vedtatt sin planstrategi."
    ),
    hvorfor=(
        "Rett før et valg kan det være vanskelig å få vedtatt en plan, og etter valget tar det nye kommunestyret "
        "stilling til planene i sin planstrategi."
    ),
    tekst=FindingText(
        melding="Revisjonen er satt til {neste}, tett på kommunevalget {valg}.",
        merke="kommunevalg {valg}",
        hjelp=HELP,
    ),
    varianter={
        "planstrategi": FindingText(
            melding="Revisjonen er satt til {neste}, før det nye kommunestyret må ha vedtatt sin planstrategi.",
            merke="planstrategien har frist {frist}",
            hjelp=HELP,
        ),
    },
    felt=("status", "periode", "hendelser", "revisjon", "beslutninger"),
)
def check(register: Register, *, maaneder_foer_valg: int = 6) -> Iterator[Finding]:
    """Yield adopted plans whose next revision, as exactly as it is known, falls wholly in a bad time."""
    strategi = register.planstrategi
    for plan in register.planer.values():
        neste = _revision(register, plan)
        window = _window(register, neste, maaneder_foer_valg) if neste else None
        if not neste or not window:
            continue
        after = neste.start > window.valg
        if after and strategi and strategi.valgperiode == valgperiode_of(window.aar):
            continue
        yield finding(
            plan,
            "revisjon",
            "neste",
            variant="planstrategi" if after else "",
            neste=neste,
            fra=window.fra,
            valg=window.valg,
            til=window.til,
            frist=no_later(register.plansystem, window.aar, window.til),
        )
