"""Somebody's words in an answer: shown, and nothing else: no markup, no mention, no reference, no hidden character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Message, shortened
from planlint.output import neutral_markdown

if TYPE_CHECKING:
    from planlint.base import Speaker

_LONGEST = 80


def safe(text: str) -> str:
    """Make a text harmless in a line of Markdown, whole."""
    return neutral_markdown(" ".join(text.split()))


def quote(text: str) -> str:
    """Give a text as a quotation, cut where it is long."""
    return f"«{safe(shortened(' '.join(text.split()), _LONGEST))}»"


class _Inside(Message):
    """Sentences that are told inside another one, safe in Markdown and without the last full stop."""

    __slots__ = ()

    def in_language(self, lang: Speaker) -> str:
        """Give it in a language."""
        return safe(Message.in_language(self, lang)).removesuffix(".")


def inside(melding: Message) -> Message:
    """Give sentences of ours as a part of another, safe in a line of Markdown."""
    return _Inside(melding.tekst, melding.args, melding.flere, melding.mer)
