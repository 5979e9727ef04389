"""What follows from a change, as facts: the words are made at output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from planlint.model import TidspunktValue
    from planlint.register import Overskredet


class Ref(NamedTuple):
    """A plan, a goal or anything else by its name in reports, and its title."""

    entity: str
    tittel: str


class Move(NamedTuple):
    """A plan whose links upwards break: what it loses, what could take its place, and what it has above it still."""

    plan: Ref
    fra: tuple[Ref, ...]
    til: tuple[Ref, ...]
    har: tuple[Ref, ...] = ()


class Ended(NamedTuple):
    """A plan or a goal that is in force no longer, and why.

    A plan: removed, replaced (by whom), period (when it ended) or status. A goal: removed, or its plan (`by` names it)
    is in force no longer ("plan") or removed ("plan_removed"); `heirs` are the goals in force that say they continue
    it, and `plans` what replaces its plan; `bare` where the register has no goals in any of those. Not `own`: what
    replaces a plan of the municipality's is decided by another, and nothing shows that the municipality ended its own.
    """

    entity: str
    tittel: str
    why: Literal["removed", "replaced", "period", "status", "plan", "plan_removed"]
    by: tuple[Ref, ...] = ()
    tid: TidspunktValue | None = None
    status: str | None = None
    heirs: tuple[Ref, ...] = ()
    plans: tuple[Ref, ...] = ()
    bare: bool = False
    own: bool = True


class Resting(NamedTuple):
    """A goal that is followed up, or only by something not in force, and the plans that do it themselves.

    `states` tells of each of these plans what it lacks: "period" is one that is over its period, "adoption" one that is
    not known to be adopted, "" neither.
    """

    entity: str
    tittel: str
    by: tuple[Ref, ...] = ()
    states: tuple[str, ...] = ()


class LawChange(NamedTuple):
    """A provision that is answered otherwise than before: the words of `planlint.register.lovdekning`, and by what."""

    id: str
    old: str
    new: str
    plans: tuple[Ref, ...]
    lost: bool


class Late(NamedTuple):
    """A plan that is past a deadline: which deadline, and its time as precisely as the register knows it."""

    plan: Ref
    frist: Overskredet
    tid: TidspunktValue


class EndsSoon(NamedTuple):
    """A plan whose period ends soon, and when, as precisely as the register knows it."""

    plan: Ref
    tid: TidspunktValue


class InTime(NamedTuple):
    """A plan that was past a deadline, and which: the time that it has got instead, or how the plan has ended."""

    plan: Ref
    frist: Overskredet
    tid: TidspunktValue
    ny: TidspunktValue | None = None
    ended: Ended | None = None


class PostLoss(NamedTuple):
    """A row of a plan's budget that names measures which are no longer there: how many of how many."""

    plan: Ref
    budsjett: str
    post: str
    lost: int
    of: int


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a change leads to, on the day. What comes and goes is sorted by title, what hung on it by kind and id."""

    thread_lost: tuple[Ref, ...] = ()
    thread_regained: tuple[Ref, ...] = ()
    unfollowed: tuple[Ref, ...] = ()
    resting: tuple[Resting, ...] = ()
    followed: tuple[Resting, ...] = ()
    promised: tuple[Ref, ...] = ()
    unpromised: tuple[Ref, ...] = ()
    orphans: tuple[Ref, ...] = ()
    law: tuple[LawChange, ...] = ()
    begins: tuple[Ref, ...] = ()
    ends: tuple[Ended, ...] = ()
    expires: tuple[EndsSoon, ...] = ()
    late: tuple[Late, ...] = ()
    in_time: tuple[InTime, ...] = ()
    children: tuple[Move, ...] = ()
    reanchor: tuple[Move, ...] = ()
    goals: tuple[Ended, ...] = ()
    measures: tuple[Ref, ...] = ()
    challenges: tuple[Ref, ...] = ()
    posts: tuple[PostLoss, ...] = ()
    others: tuple[Ref, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return self != Consequences()

    @property
    def law_lost(self) -> tuple[LawChange, ...]:
        """The provisions that are answered less well than before."""
        return tuple(one for one in self.law if one.lost)

    @property
    def law_gained(self) -> tuple[LawChange, ...]:
        """The provisions that are answered better than before."""
        return tuple(one for one in self.law if not one.lost)

    @property
    def affected(self) -> tuple[Ref, ...]:
        """Every plan that the change touches, sorted by id."""
        ended = (Ref(end.entity, end.tittel) for end in self.ends)
        moved = (move.plan for move in (*self.reanchor, *self.children))
        others = (one for one in self.others if one.entity.startswith("plan/"))
        threads = (*self.thread_lost, *self.thread_regained)
        told = [*(one.plan for one in self.expires), *(one.plan for one in self.late)]
        told += [*(one.plan for one in self.in_time), *(one.plan for one in self.posts)]
        return tuple(sorted({*ended, *self.begins, *moved, *others, *threads, *told}))
