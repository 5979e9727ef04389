"""Resolve references: unknown ids become one finding each, wherever they are used."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from planlint.base import N_, Finding, Place, Related, Severity, Spelling
from planlint.law import bestemmelser
from planlint.model import AVSLUTTEDE, KIND_NAMES, KINDS, Reference, declared, find_references
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.model import Enhet, Plansystem
    from planlint.system.load import Loaded

_SECTIONS = {
    "plantype": "plantyper",
    "måltype": "måltyper",
    "nivå": "nivåer",
    "sektor": "sektorer",
    "organ": "organer",
    "kilde": "kilder",
    "bestemmelse": "bestemmelser",
}
_MOST_TOLD = 12
"""So many declared ids are told where an unknown one is like none of them."""
_VARIANTS = {(True, True): "forslag_erklæres", (True, False): "forslag", (False, True): "erklæres", (False, False): ""}
"""What is said of an unknown id: by whether one is like it, and whether plansystem.yaml declares its kind."""


@dataclass(slots=True)
class Linked:
    """What linking gave: findings, the fields that hold an unknown id, and what a misspelt id most likely means.

    `missing` are the unknown ids that are like no other.
    """

    findings: list[tuple[str, Finding]] = field(default_factory=list)
    broken: dict[str, frozenset[str]] = field(default_factory=dict)
    assumed: dict[tuple[str, str], str] = field(default_factory=dict)
    missing: frozenset[tuple[str, str]] = frozenset()


def declared_ids(system: Plansystem) -> dict[str, set[str]]:
    """Give the ids that plansystem.yaml declares, by kind."""
    return {
        "plantype": set(system.plantyper),
        "måltype": set(system.maaltyper),
        "nivå": set(system.nivaaer),
        "sektor": set(system.sektorer),
        "organ": set(system.organer),
        "kilde": set(system.kilder),
        "bestemmelse": {*bestemmelser(), *system.bestemmelser},
    }


def _place(file: str, reference: Reference) -> Place:
    """Give the place of a reference: the key where the id itself is a key."""
    return Place(file, reference.path, "key" if reference.path[-1] == reference.id else "value")


class Linker:
    """Looks up every reference of a plan system."""

    def __init__(self, loaded: Loaded, system: Plansystem) -> None:
        """Gather the ids that exist, by kind."""
        self.loaded = loaded
        self.system = system
        self.ids = declared_ids(system)
        for kind, entities in loaded.entities.items():
            self.ids[kind] = set(entities) | {id_ for other, id_ in loaded.opaque if other == kind}
        self._spellings: dict[str, Spelling] = {}
        self.uses: dict[tuple[str, str], list[tuple[str, str, Reference]]] = defaultdict(list)

    def link(self) -> Linked:
        """Give one finding per unknown id, at its first use; the other uses are related places.

        Ids of a section of plansystem.yaml that is itself at fault are not judged.
        """
        unread = self.loaded.broken.get("plansystem", frozenset())
        for entity, file, reference in self._all():
            if reference.id not in self.ids[reference.kind] and _SECTIONS.get(reference.kind) not in unread:
                self.uses[reference.kind, reference.id].append((entity, file, reference))
        linked = Linked()
        broken: dict[str, set[str]] = defaultdict(set)
        for (kind, id_), uses in self.uses.items():
            suggestion = self._suggestion(kind, id_)
            linked.findings.append(self._finding(kind, id_, uses, suggestion))
            if suggestion:
                linked.assumed[kind, id_] = suggestion
            for entity, _, reference in uses:
                broken[entity].add(str(reference.path[0]))
        linked.missing = frozenset(self.uses.keys() - linked.assumed.keys())
        linked.broken = {entity: frozenset(fields) for entity, fields in broken.items()}
        return linked

    def _all(self) -> Iterator[tuple[str, str, Reference]]:
        for reference in declared(self.system):
            yield "plansystem", PLANSYSTEM, reference
        for entities in self.loaded.entities.values():
            for entity in entities.values():
                for reference in find_references(entity):
                    yield entity.entity, entity.file, reference
        for known in self.loaded.avvik:
            for reference in find_references(known.avvik):
                yield known.file, known.file, reference

    def _finding(
        self, kind: str, id_: str, uses: list[tuple[str, str, Reference]], suggestion: str
    ) -> tuple[str, Finding]:
        entity, file, reference = uses[0]
        others = tuple(Related(_place(other, ref), N_("brukes også her")) for _, other, ref in uses[1:])
        args: dict[str, object] = {"id": id_, "slag": KIND_NAMES[kind], "antall": len(uses)}
        elsewhere = [other for other in KINDS if other != kind and id_ in self.ids[other]]
        if elsewhere and kind in self.loaded.entities:
            args["er"] = KIND_NAMES[elsewhere[0]]
            above = reference.path[0] == "forankring" and elsewhere[0] in {"plan", "maal"}
            variant = "forankring" if above else ""
            return "PL103", Finding(entity, _place(file, reference), args, others, variant, key=id_)
        args |= {"forslag": suggestion, "felt": _SECTIONS.get(kind, "")}
        renamed = id_ in getattr(self.loaded.entities.get(kind, {}).get(suggestion), "tidligere_id", ())
        declared_there = kind not in self.loaded.entities
        variant = "nytt_navn" if renamed else _VARIANTS[bool(suggestion), declared_there]
        if variant == "erklæres" and 0 < len(self.ids[kind]) <= _MOST_TOLD:
            variant, args["erklærte"] = "erklæres_blant", ", ".join(f"`{one}`" for one in sorted(self.ids[kind]))
        severity = Severity.ADVARSEL if renamed else None  # the link is known: it is only written as it was
        return "PL102", Finding(entity, _place(file, reference), args, others, variant, severity, key=id_)

    def _suggestion(self, kind: str, id_: str) -> str:
        """Give the new name of a renamed entity, or the nearest id that is still in use."""
        return self._renamed[kind].get(id_, "") or self._spelling(kind).nearest(id_)

    @cached_property
    def _renamed(self) -> Mapping[str, Mapping[str, str]]:
        """Give today's id by each earlier one, by kind; of two that had the same, the first has it."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for kind, entities in self.loaded.entities.items():
            for entity in entities.values():
                for earlier in getattr(entity, "tidligere_id", ()):
                    found[kind].setdefault(earlier, entity.id)
        return found

    def _spelling(self, kind: str) -> Spelling:
        """Give the ids of a kind that a misspelt one may mean."""
        if kind not in self._spellings:
            entities = self.loaded.entities.get(kind)
            used = self.ids[kind] if entities is None else _in_use(entities)
            self._spellings[kind] = Spelling(used)
        return self._spellings[kind]


def _in_use(entities: Mapping[str, Enhet]) -> Iterator[str]:
    return (name for name, entity in entities.items() if getattr(entity, "status", None) not in AVSLUTTEDE)
