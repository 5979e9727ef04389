"""A plan system before and after a change, read: what both `diff` and `check --base` start from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from planlint.change.guesses import without_guesses
from planlint.change.renames import Renames, renames, with_new_ids
from planlint.model import Model
from planlint.source import entity_of, pick_files
from planlint.system import link_system

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.model import Enhet
    from planlint.system import Loaded, System

M = TypeVar("M", bound=Model)
Start = Literal["", "parted", "shallow", "unrelated"]
"""How the commit that a change began from was found: "" is the base itself, "parted" where the change left the base,
"shallow" the base itself because the head says it was made from it though the rest is not here, "unrelated" because
nothing is shared."""
_NONE: frozenset[str] = frozenset()


class Origin(NamedTuple):
    """What a change is compared with, as a reader knows it: a name, or "", and then the commit and its day."""

    name: str
    commit: str
    day: date
    start: Start = ""


@dataclass(frozen=True)
class Comparison:
    """A plan system before and after a change.

    `rev` and `head` are the revisions as the user wrote them ("" as head: the files on disk), `commit` what was
    compared from and `start` how it was found, `origin` what a reader of a check is told of it.
    """

    before: System
    after: System
    rev: str = ""
    head: str = ""
    commit: str = ""
    start: Start = ""
    origin: Origin | None = None

    @cached_property
    def touched(self) -> frozenset[str]:
        """The files that the change adds, removes or edits."""
        old, new = self.before.contents, self.after.contents
        return frozenset(path for path in {*old, *new} if old.get(path) != new.get(path))

    @cached_property
    def edited(self) -> frozenset[str]:
        """The files that the change touches, but for those that only follow others to new names."""
        if not self.renames:
            return self.touched
        old, new = with_new_ids(self.before.loaded, self.renames), self.after.loaded
        same = {
            one.file
            for kind, those in new.entities.items()
            for id_, one in those.items()
            if one.file in self.touched
            and _follows(old.entities[kind].get(id_), self.before.loaded.entities[kind], one)
        }
        return self.touched - same

    @cached_property
    def removed(self) -> dict[str, bytes | OSError]:
        """The files that the change removes, as they were: so that a finding about one can show its line."""
        return {path: raw for path, raw in self.before.contents.items() if path not in self.after.contents}

    @cached_property
    def renames(self) -> Renames:
        """What the change gives a new id."""
        return renames(self.before.loaded, self.after.loaded)

    def former(self, name: str) -> Enhet | None:
        """Give something (kind/id) as it was before the change, under whatever id; None where it was not there."""
        kind, _, id_ = name.partition("/")
        ids = {new: old for (one, old), new in self.renames.new.items() if one == kind}
        return self.before.loaded.entities.get(kind, {}).get(ids.get(id_, id_))

    @cached_property
    def unclear(self) -> frozenset[str]:
        """The entities of which nobody can tell what became: two files have the id, or it lies where none belongs."""
        twins = {
            finding.entity
            for system in (self.before, self.after)
            for code, finding in system.loaded.findings
            if code == "PL101"
        }
        kinds = {entity_of(path).split("/")[0] for path in self.removed}
        stray = (file for file in pick_files(self.after.contents) if not file.kind) if kinds else ()
        return frozenset(twins | {f"{kind}/{file.stem}" for file in stray for kind in kinds})

    def judged_as(self, after: System) -> Comparison:
        """Give the same comparison with what was judged as its result; what it renames is not looked for again."""
        other = replace(self, after=after)
        other.__dict__["renames"] = self.renames
        return other

    def result(self) -> System:
        """Give the plan system after the change as the result of it, for the rules that compare."""
        before, after = self.before, self.after
        if before.register is None or after.register is None or before.unusable:
            return after
        register = without_guesses(after.register, before.register, self.renames.new)
        return replace(after, register=register.against(before.register, self.unclear))

    def undisputed(self) -> System:
        """Give the system after, in which an id that two files claim still belongs to the file that had it before.

        The reader takes the first by path, which may be the new one; nothing has become of the other: it is there.
        """
        before, after = self.before, self.after
        claimed = [tuple(finding.entity.split("/")) for code, finding in after.loaded.findings if code == "PL101"]
        held = [old for kind, id_ in claimed if (old := before.loaded.entities[kind].get(id_))]
        stays = [old for old in held if old.file in after.contents]
        if not stays or after.register is None:
            return after
        entities = {kind: dict(those) for kind, those in after.loaded.entities.items()}
        for old in stays:
            if entities[old.kind].get(old.id, old).file != old.file:
                entities[old.kind][old.id] = old
        return link_system(after.root, after.contents, replace(after.loaded, entities=entities), after.register.today)


def _follows(old: Enhet | None, before: Mapping[str, Enhet], new: Enhet) -> bool:
    """Tell whether a file has the name and the place it had, and says what it said with new ids in it."""
    was = before.get(new.id)
    if old is None or was is None or was.file != new.file:
        return False
    return old.model_dump() == new.model_dump() and was.model_dump() != new.model_dump()


def mended(one: Loaded, other: Loaded) -> Loaded:
    """Give one version, with what could not be read in it (files and fields) as it is in the other.

    So a slip of the pen is not told as a plan that ended.
    """
    lost = {(kind, id_) for kind, id_ in one.opaque if id_ in other.entities[kind]}
    faulty = [name for name, fields in one.broken.items() if fields - other.broken.get(name, _NONE)]
    if not lost and not faulty:
        return one
    entities = {kind: dict(those) for kind, those in one.entities.items()}
    for kind, id_ in lost:
        entities[kind][id_] = other.entities[kind][id_]
    for name in faulty:
        kind, _, id_ = name.partition("/")
        here, there = entities.get(kind, {}).get(id_), other.entities.get(kind, {}).get(id_)
        if here and there:
            entities[kind][id_] = _filled(here, there, one.broken[name])
    plansystem = one.plansystem
    if plansystem and other.plansystem:
        plansystem = _filled(plansystem, other.plansystem, one.broken.get("plansystem", _NONE))
    return replace(one, entities=entities, plansystem=plansystem, opaque=one.opaque - lost)


def _filled(here: M, there: M, fields: frozenset[str]) -> M:
    names = (name for name, info in type(here).model_fields.items() if (info.alias or name) in fields)
    update = {name: getattr(there, name) for name in names}
    return here.model_copy(update=update) if update else here
