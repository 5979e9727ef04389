"""PL207: a goal that must be followed up (a delmål) is followed up by no plan and no measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.register import Oppfulgt, oppfulgt
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Related
    from planlint.model import Maal
    from planlint.register import Register


def _must_be_followed_up(register: Register, maal: Maal) -> bool:
    maaltype, plan = register.maaltype(maal), register.find_plan(maal.plan)
    return bool(maaltype and maaltype.skal_foelges_opp and plan and register.is_i_kraft(plan))


def _has_lost_anchors(register: Register) -> bool:
    """Tell whether the anchors of a plan cannot be read; of one that leads nowhere, the others are there still."""
    lost = (register.planer.get(id_) for id_ in register.faulty("plan", "forankring"))
    return any(plan is not None and not plan.forankring for plan in lost)


def _almost(register: Register, maal: Maal) -> tuple[Related, ...]:
    """Give the plans and measures that name the goal, but are ended, planned or called off."""
    note = N_("viser til målet, men har status «{status}»")
    plans = ((plan, register.status(plan)) for plan in register.anchored_in(maal))
    measures = ((tiltak, tiltak.status) for tiltak in register.tiltak_of(maal))
    return tuple(
        related(entity, "status", note=note, status=StatusCode(status))
        for entity, status in (*plans, *measures)
        if status
    )


@rule(
    "PL207",
    "mål-uten-oppfølging",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: måltypens `skal_følges_opp`",
    krav="Et mål som skal følges opp, blir fulgt opp av minst én plan eller ett tiltak.",
    hvorfor=(
        "Et mål som ingen plan og ingen tiltak følger opp, blir stående på papiret. Spriket blir synlig først når "
        "noen spør hva kommunen har gjort for å nå det."
    ),
    tekst=FindingText(
        melding="Registeret viser ingen vedtatt plan, ingen plan under arbeid og ingen tiltak som følger opp målet.",
        merke="en måltype som skal følges opp",
        hjelp="legg `{id}` til i `forankring` i planen som følger det opp, eller opprett et tiltak med `mål: [{id}]`.",
    ),
    felt=("type", "plan"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield goals in force that must be followed up and are not; silent while what could do it is unreadable.

    A goal over another that must be followed up itself is left out: the lower one is reported.
    """
    if register.is_unreadable("plan", "maal", "tiltak") or _has_lost_anchors(register):
        return
    found = oppfulgt(register)
    for maal in register.maal.values():
        if found[maal.id] is not Oppfulgt.INGEN or not _must_be_followed_up(register, maal):
            continue
        if not any(_must_be_followed_up(register, under) for under in register.maal_below(maal)):
            yield finding(maal, "type", related=_almost(register, maal), id=maal.id)
