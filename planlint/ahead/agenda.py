"""What the next planstrategi can take up: one list, gathered by what somebody has to settle, each row with its reason.

It is made from the draft planstrategi (`utkast`), so both say the same of a plan. Nothing here says that a plan must be
taken up: only of the kommuneplan does the law say that the council shall take a stand (plan- og bygningsloven § 10-1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planlint.ahead.draft import LAST, utkast
from planlint.ahead.matter import (
    DUE,
    LATE,
    Matter,
    is_base,
    is_decided_with_another,
    is_due,
    is_open,
    matter_of,
)
from planlint.ahead.proposal import Reason
from planlint.ahead.unmet import LOVKRAV
from planlint.base import N_, Message, QuotedTitle
from planlint.model import NOT_NOW, TidspunktValue
from planlint.register import (
    LOVPLIKTER,
    next_valgperiode,
    over_fristen,
    overskridelser,
    periode,
)
from planlint.text import BESLUTNING_NAMES, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.ahead.proposal import PlanProposal
    from planlint.base import Ord
    from planlint.model import Beslutning, Plan
    from planlint.register import Register


_DECIDED = frozenset(
    ("bestemt-avviklet-pliktig", "bestemt-avviklet", "bestemt-sammen", "bestemt-revidert", "avvikles-på-vilkår")
)
"""What the row's own first reason says where a decision is not carried out."""
_NOT_TOLD = frozenset(("kjent-avvik", "uforankret", "mål-endret"))
"""What stands on the plan's own page, and is no reason to take the plan up."""
_SAID_ABOVE = frozenset(("kommuneplan", "lovpålagt"))
"""What the heading of the kommuneplan says."""
_SHORT = {
    "ubrukt": N_("Perioden gikk ut {slutt:ved}."),
    "arbeid-gammelt": N_("Sist kjente status var «{status}» ({tid})."),
}
"""What is said of a plan that the planstrategi has decided about: «ikke hva som er bestemt» would not be true of it."""
_SAYS, _SAYS_DONE, _SAYS_BEGIN, _SAYS_IF = (
    N_("Bestemt i planstrategien: «{valg}»."),
    N_("Bestemt i planstrategien: «{valg}», ferdig {ferdig:i}."),
    N_("Bestemt i planstrategien: «{valg}», oppstart {oppstart:i}."),
    N_("Bestemt i planstrategien: «{valg}», på et vilkår: «{vilkaar}»."),
)
_NOTHING = N_("Planstrategien for {periode} har ingen beslutning om planen i registeret.")
_REPLACES = N_("Planen skal erstatte {planer}.")


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A plan or a duty of law: why it stands there, when it is due (`tid` as the register has it), and what to ask.

    `plan` is None for a duty; `tittel` is what a row without a plan is called. `is_late` is what the register means by
    it everywhere (`over_fristen`).
    """

    sak: Matter
    plan: Plan | None
    tittel: str
    grunner: tuple[Message, ...]
    dag: date | None
    tid: TidspunktValue | None
    spoersmaal: Ord | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the planstrategi of a valgperiode can take up; `slutt` is the last day of the time that it plans for.

    `rest` are the plans that the planstrategi decides about and that nothing here is said of; `andre` are all others:
    ended, told of in the row of the plan that replaces them, or not for the planstrategi to decide about.
    """

    valgperiode: str
    slutt: date
    rader: tuple[AgendaRow, ...]
    rest: tuple[Plan, ...]
    andre: tuple[Plan, ...] = ()

    def rows(self, sak: Matter) -> tuple[AgendaRow, ...]:
        """Give the rows under a matter."""
        return tuple(row for row in self.rader if row.sak is sak)


def _said(decision: Beslutning) -> Reason:
    """Give what the current planstrategi said of a plan, in a sentence."""
    facts: dict[str, object] = {"valg": BESLUTNING_NAMES[decision.valg]}
    if decision.vilkaar:
        return Reason("", _SAYS_IF, facts | {"vilkaar": decision.vilkaar})
    if decision.ferdig:
        return Reason("", _SAYS_DONE, facts | {"ferdig": decision.ferdig})
    if decision.oppstart:
        return Reason("", _SAYS_BEGIN, facts | {"oppstart": decision.oppstart})
    return Reason("", _SAYS, facts)


def _times(reasons: Iterable[Reason]) -> Iterator[tuple[date, TidspunktValue | None]]:
    """Yield the days that reasons tell of, each with the time as the register has it where that is no day."""
    for reason in reasons:
        for name in ("slutt", "frist", "ferdig", "oppstart", "tid"):
            point = reason.fakta.get(name)
            if isinstance(point, TidspunktValue):
                yield point.slutt, None if point.is_day else point
            elif isinstance(point, date):
                yield point, None


def _told(reasons: Iterable[Reason]) -> tuple[Message, ...]:
    return tuple(Message.of_text(one.tekst, **one.fakta) for one in reasons)


def _is_said(reason: Reason, decision: Beslutning) -> bool:
    """Tell whether a reason says no more than the sentence on what a planstrategi decided."""
    same = reason.kode == "forsinket" and reason.fakta.get("ferdig") == decision.ferdig
    is_timed = reason.kode == "uten-frist" and bool(decision.ferdig or decision.oppstart)
    return same or is_timed or reason.kode == "udatert" or reason.kode in _DECIDED


