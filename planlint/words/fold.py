"""Words made comparable: what people type in different ways and mean as the same."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Give a text in small letters, with single blanks where it has anything but letters and digits."""
    text = unicodedata.normalize("NFC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", text))
