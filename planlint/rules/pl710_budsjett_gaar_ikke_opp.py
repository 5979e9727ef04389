"""PL710: a budget whose rows do not give the sum that it declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_sum_right, rounding, sum_of
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL710",
    "budsjett-går-ikke-opp",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints format for budsjett: `sum` og `poster`",
    krav="Postene i et budsjett gir summen som er oppgitt.",
    hvorfor=(
        "En post som er endret, glemt eller skrevet feil, gjør budsjettet galt uten at det synes. Summen i kilden "
        "viser om alt er med. Er tallene i kilden rundet av hver for seg, og budsjettet har `avrundet: true`, kan "
        "hver post og summen være en halv av siste desimal unna."
    ),
    tekst=FindingText(
        melding="Postene i budsjettet gir {regnet}, men summen er oppgitt til {oppgitt}.",
        merke="postene gir {regnet}",
        hjelp=(
            "sammenlign hver post og summen med kilden, og rett det som er feil. Har kilden rundet av hver post for "
            "seg, skriv `avrundet: true` i budsjettet."
        ),
    ),
    varianter={
        "avrundet": FindingText(
            melding=(
                "Postene i budsjettet gir {regnet}, men summen er oppgitt til {oppgitt}. Avrunding kan ikke gi mer "
                "enn {slingring} i forskjell."
            ),
            merke="postene gir {regnet}",
            hjelp="sammenlign hver post og summen med kilden, og rett det som er feil.",
        ),
    },
    felt=("budsjett",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans with a budget whose rows with a number do not add up to its sum; exact, unless it is rounded."""
    for plan in register.planer.values():
        budsjett = plan.budsjett
        if budsjett is None or budsjett.sum is None or is_sum_right(budsjett):
            continue
        yield finding(
            plan, "budsjett", "sum", variant="avrundet" if budsjett.avrundet else "",
            regnet=float(sum_of(budsjett)), oppgitt=budsjett.sum, slingring=float(rounding(budsjett)),
        )  # fmt: skip
