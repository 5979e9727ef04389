"""Help in the reader's language: copies of the commands in which what they and their options say is translated."""

from __future__ import annotations

import copy
import inspect
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from planlint.base import BOKMAAL
from planlint.cli.click_words import BELOW, OPTIONS, value_of
from planlint.system import OWN, declared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.cli.click_words import Translate

HELP, VERSION = "Vis denne hjelpen.", "Vis versjonen."
LANGUAGE = "Språket. Ellers: `språk` i plansystem.yaml."
C = TypeVar("C", bound=click.Command)
CODES = ("nb", "nn", "en")


def _value(args: Sequence[str], option: str) -> str:
    """Give what follows an option on the command line, or an empty string; the last one counts."""
    words = [word for arg in args for word in (arg.split("=", 1) if arg.startswith(f"{option}=") else [arg])]
    return next((words[at + 1] for at in range(len(words) - 2, -1, -1) if words[at] == option), "")


def asked(args: Sequence[str]) -> str:
    """Give the language that a command line asks for, before anything else in it has been read."""
    code, root = _value(args, "--lang"), _value(args, "--root")
    return code if code in CODES else declared(Path(root) if root else None)


def without_language(args: Sequence[str]) -> list[str]:
    """Give a command line without --lang and what follows it."""
    words = iter(args)
    return [word for word in words if not (word.startswith("--lang=") or (word == "--lang" and next(words, True)))]


def translator(code: str) -> Translate:
    """Give what translates a text; bokmål needs no catalogue, and loads none."""
    if code == OWN:
        return BOKMAAL.gettext
    from planlint.text import language

    return language(code).gettext


def texts(command: click.Command) -> Iterator[str]:
    """Yield what a command, its options and the commands under it say of themselves."""
    yield inspect.cleandoc(command.help or "")
    yield from (param.help for param in command.params if isinstance(param, click.Option) and param.help)
    yield from (param.metavar for param in command.params if param.metavar)
    if isinstance(command, click.Group):
        for under in command.commands.values():
            yield from texts(under)


def _parameter(param: click.Parameter, translate: Translate) -> click.Parameter:
    twin = copy.copy(param)
    twin.metavar = translate(param.metavar) if param.metavar else None
    if isinstance(twin, click.Option):
        twin.help = translate(twin.help or "")
        twin.metavar = None if twin.is_flag else value_of(param, translate)
    return twin


def translate_help_option(command: click.Command, translate: Translate, ctx: click.Context) -> None:
    """Let a command's help option, which click makes, say what it does."""
    if option := command.get_help_option(ctx):
        option.help = translate(HELP)


def preferring(code: str | None, command: C) -> C:
    """Let a copy of a command answer in the language that stood before its name, where none stands after it."""
    for param in command.params:
        if code and param.name == "lang":
            param.default = code
    for under in command.commands.values() if isinstance(command, click.Group) else ():
        preferring(code, under)
    return command


def spoken(command: C, translate: Translate, ctx: click.Context | None = None) -> C:
    """Give a copy of a command that speaks another language; `ctx` is that of the command above it."""
    twin = copy.copy(command)
    twin.help = translate(inspect.cleandoc(command.help or ""))
    twin.options_metavar = translate(OPTIONS)
    twin.params = [_parameter(param, translate) for param in command.params]
    if isinstance(twin, click.Group):
        twin.subcommand_metavar = translate(BELOW)
        twin.commands = {name: spoken(under, translate, ctx) for name, under in twin.commands.items()}
    if ctx:
        translate_help_option(twin, translate, ctx)
    return twin
