"""What a table names and plansystem.yaml lacks: gathered from all rows, offered once, and declared when asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.base import slug
from planlint.edit import Workspace
from planlint.imports.fold_words import fold
from planlint.source import PLANSYSTEM
from planlint.words import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.register import Register
    from planlint.system import System

_LONGEST = 60
_UNIT = re.compile(
    r"(?:avdeling|etat|sektor|stab|kontor|tjeneste|teneste|virksomhet|verksemd|rådmann|direktør|leder|leiar|sjef"
    r"|ordfører|skole|skule|helse|omsorg|kultur|teknisk|plan|økonomi|areal|miljø|næring|oppvekst|samfunn|utvikling"
    r"|beredskap|bygg|eiendom|landbruk|barnehage|velferd|nav|vei|veg|vann|vatn|avløp|drift|service|personal|kommunal)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÆØÅ][a-zæøåéü]+(?:[ -][A-ZÆØÅ][a-zæøåéü.]*){1,3}")


@dataclass(slots=True)
class Missing:
    """What is not declared, by the words of the table, with the names of persons apart."""

    sektorer: dict[str, None] = field(default_factory=dict)
    organer: dict[str, None] = field(default_factory=dict)
    plantyper: dict[str, str] = field(default_factory=dict)
    persons: dict[str, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether there is anything to declare."""
        return bool(self.sektorer or self.organer or self.plantyper)


def missing(plans: Iterable[ImportedPlan], lookup: DeclaredWords) -> Missing:
    """Gather what the rows name and nobody has declared; a kind that is parted in declared types is none of it."""
    found = Missing()
    seen: dict[str, str] = {}
    for plan in plans:
        for item in plan.uforstaatt:
            text = " ".join(item.tekst.split())
            if item.kolonne == "ansvarlig" and fold(text) not in seen and len(text) <= _LONGEST:
                seen[fold(text)] = text
                (found.persons if is_person(text) else found.sektorer)[text] = None
        for name in plan.organer:
            if len(name) <= _LONGEST and fold(name) not in {fold(one) for one in found.organer}:
                found.organer[name] = None
        kind = kind_of(plan.tittel)
        if kind and not lookup.variants(kind) and ("type" not in plan.felt or plan.is_typed_by_all):
            found.plantyper[kind.navn] = kind.rolle
    return found


_NOT_ELECTED = frozenset(("administrasjonen",))
"""Bodies that the words of a table name, and that nobody has elected."""


def is_person(text: str) -> bool:
    """Tell whether a text looks like the name of a person: two to four names, and no word that units have."""
    return bool(_NAME.fullmatch(text.strip())) and not _UNIT.search(text)


def declared(system: System, register: Register, found: Missing, source: tuple[str, str]) -> tuple[System, bytes]:
    """Give the plan system with what is missing declared, and plansystem.yaml as it then is.

    `source` is the id and title of a source, or two empty texts. Raises EditError where the file cannot be edited.
    """
    work = Workspace(system)
    document = work.open(PLANSYSTEM, "plansystem")
    plansystem = register.plansystem
    for part, names in (("sektorer", found.sektorer), ("organer", found.organer)):
        taken = {*getattr(plansystem, part)}
        for name in names:
            id_ = _free(slug(name), taken)
            document.set((part, id_), {"navn": name, **({"politisk": False} if name in _NOT_ELECTED else {})})
    taken = {*plansystem.plantyper}
    for name, role in found.plantyper.items():
        id_ = _free(slug(name), taken)
        document.set(("plantyper", id_), {"navn": name, **({"rolle": role} if role and _alone(role, register) else {})})
    if source[0] and source[0] not in plansystem.kilder:
        document.set(("kilder", source[0]), {"tittel": source[1]})
    return work.after(), document.bytes()


def _alone(role: str, register: Register) -> bool:
    """Tell whether no declared type has a role yet."""
    return all(kind.rolle != role for kind in register.plansystem.plantyper.values())


def _free(base: str, taken: set[str]) -> str:
    """Give an id that nothing else has, and take it."""
    id_, number = base or "annet", 1
    while id_ in taken:
        number += 1
        id_ = f"{base}-{number}"
    taken.add(id_)
    return id_
