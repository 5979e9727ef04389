"""A plan's budget as a table with its sum, and the rows of all budgets by the goal that they are listed under."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register import is_sum_right, sum_of
from planlint.site.measurements import with_enhet
from planlint.site.plan.traad_chain import entity_name
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model import Budsjett, Budsjettpost, Plan
    from planlint.tables import Nettsted


@dataclass(frozen=True, slots=True)
class BudsjettRow:
    """A row: what, how much (empty: the source has no number of its own for it), for which goals, by which measures."""

    tittel: str
    verdi: str
    oppgir: str
    merknad: str
    maal: tuple[PageLink, ...]
    tiltak: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class BudsjettTable:
    """A budget: its rows, its sum and what that is, and where it comes from."""

    tittel: str
    enhet: str
    tid: str
    rader: tuple[BudsjettRow, ...]
    sum: str
    sumnavn: str
    avrundet: bool
    kilde: str
    sted: str
    oppgir: str
    merknad: str


@dataclass(frozen=True, slots=True)
class BudsjettLine:
    """What a budget expects under a goal: the row, the number with its unit and time, and the plan with the budget."""

    tittel: str
    virkning: str
    plan: PageLink


def _time(site: Nettsted, budsjett: Budsjett) -> str:
    """Give the time that a budget is for, in words."""
    text = (
        N_("fra {fra} til {til}")
        if budsjett.fra and budsjett.til
        else N_("fra {fra}")
        if budsjett.fra
        else N_("innen {til}")
        if budsjett.til
        else ""
    )
    return site.lang.render(text, {"fra": budsjett.fra, "til": budsjett.til}) if text else ""


def _row(site: Nettsted, post: Budsjettpost) -> BudsjettRow:
    register = site.register
    goals = [maal for id_ in post.maal if (maal := register.find_maal(id_))]
    measures = [found for id_ in post.tiltak if (found := register.find("tiltak", id_))]
    return BudsjettRow(
        tittel=post.tittel,
        verdi="" if post.verdi is None else site.lang.number(post.verdi),
        oppgir=post.oppgir or "",
        merknad=post.merknad or "",
        maal=tuple(PageLink(entity_name(maal), site.path(maal)) for maal in goals),
        tiltak=tuple(site.link(found) for found in measures),
    )


def _sum(site: Nettsted, budsjett: Budsjett) -> tuple[str, str]:
    """Give the sum and what it is: the source's own, also where the rows do not give it, or one that is computed."""
    _, number = site.lang.gettext, site.lang.number
    if budsjett.sum is None:
        return number(float(sum_of(budsjett))), _("Sum av postene som har tall, regnet ut her")
    if is_sum_right(budsjett):
        return number(budsjett.sum), _("Sum")
    return number(budsjett.sum), _("Sum ifølge kilden")


def budsjett_table(site: Nettsted, plan: Plan) -> BudsjettTable | None:
    """Give a plan's budget; None where it has none."""
    if (budsjett := plan.budsjett) is None:
        return None
    total, name = _sum(site, budsjett)
    kilde = site.register.plansystem.kilder.get(budsjett.kilde or "")
    return BudsjettTable(
        tittel=budsjett.tittel,
        enhet=budsjett.enhet,
        tid=_time(site, budsjett),
        rader=tuple(_row(site, post) for post in budsjett.poster),
        sum=total,
        sumnavn=name,
        avrundet=budsjett.avrundet,
        kilde=kilde.tittel if kilde else budsjett.kilde or "",
        sted=budsjett.sted or "",
        oppgir=budsjett.oppgir or "",
        merknad=budsjett.merknad or "",
    )


def budsjett_by_goal(site: Nettsted) -> Mapping[str, list[BudsjettLine]]:
    """Give the rows with a number that budgets list under each goal, by the goal's id."""
    found: dict[str, list[BudsjettLine]] = defaultdict(list)
    for plan in site.register.planer.values():
        for post in plan.budsjett.poster if plan.budsjett else ():
            if post.verdi is None or plan.budsjett is None:
                continue
            number = with_enhet(site.lang, site.lang.number(post.verdi), plan.budsjett.enhet)
            effect = BudsjettLine(post.tittel, f"{number} {_time(site, plan.budsjett)}".strip(), site.link(plan))
            for id_ in dict.fromkeys(maal.id for name in post.maal if (maal := site.register.find_maal(name))):
                found[id_].append(effect)
    return found
