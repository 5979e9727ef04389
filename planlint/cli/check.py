"""`planlint check`: judge the whole plan system, print what is wrong, exit 0, 1 or 2."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.ci import files_address, in_actions, prefix, target_branch
from planlint.cli.common import (
    Stopp,
    date_option,
    lang_option,
    roots_option,
    the_day,
    the_root,
    the_roots,
    use_color,
)
from planlint.output import FORMATS, Options, render
from planlint.output.neutral import unguarded
from planlint.why import why

if TYPE_CHECKING:
    from datetime import date

    from planlint.many import Asked
    from planlint.report import Report
    from planlint.roots import Roots


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
    """Split «json=funn.json»; two formats cannot go to one place. In GitHub Actions, its own format is chosen."""
    outputs = []
    for value in values or ("github" if in_actions() else "text",):
        name, _, file = value.partition("=")
        if name not in FORMATS:
            message = f"ukjent format «{name}». Velg blant {', '.join(FORMATS)}, eventuelt med =FIL."
            raise click.BadParameter(message, param_hint="--output")
        outputs.append((name, Path(file) if file else None))
    places = [file and file.resolve() for _, file in outputs]
    if places.count(None) > 1:
        message = "bare ett format kan skrives til skjermen. Gi de andre en fil: --output json=funn.json"
        raise click.BadParameter(message, param_hint="--output")
    if len(set(places)) < len(places):
        message = "to formater kan ikke skrives til samme fil. Gi dem hver sin."
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


def _write(report: Report, outputs: list[tuple[str, Path | None]], options: Options, color: str) -> None:
    """Print one format and write the others to their files. Colours are for a screen, or where they are asked for."""
    for name, file in outputs:
        if file is None:
            text = render(report, name, replace(options, color=use_color(color)))
            click.echo(text, file=unguarded(sys.stdout), nl=False, color=True)  # every renderer is harmless by itself
            continue
        try:
            _to_file(file, render(report, name, replace(options, color=color == "always")))
        except OSError as error:
            message = f"Kan ikke skrive {file}: {why(error)}."
            raise Stopp(message) from None


def _to_file(file: Path, text: str) -> None:
    from planlint.files import write_text  # noqa: PLC0415 - most runs only print

    if file.exists() and not file.is_file():  # /dev/stdout and such are written to, never replaced
        file.write_text(text, encoding="utf-8", errors="backslashreplace")
    else:
        write_text(file, text)


def _one(root: Path, asked: Asked, paths: tuple[Path, ...]) -> Report:
    """Check one plan system."""
    from planlint.many import check_one  # noqa: PLC0415 - start-up time is a feature
    from planlint.system.system import UsageError  # noqa: PLC0415 - as above

    only = paths_in(paths, root)
    try:
        return check_one(root, asked, only)[1]
    except UsageError as error:
        raise Stopp(str(error)) from None


def _many(roots: Roots, asked: Asked, paths: tuple[Path, ...]) -> Report:
    """Check several municipalities, and say which could not be read."""
    from planlint.kommunenummer import same_number  # noqa: PLC0415 - as above
    from planlint.many import check_many  # noqa: PLC0415 - as above

    if paths:
        message = "STI kan ikke brukes når flere kommuner kontrolleres. Velg den ene kommunen med --root."
        raise Stopp(message)
    report = check_many(roots, asked)
    for one in report.municipalities:
        if one.error:
            click.echo(f"planlint: {one.root}: {one.error}", err=True)
    for number, folders in same_number((one.nummer, one.root) for one in report.municipalities).items():
        told = f"Kommunenummer {number} står i flere mapper: {', '.join(folders)}. Hver kommune har sitt nummer."
        click.echo(f"planlint: {told}", err=True)
    return report


select_option = click.option(
    "--select", multiple=True, callback=_codes, help="Bare disse reglene (PL301 eller PL3, komma imellom)."
)


paths_argument = click.argument("paths", metavar="[STI]...", nargs=-1, type=click.Path(path_type=Path))


@click.command("check")
@paths_argument
@date_option
@roots_option
@select_option
@click.option("--ignore", multiple=True, callback=_codes, help="Alle regler unntatt disse.")
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT[=FIL]",
    help="text, json, github, markdown, sarif, gitlab eller junit, eventuelt til fil. Kan gjentas. Ellers: text, og "
    "github i GitHub Actions.",
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
@click.option("--known", is_flag=True, help="Vis også kjente avvik og unntak, med grunnen.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Farger i teksten.")
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

    Sluttkoder: 0 ingen funn på eller over --fail-on, 1 funn, 2 feil bruk, ødelagt plansystem.yaml eller ingen filer.
    """
    from planlint.diagnostic import Severity  # noqa: PLC0415 - start-up time is a feature
    from planlint.many import Asked  # noqa: PLC0415 - as above

    gc.disable()  # a check makes no rings, and its process ends here: looking for them takes a tenth of a large one
    outputs = _outputs(output)
    names = {name for name, _ in outputs}
    asked = Asked(the_day(day), select, ignore, lang, since, base, "markdown" in names, known or "json" in names)
    municipalities = the_roots(roots)
    if municipalities:
        top, report = municipalities.top, _many(municipalities, asked, paths)
    else:
        top = the_root(roots[0] if roots else None, paths[0] if paths and paths[0].exists() else None)
        report = _one(top, asked, paths)
    options = Options(
        statistics=statistics, known=known, fail_on=Severity(fail_on), prefix=prefix(top), files=files_address(),
        target=target_branch(),
    )  # fmt: skip
    _write(report, outputs, options, color)
    sys.exit(report.exit_code(options.fail_on))
