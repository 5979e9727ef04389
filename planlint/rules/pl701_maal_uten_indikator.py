"""PL701: a goal that must be followed up (a delmål) is measured by no indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.register.traad import maal_over
from planlint.rules.rule import N_, Tekst, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding, Related
    from planlint.model import Maal
    from planlint.register.register import Register


def _maalt(register: Register) -> set[str]:
    """Give the goals that an indicator measures, and every goal above those."""
    return {over.id for over in maal_over(register, (m for m in register.maal.values() if register.indikatorer_for(m)))}


def _skal_maales(register: Register, maal: Maal) -> bool:
    maaltype, plan = register.maaltype(maal), register.finn_plan(maal.plan)
    return bool(maaltype and maaltype.skal_foelges_opp and plan and register.i_kraft(plan))


def _nesten(register: Register, maal: Maal) -> tuple[Related, ...]:
    """Give the indicators of the goals that this one continues: they may measure this one too."""
    older = (register.finn_maal(id_) for id_ in maal.viderefoerer)
    return tuple(
        related(indikator, "mål", note=N_("måler {id}, som dette målet viderefører"), id=old.id)
        for old in older
        if old
        for indikator in register.indikatorer_for(old)
    )


@rule(
    "PL701",
    "mål-uten-indikator",
    Severity.INFO,
    Klasse.LOKAL,
    kilde="plansystem.yaml: måltypens `skal_følges_opp`",
    krav="Et mål som skal følges opp, blir målt av minst én indikator, når kommunen fører indikatorer i registeret.",
    hvorfor=(
        "Uten en indikator kan ingen se om kommunen nærmer seg målet. Fører kommunen ingen indikatorer i registeret, "
        "sier regelen ikke fra. En indikator for et mål under dette målet er nok."
    ),
    tekst=Tekst(
        melding="Ingen indikator i registeret måler målet eller noe mål under det.",
        merke="en måltype som skal følges opp",
        hjelp=(
            "legg `{id}` til i feltet `mål` i en indikator som måler det, eller opprett en indikator med `mål: [{id}]`."
        ),
    ),
    felt=("type", "plan"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield goals in force that must be followed up and that nothing measures; silent where no indicators are kept.

    Silent too while a file that could do it is unreadable. A goal over another that must be followed up itself is left
    out: the lower one is reported.
    """
    if not register.indikatorer or register.uleselig("indikator", "maal"):
        return
    measured = _maalt(register)
    for maal in register.maal.values():
        if maal.id in measured or not _skal_maales(register, maal):
            continue
        if not any(_skal_maales(register, under) for under in register.under(maal)):
            yield finding(maal, "type", related=_nesten(register, maal), id=maal.id)
