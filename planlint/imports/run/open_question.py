"""A question that is asked before anything is written: what it is about, and the exact words to type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.base import Message

MANY = 12
"""As many titles or lines as a question names."""
_WORDS = 8


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question: what it is about, lines of what it is about, and the options to type, each with what it says.

    `is_first`: it is best asked before the others, as its answer settles several of them. `usual` is the option that
    most tables need, with what it does; where nothing is more likely than the rest, a word in capitals is left to fill
    in; none where no option is for all tables.
    """

    text: Message
    about: tuple[Message, ...] = ()
    options: tuple[tuple[Message, str], ...] = ()
    usual: tuple[tuple[Message, str], ...] = ()
    is_first: bool = False


def begun(text: str) -> str:
    """Give the first words of a text, which are enough to name it by."""
    words = text.split()
    return " ".join(words[:_WORDS])


def some(titles: list[str]) -> str:
    """Give the first of some titles, and how many more there are."""
    more = f" … (+{len(titles) - MANY})" if len(titles) > MANY else ""
    return ", ".join(titles[:MANY]) + more
