"""What a table says that no field holds, in the remark of a file, word for word and under its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.text import KEPT, KEPT_UNDER_HEAD

if TYPE_CHECKING:
    from collections.abc import Callable


def noted(told: str, head: str, text: str, say: Callable[[str], str]) -> str:
    """Give a remark with a cell of a table added; as it was where the cell stands there already."""
    small = head[:1].lower() + head[1:] if head[1:2].islower() else head
    line = KEPT_UNDER_HEAD if head else KEPT
    words = say(line).format(kolonne=small, tekst=" ".join(text.split()))
    if words in told:
        return told
    ended = f"{told}." if told and not told.endswith((".", "!", "?")) else told
    return f"{ended} {words}".strip()