def _without_said(told: list[Reason], sak: Matter) -> list[Reason]:
    """Give the reasons without those that another, or the heading they stand under, has said."""
    codes = {one.kode for one in told}
    said = _SAID_ABOVE if sak is Matter.KOMMUNEPLAN else frozenset[str]()
    if "periode-ute-pliktig" in codes:
        said |= {"lovpålagt"}
    return [one for one in told if one.kode not in said] or told


def _decided(register: Register, plan: Plan, decision: Beslutning, told: list[Reason]) -> list[Reason]:
    """Give the reasons of a plan whose decision waits: what was decided, then what that does not say, in short."""
    replaces = [] if register.is_vedtatt(plan) else [register.find_plan(id_) for id_ in plan.erstatter]
    titles = [QuotedTitle(old.tittel) for old in replaces if old]
    more = [Reason("erstatter", _REPLACES, {"planer": titles})] if titles else []
    left = (one._replace(tekst=_SHORT.get(one.kode, one.tekst)) for one in told if not _is_said(one, decision))
    return [_said(decision), *more, *left]


def _when(
    register: Register, plan: Plan, decided: Iterable[Reason], told: Iterable[Reason]
) -> tuple[date | None, TidspunktValue | None]:
    """Give when a plan is due: the deadline it is past, else what was decided, else the first that is due."""
    if late := next(iter(overskridelser(register, plan)), None):
        return late.dag, None if late.tid.is_day else late.tid
    times = [*_times(decided)] or [*_times(filter(is_due, told))]
    return min(times, key=lambda one: one[0], default=(None, None))


def _plan_row(register: Register, plan: Plan, item: PlanProposal | None, late: frozenset[str]) -> AgendaRow | None:
    """Give the row of a plan; `item` is the draft's proposal about it, where it has one."""
    told = [one for one in (item.grunner if item else ()) if one.kode not in _NOT_TOLD]
    sak = matter_of(register, plan, frozenset(one.kode for one in told))
    if sak is None:
        return None
    strategi, decision = register.planstrategi, register.beslutning(plan)
    told = _without_said(told, sak)
    first: list[Reason] = []
    if strategi and decision and decision.valg not in NOT_NOW and is_open(register, plan, strategi, decision):
        one, *told = _decided(register, plan, decision, told)
        first = [one]
    elif strategi and sak is Matter.UTEN_BESLUTNING:
        told = told or [Reason("", _NOTHING, {"periode": periode(strategi)})]
    dag, tid = _when(register, plan, first, told)
    question = item.question if item else None
    return AgendaRow(sak, plan, plan.tittel, _told((*first, *told)), dag, tid, question, plan.id in late)


def _law_row(item: PlanProposal) -> AgendaRow:
    """Give the row of a duty of law that the register shows nothing for."""
    is_base = not set(LOVPLIKTER["folkehelse"].hjemler).isdisjoint(item.hjemmel)
    sak = Matter.GRUNNLAG if is_base else Matter.LOV
    return AgendaRow(sak, None, item.tittel, _told(item.grunner), None, None, item.question, is_late=False)


def _outside(register: Register, plan: Plan, item: PlanProposal | None) -> AgendaRow:
    """Give the row of a plan that is past a deadline without being for the planstrategi to decide about.

    What it is past, the words of the row say first.
    """
    late = overskridelser(register, plan)[0]
    said = {*_NOT_TOLD, "kunnskapsgrunnlag", *DUE.get(LATE.get(late.slag, Matter.VEDTAK), ())}
    why = (item.utenfor,) if item and item.utenfor else ()
    told = [one for one in item.grunner if one.kode not in said] if item else []
    return AgendaRow(
        Matter.GRUNNLAG if is_base(register, plan) else Matter.UTENFOR,
        plan,
        plan.tittel,
        (*why, *_told(_without_said(told, Matter.UTENFOR))),
        *_when(register, plan, (), ()),
        item.question if item else None,
        is_late=True,
    )


def _key(row: AgendaRow) -> tuple[int, bool, date, str, str]:
    place = list(Matter).index(row.sak)
    return place, row.dag is None, row.dag or date.max, alphabetical(row.tittel), row.plan.id if row.plan else ""


def make_agenda(register: Register, valgperiode: str | None = None) -> Agenda:
    """Give what a planstrategi can take up, by what is to be settled, then by when it is due and by title.

    Without a valgperiode that of the planstrategi which is next to be made.
    """
    draft = utkast(register, valgperiode or next_valgperiode(register))
    proposed = {item.entity: item for item in (*draft.forslag, *draft.utenfor) if item.gruppe not in LAST}
    outside, late = {item.entity for item in draft.utenfor}, frozenset(plan.id for plan in over_fristen(register))
    rest: list[Plan] = []
    andre: list[Plan] = []
    rows = [_law_row(item) for item in draft.forslag if item.gruppe == LOVKRAV]
    for plan in register.planer.values():
        item = proposed.get(plan.entity)
        is_ours = plan.entity not in outside and bool(item or register.beslutning(plan))
        row = _plan_row(register, plan, item, late) if is_ours else None
        if row is None and plan.id in late:
            row = _outside(register, plan, item)
        if row:
            rows.append(row)
        elif is_ours and not is_decided_with_another(register, plan):
            rest.append(plan)
        else:
            andre.append(plan)
    return Agenda(draft.tid.navn, draft.tid.slutt, tuple(sorted(rows, key=_key)), tuple(rest), tuple(andre))
