"""Open a plan system and find what a command is about in it, or stop with a sentence: the same one in every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.cli.common import Stopp, the_day, the_root

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.base.marks import Ord
    from planlint.check.request import Request
    from planlint.check.run import Checked
    from planlint.model import Enhet, Plan
    from planlint.register.register import Register
    from planlint.system.system import System


def open_or_stop(root: Path | None, day: date | None) -> System:
    """Open a plan system, also one whose plansystem.yaml cannot be used."""
    from planlint.system.system import UsageError, open_system  # noqa: PLC0415 - start-up time is a feature

    try:
        return open_system(the_root(root), the_day(day))
    except UsageError as error:
        raise Stopp(error.melding) from None


def open_register(root: Path | None, day: date | None) -> tuple[System, Register]:
    """Open a plan system that is going to be asked about; its plansystem.yaml must be usable."""
    system = open_or_stop(root, day)
    return system, register_of(system)


def checked(root: Path, request: Request) -> Checked:
    """Check a plan system; its plansystem.yaml may be one that cannot be used."""
    from planlint.check.run import check  # noqa: PLC0415 - as above
    from planlint.system.system import UsageError  # noqa: PLC0415 - as above

    try:
        return check(root, request)
    except UsageError as error:
        raise Stopp(error.melding) from None


def register_of(system: System) -> Register:
    """Give the register; stop where plansystem.yaml cannot be used."""
    from planlint.system.system import UsageError, usable  # noqa: PLC0415 - as above

    try:
        return usable(system)
    except UsageError as error:
        raise Stopp(error.melding) from None


def entity(system: System, name: str) -> Enhet:
    """Give the entity that an id, or kind/id, means; or say that its file cannot be read, or ask what was meant."""
    from planlint.system.one_entity import one_entity  # noqa: PLC0415 - as above
    from planlint.system.system import UsageError  # noqa: PLC0415 - as above

    try:
        return one_entity(system, name)
    except UsageError as error:
        raise Stopp(error.melding) from None


def plan(system: System, name: str, wrong: Ord) -> Plan:
    """Give the plan that a name means, as `entity`; `wrong` is what to say where it means something else."""
    from planlint.model import Plan  # noqa: PLC0415 - as above

    found = entity(system, name)
    if not isinstance(found, Plan):
        raise Stopp(wrong, navn=found.entity)
    return found


def stop_at_unread(system: System, kind: str, ids: Iterable[str]) -> None:
    """Stop where the file of one of these cannot be read, before it is called unknown."""
    from planlint.system.one_entity import unread  # noqa: PLC0415 - as above

    for id_ in ids:
        if (kind, id_) in system.loaded.opaque:
            raise Stopp(unread(system, f"{kind}/{id_}"))
