"""A yearly account to the council: whether it came in time, often enough, and to the body that the statute names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from planlint.base import add_months
from planlint.law import bestemmelser
from planlint.register.lovkrav import YEARLY, is_by_kommunestyret

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Hendelse, Plan
    from planlint.register.lovplikter import Plikt
    from planlint.register.register import Register

    Vedtak = list[tuple[Plan, Hendelse]]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class AarligMangel:
    """What is wrong with a yearly account: `antall` were given of late; `siste` is the event that shows it, if any.

    `slag` is «ingen» (never), «gammel», «for_faa», «organ» (not the council), «orientering» (only noted, where the
    statute asks for an adoption), «frist» (that year's is not there) or «for_sent» (it came after the deadline). `aar`
    and `frist` are the year it is about, and the last day.
    """

    slag: Literal["ingen", "gammel", "for_faa", "organ", "orientering", "frist", "for_sent"]
    antall: int = 0
    siste: tuple[Plan, Hendelse] | None = None
    aar: int = 0
    frist: date | None = None


def _newest(votes: Sequence[tuple[Plan, Hendelse]]) -> tuple[Plan, Hendelse] | None:
    return max(votes, key=lambda vote: (vote[1].dato.slutt, vote[0].id)) if votes else None


def _year(plan: Plan) -> int | None:
    """Give the year that an account is about, by its period or its title; None where neither tells one."""
    periode = plan.periode
    if periode and periode.fra and periode.til and periode.fra.start.year == periode.til.slutt.year:
        return periode.fra.start.year
    years = set(_YEAR.findall(plan.tittel))
    return int(years.pop()) if len(years) == 1 else None


def _may_be_of(plan: Plan, event: Hendelse, year: int) -> bool:
    """Tell whether an account may be that of a year or a later one: where it tells no year, by when it was adopted."""
    told = _year(plan)
    return event.dato.slutt.year > year if told is None else told >= year


def _due(today: date, months: int) -> tuple[int, date]:
    """Give the newest year whose account is due, and the last day for it."""
    year = today.year - 1
    if add_months(date(year, 12, 31), months) >= today:
        year -= 1
    return year, add_months(date(year, 12, 31), months)


def _by_deadline(register: Register, plikt: Plikt, law: str, votes: Vedtak, own: Vedtak) -> AarligMangel | None:
    """Judge the account of the newest year that is due; of years that began before the law, nothing is said."""
    year, frist = _due(register.today, plikt.frist)
    if date(year, 1, 1) < bestemmelser()[law].first_day:
        return None
    of_year = [vote for vote in own if _year(vote[0]) == year]
    if of_year:
        first = min(of_year, key=lambda vote: (vote[1].dato.start, vote[0].id))
        late = first[1].dato.start > frist and not first[1].usikker
        return AarligMangel("for_sent", 1, first, year, frist) if late else None
    if any(_may_be_of(*vote, year) for vote in own):
        return None
    other = _newest([vote for vote in votes if _may_be_of(*vote, year)])
    return AarligMangel(_told(register, plikt, other) if other else "frist", 0, other or _newest(votes), year, frist)


def _told(register: Register, plikt: Plikt, vote: tuple[Plan, Hendelse]) -> Literal["organ", "orientering"]:
    """Tell what is wrong with a vote that does not count: the council only noted it, or it was another body."""
    noted = plikt.act == "vedtak" and vote[1].hva == "til_orientering"
    return "orientering" if noted and is_by_kommunestyret(register.plansystem, vote[1]) else "organ"


def _by_months(register: Register, plikt: Plikt, law: str, votes: Vedtak, own: Vedtak) -> AarligMangel | None:
    """Judge by what was given in the last 13 months; nothing is late in the first 13 months of a law."""
    if add_months(bestemmelser()[law].first_day, YEARLY) >= register.today:
        return None

    def fresh(found: Vedtak) -> Vedtak:
        return [vote for vote in found if add_months(vote[1].dato.slutt, YEARLY) >= register.today]

    def number(found: Vedtak) -> int:
        return len({(plan.id, event.dato.slutt) for plan, event in fresh(found)})

    if number(own) >= plikt.antall:
        return None
    if number(votes) >= plikt.antall:
        return AarligMangel("organ", number(own), _newest([vote for vote in fresh(votes) if vote not in own]))
    newest = _newest(votes)
    return AarligMangel("ingen" if not newest else "for_faa" if plikt.antall > 1 else "gammel", number(own), newest)


def _counts(register: Register, plikt: Plikt, event: Hendelse) -> bool:
    """Tell whether it was the body, and the act, that the statute asks for."""
    act = plikt.act == "behandling" or event.hva != "til_orientering"
    return not plikt.organ or (act and is_by_kommunestyret(register.plansystem, event))


def aarlig_mangel(register: Register, plikt: Plikt, law: str, plans: Sequence[Plan]) -> AarligMangel | None:
    """Give what is wrong with what the council was given by these plans; None when nothing is."""
    votes = [(plan, event) for plan in plans for event in register.vedtak(plan)]
    own = [vote for vote in votes if _counts(register, plikt, vote[1])]
    judge = _by_deadline if plikt.frist else _by_months
    return judge(register, plikt, law, votes, own)
