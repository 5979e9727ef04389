"""What click itself says, in the reader's language: «Bruk», «Valg», and why a command line cannot be used.

click asks `gettext` for its words. So they lie in a catalogue of their own (planlint/text/locale/click), and gettext is
told to look there, in the language of the run. A sentence that is not in the catalogue stays click's own English.
"""

from __future__ import annotations

import gettext
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Translate = Callable[[str], str]

CATALOGUES = Path(__file__).parent.parent / "text" / "locale" / "click"
"""<code>/LC_MESSAGES/messages.po, and the .mo of it that gettext reads: `tools/catalogue.py` writes that."""
_DOMAIN, _CHOICE = "messages", "LANGUAGE"
OPTIONS, BELOW = "[VALG]", "KOMMANDO ..."
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


_QUOTED = re.compile(r"'([^'«»“”\n]*)'")


def _in_words(least: float | None, most: float | None) -> str:
    """Give the numbers that are allowed without click's «x>=1», which is no word in any language."""
    first = least or 0
    return f"{first:g}, {first + 1:g} …" if most is None else f"{first:g}–{most:g}"


class WholeNumber(click.IntRange):
    """A whole number between two others."""

    def _describe_range(self) -> str:  # click's own name: were it another, its own way of writing would come back
        return _in_words(self.min, self.max)


class Number(click.FloatRange):
    """A number between two others."""

    def _describe_range(self) -> str:  # as above
        return _in_words(self.min, self.max)


@contextmanager
def quoted_as(code: str) -> Iterator[None]:
    """Let a mistake that click finds quote what it is about as the reader's language does, not 'so'."""
    opening, closing = "“”" if code == "en" else "«»"
    try:
        yield
    except click.UsageError as error:
        if type(error).__module__.partition(".")[0] != "click":  # ours, and said in words already
            raise
        said = _QUOTED.sub(rf"{opening}\1{closing}", error.format_message())
        raise click.UsageError(said, error.ctx) from None


@contextmanager
def click_speaks(code: str) -> Iterator[None]:
    """Let click say what it says in a language, whatever the machine speaks; afterwards all is as it was.

    LANGUAGE goes before LC_ALL and LANG, and is gettext's own way of choosing.
    """
    folder, language = gettext.bindtextdomain(_DOMAIN), os.environ.get(_CHOICE)
    gettext.bindtextdomain(_DOMAIN, str(CATALOGUES))
    os.environ[_CHOICE] = code
    try:
        yield
    finally:
        gettext.bindtextdomain(_DOMAIN, folder)
        if language is None:
            os.environ.pop(_CHOICE, None)
        else:
            os.environ[_CHOICE] = language


def value_of(param: click.Parameter, translate: Translate) -> str | None:
    """Give what stands for a parameter's value in --help: its own word, or one for its type; None: click decides."""
    kind = KINDS.get(param.type.name)
    return translate(param.metavar) if param.metavar else translate(kind) if kind else None
