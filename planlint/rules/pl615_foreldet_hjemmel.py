"""PL615: a plan or a plan type rests on a provision that no longer applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.law import Bestemmelse, bestemmelser
from planlint.rules.rule import FindingText, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.base import Step
    from planlint.model import Plan
    from planlint.register import Register


def _stale(register: Register, hjemmel: Sequence[str]) -> Iterator[tuple[int, Bestemmelse]]:
    """Give position and provision of what ended before today."""
    for index, id_ in enumerate(hjemmel):
        provision = bestemmelser().get(id_)
        if provision and provision.last_day and provision.last_day < register.today:
            yield index, provision


def _of_its_time(register: Register, plan: Plan, old: Bestemmelse) -> bool:
    """Tell whether a report or an analysis was put forward while the provision applied: then it says what was so."""
    versions = register.vedtak(plan)
    noted = bool(versions) and versions[-1].hva == "til_orientering"
    return noted and old.last_day is not None and versions[-1].dato.start <= old.last_day


def _finding(entity: str, file: str, path: tuple[Step, ...], old: Bestemmelse, hjemmel: Sequence[str]) -> Finding:
    """Give the finding, with the provision that came instead, unless that stands beside it already."""
    new = bestemmelser().get(old.avloest_av)
    args = {"lov": old.navn, "til": old.last_day, "ny": new.navn if new else "", "id": old.avloest_av}
    variant = "uten_avløser" if new is None else "begge" if new.id in hjemmel else ""
    return Finding(entity, Place(file, path), args, variant=variant, key=old.id, lov=(new.id if new else old.id,))


@rule(
    "PL615",
    "foreldet-hjemmel",
    Severity.ADVARSEL,
    RuleClass.LOV,
    kilde="tiden hver bestemmelse gjelder, i planlints liste over lovbestemmelser",
    krav=(
        "Plantypene, og planer i kraft eller under arbeid, viser bare til lover og retningslinjer som gjelder. En "
        "rapport som ble lagt fram mens den gamle loven gjaldt, kan vise til den."
    ),
    hvorfor=(
        "Lover blir avløst, og da kan kravene til planen ha endret seg. Se etter om den nye loven stiller andre krav."
    ),
    tekst=FindingText(
        melding="{lov:stor} gjelder ikke lenger.",
        merke="gjaldt til {til}",
        hjelp="se etter om planen oppfyller kravene i {ny}, og bytt til `{id}` i `hjemmel`.",
    ),
    varianter={
        "begge": FindingText(
            melding="{lov:stor} gjelder ikke lenger.",
            merke="gjaldt til {til}",
            hjelp="ta bestemmelsen ut av `hjemmel`. {ny:stor}, som avløste den, står der allerede.",
        ),
        "uten_avløser": FindingText(
            melding="{lov:stor} gjelder ikke lenger.",
            merke="gjaldt til {til}",
            hjelp="ta bestemmelsen ut av `hjemmel`, og finn ut om en annen lov krever planen nå.",
        ),
    },
    felt=("status", "hjemmel", "plantyper"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each stale provision of a plan type, and of a plan that is adopted or under work."""
    for id_, plantype in register.plansystem.plantyper.items():
        for index, old in _stale(register, plantype.hjemmel):
            path = ("plantyper", id_, "hjemmel", index)
            yield _finding("plansystem", PLANSYSTEM, path, old, plantype.hjemmel)
    for plan in register.planer.values():
        if not plan.hjemmel or not (register.is_vedtatt(plan) or register.is_under_arbeid(plan)):
            continue
        for index, old in _stale(register, plan.hjemmel):
            if not _of_its_time(register, plan, old):
                yield _finding(plan.entity, plan.file, ("hjemmel", index), old, plan.hjemmel)
