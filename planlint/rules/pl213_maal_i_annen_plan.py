"""PL213: a goal stands under a goal of another plan, and nothing ties its own plan to that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_tied_to
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Maal, Plan
    from planlint.register import Register


def _fits_under(register: Register, maal: Maal, over: Maal) -> bool:
    """Tell whether a goal may hang under another by its type; where it may not, PL208 speaks."""
    maaltype = register.maaltype(maal)
    return maaltype is None or not maaltype.under or over.type in maaltype.under


def _untied(register: Register, maal: Maal) -> tuple[Maal, Plan, Plan] | None:
    """Give the goal above, its plan and the goal's own, where those are two that nothing ties together."""
    over, own = register.find_maal(maal.overordnet), register.find_plan(maal.plan)
    its = register.find_plan(over.plan) if over else None
    if over is None or own is None or its is None or register.is_in_ring(maal):
        return None
    return None if is_tied_to(register, own, its) or not _fits_under(register, maal, over) else (over, its, own)


@rule(
    "PL213",
    "mål-i-annen-plan",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints målhierarki",
    krav=(
        "Et mål er vedtatt i samme plan som målet over, eller i en plan som er forankret i den eller er en del av den."
    ),
    hvorfor=(
        "Målet står i tabeller og på sider både under målet over og i sin egen plan. Er planen en annen, uten at noe "
        "knytter de to sammen, er enten planen eller målet over ført feil."
    ),
    tekst=FindingText(
        melding=(
            "Målet er ført i {plan}, men står under {over} i {over_plan}. Registeret viser ikke at de to planene hører "
            "sammen."
        ),
        merke="en annen plan enn målet over",
        hjelp=(
            "rett `plan` eller `overordnet`. Er begge riktige, vis i planen `{plan_id}`, under `forankring` eller "
            "`del_av`, hva den følger opp."
        ),
    ),
    felt=("plan", "overordnet", "forankring", "del_av"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield goals whose plan is neither that of the goal above nor tied to it; PL102, PL104 and PL208 come first."""
    for maal in register.maal.values():
        if found := _untied(register, maal):
            over, its, own = found
            note = related(over, "plan", note=N_("målet over hører til denne planen"))
            yield finding(
                maal, "plan", related=(note,), key=over.id, plan=titled(own), plan_id=own.id, over=titled(over),
                over_plan=titled(its),
            )  # fmt: skip
