"""PL504: more work on plans than there is capacity for: at the same time in a sector, or in årsverk in a year."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import RuleClass, Severity
from planlint.model import GIVES_ARBEID, STOPPED, parse
from planlint.register import (
    capacity_at_once,
    capacity_by_year,
    current_planstrategier,
    first_day,
    is_gjennomfoert,
    last_day,
    ressurser,
    total,
    units_over,
)
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from planlint.base import Finding, Step
    from planlint.model import Oppgave, Plan, Planstrategi
    from planlint.register import Register, Ressurs


class PlannedWork(NamedTuple):
    """Work: the file that says so and where in it, the sector that does it, and its first and last half-year."""

    eier: Plan | Planstrategi
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


def _later(plan: Plan, strategi: Planstrategi) -> Iterator[PlannedWork]:
    """Give the work that a planstrategi decides after the first, where it says from when and until when."""
    decision = plan.beslutninger.get(strategi.id)
    for at, later in enumerate(decision.deretter if decision else ()):
        if later.valg in GIVES_ARBEID and later.oppstart and later.ferdig and decision:
            path = ("beslutninger", strategi.id, "deretter", at, "valg")
            sektor = decision.ansvarlig or plan.ansvarlig
            yield PlannedWork(plan, path, sektor, _half(later.oppstart.start), _half(later.ferdig.slutt))


def _task(strategi: Planstrategi, at: int, task: Oppgave) -> PlannedWork | None:
    if not task.oppstart or not task.ferdig or (task.valg and task.valg not in GIVES_ARBEID):
        return None
    halves = _half(task.oppstart.start), _half(task.ferdig.slutt)
    return PlannedWork(strategi, ("oppgaver", at, "tittel"), task.ansvarlig, *halves)


def _works(register: Register, strategi: Planstrategi) -> Iterator[PlannedWork]:
    for plan in register.planer.values():
        if work := _work(register, plan, strategi):
            yield work
        if register.status(plan) not in STOPPED:
            yield from _later(plan, strategi)
    yield from (work for at, task in enumerate(strategi.oppgaver) if (work := _task(strategi, at, task)))


def _loads(register: Register, strategi: Planstrategi) -> dict[str, dict[int, list[PlannedWork]]]:
    """Give the work by sector and half-year, from today to the end of the planstrategi's time.

    The work of a programme area is its own, and that of the sector that it is part of.
    """
    system, term = register.plansystem, strategi.valgperiode
    first, last = _half(max(register.today, first_day(system, term))), _half(last_day(system, term))
    loads: dict[str, dict[int, list[PlannedWork]]] = defaultdict(lambda: defaultdict(list))
    for work in _works(register, strategi):
        for unit in units_over(system, work.sektor or ""):
            if unit in strategi.kapasitet:
                for half in range(max(work.fra, first), min(work.til, last) + 1):
                    loads[unit][half].append(work)
    return loads


def _at_once(register: Register, strategi: Planstrategi) -> Iterator[Finding]:
    """Yield the sectors with too many works at once, with those of the worst half-year as related places."""
    capacities = capacity_at_once(strategi)
    loads = _loads(register, strategi) if capacities else {}
    for sektor, capacity in capacities.items():
        above = {half: works for half, works in sorted(loads.get(sektor, {}).items()) if len(works) > capacity}
        if not above:
            continue
        worst = max(above, key=lambda half: (len(above[half]), -half))
        names = {half: parse(f"{half // 2}-H{half % 2 + 1}") for half in above}
        note = N_("regnet med i {halvaar}")
        yield finding(
            strategi, "kapasitet", sektor,
            related=tuple(related(work.eier, *work.path, note=note, halvaar=names[worst]) for work in above[worst]),
            sektor=_name(register, sektor), id=sektor, antall=len(above[worst]), kapasitet=capacity,
            verst=names[worst], halvaar=list(names.values()),
        )  # fmt: skip


def _name(register: Register, sektor: str) -> str:
    declared = register.plansystem.sektorer.get(sektor)
    return declared.navn if declared else sektor


def _worst_year(
    register: Register, found: Iterable[Ressurs], capacity: Mapping[int, float]
) -> tuple[int, list[Ressurs]] | None:
    """Give the year, from this one on, with most årsverk above the capacity, and what is set aside in it."""
    those = [one for one in found if not one.er_over]
    sums = {year: total(one.aarsverk.get(year, 0) for one in those) for year in sorted(capacity)}
    above = [year for year, number in sums.items() if year >= register.today.year and number > capacity[year]]
    worst = max(above, key=lambda year: (sums[year] - capacity[year], -year), default=None)
    return (worst, [one for one in those if one.aarsverk.get(worst)]) if worst else None


def _in_aarsverk(register: Register, strategi: Planstrategi) -> Iterator[Finding]:
    """Yield the sectors, and the planstrategi as a whole, with more årsverk set aside in a year than there are."""
    found, system = list(ressurser(register, strategi)), register.plansystem
    held = [
        ("sektor", ("kapasitet", id_), [one for one in found if id_ in units_over(system, one.sektor or "")], limits)
        for id_, limits in capacity_by_year(strategi).items()
    ]
    for variant, path, those, limits in [*held, ("i_alt", ("årsverk",), found, strategi.aarsverk)]:
        if not (worst := _worst_year(register, those, limits)):
            continue
        year, works = worst
        yield finding(
            strategi, *path, year, variant=variant,
            related=tuple(related(one.eier, *one.felt, year, note=N_("regnet med")) for one in works),
            sektor=_name(register, path[-1]), id=path[-1], sum=total(one.aarsverk[year] for one in works),
            kapasitet=limits[year], aar=str(year),
        )  # fmt: skip


@rule(
    "PL504",
    "over-kapasitet",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planstrategiens `kapasitet` og `årsverk`",
    krav=(
        "En sektor har ikke flere planarbeider samtidig enn kapasiteten som planstrategien oppgir, halvår for halvår. "
        "Er kapasiteten oppgitt i årsverk, er det ikke satt av flere årsverk i et år enn det er."
    ),
    hvorfor=(
        "Planstrategien skal være mulig å gjennomføre. Når for mange arbeider går samtidig, blir fristene brutt, og "
        "ingen har valgt hvilke det går ut over. Arbeid som pågår uten å være med i planstrategien, telles også. "
        "Arbeid som er ferdig eller stanset, telles ikke."
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
    varianter={
        "sektor": FindingText(
            melding=(
                "For sektoren {sektor} er det satt av {sum} årsverk til planarbeid i {aar}, mens kapasiteten er "
                "{kapasitet}."
            ),
            merke="over kapasiteten",
            hjelp=(
                "rett `årsverk` for {aar} i noen av beslutningene, eller skriv en ny kapasitet for sektoren (`{id}`) i "
                "planstrategien."
            ),
        ),
        "i_alt": FindingText(
            melding=("I {aar} er det satt av {sum} årsverk til planarbeid, mens planstrategien har {kapasitet} i alt."),
            merke="over det planstrategien har i alt",
            hjelp="rett `årsverk` for {aar} i noen av beslutningene, eller rett `årsverk` i planstrategien.",
        ),
    },
    felt=("kapasitet", "valgperiode", "årsverk", "oppgaver"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield what is above the capacity, in the current planstrategi and in those being made."""
    for strategi in current_planstrategier(register):
        yield from _at_once(register, strategi)
        yield from _in_aarsverk(register, strategi)
