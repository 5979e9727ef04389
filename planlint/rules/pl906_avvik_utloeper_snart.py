"""PL906: known findings that are accepted for a short while only; reported when plans/avvik/ is applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL906",
    "avvik-utløper-snart",
    Severity.ADVARSEL,
    RuleClass.FORMAT,
    kilde="planlint, plans/avvik/",
    krav="Kjente avvik er rettet, eller vurdert på nytt, i god tid før siste dag.",
    hvorfor="Dagen etter siste dag teller funnene igjen. Går mange ut samme dag, stopper kontrollen over natten.",
    tekst=FindingText(
        melding=(
            "Kjente avvik som er godtatt til og med {dato}: {antall}, fra {regler}. Dagen etter teller de som er "
            "igjen, som nye funn."
        ),
        merke="{igjen} igjen",
        hjelp=(
            "rett det de gjelder, eller skriv en ny siste dag i `til` og en grunn som gjelder nå. `planlint avvik "
            "list` viser alle, med grunn og siste dag."
        ),
    ),
)
def check(register: Register, *, varsel_dager: int = 90) -> Iterator[Finding]:  # noqa: ARG001 - the options are read elsewhere
    """Yield nothing: the register does not know what is accepted. `planlint.check.avvik` finds, by these options."""
    yield from ()
