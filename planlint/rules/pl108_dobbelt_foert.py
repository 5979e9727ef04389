"""PL108: one plan, goal, measure, indicator, challenge or planstrategi that has two files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, TypedCode
from planlint.register import find_copies
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register

_HELP = (
    "slett den ene filen. Viser noe til den, skriv id-en dens i `tidligere_id` i filen som blir igjen. Er det to "
    "ulike, gi dem titler som skiller dem."
)
_PLAN_HELP = (
    "slett den ene filen, og skriv id-en dens i `tidligere_id` i filen som blir igjen. Er det to ulike planer, skriv "
    "`periode` i begge, eller `erstatter` eller `avgrenset_mot` i den ene."
)


@rule(
    "PL108",
    "dobbelt-ført",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlint, filoppsettet",
    krav=(
        "Hver plan, hvert mål og hvert tiltak har én fil. To planer av samme type har ikke samme tittel og periode, og "
        "to mål under det samme målet har ikke samme tittel, hva enn statusen er."
    ),
    hvorfor=(
        "Står det samme to ganger, blir det talt to ganger, og den ene filen blir rettet uten den andre. Da vet ingen "
        "hvilken som er riktig."
    ),
    tekst=FindingText(
        melding="«{tittel}» ser ut til å være ført to ganger: {filer} har samme tittel og hører til det samme.",
        merke="ført to ganger?",
        hjelp=_HELP,
    ),
    varianter={
        "plan": FindingText(
            melding=(
                "Planen ser ut til å være ført to ganger: {filer} har samme type og tittel, og perioden skiller dem "
                "ikke."
            ),
            merke="ført to ganger?",
            hjelp=_PLAN_HELP,
        ),
        "maal": FindingText(
            melding="Målet ser ut til å være ført to ganger: {filer} har samme tittel og står på samme sted.",
            merke="ført to ganger?",
            hjelp=_HELP,
        ),
        "flere": FindingText(
            melding="«{tittel}» ser ut til å være ført {antall} ganger: også i {filer}.",
            merke="ført {antall} ganger?",
            hjelp=_HELP,
        ),
    },
    felt=("tittel", "type", "periode", "plan", "overordnet", "erstatter", "avgrenset_mot", "del_av", "forankring"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding for each group of files that are the same thing, at the second of them by id."""
    for first, (second, *others) in find_copies(register):
        same = [first, *others]
        variant = "flere" if others else second.kind if second.kind in check.varianter else ""
        places = tuple(related(one, "tittel", note=N_("her står tittelen også")) for one in same)
        yield finding(
            second, "tittel", variant=variant, key=first.id, related=places, tittel=second.tittel, antall=len(same) + 1,
            filer=[TypedCode(one.file) for one in same],
        )  # fmt: skip
