"""Open a plan system and find what a command is about in it, or stop with a sentence: the same one in every command."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Message
from planlint.cli.common import CommandStop, the_day, the_root
from planlint.cli.told import warn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.base import Ord
    from planlint.check import Checked, Request
    from planlint.model import Enhet, Plan
    from planlint.register import Register
    from planlint.system import System


LEFT_OUT = 1
"""The exit code where what was asked for is done, but for files that cannot be read."""


def open_or_stop(root: Path | None, day: date | None) -> System:
    """Open a plan system, also one whose plansystem.yaml cannot be used."""
    from planlint.system import UsageError, open_system

    try:
        return open_system(the_root(root), the_day(day))
    except UsageError as error:
        raise CommandStop(error.melding) from None


def open_register(root: Path | None, day: date | None) -> tuple[System, Register]:
    """Open a plan system that is going to be asked about; its plansystem.yaml must be usable."""
    system = open_or_stop(root, day)
    return system, register_of(system)


def tell_of_held_back(root: Path) -> None:
    """Say in a line where only some of the files are here: what refers to the others looks like a fault."""
    from planlint.source import PLANS, is_sparse

    if not is_sparse(root):
        return  # as nearly always: git need not be asked
    from planlint.change import GitError, held_back

    with suppress(GitError):
        if held := held_back(root, PLANS):
            rest = N_("Det som viser til dem, ser ut som feil. Hent ut alle: `git sparse-checkout disable`.")
            text = NN_(
                "planlint: {mappe}: {n} fil i plans/ er ikke hentet ut hit.",
                "planlint: {mappe}: {n} filer i plans/ er ikke hentet ut hit.",
            )
            warn(text, Message.of_text(rest), mappe=root, n=held)


def checked(root: Path, request: Request) -> Checked:
    """Check a plan system; its plansystem.yaml may be one that cannot be used."""
    from planlint.check import check
    from planlint.system import UsageError

    try:
        return check(root, request)
    except UsageError as error:
        raise CommandStop(error.melding) from None


def register_of(system: System) -> Register:
    """Give the register; stop where plansystem.yaml cannot be used."""
    from planlint.system import UsageError, usable

    try:
        return usable(system)
    except UsageError as error:
        raise CommandStop(error.melding) from None


def judgeable_register(system: System) -> Register:
    """Give the register of a plan system whose findings are told; stop where a declaration cannot be used."""
    from planlint.system import UsageError, judgeable

    try:
        return judgeable(system)
    except UsageError as error:
        raise CommandStop(error.melding) from None


def entity(system: System, name: str) -> Enhet:
    """Give the entity that an id, or kind/id, means; or say that its file cannot be read, or ask what was meant."""
    from planlint.system import UsageError, find_entity

    try:
        return find_entity(system, name)
    except UsageError as error:
        raise CommandStop(error.melding) from None


def place_of(system: System, name: str) -> tuple[str, str]:
    """Give the file and kind of what an id, or kind/id, means, also where the file has a fault that is to be mended."""
    from planlint.system import UsageError, find_place

    try:
        return find_place(system, name)
    except UsageError as error:
        raise CommandStop(error.melding) from None


def tell_left_out(system: System) -> int:
    """Tell which files cannot be read and are left out of what is shown or written; give the exit code."""
    from planlint.system import unread_files

    lost = unread_files(system)
    if lost:
        warn(N_("Disse filene kan ikke leses, og er ikke med: {filer}. Kjør `planlint check`."), filer=", ".join(lost))
    return LEFT_OUT if lost else 0


def plan(system: System, name: str, wrong: Ord) -> Plan:
    """Give the plan that a name means, as `entity`; `wrong` is what to say where it means something else."""
    from planlint.model import Plan

    found = entity(system, name)
    if not isinstance(found, Plan):
        raise CommandStop(wrong, navn=found.entity)
    return found


def stop_at_unread(system: System, kind: str, ids: Iterable[str]) -> None:
    """Stop where the file of one of these cannot be read, before it is called unknown."""
    from planlint.system import unread

    for id_ in ids:
        if (kind, id_) in system.loaded.opaque:
            raise CommandStop(unread(system, f"{kind}/{id_}"))
