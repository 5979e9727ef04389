"""What the times say: planlint against its peers, and how time and memory grow. Ratios depend little on the machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from peers import DOORSTOP, ELEVENTY, HUGO, JSONSCHEMA, MKDOCS, RYL, YAMLLINT, ZENSICAL
from rows import BAERUM, BUILD, CHECK, CLICK, COVERAGE, DIFF, HELP, IN_LANGUAGE, OF_BAERUM
from timing import Row

Results = Mapping[tuple[str, int], Row]
"""What was timed, by name and number of files; 0 for what is the same for every size."""
YARDSTICK = 1_000
"""The number of files that the time per file is compared with."""


class Ratio(NamedTuple):
    """A line of the table that is worked out from others."""

    name: str
    of: Callable[[Results, int], float | None]


def _seconds(results: Results, size: int, *names: str) -> float | None:
    """Give the medians added together; None where one of them is missing."""
    found = [row.median if (row := results.get((name, size))) else None for name in names]
    known = [seconds for seconds in found if seconds is not None]
    return sum(known) if len(known) == len(names) else None


def _divided(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def _against(one: str, *others: str) -> Callable[[Results, int], float | None]:
    return lambda results, size: _divided(_seconds(results, size, one), _seconds(results, size, *others))


def _milliseconds(results: Results, size: int, name: str = CHECK) -> float | None:
    seconds = _seconds(results, size, name)
    return 1000 * seconds / size if seconds is not None and size else None


def _growth(results: Results, size: int, name: str = CHECK) -> float | None:
    if size <= YARDSTICK:
        return None
    return _divided(_milliseconds(results, size, name), _milliseconds(results, YARDSTICK, name))


def _kilobytes(results: Results, size: int) -> float | None:
    """Give the memory that each file more than in the smallest plan system takes."""
    found = {files: row.kilobytes for (name, files), row in results.items() if name == CHECK and row.median}
    smallest = min(found, default=size)
    return (found[size] - found[smallest]) / (size - smallest) if size in found and size > smallest else None


RATIOS = (
    Ratio("check : (yamllint + check-jsonschema)", _against(CHECK, YAMLLINT, JSONSCHEMA)),
    Ratio("check : ryl", _against(CHECK, RYL)),
    Ratio("check : doorstop", _against(CHECK, DOORSTOP)),
    Ratio("diff : check", _against(DIFF, CHECK)),
    *(Ratio(f"build : {name}", _against(BUILD, name)) for name in (MKDOCS, ELEVENTY, HUGO, ZENSICAL)),
    *(
        Ratio(f"build : {name}{OF_BAERUM}", _against(f"{BUILD}{OF_BAERUM}", f"{name}{OF_BAERUM}"))
        for name in (MKDOCS, ELEVENTY, HUGO, ZENSICAL)
    ),
    *(Ratio(f"{code} : nb", _against(IN_LANGUAGE[code], IN_LANGUAGE["nb"])) for code in ("nn", "en")),
    Ratio("check av Bærum : tom click-kommando", _against(BAERUM, CLICK)),
    Ratio("coverage, ms per fil : ved 1 000 filer", partial(_growth, name=COVERAGE)),
    Ratio("check, ms per fil", _milliseconds),
    Ratio("check, ms per fil : ved 1 000 filer", _growth),
    Ratio("check, kB minne per fil", _kilobytes),
    Ratio("--help : tom click-kommando", _against(HELP, CLICK)),
)
