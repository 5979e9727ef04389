"""What no plan answers: duties of law, and goals that must be followed up. Each is a proposal, with what to ask."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from planlint.ahead.proposal import PlanProposal, Reason
from planlint.base import N_, QuotedTitle
from planlint.law import bestemmelser
from planlint.register import OTHER_TERM, UNSURE_TERM, dekket, direct_oppfoelging, follow_links, plans_for_krav

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.base import Finding
    from planlint.model import Maal
    from planlint.register import Register

LOVKRAV, MAAL = N_("Krav i lov"), N_("Mål uten dokumentert oppfølging")
LOVKRAV_RULES = ("PL612", "PL613", "PL617")
"""The rules that look for a document that a law asks for; their findings name the duty, and what may meet it."""
_OF_ANOTHER_TERM = (OTHER_TERM, UNSURE_TERM)
_CANDIDATES = N_("Etter {lov} skal kommunen ha {hva}. Registeret viser ikke om {planer} er det.")
_ASKED_OF = {
    True: N_("Oppfyller denne planen kravet, og gjelder den?"),
    False: N_("Oppfyller en av disse planene kravet, og gjelder den?"),
}
"""What to ask of one plan that may meet a duty, and of several."""
_NONE = Reason(
    "lovkrav",
    N_("Etter {lov} skal kommunen ha {hva}. Registeret viser ingen som gjelder."),
    {},
    N_("Har kommunen et slikt dokument som ikke står i registeret?"),
)
_THIS_TERM = Reason(
    "lovkrav-periode",
    N_("Etter {lov} skal kommunen ha {hva} i hver valgperiode. Registeret viser ingen som er vedtatt i {periode}."),
    {},
    N_("Er en ny vedtatt, uten at den står i registeret?"),
)
_GOALS = Reason(
    "mål-uten-oppfølging",
    N_("Det er ikke dokumentert at noen plan følger opp {maal}."),
    {},
    N_("Hvilke planer følger opp målene, eller skal gjøre det?"),
)


def _reason(register: Register, finding: Finding) -> Reason:
    """Give the reason of a duty of law: the plans that may meet it, by name, or that the register shows none."""
    item = dekket(register, bestemmelser()[str(finding.args["id"])])
    named = [QuotedTitle(plan.tittel) for plan, _ in plans_for_krav(register, item)]
    if named and item.svar not in _OF_ANOTHER_TERM:
        facts = {**finding.args, "planer": named}
        return Reason("lovkrav-kandidat", _CANDIDATES, facts, _ASKED_OF[len(named) == 1])
    return (_THIS_TERM if "periode" in finding.args else _NONE)._replace(fakta=dict(finding.args))


def _plikt(register: Register, finding: Finding) -> PlanProposal:
    return PlanProposal(
        entity=finding.entity,
        tittel=cast("str", finding.args["hva"]),
        gruppe=LOVKRAV,
        type="",
        valg="vurderes",
        grunner=(_reason(register, finding),),
        hjemmel=(str(finding.args["id"]),),
    )


def unmet_plikter(
    register: Register, findings: Callable[[str], Iterable[Finding]], plans: Iterable[PlanProposal]
) -> Iterator[PlanProposal]:
    """Give a proposal for each duty of law that the register shows nothing for, by what the rules find.

    It is a question first: that the register shows no such document does not mean that there is none. Not where a
    plan of the draft names the provision itself: that plan's row answers.
    """
    answered = {id_ for item in plans for id_ in item.hjemmel}
    for code in LOVKRAV_RULES:
        for finding in findings(code):
            if {"hva", "lov", "id"} <= finding.args.keys() and finding.args["id"] not in answered:
                yield _plikt(register, finding)


def _must_be_followed(register: Register, maal: Maal) -> bool:
    maaltype = register.maaltype(maal)
    return bool(maaltype and maaltype.skal_foelges_opp and register.is_maal_i_kraft(maal))


def _top(register: Register, maal: Maal) -> Maal:
    """Give the highest goal above a goal; itself where none is."""
    *_, top = follow_links([maal], lambda one: [register.find_maal(one.overordnet)])
    return top


def _unfollowed(register: Register, kept: set[str]) -> Iterator[Maal]:
    """Give the goals that must be followed up, and that no plan of those that are kept is known to follow up.

    A goal over another that must be followed up itself is left out: the lower one is enough. Measures count too.
    """
    counted = direct_oppfoelging(register)
    for maal in register.maal.values():
        if not _must_be_followed(register, maal) or any(
            _must_be_followed(register, child) for child in register.maal_below(maal)
        ):
            continue
        goals = [*follow_links([maal], register.maal_below)]
        if any(plan.id in kept for goal in goals for plan in register.anchored_in(goal)):
            continue
        if not any(goal.id in counted and counted[goal.id].tiltak for goal in goals):
            yield maal


def unfollowed_goals(register: Register, kept: set[str]) -> Iterator[PlanProposal]:
    """Give a proposal for each branch of goals in which some are not known to be followed up; `kept` are plans' ids.

    That nobody has linked a goal to a plan is no reason to make a new one: it is a question to those who know.
    """
    branches: dict[str, list[Maal]] = defaultdict(list)
    for maal in _unfollowed(register, kept):
        branches[_top(register, maal).id].append(maal)
    for id_, goals in branches.items():
        top = register.every_maal[id_]
        maaltype = register.maaltype(top)
        titles = [QuotedTitle(maal.label) for maal in goals]
        yield PlanProposal(
            entity=top.entity,
            tittel=f"{top.nummer or ''} {top.tittel}".strip(),
            gruppe=MAAL,
            type=maaltype.navn if maaltype else top.type,
            valg="vurderes",
            grunner=(_GOALS._replace(fakta={"maal": titles}),),
        )
