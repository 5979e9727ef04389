"""How the time of each pattern grows, on text that patterns are slow on: long runs of what they look for, and no end.

Every pattern in planlint that is made when its module is read, used as its module uses it.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import planlint
from growth.clock import Growth, growth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FOLDER = Path(planlint.__file__).parent
_RUNS = (
    " ", "a", "A", "1", "-", ".", "/", "1.", " 1", "a ", "a-", "§", "(", "[", "#", " #", "`", "*", "\n", " \n", "\t",
    "@", "a@", "x:", " ,", "'", '"', "20", "2020-", "til ", "<", "til 1 ", "unntak[", "# planlint:", "http://", "::",
)  # fmt: skip
_BEFORE = ("", "x", "unntak[PL201] x", "(", "<", "a@", "- [", "### ", "2020", "til ", "# planlint: ", "http://a")
_AFTER = ("!",)
_START = 2_000
OWN_TEXTS = frozenset(("planlint.law",))
"""Rooms whose patterns read only planlint's own files."""


@cache
def known() -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """Give every pattern by its module and name, and the ways in which it is used there."""
    found: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {}
    for module in pkgutil.walk_packages(planlint.__path__, "planlint."):
        if module.name.endswith("__main__") or module.name.rpartition(".")[0] in OWN_TEXTS:
            continue
        source = _source(module.name)
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and f"\n{name} = " in f"\n{source}":
                found[f"{module.name}.{name}"] = value, _ways(name, source)
    return found


def _source(module: str) -> str:
    path = _FOLDER.parent.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return file.read_text(encoding="utf-8")


def _ways(name: str, source: str) -> tuple[str, ...]:
    used = re.findall(rf"\b{name}\.(match|fullmatch|search|findall|finditer|sub|subn|split)\(", source)
    ways = {"findall" if way in {"finditer", "sub", "subn", "split"} else way for way in used}
    return tuple(sorted(ways)) or ("search",)


def _work(use: Callable[[str], Any], before: str, run: str, after: str) -> Callable[[int], Callable[[], Any]]:
    def make(n: int) -> Callable[[], Any]:
        text = before + run * (n // len(run)) + after
        return lambda: use(text)

    return make


def of_pattern(name: str, larger: int = 1) -> Growth:
    """Measure a pattern on every text that is made for it, and give the one that grows fastest."""
    pattern, ways = known()[name]
    start = _START * larger
    works = [
        (f"{name.removeprefix('planlint.')} {before}{run}", _work(getattr(pattern, way), before, run, after))
        for way in ways for before in _BEFORE for run in _RUNS for after in _AFTER
    ]  # fmt: skip
    slow = max(works, key=lambda work: _once(work[1](start)))
    return growth(slow[0], slow[1], start, start)


def _once(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def every(larger: int = 1) -> Iterator[Growth]:
    """Measure every pattern."""
    for name in known():
        yield of_pattern(name, larger)
