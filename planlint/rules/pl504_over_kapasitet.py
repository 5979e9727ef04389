"""PL504: more work on plans at the same time than a sector has capacity for, half-year by half-year."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import RuleClass, Severity
from planlint.model import GIVES_ARBEID, STOPPED, parse
from planlint.register import current_planstrategier, first_day, is_gjennomfoert, last_day
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Finding, Step
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register


class PlannedWork(NamedTuple):
    """Work on a plan: where the file says so, the sector that does it, and its first and last half-year."""

    plan: Plan
    path: tuple[Step, ...]
    sektor: str | None
    fra: int
    til: int


def _half(day: date) -> int:
    """Give the number of a day's half-year, counted from year 0."""
    return 2 * day.year + (day.month > 6)  # noqa: PLR2004 - June


def _work(register: Register, plan: Plan, strategi: Planstrategi) -> PlannedWork | None:
    """Give the work on a plan that a planstrategi decides, or that goes on without a decision of it."""
    decision = plan.beslutninger.get(strategi.id)
    if decision and (decision.valg not in GIVES_ARBEID or is_gjennomfoert(register, plan, strategi, decision)):
        return None
    own = plan.arbeid if plan.arbeid and (decision or register.is_under_arbeid(plan)) else None
    start = (decision and decision.oppstart) or (own and own.oppstart)
    end = (decision and decision.ferdig) or (own and own.ferdig)
    if not start or not end or register.status(plan) in STOPPED:
        return None
    path = ("beslutninger", strategi.id, "valg") if decision else ("arbeid",)
    sektor = (decision and decision.ansvarlig) or plan.ansvarlig
    return PlannedWork(plan, path, sektor, _half(start.start), _half(end.slutt))


def _loads(register: Register, strategi: Planstrategi) -> dict[str, dict[int, list[PlannedWork]]]:
    """Give the work by sector and half-year, from today to the end of the planstrategi's time."""
    system, term = register.plansystem, strategi.valgperiode
    first, last = _half(max(register.today, first_day(system, term))), _half(last_day(system, term))
    loads: dict[str, dict[int, list[PlannedWork]]] = defaultdict(lambda: defaultdict(list))
    for plan in register.planer.values():
        work = _work(register, plan, strategi)
        if work and work.sektor in strategi.kapasitet:
            for half in range(max(work.fra, first), min(work.til, last) + 1):
                loads[work.sektor][half].append(work)
    return loads


@rule(
    "PL504",
    "over-kapasitet",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planstrategiens `kapasitet`",
    krav="En sektor har ikke flere planarbeider samtidig enn kapasiteten som planstrategien oppgir, halvår for halvår.",
    hvorfor=(
        "Planstrategien skal være mulig å gjennomføre. Når for mange arbeider går samtidig, blir fristene brutt, og "
        "ingen har valgt hvilke det går ut over. Arbeid som pågår uten å være med i planstrategien, telles også."
    ),
    tekst=FindingText(
        melding=(
            "Sektoren {sektor} har flest samtidige planarbeider i {verst}: {antall}, mens kapasiteten er {kapasitet}."
        ),
        merke="over kapasiteten i {halvaar}",
        hjelp=(
            "flytt `oppstart` eller `ferdig` for noen av planene under `beslutninger`, eller skriv en ny kapasitet "
            "for sektoren (`{id}`) i planstrategien."
        ),
    ),
    felt=("kapasitet", "valgperiode"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the sectors with too much work at once, with the works of the worst half-year as related places."""
    for strategi in current_planstrategier(register):
        loads = _loads(register, strategi) if strategi.kapasitet else {}
        for sektor, capacity in strategi.kapasitet.items():
            above = {half: works for half, works in sorted(loads.get(sektor, {}).items()) if len(works) > capacity}
            if not above:
                continue
            worst = max(above, key=lambda half: (len(above[half]), -half))
            names = {half: parse(f"{half // 2}-H{half % 2 + 1}") for half in above}
            note = N_("regnet med i {halvaar}")
            declared = register.plansystem.sektorer.get(sektor)
            yield finding(
                strategi, "kapasitet", sektor,
                related=tuple(related(work.plan, *work.path, note=note, halvaar=names[worst]) for work in above[worst]),
                sektor=declared.navn if declared else sektor, id=sektor, antall=len(above[worst]), kapasitet=capacity,
                verst=names[worst], halvaar=list(names.values()),
            )  # fmt: skip
