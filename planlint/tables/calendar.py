"""The calendar of a planstrategi: which work goes on in which half-year, for each sector."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planlint.ahead import find_expected, half_year_of
from planlint.base import N_
from planlint.model import AVSLUTTEDE, VEDTAK
from planlint.output import shown_words
from planlint.register import sektor_over
from planlint.tables.deadlines import HJUL_PAGE
from planlint.tables.table import CellPart
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.model import Plan, Planstrategi, TidspunktValue
    from planlint.register import PlanstrategiVedtak, Register
    from planlint.tables.table import TableCell, TableRow
    from planlint.text import Language


@dataclass(frozen=True, slots=True)
class CalendarWork:
    """Work on a plan: its sector ("" when none), and when it begins and is done, as far as anybody says."""

    tittel: str
    sti: str
    sektor: str
    oppstart: TidspunktValue | None
    ferdig: TidspunktValue | None
    usikker: bool = False
    forventet: bool = False
    vist: bool | None = None


def _number(day: date) -> int:
    return 2 * day.year + (day.month > 6)  # noqa: PLR2004 - the year's first half


def half_years(first: date, last: date) -> list[int]:
    """Give the half-years from one day to another, as numbers that grow by one."""
    return list(range(_number(first), _number(last) + 1))


def half_year_name(number: int, lang: Language) -> str:
    """Give a half-year's name."""
    return lang.tidspunkt(half_year_of(date(number // 2, 7 if number % 2 else 1, 1)))


def _span(point: TidspunktValue | None) -> range:
    """Give the half-years that a time may be in: of a year both; none where there is no time."""
    return range(_number(point.start), _number(point.slutt) + 1) if point else range(0)


def word_in(work: CalendarWork, number: int) -> str:
    """Give what happens to a piece of work in a half-year: begins, is done, goes on; "" for nothing.

    What is only known by its year stands in both its half-years: nobody has said which. Where only the beginning or
    only the end is known, the work stands there alone.
    """
    begins, done = _span(work.oppstart), _span(work.ferdig)
    if number in begins and number in done:
        return N_("oppstart og ferdig")
    if number in done:
        return N_("ferdig")
    if number in begins:
        return N_("oppstart")
    return N_("pågår") if begins and done and begins[-1] < number < done[0] else ""


def besluttet(vedtak: Iterable[PlanstrategiVedtak]) -> Iterator[CalendarWork]:
    """Give the work that a planstrategi decided, whether anybody has said when or not."""
    for item in vedtak:
        plan, told = item.plan, item.beslutning
        sector = told.ansvarlig or plan.ansvarlig or ""
        yield CalendarWork(plan.tittel, f"plan/{plan.id}.html", sector, told.oppstart, told.ferdig, told.usikker)


def afterwards(vedtak: Iterable[PlanstrategiVedtak]) -> Iterator[CalendarWork]:
    """Give what a planstrategi decided shall happen to plans after the first, where it says when."""
    for item in vedtak:
        sector = item.beslutning.ansvarlig or item.plan.ansvarlig or ""
        for later in item.beslutning.deretter:
            yield CalendarWork(item.plan.tittel, f"plan/{item.plan.id}.html", sector, later.oppstart, later.ferdig)


def tasks(strategi: Planstrategi) -> Iterator[CalendarWork]:
    """Give a planstrategi's work that is no plan."""
    for task in strategi.oppgaver:
        yield CalendarWork(task.tittel, "", task.ansvarlig or "", task.oppstart, task.ferdig)


def expected_work(register: Register, first: date, last: date) -> Iterator[CalendarWork]:
    """Give the steps of the wheels that are expected from one day to another."""
    for one in find_expected(register, first, last):
        if one.hva == "steg":
            yield CalendarWork(one.tittel, HJUL_PAGE, one.sektor, None, one.tid, forventet=True, vist=one.vist)


def _is_done(register: Register, plan: Plan) -> bool:
    """Tell whether the work that the plan's file tells of has led to an adoption."""
    work, last = plan.arbeid, register.last_event(plan, *VEDTAK)
    begins = (work.oppstart or work.ferdig) if work else None
    return bool(last and begins and last.dato.slutt >= begins.start)


def announced_work(register: Register, besluttede: Iterable[PlanstrategiVedtak]) -> Iterator[CalendarWork]:
    """Give the work that the plans themselves tell of, where the planstrategi decided nothing."""
    decided = {item.plan.id for item in besluttede}
    for plan in sorted(register.planer.values(), key=lambda plan: (alphabetical(plan.tittel), plan.id)):
        work = plan.arbeid
        if not work or plan.id in decided or register.status(plan) in AVSLUTTEDE or _is_done(register, plan):
            continue
        yield CalendarWork(
            plan.tittel, f"plan/{plan.id}.html", plan.ansvarlig or "", work.oppstart, work.ferdig, work.usikker
        )


def _word(work: CalendarWork, word: str, lang: Language) -> str:
    """Give the word, with the time where it may be in several half-years, and with any doubt."""
    if work.forventet:
        return ", ".join([lang.render(N_("forventet {tid}"), {"tid": work.ferdig}), *shown_words(work.vist, lang)])
    told = (word.startswith("oppstart") and work.oppstart, word.endswith("ferdig") and work.ferdig)
    times = dict.fromkeys(lang.format("{tid:i}", tid=point) for point in told if point and len(_span(point)) > 1)
    text = " ".join((lang.gettext(word), *times))
    return f"{text}, {lang.gettext('usikkert')}" if work.usikker else text


def _cell(works: Iterable[CalendarWork], number: int, lang: Language) -> TableCell:
    told = ((work, word_in(work, number)) for work in works)
    return tuple(CellPart(work.tittel, work.sti, f" ({_word(work, word, lang)})") for work, word in told if word)


def calendar_rows(
    works: Iterable[CalendarWork], numbers: Sequence[int], register: Register, lang: Language
) -> Iterator[TableRow]:
    """Give a row for each sector that has work in these half-years, those without a sector last.

    The work of a programme area stands in the row of the sector that it is part of.
    """
    sectors = register.plansystem.sektorer
    by_sector: dict[str, list[CalendarWork]] = {id_: [] for id_ in [*sectors, ""]}
    for work in works:
        meant = sektor_over(register.plansystem, register.assumed.get(("sektor", work.sektor), work.sektor))
        by_sector[meant if meant in sectors else ""].append(work)
    for id_, found in by_sector.items():
        cells = [_cell(found, number, lang) for number in numbers]
        if any(cells):
            yield (sectors[id_].navn if id_ else lang.gettext("Ansvarlig ikke dokumentert"), *cells)


def count_outside(works: Iterable[CalendarWork], numbers: Sequence[int]) -> int:
    """Count the work that is in none of these half-years, most often because nobody has said when."""
    return sum(not any(word_in(work, number) for number in numbers) for work in works)
