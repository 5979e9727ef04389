"""Goals under goals of plans that nothing ties to their own, and what several such links have in common (for PL213)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import NOT_VEDTATT
from planlint.register.medvirkning import draft_above
from planlint.register.traad import is_tied_to, upwards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Innspill, Maal, Plan
    from planlint.register.register import Register

    Group = tuple[Maal | Plan, list["UntiedGoal"]]

_TWO = 2


class UntiedGoal(NamedTuple):
    """A goal and the one above it, with their two plans, which nothing ties together."""

    maal: Maal
    over: Maal
    egen: Plan
    annen: Plan


def untied_goals(register: Register) -> Iterator[UntiedGoal]:
    """Yield goals whose plan is neither that of the goal above nor tied to it; rings and wrong types are left out."""
    tied: dict[tuple[str, str], bool] = {}
    for maal in register.maal.values():
        over, own = register.find_maal(maal.overordnet), register.find_plan(maal.plan)
        its = register.find_plan(over.plan) if over else None
        if over is None or own is None or its is None or register.is_in_ring(maal):
            continue
        pair = own.id, its.id
        if pair not in tied:
            tied[pair] = is_tied_to(register, own, its)
        if not tied[pair] and _fits_under(register, maal, over) and not draft_above(register, maal):
            yield UntiedGoal(maal, over, own, its)


def decisions_elsewhere(register: Register) -> Iterator[tuple[Plan, int, int, Maal, Plan]]:
    """Yield decisions of a plan that are said to be about a goal of another plan, which nothing ties to it.

    The plan, the numbers of the event and of the goal in it, the goal, and the goal's plan.
    """
    for plan in register.planer.values():
        for number, event in enumerate(plan.hendelser):
            for at, id_ in enumerate(event.maal):
                maal = register.find_maal(id_)
                its = register.find_plan(maal.plan) if maal else None
                if maal and its and not (is_tied_to(register, plan, its) or is_tied_to(register, its, plan)):
                    yield plan, number, at, maal, its


def input_elsewhere(register: Register) -> Iterator[tuple[Innspill, Plan, Maal, Plan]]:
    """Yield input to one plan that is about drafts alone, all of plans that nothing ties to it.

    The input, its plan, the first of the drafts, and the plan of that. Input may well be about an adopted goal of any
    plan, but a draft is nothing outside the work on its own.
    """
    for item in register.innspill.values():
        own = register.find_plan(item.plan)
        drafts = [draft for id_ in item.maal if (draft := register.find_maal(id_)) and draft.utkast]
        found = [(draft, its) for draft in drafts if (its := register.find_plan(draft.plan))]
        if own is None or not found or len(found) < len(item.maal):
            continue
        if not any(_is_near(register, own, its) for _, its in found):
            yield item, own, *found[0]


def _is_near(register: Register, one: Plan, other: Plan) -> bool:
    """Tell whether two plans are tied either way, or one comes in the other's place."""
    if one in register.etterfoelgere(other) or other in register.etterfoelgere(one):
        return True
    return is_tied_to(register, one, other) or is_tied_to(register, other, one)


def _fits_under(register: Register, maal: Maal, over: Maal) -> bool:
    """Tell whether PL208 has nothing to say of a goal's type under another: of what is being made it never has."""
    maaltype, plan = register.maaltype(maal), register.find_plan(maal.plan)
    if plan and register.status(plan) in NOT_VEDTATT:
        return True
    return maaltype is None or not maaltype.under or over.type in maaltype.under


def grouped(register: Register, links: Iterable[UntiedGoal]) -> Iterator[Group]:
    """Yield what links have in common, with those links: each link is in one group.

    A plan, whose goals stand under several goals of one other plan; a goal that most of its own links are among, and
    that would be tied to those around it in some other plan; a plan that several goals are of; or a goal and its one
    link.
    """
    left: list[UntiedGoal] = []
    for those in _by_plans(links):
        if set.intersection(*map(_ends, those)):
            left += those
        else:
            yield those[0].egen, those
    taken: set[str] = set()
    for maal, those in _by_goal(register, left, taken):
        yield maal, those
    for those in _by_plans(link for link in left if link.maal.id not in taken):
        yield (those[0].egen if len(those) >= _TWO else those[0].maal), those


def _ends(link: UntiedGoal) -> set[str]:
    return {link.maal.id, link.over.id}


def _by_plans(links: Iterable[UntiedGoal]) -> list[list[UntiedGoal]]:
    pairs: dict[tuple[str, str], list[UntiedGoal]] = defaultdict(list)
    for link in links:
        pairs[link.egen.id, link.annen.id].append(link)
    return [*pairs.values()]


def _by_goal(register: Register, links: list[UntiedGoal], taken: set[str]) -> Iterator[Group]:
    """Yield goals with more than half of their links up and down among these, those with most first.

    The ids of the goals whose links are yielded are added to `taken`.
    """
    at: dict[str, list[UntiedGoal]] = defaultdict(list)
    for link in links:
        for id_ in _ends(link):
            at[id_].append(link)
    for id_ in sorted(at, key=lambda id_: (-len(at[id_]), id_)):
        maal = register.every_maal[id_]
        around = len(register.maal_below(maal)) + bool(register.find_maal(maal.overordnet))
        those = [link for link in at[id_] if link.maal.id not in taken]
        if len(those) >= _TWO and len(those) * 2 > around and _has_fitting_plan(register, maal, those):
            taken |= {link.maal.id for link in those}
            yield maal, those


def _has_fitting_plan(register: Register, maal: Maal, links: list[UntiedGoal]) -> bool:
    """Tell whether there is a plan that the goal could be in, to be tied to the one above it and to those below."""
    above = register.find_maal(maal.overordnet)
    over = register.find_plan(above.plan) if above else None
    below = {link.egen.id: link.egen for link in links if link.over.id == maal.id}
    found = [{step.node.id for step in upwards(register, plan) if step.node.kind == "plan"} for plan in below.values()]
    common = [register.planer[id_] for id_ in sorted(set.intersection(*found))]
    return any(over is None or is_tied_to(register, plan, over) for plan in common)
