"""A suggested change as a comment: what is said of it, and the lines between fences that nothing in them can end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_LINES = 100
"""Lines that a suggestion may stand in place of, where the host sets no limit that we meet."""
_FENCE = re.compile(r"`{3,}")


def fenced(language: str, lines: Iterable[str]) -> str:
    """Give lines as a block of code; no line at all is a block that takes lines away."""
    text = "".join(f"{line}\n" for line in lines)
    longest = max((len(run) for run in _FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text}{fence}"
