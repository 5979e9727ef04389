"""`planlint check`: judge the whole plan system, print what is wrong, exit 0, 1 or 2."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.ci import files_address, guide_address, manual_address, prefix, target_branch
from planlint.cli.common import (
    CommandStop,
    color_option,
    date_option,
    keep_off,
    lang_option,
    roots_option,
    the_day,
    the_root,
    the_roots,
)
from planlint.cli.opening import checked, tell_of_held_back
from planlint.cli.outputs import chosen_outputs, write_outputs
from planlint.cli.scope import codes_in, paths_argument, paths_in, select_option
from planlint.cli.told import warn
from planlint.output import Options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.check import Report, Request
    from planlint.source import Roots


def _many(roots: Roots, request: Request, paths: tuple[Path, ...]) -> Report:
    """Check several municipalities, and say which could not be read."""
    from planlint.check import check_many
    from planlint.model import same_number

    if paths:
        raise CommandStop(N_("STI kan ikke brukes når flere kommuner kontrolleres. Velg den ene kommunen med --root."))
    report = check_many(roots, request)
    for one in report.municipalities:
        if one.error:
            warn(N_("planlint: {mappe}: {feil}"), mappe=one.root, feil=one.error)
    for number, folders in same_number((one.nummer, one.root) for one in report.municipalities).items():
        text = N_("planlint: Kommunenummer {nummer} står i flere mapper: {mapper}. Hver kommune har sitt nummer.")
        warn(text, nummer=number, mapper=", ".join(folders))
    return report


def _told_of_the_rest(roots: list[Path]) -> None:
    """Say in a line where not all files are here, and where a change was broken off and has left something."""
    from planlint.source import JOURNAL

    for root in roots:
        tell_of_held_back(root)
        if not (root / JOURNAL).parent.exists():
            continue  # as nearly always: what edits files need not be imported
        from planlint.edit import left_behind

        if told := left_behind(root):
            warn(N_("planlint: {mappe}: {feil}"), mappe=root, feil=told)


@click.command("check")
@paths_argument
@date_option
@roots_option
@select_option
@click.option("--ignore", multiple=True, callback=codes_in, help="Alle regler unntatt disse.")
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT[=FIL]",
    help="text, json, github, markdown, sarif, gitlab, junit eller azure, eventuelt til fil. Kan gjentas. Ellers: "
    "github i GitHub Actions, azure i Azure Pipelines, og text andre steder.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["feil", "advarsel", "info"]),
    default="feil",
    show_default=True,
    help="Hvor alvorlig et funn må være for at sluttkoden blir 1.",
)
@click.option(
    "--since",
    metavar="VERSJON",
    help="Mistenk også forankringer uten avtrykk når målet er endret etter denne versjonen i git (gren eller merke).",
)
@click.option(
    "--base",
    metavar="VERSJON",
    help="Vis bare funn i filer som er endret etter denne versjonen i git, og funn som følger av endringen.",
)
@click.option("--statistics", is_flag=True, help="Vis antall funn per regel til slutt.")
@click.option("--known", is_flag=True, help="Vis også kjente avvik og unntak, med grunnen, og hull.")
@color_option
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    paths: tuple[Path, ...],
    day: date | None,
    roots: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output: tuple[str, ...],
    fail_on: str,
    since: str | None,
    base: str | None,
    statistics: bool,  # noqa: FBT001 - click passes it by name
    known: bool,  # noqa: FBT001 - as above
    color: str,
    lang: str | None,
) -> None:
    """Kontroller plansystemet, og vis det som er galt.

    Hele plansystemet vurderes alltid. Med STI vises bare funn i de filene og mappene.

    Sluttkoder: 0 ingen funn på eller over --fail-on, 1 funn, 2 feil bruk, ingen filer, eller plansystem.yaml eller et
    kjent avvik som ikke kan brukes.
    """
    from planlint.base import Severity
    from planlint.check import Request

    gc.disable()  # a check makes no rings, and its process ends here: looking for them takes a tenth of a large one
    outputs = chosen_outputs(output)
    names = {name for name, _ in outputs}
    request = Request(
        the_day(day), select, ignore, since=since, base=base, lang=lang,
        change="markdown" in names, places=known or "json" in names,
    )  # fmt: skip
    municipalities = the_roots(roots)
    if municipalities:
        top, report = municipalities.top, _many(municipalities, request, paths)
    else:
        top = the_root(roots[0] if roots else None, paths[0] if paths and paths[0].exists() else None)
        report = checked(top, replace(request, only=paths_in(paths, top))).report
    keep_off([one.path for one in municipalities.all] if municipalities else [top], *(file for _, file in outputs))
    options = Options(
        statistics=statistics, known=known, fail_on=Severity(fail_on), prefix=prefix(top), files=files_address(),
        target=target_branch(), manual=manual_address(), guide=guide_address(),
    )  # fmt: skip
    write_outputs(report, outputs, options, color)
    _told_of_the_rest([one.path for one in municipalities.all] if municipalities else [top])
    sys.exit(report.exit_code(options.fail_on))
