"""Words made comparable: what people type in different ways and mean as the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.imports.cells import need_kontor
from planlint.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["fold", "nearest", "years"]
_CERTAIN = 88
_SHORTEST = 5
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


def years(text: str) -> frozenset[str]:
    """Give the years that a text names."""
    return frozenset(_YEAR.findall(text))


def nearest(text: str, known: Iterable[str], certain: int = _CERTAIN) -> str:
    """Give the known text (folded) that a slip of the pen may have made into this one, or ""."""
    if len(text) < _SHORTEST:
        return ""
    fuzz, process = need_kontor("rapidfuzz.fuzz"), need_kontor("rapidfuzz.process")
    found = process.extractOne(text, sorted(known), scorer=fuzz.ratio, score_cutoff=certain)
    return str(found[0]) if found else ""
