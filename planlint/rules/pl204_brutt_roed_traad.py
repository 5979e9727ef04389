"""PL204: the chain of anchors never reaches a goal of the samfunnsdel in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import RuleClass, Severity
from planlint.model import Maal, Plan
from planlint.register import (
    ThreadLink,
    all_below,
    ending_of,
    follow_links,
    has_wrong_parents,
    internal_anchor,
    is_decided,
    is_forankret,
    is_settled,
    is_uforankret,
    lacks_overordnet,
    links_upwards,
    upwards,
    utgaatt,
    wrong_level,
)
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base import Finding, Related
    from planlint.register import Register


def _must_reach(register: Register, plan: Plan) -> bool:
    """Tell whether a plan has anchors, and is of a type that needs them."""
    plantype = register.plantype(plan)
    if not is_forankret(plan) or not plantype or plantype.rolle == "samfunnsdel":
        return False
    return (plantype.forankring == "påkrevd" or plantype.foreldreplan) and register.is_active(plan)


def _is_settled(register: Register, draft: Maal) -> bool:
    """Tell whether the plan of a draft is adopted, so that another rule asks what the draft became."""
    plan = register.find_plan(draft.plan)
    return plan is not None and is_settled(register, plan)


def _is_plan_reported(register: Register, plan: Plan) -> bool:
    """Tell whether another rule reports what breaks the chain at a plan."""
    plantype = register.plantype(plan)
    if not plantype or register.has_unknown_status(plan) or ending_of(register, plan):
        return True
    if is_uforankret(register, plan, plantype) or has_wrong_parents(register, plan, plantype):
        return True
    return any(
        wrong_level(register, plan, anchor) or internal_anchor(register, plan, anchor) for anchor in plan.forankring
    )


def _is_reported(register: Register, node: Maal | Plan) -> bool:
    """Tell whether another rule reports what breaks the thread at a plan or a goal, or near enough to it."""
    if isinstance(node, Maal):
        told = node.utkast and not node.blir and _is_settled(register, node)
        return bool(told or utgaatt(register, node) or not register.maaltype(node) or lacks_overordnet(register, node))
    return _is_plan_reported(register, node)


def _break(register: Register, plan: Plan) -> tuple[ThreadLink, ...]:
    """Give the thread to where it breaks; empty when another finding, here or above, is about the same break."""
    broken: tuple[ThreadLink, ...] = ()
    for node, vei in upwards(register, plan):
        above = [over for _, over in links_upwards(register, node)]
        if _is_reported(register, node) or None in above:
            return ()
        if isinstance(node, Plan) and node is not plan and _must_reach(register, node):
            return ()
        if not above and not broken:
            broken = vei
    return broken


def _broken(register: Register, plan: Plan, soon: list[Plan]) -> tuple[ThreadLink, ...]:
    """Give the thread of a plan that must reach the samfunnsdel in force, to where it breaks; empty where it may wait.

    A plan that is not adopted may wait for a draft, or for one of the samfunnsdeler that are to come `soon`.
    """
    if not _must_reach(register, plan):
        return ()
    if not register.is_vedtatt(plan) and (_reaches_open(register, plan, soon) or _waits_for_draft(register, plan)):
        return ()
    return _break(register, plan)


def _through_draft(register: Register, plan: Plan) -> tuple[ThreadLink, ...]:
    """Give the first anchor of a plan in a draft that is known to be no goal, whatever else it is anchored in."""
    if register.is_active(plan):
        for sti, over in links_upwards(register, plan):
            if isinstance(over, Maal) and _is_out(over) and register.find_plan(over.plan):
                return (ThreadLink(plan, sti, over),)
    return ()


def _finding(register: Register, plan: Plan, chain: tuple[ThreadLink, ...]) -> Finding:
    draft, last = _draft(chain), chain[-1].til
    new = [goal for blir in draft.blir if (goal := register.find_maal(blir.maal))] if draft else []
    told: dict[str, Any] = {"ble": [titled(goal) for goal in new]} if new else {}
    return finding(
        plan,
        *chain[0].sti,
        variant=_variant(register, last, draft),
        related=tuple(_onwards(chain)),
        stopp=titled(draft or last),
        **told,
    )


def _variant(register: Register, last: Maal | Plan, draft: Maal | None) -> str:
    """Give what it is that breaks the thread: a draft that was dropped, became another goal or is open, or a plan."""
    if draft:
        if not draft.blir:
            return "utkast"
        if all(blir.maal is None for blir in draft.blir):
            plan = register.find_plan(draft.plan)
            return "tatt-ut" if plan and not is_decided(register, plan) else "utgått"
        return "trolig" if all(blir.usikker for blir in draft.blir) else "omgjort"
    end = register.plantype(last) if isinstance(last, Plan) else None
    return "ikke-vedtatt" if end and end.rolle == "samfunnsdel" else ""


def _draft(chain: Iterable[ThreadLink]) -> Maal | None:
    """Give the first draft that a thread goes by, where there is one."""
    return next((link.til for link in chain if isinstance(link.til, Maal) and link.til.utkast), None)


def _onwards(chain: tuple[ThreadLink, ...]) -> Iterator[Related]:
    """Yield the thread as places: each link above the plan's own, and where it stops."""
    for fra, sti, til in chain[1:]:
        yield related(fra, *sti, note=N_("{fra} fører videre til {til}"), fra=titled(fra), til=titled(til))
    yield related(chain[-1].til, "type", note=N_("her stopper tråden"))


