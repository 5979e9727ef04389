"""What a table tells of a row beside the row itself: its numbering, the headings that hold, notes, and lines around."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.imports.table.head_words import OTHER
from planlint.imports.table.heads import Column
from planlint.imports.table.legend import legend
from planlint.imports.table.read_table import Line
from planlint.imports.table.title_cell import read_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.cells import Sheet, SheetRow
    from planlint.imports.table.group import Group
    from planlint.imports.table.layout import Layout
    from planlint.imports.table.read_table import ReadTable

NOTE = re.compile(r"^(\*+|[¹²³⁴⁵]+)\)?\s*(\S.*)$", re.DOTALL)
_GOES_ON = re.compile(r"[-–—]?\s*(?:og|samt|med|for|til|av|i|under|inkl\w*\.?|herunder|på|som|eller|mot|om)\s")
"""What a row begins with that only goes on with the title above it."""
_CODE = re.compile(r"([A-ZÆØÅ]|[A-ZÆØÅ]?\d+(?:\.\d+)*|[A-ZÆØÅ]\.\d+)[.):]?\s+(?=\S)")
"""The number that a heading begins with."""
_NUMBERED = 0.8
_FIRST = 50


def _numbers(body: Iterable[SheetRow], layout: Layout) -> list[str]:
    column = layout.of("nummer")
    return [row.text(column.index).rstrip(".") for row in body] if column else []


def parents(body: Iterable[SheetRow], layout: Layout) -> frozenset[str]:
    """Give the numbers that other rows of the table are numbered below: «2», where there is a «2.1»."""
    return frozenset(number.rpartition(".")[0] for number in _numbers(body, layout) if "." in number)


def is_parent(row: SheetRow, table: ReadTable) -> bool:
    """Tell whether other rows are numbered below this one."""
    return any(number in table.parents for number in _numbers([row], table.layout))


def is_used(groups: list[Group], table: ReadTable) -> bool:
    """Tell whether a plan stands below the headings that hold now."""
    return bool(table.rows) and table.rows[-1].groups == tuple(groups)


def outside(row: SheetRow, table: ReadTable) -> Iterator[tuple[Column, str]]:
    """Yield the cells to the right of the columns, and those without a head that no column has."""
    seen = {column.index for column in table.columns}
    for index, text in enumerate(row.texts):
        if text and index not in seen:
            yield Column(index, OTHER, ""), text


def lacks_number(row: SheetRow, table: ReadTable) -> bool:
    """Tell whether a row has no number in a table whose rows otherwise have."""
    column = table.layout.of("nummer")
    if column is None or row.text(column.index) or not table.rows:
        return False
    before = table.rows[:_FIRST]
    numbered = sum(any(c.field == "nummer" for c, _ in one.cells) for one in before)
    return numbered >= _NUMBERED * len(before)


def nested(groups: list[Group], new: Group, *, fresh: bool) -> list[Group]:
    """Give the headings that hold below a new one: it ends the others, but for one of another kind right above it."""
    if above := [at for at, one in enumerate(groups) if _is_below(new, one)]:
        return [*groups[: above[-1] + 1], new]
    if groups and not fresh:
        return [*[one for one in groups if one.kind != new.kind], new]
    outer = [one for one in groups[:-1] if one.kind != new.kind and groups[-1].kind == new.kind]
    return [*outer, new]


def _is_below(new: Group, other: Group) -> bool:
    """Tell whether the number of a heading is below that of another: «A1» or «A.1» below «A», «2.1» below «2»."""
    inner, outer = _CODE.match(new.text), _CODE.match(other.text)
    return inner is not None and outer is not None and bool(re.fullmatch(rf"{re.escape(outer[1])}\.?\d+", inner[1]))


def is_rest_of_title(row: SheetRow, name: str, table: ReadTable) -> bool:
    """Tell whether a row with only a title goes on with the title of the plan right above: «og plan for …»."""
    above = table.rows[-1] if table.rows else None
    before = {line.number for line in table.continued[-1:]}
    return (
        above is not None
        and row.number - 1 in {above.number, *before}
        and not row.merged
        and bool(_GOES_ON.match(name))
        and not above.title.text.endswith((".", ":"))
    )


def join_title(name: str, row: SheetRow, table: ReadTable) -> None:
    """Put the words of a row behind the title of the plan above, and note that they were read so."""
    above = table.rows[-1]
    title = read_title(f"{above.title.text} {name}")
    title.stars = tuple(dict.fromkeys([*above.title.stars, *title.stars]))
    title.beside, title.labelled = [*above.title.beside, *title.beside], above.title.labelled | title.labelled
    title.valg = title.valg or above.title.valg
    table.rows[-1] = replace(above, title=title)
    table.continued.append(Line(table.ark, row.number, name, "continued", title.text))


def explaining(sheet: Sheet) -> list[str]:
    """Give the lines that may explain the marks of a table: above it, below it, and alone in a row of it."""
    alone = [texts[0] for row in sheet.rows if len(texts := list(dict.fromkeys(filter(None, row.texts)))) == 1]
    above = [line for line in sheet.above if legend([line]).words or legend([line]).nothing]
    return [*sheet.above, *(() if above else sheet.below), *alone]


def notes(lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the notes below a table by their stars."""
    for line in lines:
        if match := NOTE.match(line):
            yield match[1], match[2]
