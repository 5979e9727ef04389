"""What a heading inside a table says of the plans below it: their type, who answers for them, or what is decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.imports.table.group import Group
from planlint.imports.table.legend import decision_of

if TYPE_CHECKING:
    from planlint.imports.declared_words import DeclaredWords

HEADING = "overskrift"
UNIT = "ansvarlig"
_ABOUT = re.compile(
    r"^(?:(?:\d+(?:\.\d+)*[.)]?|[A-ZÆØÅ][.)])\s*)?(?:(?:kommunale?\s+)?(?:planer|planar|planene|planane|dokumenter|oppgaver)\s+)?"
    r"(?:som\s+)?(?:(?:ikke\s+)?skal\s+|vert\s+|blir\s+|bør\s+|må\s+)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?<![\s:.\d])\s*(?:som (?:egne )?plan(?:oppgaver|er|ar)?|i (?:plan|valg|val)?perioden?"
    r"|20\d\d(?:\s*[-–/]\s*\d+)?|\([^()]*\)|[:.])+\s*$",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    r"\s(?:uten|utan) (?:å bli |noen |nokon )?(?:rullering|revisjon|revidering|endring(?:er|ar)?|endra)$"
)
"""What a heading of plans that are carried on says besides: «Planer som gjelder videre uten rullering»."""
_WHEN = re.compile(
    r"(?:\d+[.)]? )?(?:planer |planar )?(?:(?:som )?skal )?(?:til )?"
    r"(?:(?:slutt|endelig |endeleg )?(?:vedtak|vedtas|vedtakast"
    r"|behandling|behandles|handsaming|handsamast)|ferdig(?:stilles|stillast|stilling)?)"
    r"(?:(?: i| innen| innan)?(?: året)? (?P<year>20\d\d)| (?:hvert|kvart) år| årl[ie]g| årleg)\W*",
    re.IGNORECASE,
)
"""A heading that says when the plans below it shall be adopted: «Vedtak i 2025», «Vedtak kvart år»."""
_UNDER_WAY = re.compile(r"under arbeid|under utarbeid|\bi gang\b|pågående|pågåande|igangsatt|påbegynt", re.IGNORECASE)


def read_group(text: str, lookup: DeclaredWords, asked: str = "") -> Group:
    """Give what a heading says: by the user's own answer (`asked`), by what is declared, or by its words.

    Else it is unknown.
    """
    name = " ".join(text.split())
    if asked:
        return _answered(name, asked, lookup)
    if lookup.is_heading(name):
        sector = lookup.sektor(name)
        return Group(name, "ansvarlig", sector) if sector and not lookup.type_of(name, "")[1] else Group(name, "type")
    if valg := decision_in(name):
        return Group(name, "valg", valg)
    if _UNDER_WAY.search(name):
        return Group(name, "status", "igangsatt")
    if when := _WHEN.fullmatch(name):
        return Group(name, "tid", when["year"] or "årlig")
    return Group(name, "unknown")


def _answered(name: str, asked: str, lookup: DeclaredWords) -> Group:
    if asked == UNIT:
        return Group(name, "ansvarlig", lookup.sektor(name))
    if asked in lookup.plansystem.plantyper:
        return Group(name, "type", asked)
    if asked in lookup.plansystem.sektorer:
        return Group(name, "ansvarlig", asked)
    return Group(name, "valg", valg) if (valg := decision_of(asked.replace("_", " "))) else Group(name, "heading")


def decision_in(text: str) -> str:
    """Give the decision that a heading is about: «Utgår som planoppgaver:», «Nye planer», «Planer som revideres»."""
    bare = _BEHIND.sub("", _ABOUT.sub("", text))
    told = decision_of(text.rstrip(" :.")) or decision_of(_BEHIND.sub("", text)) or (decision_of(bare) if bare else "")
    same = decision_of(_UNCHANGED.sub("", bare)) if not told and _UNCHANGED.search(bare) else ""
    return told or (same if same == "videreføres" else "")
