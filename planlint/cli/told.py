"""What a command tells, in the language of the run; and a mistake in how it was called, told as click tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import BOKMAAL, Message, Trouble, verbatim
from planlint.system import OWN

if TYPE_CHECKING:
    from planlint.base import SayableText, Speaker


def speaker(code: str) -> Speaker:
    """Give a language by its code; bokmål needs no catalogue, and loads none."""
    if code == OWN:
        return BOKMAAL
    from planlint.text import language

    return language(code)


def asked_for() -> str | None:
    """Give the language that stands before the command's name on the command line."""
    ctx = click.get_current_context(silent=True)
    return ctx.find_root().params.get("lang") if ctx else None


def our_language() -> Speaker:
    """Give the language of the command that is running; bokmål where none is."""
    ctx = click.get_current_context(silent=True)
    return speaker(getattr(ctx.find_root().command, "speaks", OWN) if ctx else OWN)


def speak(code: str) -> None:
    """Let the command that is running answer in a language from now on."""
    if ctx := click.get_current_context(silent=True):
        ctx.find_root().command.speaks = code  # type: ignore[attr-defined]


def said(text: SayableText | Message, /, *more: Message | None, **args: object) -> str:
    """Give a sentence in the language of the run."""
    return Message.of_text(text, *more, **args).in_language(our_language())


def tell(text: SayableText | Message, /, *more: Message | None, **args: object) -> None:
    """Print a sentence in the language of the run."""
    click.echo(said(text, *more, **args))


def warn(text: SayableText | Message, /, *more: Message | None, **args: object) -> None:
    """Print a sentence in the language of the run to standard error."""
    click.echo(said(text, *more, **args), err=True)


class WrongValue(Trouble, click.BadParameter):
    """A value that an option cannot have; `hint` is the option's name where click does not know it."""

    def __init__(
        self, text: SayableText | Message, /, *more: Message | None, hint: str | None = None, **args: object
    ) -> None:
        """Keep the sentence, as Trouble does."""
        super().__init__(text, *more, **args)
        self.param_hint = hint


class Misuse(Trouble, click.UsageError):
    """A command line that cannot be read."""


def in_words(trouble: Trouble, code: str) -> Trouble:
    """Give a trouble as click is to show it: the same, but its sentence is in a language."""
    if not isinstance(trouble, click.ClickException):
        return trouble
    twin = type(trouble)(verbatim(trouble.melding.in_language(speaker(code))))
    vars(twin).update({name: value for name, value in vars(trouble).items() if name not in {"melding", "message"}})
    return twin
