"""Marks on texts that are shown: what is marked is gathered by tools/catalogue.py, and translated at output."""

from __future__ import annotations


class Ord(str):
    """One of planlint's own words or texts, translated where it is shown."""

    __slots__ = ()


def N_(text: str) -> Ord:  # noqa: N802 - gettext's own name for marking a text
    """Mark a text for translation."""
    return Ord(text)


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as above
    """Mark a text and its plural for translation."""
    return one, many
