"""What others call: read a plan system, check it. No clock, no terminal, no exit here."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint import avvik, unntak
from planlint.engine import Settings, diagnose
from planlint.link import Linked, Linker
from planlint.load import Loaded, load
from planlint.register import Register
from planlint.report import Locator, Report, make_report
from planlint.settings import read_settings
from planlint.source.find import AVVIK, PLANSYSTEM, find_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from planlint.diagnostic import Diagnostic, Finding


class UsageError(Exception):
    """planlint was used wrongly, or there is nothing to check; the text is for the user. Exit code 2."""


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


def _broken(loaded: Loaded, linked: Linked) -> dict[str, frozenset[str]]:
    empty: frozenset[str] = frozenset()
    names = set(loaded.broken) | set(linked.broken)
    return {name: loaded.broken.get(name, empty) | linked.broken.get(name, empty) for name in names}


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
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
        with (root / path).open("rb", buffering=0) as file:
            return file.read()
    except OSError as error:
        return error


def open_system(root: Path, today: date) -> System:
    """Read and link the plan system in a folder.

    Raises UsageError when the folder holds no plan system or cannot be read.
    """
    if not (root / "plans").is_dir():
        message = f"Fant ikke mappen plans/ i {root}. Kjør planlint i mappen som har plans/, eller bruk --root."
        raise UsageError(message)
    try:
        files = find_files(root)
    except OSError as error:
        message = f"Mappen {error.filename} kan ikke leses: {error.strerror}."
        raise UsageError(message) from None
    if not files:
        message = f"Det er ingen YAML-filer i {root / 'plans'}. Et plansystem trenger minst plans/plansystem.yaml."
        raise UsageError(message)
    if not any(file.path == PLANSYSTEM for file in files):
        message = f"Fant ikke {PLANSYSTEM} i {root}. Den filen sier hvilke plantyper, sektorer og regler kommunen har."
        raise UsageError(message)
    with _no_garbage_collection():
        contents = {file.path: _read(root, file.path) for file in files}
        return link(root, contents, load(files, contents), today)


def link(root: Path, contents: dict[str, bytes | OSError], loaded: Loaded, today: date) -> System:
    """Link what has been read (or changed in memory: `planlint.whatif`) into a plan system."""
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
    )
    return System(root, contents, loaded, linked, register)


def _diagnostics(
    system: System, settings: Settings, faults: list[tuple[str, Finding]], today: date, locator: Locator
) -> list[Diagnostic]:
    """Give every finding, marked new, known or suppressed, and the findings about those marks themselves."""
    before = [*system.loaded.findings, *faults, *system.linked.findings]
    with _no_garbage_collection():
        found = diagnose(system.register, before, settings, system.broken)
    about: list[Diagnostic] = []
    if known := system.loaded.avvik:
        found, matched = avvik.apply(found, known, today)
        about += avvik.stale(known, matched, settings, today)
    exceptions, wrong = unntak.find(system.contents)
    if exceptions or wrong:
        exceptions = [item for item in exceptions if settings.runs("PL902") or not item.expired(today)]
        found, used = unntak.apply(found, exceptions, locator)
        since = system.loaded.plansystem.ajourfoert if system.loaded.plansystem else None
        about += unntak.judge(exceptions, used, wrong, settings, today, since)
    return found + about


def diagnostics(system: System, day: date, select: tuple[str, ...] = ()) -> list[Diagnostic]:
    """Give every finding of a plan system on any day, marked as in a check; without places, so it is quick."""
    plansystem, register = system.loaded.plansystem, system.register
    settings, faults = read_settings(plansystem, select) if plansystem else (Settings(select=select), [])
    moved = replace(system, register=register.at(day)) if register else system
    return _diagnostics(moved, settings, faults, day, Locator(system.contents))


def _changed_since(system: System, rev: str) -> list[tuple[str, Finding]]:
    from planlint.git import GitError  # noqa: PLC0415 - only --since asks git
    from planlint.siden import siden  # noqa: PLC0415 - as above

    try:
        return siden(system, rev)
    except GitError as error:
        message = f"--since {rev}: {error}"
        raise UsageError(message) from None


def _with_old_words(system: System, found: list[Diagnostic]) -> list[Diagnostic]:
    if not any(item.code == "PL210" for item in found):
        return found
    from planlint.historikk import med_gamle_ord  # noqa: PLC0415 - only a suspect anchor asks git

    return med_gamle_ord(system, found)


def check(  # noqa: PLR0913 - one argument per option
    root: Path,
    today: date,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
    lang: str | None = None,
    since: str | None = None,
) -> Report:
    """Check the plan system in a folder as of a day.

    `select` and `ignore` are codes or beginnings of codes; `only` are paths from the root to report on (the whole
    system is judged all the same); `lang` goes before the plan system's own language; `since` is a git revision: goals
    that have changed after it make anchors without a mark suspect. Raises UsageError when there is nothing to check.
    """
    system = open_system(root, today)
    return check_system(system, today, select=select, ignore=ignore, only=only, lang=lang, since=since)


def check_system(  # noqa: PLR0913 - one argument per option
    system: System,
    today: date,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
    lang: str | None = None,
    since: str | None = None,
) -> Report:
    """Check a plan system that has been read; as `check`."""
    plansystem = system.loaded.plansystem
    settings = Settings(select=select, ignore=ignore)
    faults: list[tuple[str, Finding]] = []
    if plansystem is not None:
        settings, faults = read_settings(plansystem, select, ignore)
    if since is not None:
        faults = [*faults, *_changed_since(system, since)]
    locator = Locator(system.contents)
    broken = plansystem is None or system.loaded.faults(PLANSYSTEM) or system.loaded.faults(AVVIK)
    return make_report(
        _with_old_words(system, _diagnostics(system, settings, faults, today, locator)),
        locator,
        files=len(system.contents),
        root=str(system.root),
        today=today,
        only=() if broken else only,
        configuration_broken=broken,
        language=lang or (plansystem.spraak if plansystem else "nb"),
    )
