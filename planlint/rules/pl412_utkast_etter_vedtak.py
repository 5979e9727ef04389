"""PL412: a draft that is a draft still when its plan is adopted, or that became another draft; a goal with `blir`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import ending_of, event_place, is_settled, last_vedtak, open_utkast
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Maal, Plan
    from planlint.register import Register


def _left(register: Register, plan: Plan) -> Iterator[Finding]:
    """Yield the drafts of an adopted plan of which nobody has said what they became."""
    vote = last_vedtak(register, plan)
    if vote is None or not is_settled(register, plan):
        return
    voted = related(plan, *event_place(plan, vote, "dato"), note=N_("da ble planen vedtatt"))
    for draft in open_utkast(register, plan):
        yield finding(draft, "utkast", related=(voted,), plan=titled(plan), dato=vote.dato)


def _is_dropped(register: Register, maal: Maal) -> bool:
    """Tell whether all that a goal says of what it becomes is that a plan in its own plan's place has it no more."""
    plan = register.find_plan(maal.plan)
    return all(blir.utfall == "utgått" for blir in maal.blir) and bool(plan and register.etterfoelgere(plan))


def _has_come_to_a_vote(register: Register, draft: Maal) -> bool:
    """Tell whether the plan of a draft has been adopted or has ended: until then one draft may become another."""
    plan = register.find_plan(draft.plan)
    return plan is None or is_settled(register, plan) or ending_of(register, plan) is not None


@rule(
    "PL412",
    "utkast-etter-vedtak",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints format for mål: `utkast` og `blir`",
    krav="Når en plan er vedtatt, viser registeret hva det ble av hvert utkast: et mål i planen, eller ingenting.",
    hvorfor=(
        "Et utkast er ikke et mål, og blir aldri regnet med. Står det igjen som utkast etter vedtaket, kan et mål som "
        "gjelder, være ute av alle oversikter. Koblingen viser dessuten hva medvirkningen førte til."
    ),
    tekst=FindingText(
        melding="{plan} ble vedtatt {dato}, men registeret viser ikke hva det ble av utkastet.",
        merke="fortsatt et utkast",
        hjelp=(
            "slett `utkast` hvis det ble vedtatt som det står. Ellers skriv `blir` med målet det ble til, eller med "
            "`utfall: utgått`."
        ),
    ),
    varianter={
        "utkast": FindingText(
            melding="Utkastet skal ha blitt til {maal}, men det er et utkast, det også.",
            merke="også et utkast",
            hjelp="skriv id-en til det vedtatte målet, eller slett `utkast` i filen til {maal} hvis det er vedtatt.",
        ),
        "mål": FindingText(
            melding=(
                "Målet har feltet `blir`, men det er verken et utkast eller et mål som ikke føres videre når planen "
                "blir erstattet."
            ),
            merke="bare utkast blir til noe annet",
            hjelp=(
                "slett `blir`. Er målet ført videre eller slått sammen, skriv `viderefører` i det nye målet. Er planen "
                "erstattet, kan `blir` ha `utfall: utgått`. Bare et mål som aldri er vedtatt, har `utkast: true`."
            ),
        ),
    },
    felt=("utkast", "blir", "plan"),
    asks={"": ("blir",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the drafts left after an adoption, those that became drafts, and the goals that say what they became."""
    for plan in register.planer.values():
        yield from _left(register, plan)
    for maal in register.every_maal.values():
        if not maal.utkast:
            if maal.blir and not _is_dropped(register, maal):
                yield finding(maal, "blir", part="key", variant="mål")
            continue
        for at, blir in enumerate(maal.blir):
            new = register.find_maal(blir.maal)
            if new and new.utkast and new.id != maal.id and _has_come_to_a_vote(register, new):
                yield finding(maal, "blir", at, "mål", variant="utkast", maal=titled(new))
