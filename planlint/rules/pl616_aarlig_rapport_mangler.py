"""PL616: the council has not been given a report that the law asks for every year, or twice a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import Finding, RuleClass, Severity, add_months
from planlint.law import bestemmelser
from planlint.register import (
    YEARLY,
    can_be_missing,
    counts_on,
    demand_place,
    is_undated,
    last_vedtatt,
    types_with_hjemmel,
)
from planlint.rules.rule import N_, FindingText, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.register import Register


class YearlyReport(NamedTuple):
    """What the council is given: its name, and how many times a year at least."""

    navn: Ord
    antall: int = 1


REPORTS = {
    "barnevernloven-1992-tilstand": YearlyReport(N_("redegjørelse for tilstanden i barnevernstjenesten")),
    "barnevernsloven-tilstand": YearlyReport(N_("redegjørelse for tilstanden i barnevernstjenesten")),
    "opplaeringslova-1998-13-10": YearlyReport(N_("rapport om tilstanden i grunnskolen")),
    "opplaeringslova-17-12": YearlyReport(N_("informasjon om læringsmiljøet, resultatene og gjennomføringen i skolen")),
    "koml-25-2": YearlyReport(N_("rapport om internkontroll og statlig tilsyn")),
    "koml-14-7": YearlyReport(N_("årsberetning")),
    "koml-14-6": YearlyReport(N_("behandling av årsregnskap")),
    "koml-14-5": YearlyReport(N_("rapport om økonomien sammenholdt med årsbudsjettet"), 2),
    "koml-14-13": YearlyReport(N_("rapport om finans- og gjeldsforvaltningen"), 2),
}


def _with_replaced(law: str) -> tuple[str, ...]:
    """Give a provision and those of the reports' that it came instead of: an older report names the old one."""
    return (law, *(id_ for id_ in REPORTS if bestemmelser()[id_].avloest_av == law))


def _given(register: Register, plans: list[Plan]) -> int:
    """Give how many times the council was given one of these in the last 13 months."""
    days = {
        (plan.id, event.dato.slutt)
        for plan in plans
        for event in register.vedtak(plan)
        if add_months(event.dato.slutt, YEARLY) >= register.today
    }
    return len(days)


def _judge(register: Register, law: str, rapport: YearlyReport, plans: list[Plan], types: list[str]) -> Finding | None:
    newest = last_vedtatt(register, plans)
    number = _given(register, plans)
    first_due = add_months(bestemmelser()[law].first_day, YEARLY)
    if number >= rapport.antall or first_due >= register.today or is_undated(register, plans):
        return None
    if not can_be_missing(register, plans):
        return None
    args = {"rapport": rapport.navn, "dato": newest[1].dato if newest else None, "id": law, "antall": number}
    variant = "ingen" if not newest else "to_ganger" if rapport.antall > 1 else ""
    return Finding(*demand_place(register, plans, types), args, variant=variant, key=law, lov=(law,))


@rule(
    "PL616",
    "årlig-rapport-mangler",
    Severity.ADVARSEL,
    RuleClass.LOV,
    kilde="loven som er nevnt i funnet",
    krav=(
        "Kommunestyret får hvert år det som loven krever: redegjørelsen for barnevernstjenesten, informasjonen om "
        "skolen, rapporten om internkontroll, årsregnskapet og årsberetningen, og to ganger i året rapportene om "
        "økonomi og finans. Regelen ser etter dokumenter og plantyper som viser til bestemmelsen i `hjemmel`, og gir "
        "en måned ekstra."
    ),
    hvorfor=(
        "Rapporten lar de folkevalgte se hvordan det går i tjenesten de har ansvaret for, før problemene blir store."
    ),
    tekst=FindingText(
        melding="Registeret viser ingen {rapport} de siste 13 månedene. Loven krever det hvert år.",
        merke="den nyeste er fra {dato}",
        hjelp="legg inn den nye, med dagen kommunestyret behandlet den i `hendelser` og `{id}` i `hjemmel`.",
    ),
    varianter={
        "ingen": FindingText(
            melding="Registeret viser ingen {rapport}. Loven krever det hvert år.",
            merke="ingen er lagt fram",
            hjelp="legg inn den siste, med dagen kommunestyret behandlet den i `hendelser` og `{id}` i `hjemmel`.",
        ),
        "to_ganger": FindingText(
            melding=(
                "Kommunestyret skal få {rapport} minst to ganger i året. Registeret viser {antall} de siste 13 "
                "månedene."
            ),
            merke="den nyeste er fra {dato}",
            hjelp="legg inn de nye, med dagen kommunestyret behandlet dem i `hendelser` og `{id}` i `hjemmel`.",
        ),
    },
    felt=("type", "status", "hendelser", "hjemmel", "plantyper"),
    lov=tuple(REPORTS),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding per report that is missing, where a type or a report rests on the provision."""
    for law, rapport in REPORTS.items():
        ids = _with_replaced(law)
        plans, types = register.plans_with_hjemmel(*ids), types_with_hjemmel(register.plansystem, *ids)
        if (plans or types) and counts_on(register, law, register.today):
            found = _judge(register, law, rapport, plans, types)
            if found:
                yield found
