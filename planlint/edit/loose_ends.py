"""What points at drafts that never become goals: it hangs loose, and only a person can say where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.edit.pointers import is_relevant
from planlint.model import Indikator, Maal, Plan, Tiltak, Utfordring
from planlint.register import medvirkning
from planlint.text import alphabetical

if TYPE_CHECKING:
    from planlint.model import Enhet
    from planlint.register import Register


class LooseEnd(NamedTuple):
    """A draft or a goal that is not carried on, the goals that it became, and what points at it today."""

    maal: Maal
    ble: tuple[Maal, ...]
    enheter: tuple[Enhet, ...]


def find_loose_ends(register: Register, plan: Plan) -> list[LooseEnd]:
    """Give the drafts of a plan of which is told what they became, where something in force or under work is under."""
    drafts = [draft for draft in medvirkning(register).utkast.get(plan.id, ()) if draft.blir]
    found = ((draft, _became(register, draft), who_points_at(register, draft)) for draft in drafts)
    return [LooseEnd(draft, became, who) for draft, became, who in found if who]


def _became(register: Register, draft: Maal) -> tuple[Maal, ...]:
    return tuple(maal for blir in draft.blir if (maal := register.find_maal(blir.maal)))


def who_points_at(register: Register, maal: Maal) -> tuple[Enhet, ...]:
    """Give the plans, goals, measures, indicators and challenges in use that name a goal or a draft, by title."""
    every = (*register.planer.values(), *register.every_maal.values(), *register.tiltak.values(),
             *register.indikatorer.values(), *register.utfordringer.values())  # fmt: skip
    found = [entity for entity in every if maal.id in _named_by(entity) and is_relevant(register, entity)]
    return tuple(sorted(found, key=lambda one: (one.kind, alphabetical(one.tittel), one.id)))


def _named_by(entity: Enhet) -> tuple[str | None, ...]:
    match entity:
        case Plan():
            return tuple(anchor.maal for anchor in entity.forankring)
        case Maal():
            return () if entity.blir else (entity.overordnet,)
        case Tiltak() | Indikator() | Utfordring():
            return entity.maal
        case _:
            return ()
