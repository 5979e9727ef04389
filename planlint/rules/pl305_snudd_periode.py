"""PL305: a period that ends before it begins, or work that is to be done before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_reversed
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Step
    from planlint.model import Plan, Tidspunkt
    from planlint.register import Register

    Span = tuple[tuple[Step, ...], str, Tidspunkt | None, Tidspunkt | None]


def _spans(plan: Plan) -> Iterator[Span]:
    """Give every span of time in a plan: the place of its end, the text's variant, start and end."""
    if plan.periode:
        yield ("periode", "til"), "", plan.periode.fra, plan.periode.til
    if plan.arbeid:
        yield ("arbeid", "ferdig"), "arbeid", plan.arbeid.oppstart, plan.arbeid.ferdig
    if plan.budsjett:
        yield ("budsjett", "til"), "budsjett", plan.budsjett.fra, plan.budsjett.til
    for strategi, beslutning in plan.beslutninger.items():
        yield ("beslutninger", strategi, "ferdig"), "arbeid", beslutning.oppstart, beslutning.ferdig
        for at, later in enumerate(beslutning.deretter):
            yield ("beslutninger", strategi, "deretter", at, "ferdig"), "arbeid", later.oppstart, later.ferdig


@rule(
    "PL305",
    "snudd-periode",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planens `periode`, `arbeid`, `beslutninger` og `budsjett`",
    krav="En periode slutter ikke før den begynner, og et arbeid er ikke ferdig før det har startet.",
    hvorfor=(
        "Ett av årstallene er feil. Da blir også varsler om planer som går ut, og tidslinjene i planstrategien, feil."
    ),
    tekst=FindingText(
        melding="Planperioden slutter før den begynner: den er ført som {fra}–{til}.",
        merke="før {fra}",
        hjelp="rett `fra` eller `til` i `periode`; slå opp i vedtaket hvis du er i tvil.",
    ),
    varianter={
        "budsjett": FindingText(
            melding="Budsjettet slutter før det begynner: det er ført som {fra}–{til}.",
            merke="før {fra}",
            hjelp="rett `fra` eller `til` i `budsjett`.",
        ),
        "arbeid": FindingText(
            melding="Arbeidet med planen skal være ferdig før det starter: det er ført fra {fra} til {til}.",
            merke="før {fra}",
            hjelp="rett `oppstart` eller `ferdig`, slik at arbeidet starter før det er ferdig.",
        ),
    },
    felt=("periode", "arbeid", "beslutninger", "budsjett"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield every span whose end is surely before its start, in all plans whatever their status."""
    for plan in register.planer.values():
        for path, variant, start, end in _spans(plan):
            if is_reversed(start, end):
                yield finding(plan, *path, variant=variant, fra=start, til=end)
