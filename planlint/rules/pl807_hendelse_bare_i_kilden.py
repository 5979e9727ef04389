"""PL807: a source entry dates a decision that no event shows, or one that the source cannot have known of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import HendelseCode, RuleClass, Severity
from planlint.model import VEDTAK, VEDTATTE, Plan
from planlint.register import conflicts, days_not_shown, is_before_its_day, published_on, read_utsagn, tittel
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Related
    from planlint.model import Planstrategi, TidspunktValue
    from planlint.register import Register


def _beside(register: Register, entity: Plan | Planstrategi, at: int) -> Related:
    name = tittel(register, entity.kilder[at].kilde)
    return related(entity, "kilder", at, "dato", note=N_("også ifølge {kilde}"), kilde=name)


def _told_elsewhere(register: Register, entity: Plan | Planstrategi) -> set[str]:
    """Give the kinds of event that another rule tells of.

    PL802 of a conflict, PL401 of an adoption that is lacking, PL307 of one that is written on a day to come.
    """
    told = {hva for hva, groups in read_utsagn(register, entity).items() if conflicts(hva, groups)}
    if any(is_before_its_day(register, entity, event) for event in entity.hendelser):
        return told | VEDTAK
    status = register.status(entity) if isinstance(entity, Plan) else None
    return told | VEDTAK if status in VEDTATTE and isinstance(entity, Plan) and not register.vedtak(entity) else told


@rule(
    "PL807",
    "hendelse-bare-i-kilden",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planens `kilder` og `hendelser`",
    krav="Et vedtak som en kilde i filen daterer, er ført som hendelse, og kilden kan ha kjent til det.",
    hvorfor=(
        "Status og frister regnes ut av hendelsene. Et vedtak som bare står ved kilden, teller ikke med, og en dag "
        "som kilden ikke kan ha kjent til, er en skrivefeil."
    ),
    tekst=FindingText(
        melding="{kilde} oppgir «{hva}» {dato}, men ingen hendelse i filen viser det.",
        merke="ingen slik hendelse",
        hjelp="rett dagen hvis den er skrevet feil. Er den riktig, legg til hendelsen under `hendelser`.",
    ),
    varianter={
        "dag": FindingText(
            melding="{kilde} oppgir «{hva}» {dato}, men hendelsen som viser til kilden, har en annen dag.",
            merke="hendelsen har en annen dag",
            hjelp=(
                "rett dagen der den er feil: i hendelsen eller her. Er det to vedtak, legg til det andre under "
                "`hendelser`."
            ),
        ),
        "slag": FindingText(
            melding="{kilde} oppgir «{hva}» {dato}, men hendelsen som viser til kilden, sier noe annet.",
            merke="en annen hendelse viser til kilden",
            hjelp="finn ut hva som er riktig, og rett `hva` der det er feil: i hendelsen eller her.",
        ),
        "fram": FindingText(
            melding="{kilde} er fra {utgitt}, og kan ikke ha kjent til «{hva}» {dato}.",
            merke="etter at kilden kom ut",
            hjelp=(
                "rett dagen. Har kilden varslet noe, skriv den statusen som kilden oppgir, eller legg det inn som en "
                "hendelse med `planlagt: true`."
            ),
        ),
    },
    felt=("kilder", "hendelser", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each date of a source entry that no event shows, unless the source only announces it.

    What several sources say alike is one finding, at the first of them.
    """
    for entity in register.entities_with_hendelser():
        loose: dict[tuple[str, TidspunktValue, str], list[int]] = defaultdict(list)
        for index, hva, dato, variant in days_not_shown(register, entity):
            loose[hva, dato, variant].append(index)
        told = _told_elsewhere(register, entity) if loose else set()
        for (hva, dato, variant), (first, *others) in loose.items():
            if hva not in told:
                kilde = entity.kilder[first].kilde
                yield finding(
                    entity, "kilder", first, "dato", variant=variant, key=f"{kilde} {hva} {dato}",
                    related=tuple(_beside(register, entity, at) for at in others),
                    kilde=tittel(register, kilde), hva=HendelseCode(hva), dato=dato,
                    utgitt=published_on(register, kilde),
                )  # fmt: skip
