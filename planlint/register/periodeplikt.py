"""What the council adopts once in each valgperiode: whether it did, in time, and whether that is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.law import bestemmelser
from planlint.register.livsloep.valg import TERM, earliest_konstituering, konstituering, kontrollplan_frist, valgaar
from planlint.register.lovkrav import is_by_kommunestyret

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from planlint.model import Hendelse, Plan
    from planlint.register.register import Register

    Vote = tuple[Plan, Hendelse]


def council_votes(register: Register, plans: Iterable[Plan]) -> list[Vote]:
    """Give the council's own adoptions of these plans, oldest first; what is only noted is none."""
    votes = [(plan, event) for plan in plans for event in register.vedtak(plan) if event.hva != "til_orientering"]
    own = [vote for vote in votes if is_by_kommunestyret(register.plansystem, vote[1])]
    return sorted(own, key=lambda vote: (vote[1].dato.slutt, vote[0].id))


def votes_since(register: Register, plans: Iterable[Plan], day: date) -> list[Vote]:
    """Give the council's own adoptions on or after a day, oldest first."""
    return [vote for vote in council_votes(register, plans) if vote[1].dato.slutt >= day]


def votes_of_term(register: Register, plans: Iterable[Plan], year: int) -> list[Vote]:
    """Give the council's own adoptions since the council of an election year can have been constituted."""
    return votes_since(register, plans, earliest_konstituering(register.plansystem, year))


def sitting(register: Register) -> int:
    """Give the election year of the council that sits."""
    year = valgaar(register.today.year)
    return year - TERM if konstituering(register.plansystem, year) > register.today else year


def due_term(register: Register, law: str) -> int | None:
    """Give the election year of the newest term whose last day for such a plan is over; None before the law applied."""
    system, today = register.plansystem, register.today
    year = valgaar(today.year)
    while kontrollplan_frist(system, year) >= today:
        year -= TERM
    return year if bestemmelser()[law].applies_on(konstituering(system, year)) else None


def is_vote_late(register: Register, vote: Vote, year: int) -> bool:
    """Tell whether a vote of a term was surely after the last day for making such a plan, and by the term's council."""
    day, system = vote[1].dato, register.plansystem
    after = kontrollplan_frist(system, year) < day.start < earliest_konstituering(system, year + TERM)
    return after and not vote[1].usikker