def _reaches_open(register: Register, plan: Plan, tops: list[Plan]) -> bool:
    """Tell whether a thread leads to one of the tops by way of no draft that is out of the proposal."""
    starts: list[Maal | Plan] = [plan]
    ways = follow_links(starts, lambda node: (over for _, over in links_upwards(register, node) if not _is_out(over)))
    ends = {top.entity for top in tops}
    return any(node.entity in ends for node in ways)


def _is_out(node: Maal | Plan | None) -> bool:
    """Tell whether a link leads nowhere: to what is not there, or to a draft that is known to be no goal."""
    return node is None or (isinstance(node, Maal) and node.utkast and bool(node.blir))


def _waits_for_draft(register: Register, plan: Plan) -> bool:
    """Tell whether a thread leads to a draft of which nobody knows yet what it becomes."""
    return any(isinstance(node, Maal) and node.utkast and not node.blir for node, _ in upwards(register, plan))


@rule(
    "PL204",
    "brutt-rød-tråd",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="kommunens plansystem: rød tråd fra samfunnsdelen til handling",
    krav="Følger man forankringen oppover fra en plan, kommer man til samfunnsdelen som gjelder.",
    hvorfor=(
        "En plan kan være forankret og likevel henge i løse lufta, fordi det den viser til, ikke selv er forankret. "
        "Da er den ikke styrt av det kommunestyret har vedtatt i samfunnsdelen."
    ),
    tekst=FindingText(
        melding="Den røde tråden fra planen stopper ved {stopp}, og når ikke fram til samfunnsdelen som gjelder.",
        merke="tråden når ikke samfunnsdelen",
        hjelp=(
            "forankre `{stopp}` i det målet i samfunnsdelen som den følger opp. Følger planen selv opp et slikt mål, "
            "kan det også stå i planens `forankring`."
        ),
    ),
    varianter={
        "ikke-vedtatt": FindingText(
            melding="Den røde tråden fra planen fører til {stopp}, som ikke er vedtatt. Planen selv er vedtatt.",
            merke="samfunnsdelen er ikke vedtatt",
            hjelp="skriv under `forankring` også hvilket mål i samfunnsdelen som gjelder, planen følger opp.",
        ),
        "utkast": FindingText(
            melding="Den røde tråden fra planen går gjennom {stopp}, som er et utkast. Planen selv er vedtatt.",
            merke="et utkast er ikke vedtatt",
            hjelp="skriv under `forankring` også hvilket mål i samfunnsdelen som gjelder, planen følger opp.",
        ),
        "utgått": FindingText(
            melding="En rød tråd fra planen går gjennom utkastet {stopp}, som etter registeret ikke ble noe mål.",
            merke="utkastet ble ikke noe mål",
            hjelp="bytt det ut med et mål som planen følger opp, i samfunnsdelen som gjelder.",
        ),
        "tatt-ut": FindingText(
            melding="En rød tråd fra planen går gjennom utkastet {stopp}, som etter registeret er tatt ut.",
            merke="utkastet er tatt ut av forslaget",
            hjelp="bytt det ut med et mål eller et utkast som planen følger opp, og som fortsatt er med.",
        ),
        "omgjort": FindingText(
            melding="En rød tråd fra planen går gjennom utkastet {stopp}, som etter registeret ble til {ble}.",
            merke="utkastet ble til noe annet",
            hjelp="skriv {ble} under `forankring` i stedet, hvis planen følger det opp.",
        ),
        "trolig": FindingText(
            melding=(
                "En rød tråd fra planen går gjennom utkastet {stopp}, som trolig ble til {ble}. Ingen kilde sier det."
            ),
            merke="utkastet ble trolig til noe annet",
            hjelp="finn ut hva det ble av utkastet, og skriv målet som planen følger opp, under `forankring`.",
        ),
    },
    felt=("forankring", "del_av", "type", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans in force or under work whose anchors lead elsewhere; silent when no samfunnsdel is adopted.

    A plan that is not adopted yet may be anchored in a samfunnsdel that is not either, and in a draft that is open.
    """
    types = {id_ for id_, plantype in register.plansystem.plantyper.items() if plantype.rolle == "samfunnsdel"}
    parts = [plan for plan in register.planer.values() if plan.type in types and not ending_of(register, plan)]
    tops = [plan for plan in parts if register.is_vedtatt(plan)]
    if not tops:
        return
    reached = all_below(register, tops)
    soon = [plan for plan in parts if not register.is_vedtatt(plan)]
    for plan in register.planer.values():
        chain = () if plan.entity in reached else _broken(register, plan, soon)
        if chain := chain or _through_draft(register, plan):
            yield _finding(register, plan, chain)
