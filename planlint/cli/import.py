"""`planlint import FILE`: read plans from Excel, CSV or Word, show what was understood, and write when asked to."""  # noqa: N999 - the command's own name is a keyword

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base import N_, why
from planlint.cli.common import CommandStop, LateChoice, lang_option, system_options, the_language
from planlint.cli.editing import EditCommand, open_for_edit, titles_of
from planlint.cli.import_options import order_of, typed
from planlint.cli.import_questions import Asking

if TYPE_CHECKING:
    from datetime import date

    from planlint.cli.import_options import Given
    from planlint.imports import ImportOrder, ImportResult
    from planlint.register import Register
    from planlint.system import System
    from planlint.text import Language

UNDECIDED = 1


def _read(file: Path, system: System, register: Register, ask: ImportOrder) -> ImportResult:
    from planlint.edit import EditError
    from planlint.imports import ChoiceError, ImportFault, read_import

    try:
        return read_import(file, system, register, ask)
    except ImportFault as error:
        raise CommandStop(N_("{fil}: {feil}"), fil=file, feil=error) from None
    except (ChoiceError, EditError) as error:
        raise CommandStop(error.melding) from None
    except OSError as error:
        raise CommandStop(N_("Kan ikke lese {fil}: {grunn}."), fil=file, grunn=why(error)) from None


def _say(text: str) -> None:
    """Print text from somebody's file so that it can do nothing to a terminal or a CI log."""
    from planlint.output import harmless, no_commands

    click.echo(no_commands("\n".join(harmless(row) for row in text.split("\n"))))


def _finish(system: System, register: Register, result: ImportResult, lang: Language, *, write: bool) -> None:
    """Write everything or nothing, and tell what check will say of the files."""
    from planlint.check import Request, diagnostics
    from planlint.edit import EditError, Workspace, apply
    from planlint.output import grouped_findings

    work = Workspace(system, files=dict(result.files()))
    memory = result.memory if result.memory and result.memory[1] != result.memory[2] else None
    if not work.changes() and not memory:
        _say(lang.gettext("Ingenting å skrive: alt står slik fra før."))
        return
    if write:
        try:
            kept = {memory[0]: memory[2]} if memory else {}
            apply(system.root, work.changes() | kept, work.was() | ({memory[0]: memory[1]} if memory else {}))
        except EditError as error:
            raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None
        number = len(work.changes())
        if number:
            _say(lang.ngettext("Skrev {n} fil i plans/.", "Skrev {n} filer i plans/.", number))
        if memory:
            _say(lang.gettext("Svarene dine, og det tabellen sa, står i {fil}.").format(fil=memory[0]))
        if not number:
            return
        _plan_of_work(work.after(), lang)
        return
    before = {item.fingerprint for item in diagnostics(system, Request(register.today))}
    future = work.after()
    after = diagnostics(future, Request(register.today, full=frozenset(work.changes())))
    found = [item for item in after if item.status == "new" and item.fingerprint not in before]
    if found:
        _say(
            lang.gettext("Dette sier `planlint check` om det nye:")
            + "\n"
            + "\n".join(grouped_findings(found, lang, titles_of(future)))
        )
    _say(lang.gettext("Ingenting er skrevet. Kjør kommandoen igjen med --yes for å skrive filene."))


def _plan_of_work(system: System, lang: Language) -> None:
    """Tell what is to be done with all that the plan system now holds, and where that is told later."""
    from planlint.ahead import make_todo
    from planlint.check import Request, diagnostics
    from planlint.cli.opening import register_of
    from planlint.output import todo_as_text

    register = register_of(system)
    _say("\n" + todo_as_text(make_todo(diagnostics(system, Request(register.today)), system), lang))
    _say(lang.gettext("Listen får du igjen med `planlint todo`. `planlint build` lager nettstedet."))


def _options() -> dict[str, click.Option]:
    """Give the command's options by what is typed."""
    options = [one for one in command.params if isinstance(one, click.Option)]
    return {name: option for option in options for name in option.opts}


def _import(given: Given) -> None:
    """Read what the command line says, ask where somebody can be asked, and show or write."""
    from planlint.change import names_of
    from planlint.imports import result_rows

    system, register = open_for_edit(given["root"], given["day"])
    language = the_language(given["lang"], system)
    asking = Asking(given, _options(), language) if sys.stdin.isatty() and not given["dry_run"] else None

    def read(said: Given) -> ImportResult:
        return _read(said["file"], system, register, order_of(said, register))

    result = asking.go(read) if asking else read(given)
    given = asking.given if asking else given
    _say(result_rows(result, language, names_of(system, system), typed(given, _options().values())))
    source = order_of(given, register).opphav.kilde
    if not source and not result.rundtur and any(change.hva == "ny" for change in result.endringer):
        _say(
            language.gettext(
                "Planene får ingen kilde. Bruk --source ID, så blir det skrevet hvor opplysningene er fra."
            )
        )
    if result.is_open:
        raise SystemExit(UNDECIDED)
    write = given["yes"] and not given["dry_run"]
    if asking and asking.answers:
        _say(language.gettext("Det samme uten spørsmål:") + f"\n  {asking.script()}")
        write = write or asking.is_to_be_written()
    _finish(system, register, result, language, write=write)


