"""A draft planstrategi as a whole: the proposals about all plans, about duties of law, and about goals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.ahead.case import PlanCase
from planlint.ahead.half_year import StrategyTime, strategy_time
from planlint.ahead.proposal import PlanProposal, propose_for
from planlint.ahead.unmet import LOVKRAV, MAAL, unfollowed_goals, unmet_plikter
from planlint.check import read_settings
from planlint.law import bestemmelser
from planlint.model import AVSLUTTEDE
from planlint.rules import RULES
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from planlint.base import Finding
    from planlint.model import KnownAvvik, Plan
    from planlint.register import Register

ABOUT_THE_FUTURE = frozenset(("PL301", "PL302", "PL303", "PL406", "PL407", "PL505", "PL506", "PL507"))
"""The rules whose findings ask what is to happen to a plan."""
LAST = (LOVKRAV, MAAL)
"""The groups after those of the plans."""


@dataclass(frozen=True, slots=True)
class Utkast:
    """The proposals for a valgperiode, made from the register on a day; the names of sectors and provisions by id.

    `utenfor` are the plans that the planstrategi does not decide about, each with why, and what the register knows.
    """

    ajourfoert: date | None
    date: date
    kommune: str
    tid: StrategyTime
    forslag: tuple[PlanProposal, ...]
    sektorer: Mapping[str, str]
    lover: Mapping[str, str]
    utenfor: tuple[PlanProposal, ...] = ()


def _findings(register: Register, code: str) -> list[Finding]:
    """Give what a rule finds, with the municipality's own options; nothing where it is turned off."""
    settings, _ = read_settings(register.plansystem)
    if not settings.runs(code):
        return []
    return list(RULES[code].run(register, settings.options.get(code, {})))


def _overlaps(register: Register) -> dict[str, list[str]]:
    """Give the titles of the plans in force that each plan overlaps (PL105), both ways."""
    titles: dict[str, list[str]] = defaultdict(list)
    for finding in _findings(register, "PL105"):
        one, other = register.planer[finding.entity.partition("/")[2]], register.planer[str(finding.args["id"])]
        titles[one.id].append(other.tittel)
        titles[other.id].append(one.tittel)
    return titles


def _suspects(register: Register) -> set[str]:
    """Give the plans that are anchored in a goal that has changed since (PL210)."""
    return {finding.entity for finding in _findings(register, "PL210") if finding.variant in {"", "uten dag"}}


def _is_in_draft(register: Register, plan: Plan) -> bool:
    """Tell whether a plan has a place in the draft: not one that has ended, nor one that was not begun on the day."""
    status = register.status(plan)
    return (
        status not in AVSLUTTEDE
        and not register.replaced_by(plan)
        and bool(status or register.has_unknown_status(plan))
        and not _is_successor(register, plan)
    )


def _is_successor(register: Register, plan: Plan) -> bool:
    """Tell whether a plan is being made to replace one that still applies: that one's row tells of it."""
    replaced = (register.planer.get(id_) for id_ in plan.erstatter)
    return not register.is_vedtatt(plan) and any(old and register.is_vedtatt(old) for old in replaced)


def _accepted(register: Register, known: Iterable[KnownAvvik]) -> dict[str, tuple[str, ...]]:
    """Give the reasons for which findings about what is to happen to a plan are accepted, each once."""
    titles = {id_: kilde.tittel for id_, kilde in register.plansystem.kilder.items()}
    reasons: dict[str, dict[str, None]] = defaultdict(dict)
    for one in known:
        if one.avvik.regel in ABOUT_THE_FUTURE:
            reasons[one.avvik.gjelder][one.reason(titles)] = None
    return {entity: tuple(those) for entity, those in reasons.items()}


def _cases(register: Register, tid: StrategyTime, known: Iterable[KnownAvvik]) -> Iterator[PlanCase]:
    overlapp, suspects, accepted = _overlaps(register), _suspects(register), _accepted(register, known)
    for plan in register.planer.values():
        if _is_in_draft(register, plan):
            titles, reasons = tuple(overlapp.get(plan.id, ())), accepted.get(plan.entity, ())
            yield PlanCase(register, plan, tid, titles, plan.entity in suspects, reasons)


def utkast(register: Register, valgperiode: str, known: Iterable[KnownAvvik] = ()) -> Utkast:
    """Give the draft for a valgperiode such as 2027-2031: by group as plansystem.yaml declares them, then by title.

    `known` are the known findings: why they are accepted is told where it concerns what is to happen to a plan.
    """
    tid = strategy_time(register.plansystem, valgperiode)
    plans = [propose_for(sak) for sak in _cases(register, tid, known)]
    kept = {item.entity.partition("/")[2] for item in plans if item.valg != "oppheves"}
    kept |= {plan.id for plan in register.planer.values() if _is_successor(register, plan)}
    plikter = list(unmet_plikter(register, lambda code: _findings(register, code), plans))
    declared = [plantype.gruppe or plantype.navn for plantype in register.plansystem.plantyper.values()]
    order = {name.casefold(): at for at, name in reversed(list(enumerate(declared)))}
    last = len(declared)

    def key(item: PlanProposal) -> tuple[int, int, str, str, str]:
        group = item.gruppe.casefold()
        place = LAST.index(item.gruppe) + 1 if item.gruppe in LAST else 0
        return place, order.get(group, last), group, alphabetical(item.tittel), item.entity

    found = sorted([*plans, *plikter, *unfollowed_goals(register, kept)], key=key)
    system = register.plansystem
    sectors = {id_: sektor.navn for id_, sektor in system.sektorer.items()}
    laws: dict[str, str] = {id_: law.navn for id_, law in bestemmelser().items()}
    laws |= {id_: law.navn for id_, law in system.bestemmelser.items()}
    ours, others = (tuple(item for item in found if bool(item.utenfor) is outside) for outside in (False, True))
    return Utkast(system.ajourfoert, register.today, system.kommune.navn, tid, ours, sectors, laws, others)
