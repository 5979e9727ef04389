"""PL912: the file of an adopted plan is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, slug
from planlint.model import VEDTAK
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


def _gone(register: Register, old: Plan) -> bool:
    """Tell whether a plan is nowhere: neither under a new id, nor in a file that cannot be read or has another kind."""
    if old.entity in register.usammenlignet or ("plan", old.id) in register.opaque:
        return False
    known = any(old.id in entities for entities in register.entities.values())
    return not known and register.new_id("plan", old.id) == old.id


def _vote(plan: Plan) -> tuple[str, str] | None:
    """Give day and case of a plan's first adoption; None where one of them is unknown."""
    event = next((event for event in plan.hendelser if event.hva in VEDTAK), None)
    return (event.dato.tekst, event.sak) if event and event.sak else None


def _twin(old: Plan, new: list[Plan]) -> Plan | None:
    """Give the new plan that is most likely the old one: the same title, or the same type and vote."""
    title, vote = slug(old.tittel), _vote(old)
    alike = (plan for plan in new if slug(plan.tittel) == title)
    voted = (plan for plan in new if vote and _vote(plan) == vote and plan.type == old.type)
    return next(alike, None) or next(voted, None)


@rule(
    "PL912",
    "vedtatt-plan-slettet",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav="Filen til en plan som er vedtatt, blir stående. Planen avsluttes med status, ikke ved å slette filen.",
    hvorfor=(
        "Planen gjelder til noen opphever eller erstatter den. Uten filen forsvinner den fra oversikten, og med den "
        "vedtaket og lenkene som andre har til planens side."
    ),
    tekst=FindingText(
        melding="Filen til den vedtatte planen «{tittel}» er slettet.",
        merke="sto i filen som er slettet",
        hjelp=(
            "hent filen tilbake. Er planen opphevet, skriv `status: opphevet` og hendelsen i filen. Er den erstattet, "
            "skriv `status: erstattet`, og `erstatter: [{id}]` i filen til den nye. Var planen registrert to ganger, "
            "trenger du ikke hente filen: skriv `tidligere_id: [{id}]` i den andre."
        ),
    ),
    varianter={
        "nytt_navn": FindingText(
            melding="Planen ser ut til å ha hatt filnavnet `{id}` før, men filen sier det ikke.",
            merke="het `{id}`",
            hjelp=(
                "skriv `tidligere_id: [{id}]` i filen, så følger henvisninger, lenker og kjente avvik med. Var det nye "
                "navnet ikke meningen, la filen hete `{id}.yaml`. Er det en annen plan, hent den gamle tilbake."
            ),
        ),
    },
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the plans that were adopted on the base and are gone; at the new file where they were only renamed."""
    base = register.before
    gone = [old for old in base.planer.values() if base.is_vedtatt(old) and _gone(register, old)] if base else []
    new = [plan for plan in register.planer.values() if register.earlier(plan) is None] if gone else []
    for old in gone:
        twin = _twin(old, new)
        if twin:
            yield finding(twin, "tittel", variant="nytt_navn", key=old.id, id=old.id)
        else:
            yield finding(old, "status", tittel=old.tittel, id=old.id)
