"""The command line: one file per command, imported only when it is chosen."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from planlint import __version__

COMMANDS = {
    "check": "Kontroller plansystemet og vis det som er galt.",
    "build": "Lag planstrategiens tabeller som Markdown og HTML.",
    "explain": "Forklar en regel: krav, hvorfor, eksempler, hvordan rette.",
    "rules": "Vis alle regler.",
    "show": "Vis en plan, et mål eller noe annet, med lenker begge veier.",
    "list": "Vis en tabell over planer, mål eller annet.",
    "forecast": "Vis kvartal for kvartal det som forfaller framover.",
    "whatif": "Vis hva som skjer hvis en plan vedtas, oppheves eller slettes.",
    "propose": "Lag et forslag til planstrategi for en valgperiode, med grunner for hver plan.",
    "coverage": "Vis hvilke mål som blir fulgt opp, og hvilke planer som når dem.",
    "avvik": "Legg til eller rydd i kjente avvik (plans/avvik.yaml).",
    "bekreft": "Bekreft at en plan fortsatt følger opp et mål.",
    "schema": "Skriv JSON-skjemaene, eller kontroller at de stemmer.",
}
CRASHED = 3


class LazyGroup(click.Group):
    """Knows the commands' names and one-line help without importing them, so that --help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import a command when it is asked for."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"planlint.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the commands from the table above."""
        with formatter.section("Kommandoer"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command when there is none of that name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from planlint.suggest import nearest  # noqa: PLC0415 - only a slip of the pen pays for it

            suggestion = nearest(args[0], COMMANDS)
            ask = f" Mente du {suggestion}?" if suggestion else ""
            message = f"Det finnes ingen kommando som heter {args[0]}.{ask}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; what nobody foresaw becomes one sentence and exit code 3, never a stack trace."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            return super().main(*args, **kwargs)
        except Exception as error:
            if os.environ.get("PLANLINT_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}".split("\n")[0]
            click.echo(f"planlint stoppet på grunn av en feil i planlint selv ({what}).", err=True)
            click.echo("Meld gjerne fra, med kommandoen du kjørte. PLANLINT_DEBUG=1 viser detaljene.", err=True)
            sys.exit(CRASHED)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="planlint %(version)s")
def planlint() -> None:
    """Hold kommunens plansystem som kode: kontroller det, og lag tabeller av det."""
