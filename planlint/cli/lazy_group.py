"""The command line: one file per command, imported only when it is chosen."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from planlint import __version__
from planlint.base import N_, Message, Trouble, did_you_mean
from planlint.cli.click_words import click_speaks, quoted_as
from planlint.cli.language_choice import (
    CODES,
    LANGUAGE,
    VERSION,
    asked,
    preferring,
    spoken,
    translate_help_option,
    translator,
    without_language,
)
from planlint.cli.stopped import code
from planlint.cli.told import Misuse, in_words, speaker
from planlint.system import OWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.cli.click_words import Translate

COMMANDS = {
    "check": "Kontroller plansystemet og vis det som er galt.",
    "todo": "Vis det som bør gjøres, med det viktigste først og kommandoen til hver ting.",
    "build": "Lag nettstedet, tabellene og de åpne dataene.",
    "serve": "Vis nettstedet mens du skriver, tegnet på nytt ved hver lagring.",
    "lsp": "Svar en teksteditor mens du skriver (språktjener).",
    "explain": "Forklar en regel: krav, hvorfor, eksempler, hvordan rette.",
    "rules": "Vis alle regler.",
    "show": "Vis en plan, et mål eller noe annet, med lenker begge veier.",
    "list": "Vis en tabell over planer, mål eller annet.",
    "forecast": "Vis kvartal for kvartal det som forfaller framover.",
    "whatif": "Vis hva som skjer hvis en plan vedtas, oppheves eller slettes.",
    "propose": "Lag et forslag til planstrategi for en valgperiode, med grunner for hver plan.",
    "coverage": "Vis hvilke mål som blir fulgt opp, og hvilke planer som når dem.",
    "diff": "Vis hva som er endret mellom to versjoner i git, og hva det fører til.",
    "new": "Lag filen til en ny plan, et mål eller noe annet.",
    "set": "Endre én opplysning i en fil, og la resten stå.",
    "vedta": "Registrer et vedtak: hendelse og status sammen.",
    "rename": "Gi en plan, et mål eller noe annet ny id, overalt der den er brukt.",
    "omforanke": "Flytt forankringer fra en erstattet samfunnsdel til målene som fører dem videre.",
    "review": "Gå gjennom det ingen har sett på det siste året.",
    "fix": "Rett det som kan rettes uten å spørre noen.",
    "upgrade": "Løft filer som er skrevet i et eldre format.",
    "init": "Lag et nytt plansystem for en kommune.",
    "import": "Les planer fra Excel, CSV eller en tabell i Word.",
    "export": "Skriv plansystemet til Excel, CSV, JSON eller Word.",
    "form": "Gjør et utfylt skjema om til en endring i filene.",
    "codeowners": "Skriv CODEOWNERS av sektorene i plansystem.yaml.",
    "avvik": "Godta funn som kjente avvik (plans/avvik/), se dem, eller rydd bort det som er rettet.",
    "bekreft": "Bekreft at en plan fortsatt følger opp et mål.",
    "law": "Kontroller lovbestemmelsene mot en nyere utgave av lovene.",
    "schema": "Skriv JSON-skjemaene, eller kontroller at de stemmer.",
}
CRASHED = 3
_OBEYING = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""What tells that the log is read by a runner that takes some texts for commands."""
_USE, _WRITE = N_("Kan ikke bruke {fil}: {grunn}."), N_("Kan ikke skrive svaret: {grunn}.")
_NO_TEXT = N_(
    "Et filnavn, eller noe som ble skrevet på kommandolinjen, er ikke UTF-8 og kan ikke skrives. Kjør "
    "`planlint check`, og gi filen et nytt navn."
)
_CRASH = N_("planlint stoppet på grunn av en feil i planlint selv ({feil}).")
_REPORT = N_("Meld gjerne fra, med kommandoen du kjørte. PLANLINT_DEBUG=1 viser detaljene.")
HELP_OPTIONS = frozenset(("-h", "--help"))


class LazyGroup(click.Group):
    """Knows the commands' names and one-line help without importing them, so that --help is quick."""

    speaks = OWN
    translate: Translate = staticmethod(str)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Say what the help option does, in the reader's language."""
        translate_help_option(self, self.translate, ctx)
        with quoted_as(self.speaks):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the commands in the order of a day's work."""
        return [*COMMANDS]  # «list» is a module here, once that command has run

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command when it is asked for, and give it the reader's language."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"planlint.cli.{cmd_name}").command
        return preferring(ctx.params.get("lang"), spoken(command, self.translate, ctx))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the commands from the table above."""
        with formatter.section(self.translate("Kommandoer")):
            formatter.write_dl([(name, self.translate(text)) for name, text in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command when there is none of that name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from planlint.base import nearest

            suggestion = nearest(args[0], COMMANDS)
            text = N_("Det finnes ingen kommando som heter {navn}.")
            raise Misuse(text, did_you_mean(suggestion), navn=args[0])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; where it is stopped, say so, and give the exit code that shells give for it."""
        try:
            with quoted_as(self.speaks):
                return super().invoke(ctx)
        except Trouble as trouble:
            raise in_words(trouble, self.speaks) from None
        except KeyboardInterrupt as stop:  # click would give 1, which means findings
            click.echo(f"planlint: {self.translate(N_('Avbrutt.'))}", err=True)
            sys.exit(code(stop))

    def main(self, args: Sequence[str] | None = None, *rest: Any, **named: Any) -> Any:
        """Run; what nobody foresaw becomes one sentence and exit code 3, never a stack trace."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        if any(os.environ.get(name) for name in _OBEYING):
            from planlint.output import guard

            guard()
        try:
            words = [*(sys.argv[1:] if args is None else args)]
            self.speaks = asked(words)
            translate = translator(self.speaks)
            words = words if HELP_OPTIONS.isdisjoint(words) else without_language(words)  # --help says it all
            twin = spoken(self, translate)
            twin.translate = translate
            with click_speaks(self.speaks):
                return super(LazyGroup, twin).main(words, *rest, **named)
        except Exception as error:
            if os.environ.get("PLANLINT_DEBUG"):
                raise
            if isinstance(error, UnicodeEncodeError):
                click.echo(f"planlint: {Message.of_text(_NO_TEXT).in_language(speaker(self.speaks))}", err=True)
                sys.exit(2)
            if isinstance(error, OSError):
                from planlint.base import why

                text = _USE if error.filename else _WRITE  # no name: our own output
                told = Message.of_text(text, fil=error.filename, grunn=why(error))
                click.echo(f"planlint: {told.in_language(speaker(self.speaks))}", err=True)
                sys.exit(2)
            what = f"{type(error).__name__}: {error}".split("\n")[0]
            click.echo(Message.of_text(_CRASH, feil=what).in_language(speaker(self.speaks)), err=True)
            click.echo(Message.of_text(_REPORT).in_language(speaker(self.speaks)), err=True)
            sys.exit(CRASHED)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": sorted(HELP_OPTIONS, key=len), "max_content_width": 100},
)
@click.option("--lang", type=click.Choice(CODES), help=LANGUAGE)
@click.version_option(__version__, message="planlint %(version)s", help=VERSION)
def planlint(lang: str | None) -> None:
    """Hold kommunens plansystem som kode: kontroller det, og lag tabeller av det."""
