"""A text in which code is told from words, and shown as code wherever it lands.

In the catalogues code stands in backticks, as in Markdown. As a plain string it has quotation marks: so it is right in
a terminal, in JSON and in any other place that knows nothing of this. `__html__` is what Jinja asks for.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, Self

from planlint.base.typed_again import argument, is_command

if TYPE_CHECKING:
    from collections.abc import Iterable

CodePart = tuple[str, bool]
"""A stretch of text, and whether it is code."""
OPEN, CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: no file has them
_CODE = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


class Marked(str):  # noqa: SLOT000 - its parts are kept
    """A text with code in it."""

    parts: tuple[CodePart, ...]
    quotes: str

    def __new__(cls, parts: Iterable[CodePart], quotes: str) -> Self:
        """Put the parts together, code between the two quotation marks."""
        kept = tuple((str(text), code) for text, code in parts if text)
        begin, end = quotes[0], quotes[1]
        made = super().__new__(cls, "".join(f"{begin}{text}{end}" if code else text for text, code in kept))
        made.parts, made.quotes = kept, quotes
        return made

    def __getnewargs__(self) -> tuple[tuple[CodePart, ...], str]:  # type: ignore[override] # a str is made of one
        """Give what makes a copy of it."""
        return self.parts, self.quotes

    def __html__(self) -> str:
        """Give it as HTML."""
        return "".join(f"<code>{html.escape(text)}</code>" if code else html.escape(text) for text, code in self.parts)

    def format(self, *args: Any, **facts: Any) -> Marked:
        """Fill the placeholders, in code and outside it; in a command to type, each is one argument."""
        typed = {name: argument(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
        parts = [
            (text.format(*args, **(typed if code and is_command(text) else facts)), code) for text, code in self.parts
        ]
        return Marked(parts, self.quotes)


def mark(text: str, quotes: str) -> str:
    """Give a text of the catalogues with what stands in backticks marked as code."""
    if "`" not in text:
        return text
    return Marked([(part, bool(number % 2)) for number, part in enumerate(text.split("`"))], quotes)


def mark_value(text: str) -> str:
    """Mark a value as code in what is to be split with `code_parts`."""
    return f"{OPEN}{text}{CLOSE}"


def embedded(text: str) -> str:
    """Give a text to be put into another, its code marked so that `code_parts` finds it there."""
    return "".join(mark_value(part) if code else part for part, code in parts_of(text))


def code_parts(text: str) -> list[CodePart]:
    """Give the parts of a text in which code was marked with `mark_value`."""
    return [(part, bool(number % 2)) for number, part in enumerate(_CODE.split(text))]


def parts_of(text: str) -> tuple[CodePart, ...]:
    """Give the parts of any text; one that is not marked has no code."""
    return text.parts if isinstance(text, Marked) else ((text, False),)


def as_markdown(text: str) -> str:
    """Give planlint's own text as Markdown, code as code."""
    return "".join(f"`{part}`" if code else part for part, code in parts_of(text))


def with_capital(text: str) -> str:
    """Give a text with a capital letter first, the rest as it was; code stays code."""
    if isinstance(text, Marked):
        (first, code), *rest = text.parts
        return Marked([(first if code else first[:1].upper() + first[1:], code), *rest], text.quotes)
    return text[:1].upper() + text[1:]
