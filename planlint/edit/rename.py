"""Give something another id: its file, every reference to it, and the known findings about it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Diagnostic, fingerprints, is_reserved, slug
from planlint.check import Request, diagnostics
from planlint.edit.avvik_names import follow
from planlint.edit.plain_data import get
from planlint.model import SLUG, find_references
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.edit.workspace import Workspace
    from planlint.model import Avvik, Enhet, Reference
    from planlint.register import Register

MAX_ID = 100
_FORMER = ("tidligere_id",)


def reserved(id_: str, kind: str) -> UsageError:
    """Give why an id is refused that no Windows machine can have a file for."""
    text = N_("«{id}» kan ikke være en id: Windows har reservert navnet til seg selv. Velg et annet, som `{riktig}`.")
    return UsageError(text, id=id_, riktig=f"{id_}-{kind}")


class Rename:
    """A new id for an entity, and what that makes of the findings about it."""

    def __init__(self, entity: Enhet, new: str) -> None:
        """Keep both ids."""
        self.entity = entity
        self.new = new
        self._word = re.compile(rf"(?<![a-z0-9-]){re.escape(entity.id)}(?![a-z0-9-])")

    @property
    def file(self) -> str:
        """The new file's path, in the folder of the old one."""
        return f"{self.entity.file.rpartition('/')[0]}/{self.new}.yaml"

    def make(self, work: Workspace, register: Register) -> None:
        """Edit every file that names it. Raises UsageError and EditError."""
        self._allowed(work, register)
        edited = work.changes()
        for entities in register.entities.values():
            for other in entities.values():
                found = [
                    ref for ref in find_references(other) if (ref.kind, ref.id) == (self.entity.kind, self.entity.id)
                ]
                self._follow(work, other, found)
        document = work.open(self.entity.file, self.entity.kind)
        before = get(document.data, _FORMER) or []
        former = [id_ for id_ in before if id_ != self.new]
        was_id = re.fullmatch(SLUG, self.entity.id) is not None  # a misnamed file had none
        former += [self.entity.id] if was_id else []
        if former or before:
            document.set(_FORMER, former)
        work.documents[self.file] = work.documents.pop(self.entity.file)
        work.files[self.entity.file] = None
        work.moved = self.moved
        if work.system.loaded.avvik:
            self._follow_known(work)
        work.renamed |= work.changes().keys() - edited.keys()

    def _allowed(self, work: Workspace, register: Register) -> None:
        kind, new = self.entity.kind, self.new
        if not re.fullmatch(SLUG, new) or len(new) > MAX_ID:
            right = slug(new)[:MAX_ID].strip("-")
            plain = N_("«{id}» kan ikke være en id. Bruk små bokstaver, sifre og bindestrek.")
            shown = N_("«{id}» kan ikke være en id. Bruk små bokstaver, sifre og bindestrek: `{riktig}`.")
            raise UsageError(shown if right else plain, id=new, riktig=right)
        if is_reserved(new):
            raise reserved(new, kind)
        if (
            new in register.entities[kind]
            or (kind, new) in work.system.loaded.opaque
            or self.file in work.system.contents
        ):
            raise UsageError(N_("Id-en `{ny}` er i bruk fra før ({slag}/{ny})."), ny=new, slag=kind)
        for path in sorted({finding.place.file for _, finding in work.system.loaded.findings}):
            raw = work.system.contents.get(path)
            if not isinstance(raw, bytes) or self._word.search(raw.decode(errors="replace")):
                raise UsageError(
                    N_("{sti} har feil, og kan vise til `{id}`. Kjør `planlint check` og rett den først."),
                    sti=path,
                    id=self.entity.id,
                )

    def _follow(self, work: Workspace, other: Enhet, found: Iterable[Reference]) -> None:
        """Write the new id where a file has the old one; keys last, so that the paths to the others hold."""
        for reference in sorted(found, key=lambda ref: ref.path[-1] == ref.id):
            document = work.open(other.file, other.kind)
            if reference.path[-1] == reference.id:
                document.rename(reference.path, self.new)
            else:
                bare = isinstance(get(document.data, reference.path[:-1]), str)  # forankring: [id]
                document.set(reference.path[:-1] if bare else reference.path, self.new)

    def moved(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Give findings as they are named after the change, with the marks that they then have."""
        return fingerprints(self._moved(item) for item in found)

    def _moved(self, item: Diagnostic) -> Diagnostic:
        finding, old = item.finding, self.entity
        steps = tuple(self.new if step == old.id else step for step in finding.place.path)
        entity = f"{old.kind}/{self.new}" if finding.entity == old.entity else finding.entity
        place = replace(
            finding.place, path=steps, file=self.file if finding.place.file == old.file else finding.place.file
        )
        return replace(
            item, finding=replace(finding, entity=entity, place=place, key=self._word.sub(self.new, finding.key))
        )

    def _follow_known(self, work: Workspace) -> None:
        """Let what is known be known by its new name and mark; also what was found on the days it was accepted."""
        after = work.after()
        now = diagnostics(work.system, Request(work.today))
        here = {(item.code, item.fingerprint) for item in now}
        marks = self._marks(now, diagnostics(after, Request(work.today)))
        elsewhere = {one.avvik.godtatt for one in work.system.loaded.avvik if one.mark not in here}
        for day in sorted(day for day in elsewhere if day and day != work.today):
            found = self._marks(diagnostics(work.system, Request(day)), diagnostics(after, Request(day)))
            marks = {**found, **marks}

        def renamed(known: Avvik) -> Avvik:
            mine = known.gjelder == self.entity.entity
            new = {"gjelder": f"{self.entity.kind}/{self.new}"} if mine else {}
            return known.model_copy(update={**new, "avtrykk": marks.get((known.regel, known.avtrykk), known.avtrykk)})

        follow(work, renamed)

    def _marks(self, before: list[Diagnostic], after: list[Diagnostic]) -> dict[tuple[str, str], str]:
        """Give the new mark of each finding that gets another, by rule and old mark.

        A mark is made of what the finding names; where it also sums up a text that names the id, the one finding of the
        same rule in the same field is taken to be the same.
        """
        now = {(item.code, item.fingerprint) for item in after}
        was = {(item.code, item.fingerprint) for item in before}
        alone: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for item in after:
            if (item.code, item.fingerprint) not in was:
                alone[_field(item)].append(item.fingerprint)
        marks = {}
        for old, new in zip(before, self.moved(before), strict=True):
            candidates = alone[_field(new)]
            if (new.code, new.fingerprint) in now:
                marks[old.code, old.fingerprint] = new.fingerprint
            elif len(candidates) == 1:
                marks[old.code, old.fingerprint] = candidates[0]
        return marks


def _field(item: Diagnostic) -> tuple[Any, ...]:
    return item.code, item.entity, item.finding.variant, item.place.path
