"""`planlint review`: go through what nobody has looked at for a year, one by one or by flags in a script."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planlint.base import N_, Message
from planlint.cli.click_words import WholeNumber
from planlint.cli.common import CommandStop, LateChoice, lang_option, options, system_options, the_language
from planlint.cli.editing import EditCommand, clean, diff_option, edit, open_for_edit
from planlint.cli.opening import entity
from planlint.cli.told import warn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.edit import Workspace
    from planlint.model import Enhet
    from planlint.register import Register
    from planlint.system import System
    from planlint.text import Language

LEFT = 1
_MOST_MONTHS = 1200


def _kinds() -> Iterable[str]:
    from planlint.register import REVIEWED_KINDS

    return REVIEWED_KINDS


def left(register: Register, kinds: tuple[str, ...], months: int) -> list[Enhet]:
    """Give what nobody has looked at for so many months, of these kinds (none: all)."""
    from planlint.register import unseen

    return [found for found in unseen(register, months) if not kinds or found.kind in kinds]


def _listed(register: Register, found: list[Enhet], lang: Language) -> list[str]:
    from planlint.output import seen_words

    if not found:
        return [lang.gettext("Det er ingenting å gå gjennom: alt er sett på.")]
    text = lang.choose("{n} er ikke sett på:", "{n} er ikke sett på:", len(found))
    rows = [f"{one.entity}: {one.tittel} ({seen_words(register, lang, one)})" for one in found]
    return [text.format(n=len(found)), *(f"  {row}" for row in rows)]


def _mark(system: System, register: Register, chosen: list[Enhet], *, diff: bool) -> None:
    """Write that these are unchanged, all of them or none, and move `ajourført` when nothing is left."""
    from planlint.cli.review_card import MOVED
    from planlint.edit import mark_unchanged, move_ajourfoert

    def make(work: Workspace) -> None:
        mark_unchanged(work, chosen, register.today)
        new = move_ajourfoert(work, register, {one.entity for one in chosen}, register.today)
        work.notes += [Message.of_text(MOVED, dag=new)] if new else []

    edit(system, make, diff=diff)


@click.command("review", cls=EditCommand)
@click.option("--list", "listing", is_flag=True, help="Vis bare det ingen har sett på, og når det sist ble sett på.")
@click.option("--all-unchanged", is_flag=True, help="Skriv på alt som gjenstår, at det er gått gjennom uten endring.")
@click.option("--id", "ids", metavar="ID", multiple=True, help="Skriv det bare på denne. Kan gjentas.")
@click.option("--kind", "kinds", type=LateChoice(_kinds), multiple=True, help="Bare dette slaget. Kan gjentas.")
@click.option(
    "--older-than",
    "months",
    type=WholeNumber(0, _MOST_MONTHS),
    default=12,
    show_default=True,
    metavar="MÅNEDER",
    help="Det ingen har sett på så lenge.",
)
@options(diff_option, system_options, lang_option)
def command(  # noqa: PLR0913 - one argument per option
    listing: bool,  # noqa: FBT001 - click passes it by name
    all_unchanged: bool,  # noqa: FBT001 - as above
    ids: tuple[str, ...],
    kinds: tuple[str, ...],
    months: int,
    diff: bool,  # noqa: FBT001 - as above
    day: date | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Gå gjennom det ingen har sett på det siste året, én for én.

    Hver plan blir vist kort, og du svarer om den er uendret, skal endres eller er avsluttet, eller hopper over. Svaret
    blir skrevet med en gang: `gjennomgått` med dagens dato. Når alt er sett på, flytter den `ajourført` i
    plansystem.yaml. Stopp når du vil; det du har svart, er skrevet.

    Uten spørsmål, i et skript: --list, --all-unchanged eller --id.

    Sluttkoder: 0 alt er sett på, 1 noe gjenstår, 2 feil bruk.
    """
    if listing + all_unchanged + bool(ids) > 1:
        raise CommandStop(N_("Velg én av --list, --all-unchanged og --id."))
    if diff and not (all_unchanged or ids):
        raise CommandStop(N_("--diff viser det som --all-unchanged eller --id ville skrevet. Velg en av dem."))
    system, register = open_for_edit(root, day)
    if register.opaque:
        warn(N_("Noen filer kan ikke leses, og er ikke med. Kjør `planlint check` og rett dem."))
    spoken, found = the_language(lang, system), left(register, kinds, months)
    if all_unchanged or ids:
        chosen = [entity(system, name) for name in ids] if ids else found
        _mark(system, register, chosen, diff=diff)
        found = [one for one in found if one.entity not in {each.entity for each in chosen} or diff]
    elif listing or not found:
        click.echo(clean("\n".join(_listed(register, found, spoken))))
        if not listing:
            _mark_if_behind(system, register)
    else:
        from planlint.cli.review_walk import Walk

        found = Walk(system, register, spoken).go(found)
    sys.exit(LEFT if found or register.opaque else 0)


def _mark_if_behind(system: System, register: Register) -> None:
    """Move `ajourført` where all has been looked at, and only that day is behind."""
    from planlint.edit import up_to_date

    if up_to_date(register, (), register.today):
        _mark(system, register, [], diff=False)
