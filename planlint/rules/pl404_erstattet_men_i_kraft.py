"""PL404: an adopted plan says that it replaced this one, and this one is not marked as replaced."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.model import AVSLUTTEDE, VEDTATTE
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


def _has_replaced(register: Register, new: Plan, old: Plan) -> bool:
    """Tell whether a plan is adopted, or once was, and not before the one that it says it replaced (PL309)."""
    status, adoptions = register.status(new), register.vedtak(new)
    if status not in VEDTATTE and not (status in AVSLUTTEDE and adoptions):
        return False
    first = next(iter(register.vedtak(old)), None)
    return not adoptions or first is None or adoptions[-1].dato.slutt >= first.dato.start


def _claims(register: Register) -> dict[str, list[tuple[Plan, int]]]:
    """Give the plans that say they replaced a plan, and where they say so, by the replaced plan's id."""
    claims: dict[str, list[tuple[Plan, int]]] = defaultdict(list)
    for plan in register.planer.values():
        for index, id_ in enumerate(plan.erstatter):
            claims[id_].append((plan, index))
    return claims


@rule(
    "PL404",
    "erstattet-men-i-kraft",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav="En plan som er erstattet av en vedtatt plan, har status «Erstattet».",
    hvorfor=(
        "Når to utgaver av samme plan ser ut til å gjelde, vet ikke leseren hvilken som styrer. Planoversikten og "
        "planstrategien regner da den gamle med."
    ),
    tekst=FindingText(
        melding="Planen har status «{status}», men den er erstattet av {nye}.",
        merke="erstattet, men status sier noe annet",
        hjelp="sett `status: erstattet`. Gjelder planen fortsatt, fjern `{id}` fra `erstatter` i filen til {nye}.",
    ),
    felt=("status",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans that are not marked as ended though an adopted plan says that it replaced them."""
    for id_, claims in sorted(_claims(register).items()):
        old = register.planer.get(id_)
        status = register.status(old) if old else None
        if old is None or status is None or status in AVSLUTTEDE:
            continue
        new = [(plan, index) for plan, index in claims if _has_replaced(register, plan, old)]
        heirs = {plan.id for plan in register.successors(old)}  # none of a ring, which is PL104's matter
        if not new or any(plan.id not in heirs for plan, _ in new):
            continue
        places = tuple(
            related(plan, "erstatter", index, note=N_("her står det at planen er erstattet")) for plan, index in new
        )
        successors = [titled(plan) for plan, _ in new]
        yield finding(old, "status", related=places, status=StatusCode(status), id=id_, nye=successors)
