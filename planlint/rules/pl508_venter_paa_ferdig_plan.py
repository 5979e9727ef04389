"""PL508: a plan waits for another, by the planstrategi's word, and there is nothing more to wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.model import AVSLUTTEDE, TIMED_ARBEID, VEDTAK
from planlint.register import (
    event_place,
    gjeldende_strategi,
    has_begun,
    is_arbeid_done,
    is_vedtatt_since,
    periode,
    vedtaksdag,
)
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Related
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register


def _is_made(register: Register, strategi: Planstrategi, other: Plan) -> bool:
    """Tell whether a plan that another waits for is adopted, it or its successor, after the planstrategi was."""
    since = vedtaksdag(register, strategi) or register.today
    return any(is_vedtatt_since(register, one, since) for one in (other, *register.replaced_by(other)))


def _never(register: Register, other: Plan) -> bool:
    """Tell whether a plan that another waits for has ended, and nothing has come in its place."""
    return register.status(other) in AVSLUTTEDE and not register.replaced_by(other)


def _place(register: Register, other: Plan) -> Related:
    event = register.last_event(other, *VEDTAK)
    return related(other, *(event_place(other, event, "hva") if event else ("status",)), note=N_("vedtatt her"))


def _waits(register: Register, strategi: Planstrategi, plan: Plan) -> Iterator[Finding]:
    """Yield what is to be said of one plan's waiting: for what will not come, else that all of it has come."""
    at = ("beslutninger", strategi.id, "venter_på")
    waits = plan.beslutninger[strategi.id].venter_paa
    others = [(index, other) for index, id_ in enumerate(waits) if (other := register.find_plan(id_))]
    ended = [(index, other) for index, other in others if _never(register, other)]
    for index, other in ended:
        place = (related(other, "status", note=N_("her står statusen")),)
        status = StatusCode(register.status(other) or "")
        yield finding(
            plan, *at, index, variant="avsluttet", related=place, periode=periode(strategi), annen=titled(other),
            status=status,
        )  # fmt: skip
    if not ended and len(others) == len(waits) and all(_is_made(register, strategi, other) for _, other in others):
        places = tuple(_place(register, other) for _, other in others)
        names = [titled(other) for _, other in others]
        yield finding(plan, *at, related=places, periode=periode(strategi), andre=names)


@rule(
    "PL508",
    "venter-på-ferdig-plan",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="gjeldende planstrategi",
    krav="Arbeidet med en plan venter ikke på en plan som er vedtatt eller avsluttet.",
    hvorfor=(
        "En plan som venter på en annen, har ofte ingen egen tid. Når den andre er ferdig eller avsluttet, er det "
        "ingen frist som minner om at arbeidet kan begynne, eller om at det trengs en ny beslutning."
    ),
    tekst=FindingText(
        melding=(
            "Ifølge planstrategien for {periode} venter arbeidet på {andre}. Registeret viser at det er vedtatt, men "
            "ikke at arbeidet med denne planen er begynt."
        ),
        merke="vedtatt",
        hjelp=(
            "legg til hendelsen `oppstart` med `dato`, og la `status` si det samme. Ellers: skriv når arbeidet skal "
            "begynne, i `arbeid.oppstart`."
        ),
    ),
    varianter={
        "avsluttet": FindingText(
            melding=(
                "Ifølge planstrategien for {periode} venter arbeidet på {annen}, men den har status «{status}», og "
                "registeret viser ingen plan som erstatter den."
            ),
            merke="avsluttet",
            hjelp=(
                "ta planen opp når planstrategien revideres, eller rett `venter_på` til planen som arbeidet faktisk "
                "venter på."
            ),
        ),
    },
    felt=("beslutninger", "arbeid", "status", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the plans that the current planstrategi lets wait, not begun, that have nothing more to wait for."""
    strategi = gjeldende_strategi(register)
    for plan in register.planer.values() if strategi else ():
        decision = plan.beslutninger.get(strategi.id) if strategi else None
        if not strategi or not decision or not decision.venter_paa or decision.valg not in TIMED_ARBEID:
            continue
        if is_arbeid_done(register, plan, strategi, decision) or has_begun(register, plan):
            continue
        if plan.arbeid and plan.arbeid.oppstart and plan.arbeid.oppstart.slutt >= register.today:
            continue
        yield from _waits(register, strategi, plan)
