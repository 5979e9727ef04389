"""Somebody's words in an answer: shown, and nothing else: no markup, no mention, no reference, no hidden character."""

from __future__ import annotations

from planlint.output.neutral import cut, markdown

_LONGEST = 80


def safe(text: str) -> str:
    """Make a text harmless in a line of Markdown, whole."""
    return markdown(" ".join(text.split()))


def quote(text: str) -> str:
    """Give a text as a quotation, cut where it is long."""
    return f"«{safe(cut(' '.join(text.split()), _LONGEST))}»"
