"""`planlint init`: a new municipality's plan system, as an example that is to be replaced."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base.os_errors import why
from planlint.cli.common import Stopp, date_option, the_day
from planlint.start import ACTION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

_LANGUAGES = ("nb", "nn", "en")
_SHOWN = 20


def _answer(given: str | None, question: str, option: str, fault: Callable[[str], str]) -> str:
    """Give what the option says, else ask until the answer is right; without a terminal nobody can be asked."""
    if given is None and sys.stdin.isatty():
        while True:
            text = str(click.prompt(question)).strip()
            if not (wrong := fault(text)):
                return text
            click.echo(wrong)
    if given is None:
        message = f"Skriv {option}. På en terminal spør planlint init om det som mangler."
        raise Stopp(message)
    if wrong := fault(given.strip()):
        raise Stopp(wrong)
    return given.strip()


def _language(given: str | None) -> str:
    if given is None and sys.stdin.isatty():
        return str(click.prompt("Språk", type=click.Choice(_LANGUAGES), default="nb"))
    return given or "nb"


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write all of the files, or none of them."""
    from planlint.edit.error import EditError  # noqa: PLC0415 - start-up time is a feature
    from planlint.edit.transaction import apply  # noqa: PLC0415 - as above
    from planlint.start.example import i_veien  # noqa: PLC0415 - as above

    try:
        if in_the_way := i_veien(root, files):
            raise Stopp(_refused(root, in_the_way))
        root.mkdir(parents=True, exist_ok=True)
        apply(root, files, dict.fromkeys(files))
    except EditError as error:
        message = f"Ingenting er skrevet: {error}."
        raise Stopp(message) from None
    except OSError as error:
        message = f"Kan ikke skrive {error.filename}: {why(error)}."
        raise Stopp(message) from None


def _refused(root: Path, in_the_way: list[str]) -> str:
    more = len(in_the_way) - _SHOWN
    rows = [f"  {path}" for path in in_the_way[:_SHOWN]] + ([f"  … og {more} til"] if more > 0 else [])
    return "\n".join(
        [f"Ingenting er skrevet, for dette finnes fra før i {root}:", *rows, "Flytt det, eller velg en tom mappe."]
    )


@click.command("init")
@click.argument("folder", metavar="[MAPPE]", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", metavar="NAVN", help="Navnet på kommunen, for eksempel Fjordvik.")
@click.option("--number", metavar="NUMMER", help="Kommunenummeret, fire sifre.")
@click.option("--language", type=click.Choice(_LANGUAGES), help="Språket i eksemplet og på nettstedet. Ellers: nb.")
@click.option(
    "--action",
    default=ACTION,
    metavar="EIER/REPO@VERSJON",
    help="Hvor GitHub finner planlint, til kontrollen av endringsforslag. Ellers: en tekst dere bytter ut.",
)
@date_option
def command(  # noqa: PLR0913 - one argument per option
    folder: Path, name: str | None, number: str | None, language: str | None, action: str, day: date | None
) -> None:
    """Lag et nytt plansystem for en kommune: et lite eksempel med alle slags filer, som dere bytter ut med deres eget.

    Ingenting som finnes fra før, blir skrevet over.
    """
    from planlint.start import example  # noqa: PLC0415 - start-up time is a feature
    from planlint.text import language as spoken  # noqa: PLC0415 - as above

    navn = _answer(name, "Navnet på kommunen", "--name", example.feil_i_navn)
    nummer = _answer(number, "Kommunenummeret", "--number", example.feil_i_nummer)
    lang = _language(language)
    if wrong := example.feil_i_action(action):
        raise Stopp(wrong)
    files = example.filer(navn, nummer, spoken(lang), the_day(day), action)
    _write(folder, files)
    click.echo(f"Laget plansystemet til {navn} i {folder.resolve()}: {len(files)} filer.")
    click.echo("Alt i plans/ er et eksempel. Bytt det ut med kommunens egne planer.")
    if action == ACTION:
        click.echo(f"Bytt ut {ACTION} i .github/workflows/ og .pre-commit-config.yaml med stedet planlint ligger.")
    where = [] if folder.resolve() == Path.cwd() else [f"cd {shlex.quote(str(folder))}"]
    click.echo("\n".join(["Neste steg:", *(f"  {row}" for row in (*where, "planlint check", "planlint serve"))]))
