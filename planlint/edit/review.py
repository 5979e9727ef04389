"""Write that somebody has gone through something and found it as it was, and move `ajourført` when all is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register import last_seen, reviewable, unseen
from planlint.source import PLANSYSTEM
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from planlint.edit.workspace import Workspace
    from planlint.model import Enhet
    from planlint.register import Register


def mark_unchanged(work: Workspace, entities: Collection[Enhet], day: date) -> None:
    """Write the day on which each of these was gone through; a later day that is there stays.

    Raises UsageError for a kind that is not gone through by itself, and EditError.
    """
    for entity in entities:
        if "gjennomgaatt" not in type(entity).model_fields:
            text = N_("{navn} går ingen gjennom for seg. Det gjelder planer, tiltak, indikatorer og utfordringer.")
            raise UsageError(text, navn=entity.entity)
        known = getattr(entity, "gjennomgaatt", None)
        if known is None or known < day:
            work.open(entity.file, entity.kind).set(("gjennomgått",), day)


def up_to_date(register: Register, marked: Collection[str], day: date) -> date | None:
    """Give the day that `ajourført` can say once these (kind/id) are gone through on a day; None where it stays.

    It is the oldest of the days that things were seen, and none as long as somebody has to look at something.
    """
    if register.opaque or any(entity.entity not in marked for entity in unseen(register)):
        return None
    days = []
    for entity in reviewable(register):
        seen = last_seen(register, entity)
        days += [day] if entity.entity in marked else [seen.day] if seen else []
    new, old = min(days, default=None), register.plansystem.ajourfoert
    return new if new and (old is None or old < new) else None


def move_ajourfoert(work: Workspace, register: Register, marked: Collection[str], day: date) -> date | None:
    """Write in plansystem.yaml the day that the register now describes, and give it; None where it stays.

    Raises EditError.
    """
    new = up_to_date(register, marked, day)
    if new:
        work.open(PLANSYSTEM, "plansystem").set(("ajourført",), new)
    return new