def _kinds() -> tuple[str, ...]:
    from planlint.model import KINDS

    return tuple(KINDS)


@click.command("import", cls=EditCommand)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Skriv filene. Uten: vis bare hva som ville blitt gjort.")
@click.option("--dry-run", is_flag=True, help="Vis hva som ville blitt gjort, også sammen med --yes.")
@click.option("--source", metavar="ID", help="Kilden opplysningene er fra: en id under `kilder` i plansystem.yaml.")
@click.option("--place", metavar="TEKST", default="", help="Stedet i kilden, for eksempel «kap. 10».")
@click.option(
    "--type", "types", metavar="TEKST=ID", multiple=True, help="Plantypen som en tekst eller overskrift betyr."
)
@click.option(
    "--match", "matches", metavar="TITTEL=PLAN", multiple=True, help="Raden gjelder denne planen (id eller tittel)."
)
@click.option(
    "--new", "news", metavar="TITTEL", multiple=True, help="Raden er en ny plan, selv om den ligner en annen."
)
@click.option("--skip", "skips", metavar="TITTEL", multiple=True, help="Ikke ta med raden.")
@click.option(
    "--column",
    "columns",
    metavar="NAVN=FELT",
    multiple=True,
    help="Det kolonnen handler om, for eksempel «Når=rullering».",
)
@click.option(
    "--group",
    "groups",
    metavar="TEKST=BETYDNING",
    multiple=True,
    help="Det en overskrift i tabellen betyr: en plantype, en sektor, ansvarlig, en beslutning eller overskrift.",
)
@click.option(
    "--row",
    "rows",
    metavar="TEKST=SVAR",
    multiple=True,
    help="Om en linje er en plan. «*» gjelder alle.",
)
@click.option(
    "--decision",
    "decisions",
    metavar="TITTEL=VALG",
    multiple=True,
    help="Det som er bestemt om en plan som tabellen bare sier årene for. «*» gjelder alle.",
)
@click.option(
    "--gone",
    "gone",
    metavar="ID=SVAR",
    multiple=True,
    help="En plan som er borte fra tabellen: står, utgått, eller id-en til den som erstatter.",
)
@click.option("--planstrategi", metavar="ID", default="", help="Planstrategien som beslutningene i tabellen hører til.")
@click.option(
    "--kind",
    type=LateChoice(_kinds),
    help="Slaget radene er, når de ikke skal leses som en planoversikt: for eksempel `maal` eller `tiltak`.",
)
@click.option("--plan", metavar="ID", default="", help="Sammen med --kind: planen radene er fra, der de ikke sier det.")
@click.option("--declare", is_flag=True, help="Legg det tabellen nevner, inn i plansystem.yaml i samme kjøring.")
@click.option("--sheet", "sheets", metavar="NAVN", multiple=True, help="Les bare dette arket.")
@click.option("--clear", is_flag=True, help="I en fil fra `planlint export`: la en tømt celle slette verdien.")
@system_options
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    file: Path,
    yes: bool,  # noqa: FBT001 - click passes it by name
    dry_run: bool,  # noqa: FBT001 - as above
    source: str | None,
    place: str,
    types: tuple[str, ...],
    matches: tuple[str, ...],
    news: tuple[str, ...],
    skips: tuple[str, ...],
    columns: tuple[str, ...],
    groups: tuple[str, ...],
    rows: tuple[str, ...],
    decisions: tuple[str, ...],
    gone: tuple[str, ...],
    planstrategi: str,
    kind: str | None,
    plan: str,
    declare: bool,  # noqa: FBT001 - as above
    sheets: tuple[str, ...],
    clear: bool,  # noqa: FBT001 - as above
    day: date | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Les planer fra Excel (.xlsx), CSV eller tabeller i Word (.docx), og vis hva som er forstått.

    Ingenting blir skrevet uten --yes. På en terminal spør kommandoen om det som mangler, og om filene skal skrives. En
    plan med samme tittel blir oppdatert, og det som står fra før, blir aldri slettet. Det som ikke er forstått, blir
    listet og ikke gjettet. Filer fra `planlint export` leses tilbake celle for celle.
    """
    _import({**locals()})
