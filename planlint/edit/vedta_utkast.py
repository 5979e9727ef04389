"""What an adoption makes of the drafts of a plan: those of which nobody has said another thing, become goals.

A draft with `blir` has become something else, or nothing, and stays as the memory of it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import N_, Message, TypedCode
from planlint.register import goals_without_answer, open_utkast, unanswered
from planlint.system import UsageError

if TYPE_CHECKING:
    from planlint.edit.workspace import Workspace
    from planlint.model import Maal, Plan
    from planlint.register import Register


def ready_utkast(register: Register, plan: Plan) -> list[Maal]:
    """Give the drafts that an adoption of their plan makes goals of.

    Raises UsageError where two are variants of one goal, or one stands under a draft that was not adopted.
    """
    drafts = open_utkast(register, plan)
    _one_of_each(drafts)
    for draft in drafts:
        _stands_on_something(register, draft)
    return drafts


def adopt_utkast(work: Workspace, register: Register, plan: Plan) -> None:
    """Turn the open drafts of a plan that is adopted into goals, all of them or none. Raises as `ready_utkast`."""
    drafts = ready_utkast(register, plan)
    for draft in drafts:
        document = work.open(draft.file, draft.kind)
        for name in ("utkast", "variant"):
            if name in document.data:
                document.remove((name,))
    _tell(work, register, plan, len(drafts))


def _one_of_each(drafts: list[Maal]) -> None:
    """Raise UsageError where several drafts have one number in one place: only one of them can be adopted."""
    alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for draft in drafts:
        if draft.nummer:
            alike[draft.type, draft.overordnet, draft.nummer].append(draft.id)
    for (_, _, number), ids in alike.items():
        if len(ids) > 1:
            text = N_(
                "Flere utkast har nummer {nummer}: `{ider}`. Skriv først `blir` i filene til dem som ikke ble vedtatt "
                "som de står."
            )
            raise UsageError(text, nummer=number, ider=", ".join(ids))


def _stands_on_something(register: Register, draft: Maal) -> None:
    """Raise UsageError where the goal above a draft is a draft that became something else, or one of another plan."""
    over = register.find_maal(draft.overordnet)
    if over and over.utkast and (over.blir or over.plan != draft.plan):
        text = N_(
            "`{id}` står under utkastet `{over}`, som ikke blir vedtatt som det står. Rett `overordnet` i filen først."
        )
        raise UsageError(text, id=draft.id, over=over.id)


def _tell(work: Workspace, register: Register, plan: Plan, number: int) -> None:
    if number:
        work.notes.append(Message.of_text(N_("Utkast som blir mål i planen: {n}."), n=number))
    if left := len(unanswered(register, plan)):
        text = N_("Merk: registeret viser ikke svaret på {n} innspill til planen. Skriv `svar` i filene.")
        work.notes.append(Message.of_text(text, n=left))
    if old := goals_without_answer(register, plan):
        text = N_(
            "Merk: registeret viser ikke om {n} mål i planen som blir erstattet, føres videre. Skriv `viderefører` i "
            "de nye målene, eller `blir` med `utfall: utgått` i de gamle: {maal}."
        )
        work.notes.append(Message.of_text(text, n=len(old), maal=[TypedCode(maal.id) for maal in old]))
