"""Which planstrategi a table's decisions are of: the one asked for, the one of its years, or a new one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.base import slug
from planlint.imports.table.head_words import MARK, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.cells import Content
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.read_table import ReadTable
    from planlint.register import Register

_SPAN = re.compile(r"(?<!\d)(20\d\d)\s*[-–—/]\s*(?:(20\d\d)|(\d\d))(?!\d)")
_OWN_TITLE = re.compile(
    r"[^.:]{0,40}[:.]?\s?(?:kommunal )?planstrategi(?:en)? (?:for )?(?:[^\W\d]+ ){0,3}20\d\d", re.IGNORECASE
)
_ELECTION, _TERM = 2023, 4
_LONGEST = 5
_DECIDING = frozenset(("beslutning", YEAR, MARK))
_TIMELY = frozenset(("tid", "rullering"))
_SHARE, _SOME = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Strategy:
    """A planstrategi: its id, whether it is there, and the years that a new one is for."""

    id: str = ""
    is_new: bool = False
    first: int = 0
    last: int = 0
    title: str = ""
    remark: str = ""

    def fields(self, source: str) -> dict[str, Any]:
        """Give the keys of a new planstrategi's file."""
        return {
            "tittel": self.title or f"Planstrategi {self.first}–{self.last}",
            "valgperiode": valgperiode(self.first),
            **({"kilder": [{"kilde": source}]} if source else {}),
            **({"merknad": self.remark} if self.remark else {}),
        }


def valgperiode(year: int) -> str:
    """Give the valgperiode of a year's planstrategi: from election to election, as 2024 is of 2023-2027."""
    first = year - (year - _ELECTION) % _TERM
    return f"{first}-{first + _TERM}"


def years_of(content: Content, tables: Iterable[ReadTable], name: str) -> tuple[int, int] | None:
    """Give the years that a table is for: those of its heads, of the lines around it, or of its columns of years."""
    tables = [*tables]
    for text in _places(content, tables, name):
        for match in _SPAN.finditer(text):
            first, last = int(match[1]), int(match[2] or f"20{match[3]}")
            if 0 < last - first <= _LONGEST:
                return first, last
    years = [column.year for table in tables for column in table.columns if column.field == YEAR]
    return (min(years), max(years)) if years else None


def _places(content: Content, tables: list[ReadTable], name: str) -> Iterator[str]:
    """Yield the texts that may say which years a table is for, the surest first: those that name the planstrategi."""
    for sheet in content.sheets:
        yield from (text for text in (*sheet.above, sheet.heading) if _OWN_TITLE.match(text))
    for table in tables:
        yield from (column.head for column in table.columns)
        yield from (line.text for line in table.lines if line.kind == "above")
    read = {table.ark for table in tables}
    for sheet in content.sheets:
        yield from (*sheet.above, sheet.heading, sheet.name)
        if sheet.name not in read:
            yield from (text for row in sheet.rows for text in row.texts if "planstrategi" in text.lower())
    yield name.replace("_", " ")


def strategy_of_work(plans: Iterable[ImportedPlan], register: Register) -> Strategy:
    """Give the planstrategi of the valgperiode that most of the planned work is in; "" where there is no such one.

    The one that is adopted in the first year after the election is for that year and the three that follow.
    """
    said = [part for plan in plans for part in (plan.beslutning, plan.felt.get("arbeid", {}))]
    years = [int(str(part[key])[:4]) for part in said for key in ("oppstart", "ferdig") if part.get(key)]
    counted = Counter(valgperiode(year - 1) for year in years)
    if not counted or counted.most_common(1)[0][1] * 2 <= len(years):
        return Strategy()
    period = counted.most_common(1)[0][0]
    same = [id_ for id_, one in register.entities["planstrategi"].items() if getattr(one, "valgperiode", "") == period]
    first, last = map(int, period.split("-"))
    title = f"Planstrategi for valgperioden {first}–{last}"
    return Strategy(same[0]) if same else Strategy(slug(f"planstrategi {period}"), True, first, last, title)  # noqa: FBT003 - is_new


def strategy_of(asked: str, register: Register, years: tuple[int, int] | None) -> Strategy:
    """Give the planstrategi of a table: the one asked for, else the one of its years; "" where nothing says which."""
    known = register.entities["planstrategi"]
    if asked in known:
        return Strategy(asked)
    if years is None and (match := re.search(r"(20\d\d)-(20\d\d)", asked)):
        years = int(match[1]), int(match[2])
    if asked:
        return Strategy(asked, is_new=True, first=years[0], last=years[1]) if years else Strategy()
    if years is None:
        return Strategy(next(iter(known))) if len(known) == 1 else Strategy()
    same = [id_ for id_, one in known.items() if getattr(one, "valgperiode", "") == valgperiode(years[0])]
    if same:
        return Strategy(same[0])
    return Strategy(slug(f"planstrategi {years[0]}-{years[1]}"), is_new=True, first=years[0], last=years[1])


def is_deciding(tables: Iterable[ReadTable], plans: Iterable[ImportedPlan]) -> bool:
    """Tell whether a table says what shall happen to plans: by its columns, its headings, or the words of its cells.

    A word or two in a register of plans («Rullering 2019» as a status) are no decisions of a planstrategi.
    """
    tables, plans = [*tables], [*plans]
    columns = any(column.field in _DECIDING for table in tables for column in table.columns)
    headings = any(group.kind == "valg" for table in tables for group in table.groups)
    if columns or headings:
        return any(plan.beslutning for plan in plans)
    times = any(column.field in _TIMELY for table in tables for column in table.columns)
    decided = sum(bool(plan.beslutning.get("valg")) and not plan.is_next for plan in plans)
    return decided > (_SOME if times else _SHARE) * len(plans)


def undecide(plan: ImportedPlan) -> None:
    """Make a status of a word for a decision, in a table that is no planstrategi's."""
    valg = plan.beslutning.pop("valg", "")
    if plan.is_next:
        neste = plan.felt.get("revisjon", {}).get("neste")
        plan.beslutning = {key: value for key, value in plan.beslutning.items() if value != neste or neste is None}
        return
    if valg:
        plan.ordrett += [said for said in plan.sagt if said not in plan.ordrett]
    if valg == "revideres" and "status" not in plan.felt:
        plan.felt["status"] = "under_revisjon"
