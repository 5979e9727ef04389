"""The one table, in Markdown that stands in docs/develop/speed.md: a line per command or ratio, a column per size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import editing
from ratios import RATIOS, Results
from rows import OURS
from timing import Row

NONE = "–"
AIMS = {
    OURS: "under 0,4 s",
    "check : (yamllint + check-jsonschema)": "1 000: 0,056; 10 000: 0,029",
    "check : ryl": "10 000: 4",
    "build : mkdocs": "0,7",
    "build : mkdocs, Bærum": "0,7",
    "build : eleventy": "1 000: 1,3",
    "planlint build": "10 000: 400 MB",
    f"{editing.PAGE}, Bærum": "0,25 s",
    editing.PAGE: "10 000: 0,5 s",
    editing.FINDINGS: "1 s",
    f"{editing.FINDINGS}, Bærum": "1 s",
    f"{editing.KEY}, Bærum": "0,1 s",
    editing.KEY: "10 000: 1 s",
    "nn : nb": "1,05",
    "en : nb": "1,05",
    "check av Bærum : tom click-kommando": "6",
    "coverage, ms per fil : ved 1 000 filer": "30 000: 1,3",
    "check, ms per fil : ved 1 000 filer": "100 000: 1,2",
    "check, kB minne per fil": "30",
    "--help : tom click-kommando": "2",
}
"""The most that each is to be."""


def number(value: float) -> str:
    """Give a number as Norwegian writes it, with about three digits that mean something."""
    decimals = 3 if value < 0.1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",")


def measured(row: Row | None) -> str:
    """Give a cell: median time and peak memory, or why there is none."""
    if row is None:
        return NONE
    if row.missing or row.failed:
        return row.missing or f"feilet ({row.failed})"
    if row.median is None:
        return NONE
    whose = "; ".join(f"{name} {number(kilobytes / 1024)}" for name, kilobytes in sorted(row.peaks.items()))
    return f"{number(row.median)} s, {number(row.kilobytes / 1024)} MB{f' ({whose})' if whose else ''}"


def _lines(results: Results, sizes: Sequence[int]) -> Iterator[list[str]]:
    columns = (0, *sizes)
    for name in dict.fromkeys(name for name, _ in results):
        yield [name, *(measured(results.get((name, size))) for size in columns), AIMS.get(name, "")]
    for ratio in RATIOS:
        values = [ratio.of(results, size) for size in columns]
        if any(value is not None for value in values):
            cells = (NONE if value is None else number(value) for value in values)
            yield [ratio.name, *cells, AIMS.get(ratio.name, "")]


def table(results: Results, sizes: Sequence[int]) -> str:
    """Give the table. What was not tried has a dash; a peer that is not installed says so."""
    head = ["", "Uten filer", *(f"{size:,} filer".replace(",", " ") for size in sizes), "Høyst"]
    rule = ["---", *("---:" for _ in head[1:-1]), "---"]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rule, *_lines(results, sizes)))
