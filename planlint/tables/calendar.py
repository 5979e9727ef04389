"""The calendar of a planstrategi: which work goes on in which half-year, for each sector."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planlint.ahead.half_year import halvaar
from planlint.base.diagnostic import N_
from planlint.model.ord import AVSLUTTEDE, VEDTAK
from planlint.tables.table import Del
from planlint.text.sorting import alfabetisk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.model import Plan
    from planlint.model.tidspunkt import TidspunktVerdi
    from planlint.register.register import Register
    from planlint.register.valgperiode import Vedtak
    from planlint.tables.table import Celle, Rad
    from planlint.text import Language


@dataclass(frozen=True, slots=True)
class Arbeid:
    """Work on a plan: its sector ("" when none), and when it begins and is done, as far as anybody says."""

    tittel: str
    sti: str
    sektor: str
    oppstart: TidspunktVerdi | None
    ferdig: TidspunktVerdi | None
    usikker: bool = False


def _nummer(day: date) -> int:
    return 2 * day.year + (day.month > 6)  # noqa: PLR2004 - the year's first half


def halvaarene(first: date, last: date) -> list[int]:
    """Give the half-years from one day to another, as numbers that grow by one."""
    return list(range(_nummer(first), _nummer(last) + 1))


def navn(number: int, lang: Language) -> str:
    """Give a half-year's name."""
    return lang.tidspunkt(halvaar(date(number // 2, 7 if number % 2 else 1, 1)))


def ord_i(work: Arbeid, number: int) -> str:
    """Give what happens to a piece of work in a half-year: begins, is done, goes on; "" for nothing.

    Of an inexact time the first day counts for the beginning and the last for the end. Where only one of them is
    known, the work stands in that half-year alone.
    """
    begins = _nummer(work.oppstart.start) if work.oppstart else None
    done = _nummer(work.ferdig.slutt) if work.ferdig else None
    if begins == done == number:
        return N_("oppstart og ferdig")
    if begins == number:
        return N_("oppstart")
    if done == number:
        return N_("ferdig")
    return N_("pågår") if begins is not None and done is not None and begins < number < done else ""


def besluttet(vedtak: Iterable[Vedtak]) -> Iterator[Arbeid]:
    """Give the work that a planstrategi decided, whether anybody has said when or not."""
    for item in vedtak:
        plan, told = item.plan, item.beslutning
        sector = told.ansvarlig or plan.ansvarlig or ""
        yield Arbeid(plan.tittel, f"plan/{plan.id}.html", sector, told.oppstart, told.ferdig, told.usikker)


def _gjort(register: Register, plan: Plan) -> bool:
    """Tell whether the work that the plan's file tells of has led to an adoption."""
    work, last = plan.arbeid, register.sist(plan, *VEDTAK)
    begins = (work.oppstart or work.ferdig) if work else None
    return bool(last and begins and last.dato.slutt >= begins.start)


def varslet(register: Register, besluttede: Iterable[Vedtak]) -> Iterator[Arbeid]:
    """Give the work that the plans themselves tell of, where the planstrategi decided nothing."""
    decided = {item.plan.id for item in besluttede}
    for plan in sorted(register.planer.values(), key=lambda plan: (alfabetisk(plan.tittel), plan.id)):
        work = plan.arbeid
        if not work or plan.id in decided or register.status(plan) in AVSLUTTEDE or _gjort(register, plan):
            continue
        yield Arbeid(
            plan.tittel, f"plan/{plan.id}.html", plan.ansvarlig or "", work.oppstart, work.ferdig, work.usikker
        )


def _celle(works: Iterable[Arbeid], number: int, lang: Language) -> Celle:
    doubt = f", {lang.gettext('usikkert')}"
    told = ((work, ord_i(work, number)) for work in works)
    return tuple(
        Del(work.tittel, work.sti, f" ({lang.gettext(word)}{doubt if work.usikker else ''})")
        for work, word in told
        if word
    )


def rader(works: Iterable[Arbeid], numbers: Sequence[int], register: Register, lang: Language) -> Iterator[Rad]:
    """Give a row for each sector that has work in these half-years, those without a sector last."""
    sectors = register.plansystem.sektorer
    by_sector: dict[str, list[Arbeid]] = {id_: [] for id_ in [*sectors, ""]}
    for work in works:
        meant = register.assumed.get(("sektor", work.sektor), work.sektor)
        by_sector[meant if meant in sectors else ""].append(work)
    for id_, found in by_sector.items():
        cells = [_celle(found, number, lang) for number in numbers]
        if any(cells):
            yield (sectors[id_].navn if id_ else lang.gettext("Uten ansvarlig"), *cells)


def utenfor(works: Iterable[Arbeid], numbers: Sequence[int]) -> int:
    """Count the work that is in none of these half-years, most often because nobody has said when."""
    return sum(not any(ord_i(work, number) for number in numbers) for work in works)
