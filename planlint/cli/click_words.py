"""What click itself says, in the reader's language: «Bruk», «Valg», and why a command line cannot be used.

click asks `gettext` for its words, and that looks to the machine's language, not to --lang. So each of click's modules
gets our answer in the place of the function that it imported. A sentence that is not in the table stays English.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    Translate = Callable[[str], str]

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "utils")
WORDS = {
    "Usage:": "Bruk:",
    "Options": "Valg",
    "Positional arguments": "Argumenter",
    "Commands": "Kommandoer",
    "default: {default}": "ellers: {default}",
    "Aborted!": "Avbrutt.",
    "Error: {message}": "planlint: {message}",
    "Error: invalid input": "planlint: Det kan ikke brukes.",
    "Try '{command} {option}' for help.": "{command} {option} viser hvordan kommandoen brukes.",
    "Did you mean {possibility}?": "Mente du {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Mente du en av disse: {possibilities}?",
    "Missing command.": "Kommandoen mangler.",
    "Missing argument": "Dette mangler:",
    "Missing option": "Dette valget mangler:",
    "Missing parameter": "Dette mangler:",
    "Missing parameter: {param_name}": "Dette mangler: {param_name}",
    "No such option {name!r}.": "Det finnes ikke noe valg som heter {name}.",
    "No such command {name!r}.": "Det finnes ingen kommando som heter {name}.",
    "Got unexpected extra argument ({args})": "Kommandoen har ikke bruk for dette: {args}",
    "Got unexpected extra arguments ({args})": "Kommandoen har ikke bruk for disse: {args}",
    "Option {name!r} does not take a value.": "Valget {name} skal ikke ha noen verdi.",
    "Option {name!r} requires an argument.": "Valget {name} skal ha en verdi etter seg.",
    "Option {name!r} requires {nargs} arguments.": "Valget {name} skal ha {nargs} verdier etter seg.",
    "Invalid value: {message}": "Verdien kan ikke brukes: {message}",
    "Invalid value for {param_hint}: {message}": "Verdien til {param_hint} kan ikke brukes: {message}",
    "{value!r} is not {choice}.": "«{value}» er ikke {choice}.",
    "{value!r} is not one of {choices}.": "«{value}» er ikke blant {choices}.",
    "{value!r} is not a valid {number_type}.": "«{value}» er ikke et tall.",
    "{value} is not in the range {range}.": "{value} er utenfor det som er tillatt ({range}).",
    "Choose from:\n\t{choices}": "Velg blant:\n\t{choices}",
    "{name} {filename!r} does not exist.": "{filename} finnes ikke.",
    "{name} {filename!r} is a file.": "{filename} er en fil, ikke en mappe.",
    "{name} {filename!r} is a directory.": "{filename} er en mappe, ikke en fil.",
    "{name} {filename!r} is not readable.": "{filename} kan ikke leses.",
    "{name} {filename!r} is not writable.": "{filename} kan ikke skrives til.",
    "Could not open file {filename!r}: {message}": "Kan ikke åpne {filename}: {message}",
}
"""click's words to bokmål; other languages come from the catalogues, which have click's own for English."""
OPTIONS, UNDER = "[VALG]", "KOMMANDO ..."
KINDS = {
    "text": "TEKST",
    "path": "STI",
    "file": "FIL",
    "directory": "MAPPE",
    "integer": "TALL",
    "integer range": "TALL",
    "float range": "TALL",
}
"""What stands for an option's value in --help, by click's name for its type."""


def teach(translate: Translate) -> None:
    """Let click say what it says in the language that `translate` leads to from bokmål."""

    def one(text: str) -> str:
        return translate(WORDS[text]) if text in WORDS else text

    def counted(single: str, several: str, number: int) -> str:
        return one(single if number == 1 else several)

    for name in _MODULES:
        module = sys.modules.get(f"click.{name}")
        for word, ours in (("_", one), ("ngettext", counted)):
            if hasattr(module, word):
                setattr(module, word, ours)


def value_of(param: click.Parameter, translate: Translate) -> str | None:
    """Give what stands for a parameter's value in --help: its own word, or one for its type; None: click decides."""
    kind = KINDS.get(param.type.name)
    return param.metavar or (translate(kind) if kind else None)
