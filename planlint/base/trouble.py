"""What planlint tells the user, as data: a text and what fills it; it becomes a sentence where it is shown.

A finding is a code and facts; what stops a command is a `Trouble`, and what a command tells is a `Melding`. Both keep
the bokmål text as the key of the catalogues. `str()` gives the bokmål sentence, for logs and tests.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any, Protocol

from planlint.base.phrases import N_, Ord
from planlint.base.typed_again import argument

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_CODE = re.compile("`([^`]*)`")
_COMMAND = re.compile("(«planlint [^»]*»)")
SayableText = Ord | tuple[str, str]
"""A text marked by N_, or by NN_ with its plural: then `n` is the number."""


class Speaker(Protocol):
    """A language: what `planlint.text.Language` is."""

    def gettext(self, text: str, /) -> str:
        """Translate a text."""

    def choose(self, one: str, many: str, number: int, /) -> str:
        """Translate a text in the form that a number asks for."""

    def vformat(self, text: str, args: Sequence[Any], kwargs: Mapping[str, Any], /) -> str:
        """Fill a text."""


_SPAN = {"av": "utgangen av {}", "ved": "ved utgangen av {}", "i": "i {}"}
"""How a sentence says a time that is no day, by the form it asks for; `Language` says the same in every language."""


class _Bokmaal(string.Formatter):
    """The language that the texts are written in: needs no catalogue, and loads none."""

    def gettext(self, text: str, /) -> str:
        """Give the text as it is, code in quotation marks."""
        return _CODE.sub(r"«\1»", text)

    def choose(self, one: str, many: str, number: int, /) -> str:
        """Give the form that a number asks for."""
        return self.gettext(one if number == 1 else many)

    def vformat(self, text: str, args: Sequence[Any], kwargs: Mapping[str, Any], /) -> str:
        """Fill a text; in a command to type, each value is one argument."""
        typed = {name: argument(value) if isinstance(value, str) else value for name, value in kwargs.items()}
        parts = enumerate(_COMMAND.split(text))
        return "".join(string.Formatter.vformat(self, part, args, typed if at % 2 else kwargs) for at, part in parts)

    def format_field(self, value: Any, format_spec: str) -> str:
        """Fill a placeholder; `{navn:stor}` begins with a capital, `{tid:av}` is no nearer than a time is known."""
        text = f"{value.day}.{value.month}.{value.year}" if isinstance(value, date) else str(value)
        if format_spec in _SPAN and not isinstance(value, date) and not getattr(value, "is_day", True):
            return _SPAN[format_spec].format(text)
        return text[:1].upper() + text[1:] if format_spec == "stor" else text


BOKMAAL: Speaker = _Bokmaal()


@dataclass(frozen=True, slots=True)
class Message:
    """One or more sentences for the user: a text, what fills it, its plural if it counts, and sentences that follow.

    What fills it may itself be a Melding, or a Trouble.
    """

    tekst: str
    args: tuple[tuple[str, object], ...] = ()
    flere: str = ""
    mer: tuple[Message, ...] = ()

    @classmethod
    def of_text(cls, tekst: SayableText | Message, /, *mer: Message | None, **args: object) -> Message:
        """Make a Melding of a text and what fills its placeholders; of `mer`, what is None is left out."""
        more = tuple(one for one in mer if one)
        if isinstance(tekst, Message):
            return replace(tekst, mer=(*tekst.mer, *more))
        one, many = tekst if isinstance(tekst, tuple) else (tekst, "")
        told = ((name, value.melding if isinstance(value, Trouble) else value) for name, value in args.items())
        return cls(one, tuple(told), many, more)

    def in_language(self, lang: Speaker) -> str:
        """Give it in a language."""
        args = dict(self.args)
        number = args.get("n")
        counted = bool(self.flere) and isinstance(number, int)
        text = lang.choose(self.tekst, self.flere, number) if counted else lang.gettext(self.tekst)  # type: ignore[arg-type] # `counted`
        told = lang.vformat(text, (), args)
        return " ".join([told, *(one.in_language(lang) for one in self.mer)]) if self.mer else told

    def renamed(self, old: str, new: str) -> Message:
        """Give it with another name for something in what fills it, such as a folder."""

        def seen(value: object) -> object:
            if isinstance(value, Message):
                return value.renamed(old, new)
            return str(value).replace(old, new) if old in str(value) else value

        args = tuple((name, seen(value)) for name, value in self.args)
        return replace(self, args=args, mer=tuple(one.renamed(old, new) for one in self.mer))

    def __str__(self) -> str:
        """Give it in bokmål."""
        return self.in_language(BOKMAAL)


class Trouble(Exception):  # noqa: N818 - the base of all that is told to the user, by its own name
    """What cannot be done, and why, as a text and what fills it; told once, at the edge, in the user's language."""

    def __init__(self, text: SayableText | Message, /, *more: Message | None, **args: object) -> None:
        """Keep the text, what fills it, and sentences that follow it."""
        self.melding = Message.of_text(text, *more, **args)
        super().__init__(self.melding)

    def __str__(self) -> str:
        """Give the sentence in bokmål."""
        return str(self.melding)


def verbatim(text: object) -> Message:
    """Give somebody else's words as they are."""
    return Message("{tekst}", (("tekst", text),))


def or_list(choices: Iterable[object]) -> object:
    """Give choices, which somebody types, as «a» eller «b»."""
    typed = (Message("`{verdi}`", (("verdi", choice),)) for choice in choices)
    return reduce(lambda one, other: Message.of_text(N_("{en} eller {annen}"), en=one, annen=other), typed)


def did_you_mean(suggestion: object) -> Message | None:
    """Ask whether something else was meant; None where nothing is near."""
    return Message.of_text(N_("Mente du `{forslag}`?"), forslag=suggestion) if suggestion else None
