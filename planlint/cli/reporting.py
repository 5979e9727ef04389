"""What the report commands share: which form, of which plan system, on which day, and in which language."""

from __future__ import annotations

from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

import click

from planlint.cli.common import color_option, lang_option, options, system_options, the_day, the_language, the_root
from planlint.cli.opening import open_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from planlint.register import Register
    from planlint.system import System
    from planlint.text import Language

TEXT_JSON = ("text", "json")
ALL = ("text", "markdown", "json")


class Question:
    """What a report command is asked for. Nothing is opened before it is needed: a bad option is told of first."""

    def __init__(
        self, form: str, lang: str | None, day: date | None = None, root: Path | None = None, color: str = "auto"
    ) -> None:
        """Keep what the options say."""
        self.form, self.lang, self.color = form, lang, color
        self._day, self._root = day, root

    @cached_property
    def root(self) -> Path:
        """The plan system's folder."""
        return the_root(self._root)

    @cached_property
    def today(self) -> date:
        """The day it is about."""
        return the_day(self._day)

    @cached_property
    def _opened(self) -> tuple[System, Register]:
        return open_register(self.root, self.today)

    @property
    def system(self) -> System:
        """The plan system; stops with a sentence where it cannot be used."""
        return self._opened[0]

    @property
    def register(self) -> Register:
        """The plan system's register on the day."""
        return self._opened[1]

    @property
    def language(self) -> Language:
        """The language to answer in: the one asked for, else the plan system's own."""
        return the_language(self.lang, self.system)

    def answer(self, *, colored: bool = False, **forms: Callable[[], str]) -> None:
        """Print the form asked for. `colored`: its colours are chosen already, whatever is printed to."""
        click.echo(forms[self.form](), nl=False, color=colored or None)


def output_option(forms: tuple[str, ...]) -> Callable[[Any], Any]:
    """Give the option that chooses among the forms of a report; the first is what a terminal gets."""
    return click.option("--output", "form", type=click.Choice(forms), default=forms[0], help="Formatet.")


def report_command(
    forms: tuple[str, ...] = ALL, *, of_plans: bool = True, colored: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add --output, --date, --root, --color and --lang to a command, and hand them to it as one `Question`.

    `of_plans=False`: the report is of the rules, and asks neither for a day nor for a folder. `colored`: with --color.
    """
    about = [system_options] if of_plans else []
    color = [color_option] if colored else []
    taken = ("form", *(("day", "root") if of_plans else ()), *(("color",) if colored else ()), "lang")

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def command(**given: Any) -> None:
            function(Question(**{name: given.pop(name) for name in taken}), **given)

        command.taken = taken  # type: ignore[attr-defined] # what the question holds, for whoever looks at the command
        return options(output_option(forms), *about, *color, lang_option)(command)

    return decorate


def json_text(data: Any) -> str:
    """Give data as JSON for a person to read, too."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
