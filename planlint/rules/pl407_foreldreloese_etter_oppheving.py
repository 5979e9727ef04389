"""PL407: a plan has ended while plans in force still hang under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.model import AVSLUTTEDE
from planlint.register import planer_under
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Related
    from planlint.model import Plan
    from planlint.register import Register

_HELP = (
    "knytt {planer} til en plan som gjelder (feltene `forankring` og `del_av` i filene deres), eller registrer at også "
    "de er opphevet."
)
_ONE = (
    "knytt {planer} til en plan som gjelder (feltene `forankring` og `del_av` i filen dens), eller registrer at også "
    "den er opphevet."
)


def _link(register: Register, under: Plan, over: Plan) -> Related:
    """Give the place where a plan says that it hangs under another."""
    for index, anchor in enumerate(under.forankring):
        if register.find_plan(anchor.plan) is over:
            return related(under, "forankring", index, note=N_("er forankret i planen"))
    return related(under, "del_av", note=N_("er en del av planen"))


def _successors(register: Register, plan: Plan) -> list[Related]:
    """Give the plans that replaced it: where the ones under it most likely belong now."""
    note = N_("denne planen kom i stedet")
    return [related(new, "erstatter", new.erstatter.index(plan.id), note=note) for new in register.replaced_by(plan)]


@rule(
    "PL407",
    "foreldreløse-etter-oppheving",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav="Når en plan er erstattet, opphevet, utgått eller foreldet, hører ingen planer i kraft inn under den.",
    hvorfor=(
        "Planer som hører inn under en plan som ikke gjelder, følger opp noe kommunen har gått bort fra. De må knyttes "
        "til planen som kom i stedet, eller oppheves sammen med den gamle."
    ),
    tekst=FindingText(
        melding="Planen har status «{status}», men {antall} planer under den står fortsatt som gjeldende.",
        merke="planer står igjen under den",
        hjelp=_HELP,
    ),
    varianter={
        "en": FindingText(
            melding="Planen har status «{status}», men {planer} hører inn under den og står fortsatt som gjeldende.",
            merke="en plan står igjen under den",
            hjelp=_ONE,
        ),
    },
    felt=("status",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield ended plans that plans in force are anchored in or parts of."""
    for plan in register.planer.values():
        if register.status(plan) not in AVSLUTTEDE:
            continue
        left = [under for under in planer_under(register, plan) if register.is_i_kraft(under)]
        if left:
            places = (*(_link(register, under, plan) for under in left), *_successors(register, plan))
            yield finding(
                plan, "status", related=places, variant="en" if len(left) == 1 else "",
                status=StatusCode(register.status(plan)), antall=len(left), planer=[titled(under) for under in left],
            )  # fmt: skip
