"""What has happened to each file: an entry for every one that is another than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.change.changed_fields import details, filled
from planlint.change.diff_model import Detail, DiffEntry
from planlint.change.renames import with_new_ids
from planlint.model import KINDS
from planlint.source import AVVIK_LIST, PLANSYSTEM, SourceFile, entity_of, is_avvik
from planlint.system import load_files
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.change.diff_model import What
    from planlint.change.renames import Renames
    from planlint.model import Enhet
    from planlint.system import Loaded, System

_NONE: frozenset[str] = frozenset()
_ORDER = ("plan", "planstrategi", "maal", "tiltak", "indikator", "utfordring", "innspill", "")
# What one that is gone is told by.
_GONE = frozenset(("type", "status"))
_AMOUNTS = ("kostnad", "driftsramme", "investeringsramme", "totalramme")
_ALL_GONE = {
    "tiltak": frozenset(("plan", "mål", "status", "frist", *_AMOUNTS)),
    "indikator": frozenset(("plan", "mål")),
    "utfordring": frozenset(("type", "mål")),
}


class Entries:
    """Compares what was read before and after, the former with the new ids."""

    def __init__(self, read: Loaded, after: Loaded, found: Renames, touched: frozenset[str]) -> None:
        """Keep what was `read` before and after; `touched` are the paths of the files that are others than before."""
        self.read = read
        self.before = with_new_ids(read, found)
        self.after = after
        self.touched = touched
        self.old_ids = {(kind, new): old for (kind, old), new in found.new.items()}
        self.guessed = frozenset((kind, found.new[kind, old]) for kind, old in found.guessed)

    def entities(self) -> Iterator[DiffEntry]:
        """Give an entry for each entity that is new, gone, renamed, moved or changed."""
        for kind in KINDS:
            old, new = self.before.entities[kind], self.after.entities[kind]
            ids = {id_ for those in (old, new) for id_, one in those.items() if one.file in self.touched}
            for id_ in ids | {id_ for other, id_ in self.old_ids if other == kind}:
                yield self._entry(kind, id_, old.get(id_), new.get(id_))

    def _entry(self, kind: str, id_: str, old: Enhet | None, new: Enhet | None) -> DiffEntry:
        if old is None or new is None:
            return self._half(kind, id_, old, new)
        found = self._details(old, new)
        former = self.old_ids.get((kind, id_), "")
        if former:
            found = [item for item in found if item != Detail("added", ("tidligere_id",), None, former)]
        moved = old.file if old.file != new.file else ""
        what: What = "renamed" if former else "changed" if found else "moved" if moved else "form"
        if what == "form" and old is not self.read.entities[kind][id_]:  # its references have got the new ids
            what = "follows"
        guessed = (kind, id_) in self.guessed
        return DiffEntry(kind, id_, new.tittel, new.file, what, tuple(found), former, moved, guessed)

    def _half(self, kind: str, id_: str, old: Enhet | None, new: Enhet | None) -> DiffEntry:
        """Give the entry of what can be read on one side only."""
        here = new or old
        assert here is not None  # noqa: S101 - ids come from one of the two
        other = self.before if new else self.after
        hidden = (kind, id_) in other.opaque
        what: What = ("readable" if new else "unreadable") if hidden else ("new" if new else "removed")
        told = [item for item in filled(here) if item.path[0] != "tittel"]
        if old:
            gone = _ALL_GONE.get(kind, _GONE)
            told = [Detail("removed", item.path, item.new) for item in told if item.path[0] in gone]
        return DiffEntry(kind, id_, here.tittel, here.file, what, tuple(told) if what != "unreadable" else ())

    def _details(self, old: Enhet, new: Enhet) -> list[Detail]:
        was, now = (loaded.broken.get(new.entity, _NONE) for loaded in (self.before, self.after))
        found = [Detail("unreadable", (name,)) for name in sorted(now)]
        found += [Detail("readable", (name,)) for name in sorted(was - now)]
        return found + list(details(old, new, skip=was | now))


def _file(path: str, before: System, after: System) -> DiffEntry:
    """Give the entry of a file that holds no entity: a declaration, or one that cannot be used."""
    if is_avvik(path):
        return _known(path, before, after)
    if path not in after.contents:
        return DiffEntry("", "", path, path, "removed")
    if path == PLANSYSTEM:
        return _plansystem(path, before, after)
    kind, _, id_ = entity_of(path).partition("/")
    if (kind, id_) in after.loaded.opaque:
        return DiffEntry("", "", path, path, "unreadable")
    if twin := after.loaded.entities.get(kind, {}).get(id_):
        return _same_name(path, twin, after)
    return DiffEntry("", "", path, path, "changed" if path in before.contents else "new")


def _same_name(path: str, twin: Enhet, after: System) -> DiffEntry:
    """Give the entry of a file that is not read, because another has its name: told by its own title."""
    raw, kind = {path: after.contents[path]}, twin.kind
    alone = load_files([SourceFile(path, kind)], raw).entities[kind].get(twin.id)
    if alone is None:
        return DiffEntry("", "", path, path, "doubled")
    told = [item for item in filled(alone) if item.path[0] != "tittel"]
    return DiffEntry(kind, twin.id, alone.tittel, path, "doubled", tuple(told))


def _plansystem(path: str, before: System, after: System) -> DiffEntry:
    old, new = before.loaded.plansystem, after.loaded.plansystem
    if new is None:
        return DiffEntry("", "", path, path, "unreadable")
    if old is None:
        return DiffEntry("", "", path, path, "readable" if path in before.contents else "new")
    return DiffEntry("", "", path, path, "form" if old == new else "changed")


def _known(path: str, before: System, after: System) -> DiffEntry:
    """Give the entry of a file of known findings: they are told of by rule, so that it only counts."""
    if path in after.loaded.lost_avvik:
        return DiffEntry("", "", path, path, "unreadable")
    if path in before.loaded.lost_avvik:
        return DiffEntry("", "", path, path, "readable")
    if path not in before.contents or path not in after.contents:
        here, there = (after, before) if path in after.contents else (before, after)
        moved = path != AVVIK_LIST and _names(here, after, path) <= _names(there, after)
        return DiffEntry("", "", path, path, "follows" if moved else "new" if here is after else "removed")
    old, new = ([item.avvik for item in one.loaded.avvik if item.file == path] for one in (before, after))
    return DiffEntry("", "", path, path, "form" if old == new else "changed")


def _names(system: System, after: System, path: str = "") -> set[tuple[str, str]]:
    """Give the rule, and what it is about by its name after the change, of known findings: all, or those of a file."""
    return {
        (known.avvik.regel, after.loaded.now(known.avvik.gjelder))
        for known in system.loaded.avvik
        if path in {"", known.file}
    }


def entries(one: Entries, before: System, after: System) -> tuple[DiffEntry, ...]:
    """Give all entries, plans first, each kind by title."""
    found = list(one.entities())
    told = {path for entry in found for path in (entry.file, entry.old_file)}
    files = [_file(path, before, after) for path in one.touched - told]
    found += [entry for entry in files if entry.what != "follows" or entry.file in after.contents]
    return tuple(sorted(found, key=lambda entry: (_ORDER.index(entry.kind), alphabetical(entry.tittel), entry.file)))
