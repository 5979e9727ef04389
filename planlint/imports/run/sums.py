"""The sum that a table gives of its own man-years, held against its rows: told, and kept with the planstrategi."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, NN_, Message
from planlint.imports.table.head_words import YEAR
from planlint.imports.table.legend import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.read_table import Line, ReadTable
    from planlint.text import Language

_SUM = re.compile(
    r"^(?:sum|totalt?|i alt|til ?sammen|til ?saman|samla|samlet)\b(?!.*(?:kapasitet|dispon|tilgjeng))", re.IGNORECASE
)
_NEAR = 0.005

Amounts = dict[int, float]

SUM_ONLY = N_("Tabellen oppgir summen av årsverk slik: {sum}.")
SUM_AND_MORE = NN_(
    "Tabellen oppgir summen av årsverk slik: {sum}. Der er {n} plan med som tabellen ikke sier hva som er bestemt om: "
    "{utenfor}.",
    "Tabellen oppgir summen av årsverk slik: {sum}. Der er {n} planer med som tabellen ikke sier hva som er bestemt "
    "om: {utenfor}.",
)


class SumRow(NamedTuple):
    """A row of a table that adds up its man-years: what it says, and what the rows above it come to."""

    line: Line
    said: Amounts
    rows: Amounts
    is_whole: bool

    @property
    def is_right(self) -> bool:
        """Whether the rows come to what the table says."""
        years = {*self.said, *self.rows}
        return all(abs(self.said.get(year, 0) - self.rows.get(year, 0)) < _NEAR for year in years)


def sum_rows(table: ReadTable) -> Iterator[SumRow]:
    """Yield the rows of a table that add up its man-years, with what all rows above, or those since the last, are."""
    before = 0
    for line in sorted(table.lines, key=lambda one: one.number):
        said = _amounts_of(line, table) if line.kind == "sum" and table.numbers and _SUM.match(line.text) else {}
        if not said:
            continue
        whole, part = (SumRow(line, said, _added(table, first, line.number), first == 0) for first in (0, before))
        yield part if part.is_right and not whole.is_right else whole
        before = line.number


def _amounts_of(line: Line, table: ReadTable) -> Amounts:
    """Give the numbers below the years of a line that is no plan."""
    cells = dict(cell.rpartition(": ")[::2] for cell in line.rest.split(" | "))
    years = ((column.year, cells.get(column.head, "")) for column in table.columns if column.field == YEAR)
    return {year: number for year, text in years if (number := number_of(text.strip())) is not None}


def _added(table: ReadTable, first: int, last: int) -> Amounts:
    """Add up the man-years of the rows between two numbers of rows, those too that somebody is asked about."""
    rows = (
        {column.year: number_of(text) or 0 for column, text in row.cells if column.field == YEAR}
        for row in table.rows
        if first < row.number < last
    )
    asked = (_amounts_of(line, table) for line in table.asked if first < line.number < last)
    return added([*rows, *asked])


def added(amounts: Iterable[Mapping[int, float]]) -> Amounts:
    """Add up man-years year by year."""
    total: Amounts = {}
    for one in amounts:
        for year, number in one.items():
            total[year] = total.get(year, 0) + number
    return total


def in_words(amounts: Mapping[int, float]) -> str:
    """Give man-years by year: «2024: 8,5; 2025: 9»."""
    return "; ".join(f"{year}: {round(number, 2):g}".replace(".", ",") for year, number in sorted(amounts.items()))


def places(plans: Iterable[ImportedPlan]) -> Iterator[str]:
    """Yield where rows stand, table by table: «Oppgaver: 4–5, 7»."""
    by: dict[str, list[int]] = {}
    for plan in plans:
        by.setdefault(plan.ark, []).append(plan.nummer)
    yield from (f"{name}: {_spans(numbers)}" for name, numbers in by.items())


def _spans(numbers: Iterable[int]) -> str:
    found: list[list[int]] = []
    for number in sorted({*numbers}):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]}–{one[-1]}" for one in found)


def told_sums(tables: Iterable[ReadTable]) -> Iterator[Message]:
    """Tell for each sum of a table whether its rows come to it."""
    for table in tables:
        for row in sum_rows(table):
            text = (
                N_("{ark}, linje {nr}: summen av årsverk stemmer med radene som er lest ({sum}).")
                if row.is_right
                else N_(
                    "{ark}, linje {nr}: tabellen oppgir summen av årsverk slik: {sum}. Radene som er lest, blir til "
                    "sammen {rader}. Se om en rad mangler, eller om summen i tabellen er feil."
                )
            )
            yield Message.of_text(
                text, ark=table.ark, nr=row.line.number, sum=in_words(row.said), rader=in_words(row.rows)
            )


def kept_sum(tables: Sequence[ReadTable], undecided: Sequence[ImportedPlan], lang: Language) -> str:
    """Give the sentence about the table's own sum that the planstrategi keeps; "" where there is not one sum of all."""
    found = [row for table in tables for row in sum_rows(table) if row.is_whole]
    if len(found) != 1:
        return ""
    outside = [plan.aarsverk for plan in undecided if any(plan.aarsverk.values())]
    said = in_words(found[0].said)
    if not outside:
        return lang.gettext(SUM_ONLY).format(sum=said)
    return lang.choose(*SUM_AND_MORE, len(outside)).format(sum=said, n=len(outside), utenfor=in_words(added(outside)))
