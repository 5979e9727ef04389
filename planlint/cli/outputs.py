"""`--output`: which formats, and where each goes."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base import N_, why, write_text
from planlint.cli.ci import own_format
from planlint.cli.common import CommandStop, has_color
from planlint.cli.told import WrongValue
from planlint.output import FORMATS, Options, render, unguarded

if TYPE_CHECKING:
    from planlint.check import Report


def chosen_outputs(values: tuple[str, ...]) -> list[tuple[str, Path | None]]:
    """Split «json=funn.json»; two formats cannot go to one place. In a run that reads a format of its own, that one."""
    outputs = []
    for value in values or (own_format(),):
        name, _, file = value.partition("=")
        if name not in FORMATS:
            raise WrongValue(
                N_("ukjent format «{navn}». Velg blant `{formater}`, eventuelt med =FIL."),
                navn=name,
                formater=", ".join(FORMATS),
                hint="--output",
            )
        outputs.append((name, Path(file) if file else None))
    places = [file and file.resolve() for _, file in outputs]
    if places.count(None) > 1:
        raise WrongValue(
            N_("bare ett format kan skrives til skjermen. Gi de andre en fil: --output json=funn.json"), hint="--output"
        )
    if len(set(places)) < len(places):
        raise WrongValue(N_("to formater kan ikke skrives til samme fil. Gi dem hver sin."), hint="--output")
    return outputs


def write_outputs(report: Report, outputs: list[tuple[str, Path | None]], options: Options, color: str) -> None:
    """Print one format and write the others to their files. Colours are for a screen, or where they are asked for."""
    for name, file in outputs:
        if file is None:
            text = render(report, name, replace(options, color=has_color(color)))
            click.echo(text, file=unguarded(sys.stdout), nl=False, color=True)  # every renderer is harmless by itself
            continue
        try:
            write_text(file, render(report, name, replace(options, color=color == "always")))
        except OSError as error:
            raise CommandStop(N_("Kan ikke skrive {fil}: {grunn}."), fil=file, grunn=why(error)) from None
