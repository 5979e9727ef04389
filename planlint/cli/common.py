"""What several commands share: the day, the root, and how a user's mistake is told."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from planlint.base import N_, Trouble
from planlint.cli.language_choice import CODES, LANGUAGE
from planlint.cli.told import WrongValue, asked_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planlint.source import Roots
    from planlint.system import System
    from planlint.text import Language


F = TypeVar("F", bound="Callable[..., Any]")
# Inside the years that a file may have, with room for the terms and deadlines that are counted from a day.
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class Day(click.ParamType[date]):
    """A day written as year-month-day."""

    name = "dato"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002 - click's signature
        """Read the day, or say how it should be written."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise WrongValue(
                N_("«{verdi}» er ikke en dag. Skriv år-måned-dag, for eksempel 2026-11-21."), verdi=value
            ) from None
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise WrongValue(N_("planlint regner med årene {fra} til {til}."), fra=_FIRST_YEAR, til=_LAST_YEAR)
        return day


class LateChoice(click.Choice[str]):
    """A choice among the format's own words, read when somebody asks: the models are slow to import."""

    def __init__(self, read: Callable[[], Iterable[str]]) -> None:
        """Keep what reads the words."""
        super().__init__(())
        del self.choices
        self.read = read

    @cached_property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override] # the same to whoever reads it
        """The words."""
        return tuple(self.read())


date_option = click.option(
    "--date", "day", type=Day(), envvar="PLANLINT_DATE", help="Dagen det gjelder (år-måned-dag). Ellers: i dag."
)
lang_option = click.option("--lang", type=click.Choice(CODES), help=LANGUAGE)
root_option = click.option(
    "--root",
    type=click.Path(path_type=Path),
    help="Mappen som har plans/. Ellers: nærmeste mappe oppover som har plans/plansystem.yaml.",
)

roots_option = click.option(
    "--root",
    "roots",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Mappen som har plans/, eller en mappe med flere kommuner. Kan gjentas. Ellers: nærmeste mappe oppover som "
    "har plans/plansystem.yaml.",
)


color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Farger i teksten."
)


def options(*those: Callable[[Any], Any]) -> Callable[[F], F]:
    """Give a decorator that adds these options to a command, in the order in which --help shows them."""

    def add(function: F) -> F:
        for option in reversed(those):
            function = option(function)
        return function

    return add


system_options = options(date_option, root_option)
"""Of which plan system, and on which day."""


class CommandStop(Trouble, click.ClickException):
    """A sentence for the user, and exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:  # noqa: ARG002 - click's signature
        """Write the sentence to standard error."""
        click.echo(f"planlint: {self.format_message()}", err=True)


def keep_off(roots: Iterable[Path], *targets: Path | None) -> None:
    """Stop where something is to be written among the files that it is made of."""
    plans = [(root / "plans").resolve() for root in roots]
    for target in targets:
        place = target.resolve() if target else None
        if place and any(place.is_relative_to(folder) for folder in plans):
            raise CommandStop(N_("{sti} ligger i plansystemet selv. Velg et sted utenfor plans/."), sti=target)


def the_day(day: date | None) -> date:
    """Give the day asked for, else today in Oslo."""
    from planlint.base import today_in_oslo

    return day or today_in_oslo()


def the_root(root: Path | None, start: Path | None = None) -> Path:
    """Give the plan system's folder: the one named, else the nearest upwards, else where we stand."""
    from planlint.source import find_root

    if root is not None:
        if not root.is_dir():
            raise CommandStop(N_("Mappen {mappe} finnes ikke."), mappe=root)
        return root
    here = Path.cwd()
    return find_root((start or here).resolve()) or here


def the_roots(given: tuple[Path, ...]) -> Roots | None:
    """Give the municipalities where --root names several, or a folder of them; None where there is one plan system."""
    if not given or (len(given) == 1 and not given[0].is_dir()):
        return None
    from planlint.source import several

    return several(given)


def the_language(lang: str | None, system: System | None = None) -> Language:
    """Give the language asked for, else the plan system's own, else bokmål."""
    from planlint.system import declared
    from planlint.text import language

    lang = lang or asked_for()
    if system and system.loaded.plansystem:
        return language(lang or system.loaded.plansystem.spraak)
    return language(lang or declared(system.root if system else None))


def has_color(choice: str) -> bool:
    """Decide on colour: --color, then FORCE_COLOR, NO_COLOR, then whether standard output is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
