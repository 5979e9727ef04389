"""Open a plan system: read every file, link them, and make the register on a day."""

from __future__ import annotations

import gc
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, why
from planlint.register import Register
from planlint.source import PLANSYSTEM, broken_off, find_files, read_file
from planlint.system.link import Linked, Linker
from planlint.system.load import Loaded, load_files
from planlint.system.take_over import Unchanged
from planlint.system.usage_error import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from planlint.model import KnownAvvik
    from planlint.source import SourceFile


UNUSABLE = N_("plansystem.yaml kan ikke brukes. Kjør `planlint check` og rett den først.")


_UNUSABLE_AVVIK = N_("{fil} kan ikke brukes. Kjør `planlint check` og rett den først.")


@dataclass(frozen=True, slots=True)
class System:
    """A plan system that has been read and linked. `register` is None when plansystem.yaml cannot be used."""

    root: Path
    contents: dict[str, bytes | OSError]
    loaded: Loaded
    linked: Linked
    register: Register | None

    @property
    def broken(self) -> dict[str, frozenset[str]]:
        """Fields that are themselves at fault, by entity."""
        return _broken(self.loaded, self.linked)

    @property
    def lost(self) -> tuple[str, ...]:
        """The declarations that cannot be used: plansystem.yaml, and known findings that do not say which they are."""
        declared = (PLANSYSTEM,) if self.loaded.plansystem is None else ()
        return (*declared, *sorted(self.loaded.lost_avvik))

    @property
    def unusable(self) -> str:
        """The declaration without which the rules cannot be tried, or "": without its list, what is known would be new.

        The one place that says when a declaration cannot be used. A fault that leaves it usable is a finding like any.
        """
        return next(iter(self.lost), "")


def usable(system: System) -> Register:
    """Give the register. Raises UsageError where plansystem.yaml cannot be used, so that there is none."""
    if system.register is None:
        raise UsageError(UNUSABLE)
    return system.register


def judgeable(system: System) -> Register:
    """Give the register of a plan system whose findings are going to be told.

    Raises UsageError where plansystem.yaml or a known finding cannot be used: what is known would be told as new.
    """
    register = usable(system)
    if system.unusable:
        raise UsageError(_UNUSABLE_AVVIK, fil=system.unusable)
    return register


def _broken(loaded: Loaded, linked: Linked) -> dict[str, frozenset[str]]:
    empty: frozenset[str] = frozenset()
    names = set(loaded.broken) | set(linked.broken)
    return {name: loaded.broken.get(name, empty) | linked.broken.get(name, empty) for name in names}


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Stop looking for garbage: what is made while loading and judging lives on, and looking doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(root: Path, path: str) -> bytes | OSError:
    try:
        return read_file(root / path)
    except OSError as error:
        return error


def open_system(root: Path, today: date) -> System:
    """Read and link the plan system in a folder.

    Raises UsageError when the folder holds no plan system or cannot be read.
    """
    if half := broken_off(root):
        raise UsageError(half)
    if not (root / "plans").is_dir():
        raise UsageError(
            N_("Fant ikke mappen plans/ i {mappe}. Kjør planlint i mappen som har plans/, eller bruk --root."),
            mappe=root,
        )
    if not (root / "plans").resolve().is_relative_to(root.resolve()):
        raise UsageError(
            N_("Mappen plans/ i {mappe} er en lenke ut av mappen, og blir ikke lest. Bruk --root."), mappe=root
        )
    try:
        files = find_files(root)
    except OSError as error:
        raise UsageError(
            N_("Mappen {mappe} kan ikke leses: {grunn}."), mappe=error.filename, grunn=why(error)
        ) from None
    something_to_read(root, files)
    with no_garbage_collection():
        contents = {file.path: _read(root, file.path) for file in files}
        return link_system(root, contents, load_files(files, contents), today)


def something_to_read(root: Path, files: list[SourceFile]) -> None:
    """See to it that files make a plan system. Raises UsageError where there are none, or no plansystem.yaml."""
    if not files:
        text = N_("Det er ingen YAML-filer i {mappe}. Et plansystem trenger minst plans/plansystem.yaml.")
        raise UsageError(text, mappe=root / "plans")
    if not any(file.path == PLANSYSTEM for file in files):
        raise UsageError(
            N_("Fant ikke {plansystem} i {mappe}. Den filen sier hvilke plantyper, sektorer og regler kommunen har."),
            plansystem=PLANSYSTEM,
            mappe=root,
        )


def system_of(
    root: Path,
    files: list[SourceFile],
    contents: Mapping[str, bytes | OSError],
    today: date,
    shared: Unchanged | None = None,
) -> System:
    """Link a plan system whose files have been read from elsewhere than the disk: `planlint.change.revision`.

    `shared` is as for `load_files`.
    """
    with no_garbage_collection():
        return link_system(root, dict(contents), load_files(files, contents, shared), today)


def link_system(root: Path, contents: dict[str, bytes | OSError], loaded: Loaded, today: date) -> System:
    """Link what has been read (or changed in memory: `planlint.ahead.whatif`) into a plan system."""
    if loaded.plansystem is None:
        return System(root, contents, loaded, Linked(), None)
    linked = Linker(loaded, loaded.plansystem).link()
    register = Register(
        loaded.plansystem,
        loaded.entities,
        today,
        opaque=frozenset(loaded.opaque),
        assumed=linked.assumed,
        broken=_broken(loaded, linked),
        missing=linked.missing,
    )
    return System(root, contents, loaded, linked, register)


def unchanged(system: System, contents: Mapping[str, bytes | OSError]) -> Unchanged:
    """Give what was read of a plan system without a fault, of files that say the same in `contents`."""
    faulty = {finding.place.file for _, finding in system.loaded.findings}

    def is_same(path: str) -> bool:
        return path not in faulty and system.contents[path] == contents.get(path)

    known: dict[str, list[KnownAvvik]] = defaultdict(list)
    for one in system.loaded.avvik:
        known[one.file].append(one)
    entities = (entity for those in system.loaded.entities.values() for entity in those.values())
    return Unchanged(
        system.loaded.plansystem if system.loaded.plansystem and is_same(PLANSYSTEM) else None,
        {path: those for path, those in known.items() if is_same(path)},
        {entity.file: entity for entity in entities if is_same(entity.file)},
    )
