"""A text that is longer than there is room for: cut between two words, and it says so."""

from __future__ import annotations

ELLIPSIS = "…"
_LOOSE = " ,;:–-(«“„‘"
"""What is left hanging where the next word is gone."""
_LEAST = 3
"""A word that leaves less than this part of the room is cut."""


def shortened(text: str, limit: int) -> str:
    """Give at most `limit` characters of a text, an ellipsis last where there were more.

    It ends with a whole word; one that would take most of the room with it (an address, a path) is cut.
    """
    if len(text) <= limit:
        return text
    if limit <= 1:
        return ELLIPSIS[:limit]
    kept = text[: limit - 2]
    words = kept if text[limit - 2].isspace() else kept[: _last_blank(kept)]
    whole = words.rstrip().rstrip(_LOOSE)
    return f"{whole} {ELLIPSIS}" if _LEAST * len(whole) >= limit else f"{text[: limit - 1].rstrip()}{ELLIPSIS}"


def _last_blank(text: str) -> int:
    """Give where the last blank stands; 0 where there is none."""
    return next((at for at in range(len(text) - 1, 0, -1) if text[at].isspace()), 0)
