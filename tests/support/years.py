"""A plan system where every time is known by its year alone: what a source of years would have given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NEARER = re.compile(r"['\"]?\b((?:18|19|20)\d\d)-(?:\d\d(?:-\d\d)?|[HK]\d)\b['\"]?")
_DAYS = re.compile(r"ajourført|gjennomgått|bekreftet|godtatt|siste_dag|konstituert")
"""Fields that hold a day, and nothing less."""


def only_years(root: Path) -> None:
    """Take months and days away from the times in the files, where a field may hold less than a day."""
    for file in (file for file in root.rglob("*.yaml") if file.parent.name != "avvik"):
        lines = file.read_bytes().decode("utf-8", "surrogateescape").splitlines(keepends=True)
        text = "".join(line if _DAYS.search(line) else _NEARER.sub(r"\1", line) for line in lines)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
