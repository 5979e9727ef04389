"""`planlint check`: judge the whole plan system, print what is wrong, exit 0, 1 or 2."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.common import (
    Stopp,
    date_option,
    lang_option,
    open_or_stop,
    root_option,
    the_day,
    the_root,
    use_color,
)
from planlint.output import FORMATS
from planlint.why import why

if TYPE_CHECKING:
    from datetime import date

    from planlint.report import Report


def _codes(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    """Split «PL3,PL201» and refuse codes that begin no rule."""
    from planlint.rules import RULES  # noqa: PLC0415 - start-up time is a feature

    codes = tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in RULES):
            message = f"ingen regel begynner med {code}. planlint rules viser alle."
            raise click.BadParameter(message)
    return codes


def _outputs(values: tuple[str, ...]) -> list[tuple[str, Path | None]]:
    """Split «json=funn.json»; two formats cannot both go to standard output."""
    outputs = []
    for value in values or ("text",):
        name, _, file = value.partition("=")
        if name not in FORMATS:
            message = f"ukjent format «{name}». Velg blant {', '.join(FORMATS)}, eventuelt med =FIL."
            raise click.BadParameter(message, param_hint="--output")
        outputs.append((name, Path(file) if file else None))
    if sum(file is None for _, file in outputs) > 1:
        message = "bare ett format kan skrives til skjermen. Gi de andre en fil: --output json=funn.json"
        raise click.BadParameter(message, param_hint="--output")
    return outputs


def paths_in(paths: tuple[Path, ...], root: Path) -> tuple[str, ...]:
    """Give the paths as seen from the root; each must exist inside it."""
    only = []
    for path in paths:
        if not path.exists():
            message = f"{path} finnes ikke."
            raise Stopp(message)
        try:
            only.append(path.resolve().relative_to(root.resolve()).as_posix())
        except ValueError:
            message = f"{path} ligger ikke i plansystemet {root}."
            raise Stopp(message) from None
    return tuple(only)


def _write(
    report: Report, outputs: list[tuple[str, Path | None]], color: str, *, statistics: bool, known: bool
) -> None:
    from planlint.files import write_text  # noqa: PLC0415 - most runs only print
    from planlint.output import render  # noqa: PLC0415 - start-up time is a feature

    for name, file in outputs:
        if file is None:
            click.echo(
                render(report, name, color=use_color(color), statistics=statistics, known=known), nl=False, color=True
            )
            continue
        try:
            write_text(file, render(report, name, color=color == "always", statistics=statistics, known=known))
        except OSError as error:
            message = f"Kan ikke skrive {file}: {why(error)}."
            raise Stopp(message) from None


select_option = click.option(
    "--select", multiple=True, callback=_codes, help="Bare disse reglene (PL301 eller PL3, komma imellom)."
)


paths_argument = click.argument("paths", metavar="[STI]...", nargs=-1, type=click.Path(path_type=Path))


@click.command("check")
@paths_argument
@date_option
@root_option
@select_option
@click.option("--ignore", multiple=True, callback=_codes, help="Alle regler unntatt disse.")
@click.option(
    "--output", multiple=True, metavar="FORMAT[=FIL]", help="text eller json, eventuelt til fil. Kan gjentas."
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
@click.option("--statistics", is_flag=True, help="Vis antall funn per regel til slutt.")
@click.option("--known", is_flag=True, help="Vis også kjente avvik og unntak, med grunnen.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Farger i teksten.")
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    paths: tuple[Path, ...],
    day: date | None,
    root: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output: tuple[str, ...],
    fail_on: str,
    since: str | None,
    statistics: bool,  # noqa: FBT001 - click passes it by name
    known: bool,  # noqa: FBT001 - as above
    color: str,
    lang: str | None,
) -> None:
    """Kontroller plansystemet, og vis det som er galt.

    Hele plansystemet vurderes alltid. Med STI vises bare funn i de filene og mappene.

    Sluttkoder: 0 ingen funn på eller over --fail-on, 1 funn, 2 feil bruk, ødelagt plansystem.yaml eller ingen filer.
    """
    from planlint.api import check_system  # noqa: PLC0415 - start-up time is a feature
    from planlint.diagnostic import Severity  # noqa: PLC0415 - as above
    from planlint.system.system import UsageError  # noqa: PLC0415 - start-up time is a feature

    outputs = _outputs(output)
    today = the_day(day)
    found = the_root(root, paths[0] if paths and paths[0].exists() else None)
    only = paths_in(paths, found)
    system = open_or_stop(found, today)
    places = known or any(name != "text" for name, _ in outputs)
    try:
        report = check_system(
            system, today, select=select, ignore=ignore, only=only, lang=lang, since=since, places=places
        )
    except UsageError as error:
        raise Stopp(str(error)) from None
    _write(report, outputs, color, statistics=statistics, known=known)
    sys.exit(report.exit_code(Severity(fail_on)))
