"""`planlint init`: a new municipality's plan system, as an example that is to be replaced."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base import N_, NN_, Message, Ord, why
from planlint.cli.common import CommandStop, date_option, the_day
from planlint.cli.told import asked_for, said, speak, tell
from planlint.start import ACTION, CHECK, GITHUB, OTHERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

_LANGUAGES = ("nb", "nn", "en")
_SHOWN = 20
_NEXT = {True: ("planlint import TABELL.xlsx", "planlint serve"), False: ("planlint check", "planlint serve")}
"""What to type next, by whether the plan system is empty."""


def _answer(given: str | None, question: Ord, option: str, fault: Callable[[str], Message | None]) -> str:
    """Give what the option says, else ask until the answer is right; without a terminal nobody can be asked."""
    if given is None and sys.stdin.isatty():
        while True:
            text = str(click.prompt(said(question))).strip()
            if not (wrong := fault(text)):
                return text
            tell(wrong)
    if given is None:
        raise CommandStop(N_("Skriv {valg}. På en terminal spør `planlint init` om det som mangler."), valg=option)
    if wrong := fault(given.strip()):
        raise CommandStop(wrong)
    return given.strip()


def _language(given: str | None) -> str:
    """Give the language that is asked for, here or before the command's name; on a terminal, ask for it."""
    wanted = given or asked_for()
    if wanted is None and sys.stdin.isatty():
        return str(click.prompt(said(N_("Språk")), type=click.Choice(_LANGUAGES), default="nb"))
    return wanted or "nb"


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write all of the files, or none of them."""
    from planlint.edit import EditError, apply
    from planlint.start import obstacles

    try:
        if in_the_way := obstacles(root, files):
            raise CommandStop(_refused(root, in_the_way))
        root.mkdir(parents=True, exist_ok=True)
        apply(root, files, dict.fromkeys(files))
    except EditError as error:
        raise CommandStop(N_("Ingenting er skrevet: {feil}."), feil=error) from None
    except OSError as error:
        raise CommandStop(N_("Kan ikke skrive {fil}: {grunn}."), fil=error.filename, grunn=why(error)) from None


def _with_forms(files: dict[str, bytes], host: str) -> dict[str, bytes]:
    """Give the files with the issue forms that the plan system among them has, where the host has such."""
    from planlint.forms import FOLDERS, form_files
    from planlint.source import pick_files
    from planlint.system import load_files

    plansystem = load_files(pick_files(files), files).plansystem
    made = form_files(plansystem, host) if plansystem and host in FOLDERS else {}
    return dict(sorted((files | {f"{FOLDERS[host]}/{name}": text.encode() for name, text in made.items()}).items()))


def _refused(root: Path, in_the_way: list[str]) -> Message:
    more = len(in_the_way) - _SHOWN
    rows = [f"  {path}" for path in in_the_way[:_SHOWN]]
    rows += [f"  {said(N_('… og {n} til'), n=more)}"] if more > 0 else []
    text = N_("Ingenting er skrevet, for dette finnes fra før i {mappe}:\n{filer}\nFlytt det, eller velg en tom mappe.")
    return Message.of_text(text, mappe=root, filer="\n".join(rows))


def _tell_of_action(action: str, host: str) -> None:
    """Say what must be written before the check of changes can run."""
    from planlint.start import example

    if host != GITHUB:
        text = N_(
            "Skriv hvor planlint ligger i {fil} og .pre-commit-config.yaml. I {fil} står det også hvilken nøkkel som "
            "trengs."
        )
        tell(text, fil=OTHERS[host][0])
    elif action == ACTION:
        text = N_("Bytt ut {action} i .github/workflows/ og .pre-commit-config.yaml med stedet planlint ligger.")
        tell(text, action=ACTION)
    elif not example.is_fixed(action):
        text = N_("{action} kan skifte innhold. Skriv helst en innsjekking (40 tegn) der, så ingen kan bytte den ut.")
        tell(text, action=action)


@click.command("init")
@click.argument("folder", metavar="[MAPPE]", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", metavar="NAVN", help="Navnet på kommunen, for eksempel Fjordvik.")
@click.option("--number", metavar="NUMMER", help="Kommunenummeret, fire sifre.")
@click.option("--language", type=click.Choice(_LANGUAGES), help="Språket i filene, nettstedet og svarene. Ellers: nb.")
@click.option(
    "--action",
    default=ACTION,
    metavar="EIER/REPO@VERSJON",
    help="Hvor GitHub finner planlint, til kontrollen av endringsforslag. Ellers: en tekst dere bytter ut.",
)
@click.option(
    "--host",
    type=click.Choice([GITHUB, *OTHERS]),
    default=GITHUB,
    show_default=True,
    help="Hvor filene skal ligge, så kontrollen av endringer passer dit. Forgejo bruker gitea.",
)
@click.option("--empty", is_flag=True, help="Uten eksempel: bare plansystem.yaml, klar for kommunens egne planer.")
@date_option
def command(  # noqa: PLR0913 - one argument per option
    folder: Path,
    name: str | None,
    number: str | None,
    language: str | None,
    action: str,
    host: str,
    empty: bool,  # noqa: FBT001 - click passes it by name
    day: date | None,
) -> None:
    """Lag et nytt plansystem for en kommune.

    Med --empty: uten planer, klart for kommunens egen tabell. Ellers: et lite oppdiktet eksempel med alle slags filer.

    Ingenting som finnes fra før, blir skrevet over.
    """
    from planlint.start import example, on_host
    from planlint.text import language as spoken

    lang = _language(language)
    speak(lang)
    navn = _answer(name, N_("Navnet på kommunen"), "--name", example.name_fault)
    nummer = _answer(number, N_("Kommunenummeret"), "--number", example.number_fault)
    if wrong := example.action_fault(action):
        raise CommandStop(wrong)
    made_up = example.example_files(navn, nummer, spoken(lang), the_day(day), action, empty=empty)
    files = on_host(_with_forms(made_up, host), host)
    _write(folder, files)
    made = NN_(
        "Laget plansystemet til {navn} i {mappe}: {n} fil.", "Laget plansystemet til {navn} i {mappe}: {n} filer."
    )
    tell(made, navn=navn, mappe=folder.resolve(), n=len(files))
    if not empty:
        tell(N_("Alt i plans/ er et eksempel. Bytt det ut med kommunens egne planer."))
    _tell_of_action(action, host)
    where = [] if folder.resolve() == Path.cwd() else [f"cd {shlex.quote(str(folder))}"]
    click.echo("\n".join([said(N_("Neste steg:")), *(f"  {row}" for row in (*where, *_NEXT[empty]))]))
    if host == GITHUB:
        text = N_(
            "Når filene ligger på GitHub: beskytt grenen main, så kontrollen «{navn}» må være grønn. Se README.md."
        )
        tell(text, navn=spoken(lang).gettext(CHECK))
