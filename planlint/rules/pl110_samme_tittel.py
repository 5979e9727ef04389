"""PL110: two files of one kind have the same title, and are not the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, TypedCode
from planlint.register import find_same_titles
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


_FIELDS = ("tittel", "type", "periode", "plan", "mål", "enhet", "erstatter", "avgrenset_mot", "del_av", "forankring")


@rule(
    "PL110",
    "samme-tittel",
    Severity.INFO,
    RuleClass.LOKAL,
    kilde="planlint, filoppsettet",
    krav="To planer, mål, tiltak, indikatorer, utfordringer eller innspill har ikke samme tittel når de er ulike ting.",
    hvorfor=(
        "Leseren kjenner dem på tittelen. Er den den samme, er den ene kanskje kopiert fra den andre, og ingen ser "
        "hvilken som er ment."
    ),
    tekst=FindingText(
        melding="{filer} har samme tittel, men er ført på ulike steder. Leseren kan ikke skille dem.",
        merke="samme tittel",
        hjelp="rett tittelen som er feil. Er begge riktige, skriv det som skiller dem, i titlene.",
    ),
    felt=(*_FIELDS, "avsender", "arena", "dato", "nummer"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding for each file that has the title of an earlier one, by id; PL105 and PL108 tell of copies."""
    for one, other in find_same_titles(register):
        also = (related(one, "tittel", note=N_("her står tittelen også")),)
        files = [TypedCode(one.file), TypedCode(other.file)]
        yield finding(other, "tittel", key=one.id, related=also, filer=files)
