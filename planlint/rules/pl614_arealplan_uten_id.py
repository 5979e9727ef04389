"""PL614: a binding land-use plan without arealplan_id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.rules.rule import Tekst, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.register.register import Register


@rule(
    "PL614",
    "arealplan-uten-id",
    Severity.FEIL,
    Klasse.LOV,
    kilde="plan- og bygningsloven § 2-2",
    krav="En bindende arealplan som er vedtatt eller under arbeid, har en arealplan_id fra kommunens planregister.",
    hvorfor=(
        "Arealplan-id-en er den nasjonale nøkkelen til planen. Med den finner innbyggere, utbyggere og kart fram til "
        "den samme planen som planregisteret viser."
    ),
    tekst=Tekst(
        melding="Planen er en bindende arealplan, men registeret viser ingen arealplan_id.",
        merke="bindende plantype",
        hjelp='finn id-en i planregisteret, og skriv den i anførselstegn, for eksempel arealplan_id: "{eksempel}".',
    ),
    felt=("type", "status", "arealplan_id"),
    lov=("pbl-2-2",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the binding plans that are adopted or under work and have no id."""
    numbers = register.plansystem.kommune.nummer
    example = f"{numbers[-1].nummer}_{register.today.year}001" if numbers else f"{register.today.year}001"
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if not plantype or not plantype.bindende or plan.arealplan_id:
            continue
        if register.vedtatt(plan) or register.under_arbeid(plan):
            yield finding(plan, "type", eksempel=example)
