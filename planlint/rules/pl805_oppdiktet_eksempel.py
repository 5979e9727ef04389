"""PL805: the example that `planlint init` made is still there, among the municipality's own plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.register import kilder_of, oppdiktede, oppdiktede_kilder
from planlint.rules.rule import N_, FindingText, related, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register import Register


@rule(
    "PL805",
    "oppdiktet-eksempel",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: `oppdiktet`",
    krav="Ingen fil viser til en kilde som er oppdiktet.",
    hvorfor=(
        "Et eksempel viser hvordan filene ser ut. Står det igjen når nettstedet publiseres, ser det ut som planer og "
        "vedtak kommunen har."
    ),
    tekst=FindingText(
        melding="{antall} filer er oppdiktede eksempler, og ikke kommunens egne opplysninger.",
        merke="kilden er et eksempel",
        hjelp=(
            "slett filene, eller skriv inn kommunens egne opplysninger og kilder i dem. `planlint init --empty` lager "
            "et plansystem uten eksempel."
        ),
    ),
    varianter={
        "én": FindingText(
            melding="«{tittel}» er et oppdiktet eksempel, og ikke kommunens egne opplysninger.",
            merke="kilden er et eksempel",
            hjelp="slett filen, eller skriv inn kommunens egne opplysninger og kilder i den.",
        ),
    },
    felt=("kilder", "hendelser", "revisjon"),
)
def check(register: Register, *, vises: int = 3) -> Iterator[Finding]:
    """Yield one finding for each made-up source that files rest on; the first `vises` of them are shown."""
    every = oppdiktede(register)
    for id_ in sorted(oppdiktede_kilder(register)):
        found = [entity for entity in every if id_ in kilder_of(entity)]
        if found:
            yield Finding(
                "plansystem",
                Place(PLANSYSTEM, ("kilder", id_)),
                {"antall": len(found), "tittel": found[0].tittel},
                variant="én" if len(found) == 1 else "",
                related=tuple(related(entity, "tittel", note=N_("et av eksemplene")) for entity in found[:vises]),
            )
