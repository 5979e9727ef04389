"""`planlint avvik add|prune`: accept today's findings with a reason; clear away what is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import N_, NN_, why
from planlint.cli.common import CommandStop, Day, system_options, the_day, the_root
from planlint.cli.editing import recovered
from planlint.cli.opening import checked
from planlint.cli.scope import paths_argument, paths_in, select_option
from planlint.cli.told import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from planlint.base import Diagnostic
    from planlint.check import Checked, Report, Request

_ABOUT_EXCEPTIONS = "PL9"
"""Findings about the list itself are mended, never listed."""


@click.group("avvik")
def command() -> None:
    """Legg til eller rydd i kjente avvik (plans/avvik.yaml)."""


def _checked(root: Path, request: Request) -> Checked:
    """Check a plan system whose list can be changed; stop where plansystem.yaml or the list itself is faulty."""
    found = checked(root, request)
    if found.report.configuration_broken:
        raise CommandStop(N_("plansystem.yaml eller avvik.yaml har feil. Kjør `planlint check` og rett dem først."))
    return found


def _acceptable(report: Report) -> Sequence[Diagnostic]:
    found = [item.diagnostic for item in report.findings]
    return [diagnostic for diagnostic in found if not diagnostic.code.startswith(_ABOUT_EXCEPTIONS)]


def _stale(report: Report) -> list[tuple[int, str, int]]:
    """Give the entries that nothing matches: group, what they are about, position."""
    found = [item.diagnostic.finding for item in report.findings if item.diagnostic.code == "PL905"]
    paths = [place.path for item in found for place in (item.place, *(other.place for other in item.related))]
    return [(int(path[1]), str(path[3]), int(path[4])) for path in paths]


@command.command("add")
@paths_argument
@click.option("--reason", required=True, help="Hvorfor funnene er godtatt inntil videre.")
@click.option("--until", type=Day(), help="Siste dag de er godtatt (år-måned-dag).")
@select_option
@system_options
def add_command(  # noqa: PLR0913 - one argument per option
    paths: tuple[Path, ...],
    reason: str,
    until: date | None,
    select: tuple[str, ...],
    day: date | None,
    root: Path | None,
) -> None:
    """Legg dagens funn inn som kjente avvik, med en grunn. Med STI: bare funn i de filene og mappene."""
    from planlint.check import Request
    from planlint.edit import add

    if not reason.strip():
        raise CommandStop(N_("Grunnen kan ikke være tom."))
    found, today = the_root(root), the_day(day)
    recovered(found)
    _, report = _checked(found, Request(today, select, only=paths_in(paths, found)))
    try:
        number = add(found, _acceptable(report), reason.strip(), until, today)
    except OSError as error:
        raise CommandStop(N_("Kan ikke skrive avvik.yaml: {grunn}."), grunn=why(error)) from None
    if number:
        tell(NN_("{n} funn lagt til i plans/avvik.yaml.", "{n} funn lagt til i plans/avvik.yaml."), n=number)
    else:
        tell(N_("Ingen nye funn å legge til."))


@command.command("prune")
@system_options
def prune_command(day: date | None, root: Path | None) -> None:
    """Ta bort avvik som ikke finnes lenger."""
    from planlint.check import Request, is_whole
    from planlint.edit import prune

    found, today = the_root(root), the_day(day)
    recovered(found)
    system, report = _checked(found, Request(today))
    if not is_whole(system):
        raise CommandStop(
            N_("Noen filer har feil, så ingen kan si hva som er rettet. Kjør `planlint check` og rett dem først.")
        )
    try:
        number = prune(found, _stale(report), today)
    except OSError as error:
        raise CommandStop(N_("Kan ikke skrive avvik.yaml: {grunn}."), grunn=why(error)) from None
    if number:
        tell(NN_("{n} avvik tatt bort fra plans/avvik.yaml.", "{n} avvik tatt bort fra plans/avvik.yaml."), n=number)
    else:
        tell(N_("Ingen avvik å ta bort."))
