"""PL701: a goal that must be followed up (a delmål) is measured by no indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import maal_over
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Related
    from planlint.model import Maal
    from planlint.register import Register


def _maalt(register: Register) -> set[str]:
    """Give the goals that an indicator measures, and every goal above those."""
    return {over.id for over in maal_over(register, (m for m in register.maal.values() if register.indikatorer_of(m)))}


def _must_be_measured(register: Register, maal: Maal) -> bool:
    maaltype, plan = register.maaltype(maal), register.find_plan(maal.plan)
    return bool(maaltype and maaltype.skal_foelges_opp and plan and register.is_i_kraft(plan))


def _almost(register: Register, maal: Maal) -> tuple[Related, ...]:
    """Give the indicators of the goals that this one continues: they may measure this one too."""
    older = (register.find_maal(id_) for id_ in maal.viderefoerer)
    return tuple(
        related(indikator, "mål", note=N_("måler {id}, som dette målet viderefører"), id=titled(old))
        for old in older
        if old
        for indikator in register.indikatorer_of(old)
    )


@rule(
    "PL701",
    "mål-uten-indikator",
    Severity.INFO,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: måltypens `skal_følges_opp`",
    krav="Et mål som skal følges opp, blir målt av minst én indikator, når kommunen fører indikatorer i registeret.",
    hvorfor=(
        "Uten en indikator kan ingen se om kommunen nærmer seg målet. Fører kommunen ingen indikatorer i registeret, "
        "sier regelen ikke fra. En indikator for et mål under dette målet er nok."
    ),
    tekst=FindingText(
        melding="Ingen indikator i registeret måler målet eller noe mål under det.",
        merke="en måltype som skal følges opp",
        hjelp=(
            "legg `{id}` til i feltet `mål` i en indikator som måler det, eller opprett en indikator med `mål: [{id}]`."
        ),
    ),
    felt=("type", "plan"),
    asks={"": ("indikator",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield goals in force that must be followed up and that nothing measures; silent where no indicators are kept.

    Silent too while a file that could do it is unreadable. A goal over another that must be followed up itself is left
    out: the lower one is reported.
    """
    if not register.indikatorer or register.is_unreadable("indikator", "maal"):
        return
    measured = _maalt(register)
    for maal in register.maal.values():
        if maal.id in measured or not _must_be_measured(register, maal):
            continue
        if not any(_must_be_measured(register, under) for under in register.maal_below(maal)):
            yield finding(maal, "type", related=_almost(register, maal), id=maal.id)
