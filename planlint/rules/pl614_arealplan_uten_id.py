"""PL614: a binding land-use plan without arealplan_id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import TAKEN_UP
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


def _number(register: Register) -> str:
    """Give the municipality's number on the register's day; the newest where none is dated so, "" where it has none."""
    known, today = register.plansystem.kommune.nummer, register.today
    valid = [
        one for one in known if (not one.fra or one.fra.start <= today) and (not one.til or today <= one.til.slutt)
    ]
    return (valid or known)[-1].nummer if known else ""


@rule(
    "PL614",
    "arealplan-uten-id",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="kart- og planforskriften § 9, slik etatene gjengir den",
    krav=(
        "En bindende arealplan som er vedtatt eller har vært på høring, har en `arealplan_id` fra kommunens "
        "planregister. Planen skal ha den senest når den blir tatt opp til behandling. Loven krever planregisteret, og "
        "forskriften krever id-en. Forskriften selv er ikke lest."
    ),
    hvorfor=(
        "Arealplan-id-en følger planen i planregisteret og i kartet. Med den finner innbyggere og utbyggere fram til "
        "den samme planen som planregisteret viser."
    ),
    tekst=FindingText(
        melding="Planen er en arealplan av en bindende type, men registeret viser ingen `arealplan_id`.",
        merke="bindende plantype",
        hjelp='finn id-en i planregisteret, og skriv den i anførselstegn, for eksempel `arealplan_id: "{eksempel}"`.',
    ),
    felt=("type", "status", "arealplan_id"),
    asks={"": ("arealplan_id",)},
    lov=("kart-og-planforskriften-9",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the binding plans that have no id, though they are adopted or have been taken up for decision."""
    number = _number(register)
    example = f"{number}_{register.today.year}001" if number else f"{register.today.year}001"
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if not plantype or not plantype.bindende or plan.arealplan_id:
            continue
        if register.is_vedtatt(plan) or register.status(plan) in TAKEN_UP:
            yield finding(plan, "type", eksempel=example)
