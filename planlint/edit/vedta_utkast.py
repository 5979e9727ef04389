"""What an adoption makes of the drafts of a plan: those of which nobody has said another thing, become goals.

A draft with `blir` has become something else, or nothing, and stays as the memory of it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.register import goals_without_answer, open_utkast, unanswered
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.edit.workspace import Workspace
    from planlint.model import Maal, Plan
    from planlint.register import Register


def ready_utkast(register: Register, plan: Plan) -> list[Maal]:
    """Give the drafts that an adoption of their plan makes goals of.

    Raises UsageError where two are variants of one goal, or one stands under a draft that was not adopted.
    """
    drafts = open_utkast(register, plan)
    for number, those in _alike(drafts):
        text = N_(
            "Flere utkast har nummer {nummer}: {utkast}. Skriv først `blir` i filene til dem som ikke ble vedtatt "
            "som de står."
        )
        raise UsageError(text, nummer=number, utkast=_listed(map(_with_id, those)))
    for draft, over in _on_nothing(register, drafts):
        text = N_(
            "Utkastet {utkast} står under utkastet {over}, som ikke blir vedtatt som det står. Rett `overordnet` i "
            "filen først."
        )
        raise UsageError(text, utkast=_with_id(draft), over=_with_id(over))
    return drafts


def unclear_utkast(register: Register, plan: Plan) -> list[Message]:
    """Give what must be settled before an adoption can be recorded, by titles, for those who are to decide it."""
    drafts = open_utkast(register, plan)
    choice = N_("Flere utkast har nummer {nummer}: {utkast}. Bare ett av dem kan bli mål i planen.")
    loose = N_("Utkastet {utkast} står under {over}, som ikke blir vedtatt som det står.")
    alike = [
        Message.of_text(choice, nummer=number, utkast=_listed(map(_named, those))) for number, those in _alike(drafts)
    ]
    return alike + [
        Message.of_text(loose, utkast=_named(draft), over=_named(over)) for draft, over in _on_nothing(register, drafts)
    ]


def _listed(those: Iterable[Message]) -> Message:
    """Give several with commas between, each in quotes of its own."""
    return reduce(lambda one, other: Message("{en}, {annen}", (("en", one), ("annen", other))), those)


def _named(draft: Maal) -> Message:
    """Name a draft by its title, and by its variant where it has one."""
    if draft.variant:
        return Message.of_text(N_("«{tittel}» ({variant})"), tittel=draft.full_title, variant=draft.variant)
    return Message.of_text(N_("«{tittel}»"), tittel=draft.full_title)


def _with_id(maal: Maal) -> Message:
    """Name a goal by its title, with the id that its file has: somebody is to find that and change it."""
    return Message.of_text(N_("«{tittel}» (`{id}`)"), tittel=maal.full_title, id=maal.id)


def adopt_utkast(work: Workspace, register: Register, plan: Plan) -> None:
    """Turn the open drafts of a plan that is adopted into goals, all of them or none. Raises as `ready_utkast`."""
    drafts = ready_utkast(register, plan)
    for draft in drafts:
        document = work.open(draft.file, draft.kind)
        for name in ("utkast", "variant"):
            if name in document.data:
                document.remove((name,))
    _tell(work, register, plan, len(drafts))


def _alike(drafts: list[Maal]) -> list[tuple[str, list[Maal]]]:
    """Give the drafts that have one number in one place, by that: only one of them can be adopted."""
    alike: dict[tuple[str, str | None, str], list[Maal]] = defaultdict(list)
    for draft in drafts:
        if draft.nummer:
            alike[draft.type, draft.overordnet, draft.nummer].append(draft)
    return [(number, those) for (_, _, number), those in alike.items() if len(those) > 1]


def _on_nothing(register: Register, drafts: list[Maal]) -> Iterator[tuple[Maal, Maal]]:
    """Yield drafts with the one above, where that is one that became something else, or is of another plan."""
    for draft in drafts:
        over = register.find_maal(draft.overordnet)
        if over and over.utkast and (over.blir or over.plan != draft.plan):
            yield draft, over


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
        work.notes.append(Message.of_text(text, n=len(old), maal=_listed(map(_with_id, old))))
