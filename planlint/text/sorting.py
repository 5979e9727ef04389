"""The order of titles in a list."""

from __future__ import annotations

_ORDER = str.maketrans({"æ": "{", "ø": "|", "å": "}", "«": "", "»": ""})


def alfabetisk(text: str) -> str:
    """Give a key to sort a title by as Norwegians do: æ, ø, å last, aa as å; quotation marks do not count."""
    return text.casefold().replace("aa", "å").translate(_ORDER)
