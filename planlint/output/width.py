"""How wide a text is on a terminal."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """Give the columns that a text takes on a terminal."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)
