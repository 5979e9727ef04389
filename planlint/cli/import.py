"""`planlint import FILE`: read plans from Excel, CSV or Word, show what was understood, and write when asked to."""  # noqa: N999 - the command's own name is a keyword

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base import N_, slug, why
from planlint.cli.common import CommandStop, lang_option, system_options, the_language
from planlint.cli.editing import EditCommand, open_for_edit
from planlint.cli.import_questions import Asking

if TYPE_CHECKING:
    from datetime import date

    from planlint.cli.import_questions import Given
    from planlint.imports import ImportOrder, ImportResult
    from planlint.register import Register
    from planlint.system import System
    from planlint.text import Language

UNDECIDED = 1


def _pairs(option: str, values: tuple[str, ...], right: str) -> dict[str, str]:
    """Read TEKST=ID; the last equals sign parts them, as a title may have one."""
    found: dict[str, str] = {}
    for value in values:
        text, equals, id_ = value.rpartition("=")
        if not equals or not text.strip() or not id_.strip():
            text = N_('{valg} skrives som "{riktig}". Her står det «{verdi}».')
            raise CommandStop(text, valg=option, riktig=right, verdi=value)
        found[text.strip().strip("«»")] = id_.strip()
    return found


def _declared(register: Register, source: str | None, types: dict[str, str], *, declare: bool) -> None:
    """Stop where an option names a source or a plan type that is not declared."""
    system = register.plansystem
    if source and source not in system.kilder and not declare:
        known = ", ".join(system.kilder) or N_("ingen")
        raise CommandStop(
            N_("--source: «{kilde}» står ikke under `kilder` i plansystem.yaml. Der står: `{kjente}`."),
            kilde=source,
            kjente=known,
        )
    for word, id_ in types.items():
        if id_ not in system.plantyper:
            known = ", ".join(system.plantyper)
            raise CommandStop(
                N_("--type «{ord}»: «{id}» er ingen plantype i plansystem.yaml. Der står: `{kjente}`."),
                ord=word,
                id=id_,
                kjente=known,
            )


def _one_of(option: str, values: tuple[str, ...], known: tuple[str, ...]) -> dict[str, str]:
    """Read TEKST=ORD, where the word is one of those that the option knows."""
    found = _pairs(option, values, f"TEKST={known[0]}")
    for text, word in found.items():
        if word not in known:
            raise CommandStop(
                N_("{valg} «{tekst}»: «{ord}» er ikke et svar. Svarene er `{kjente}`."),
                valg=option, tekst=text, ord=word, kjente=", ".join(known),
            )  # fmt: skip
    return found


def _fields(values: tuple[str, ...]) -> dict[str, str]:
    from planlint.imports import COLUMN_FIELDS

    return _one_of("--column", values, COLUMN_FIELDS)


def _choices() -> tuple[str, ...]:
    from typing import get_args

    from planlint.model import Valg

    return get_args(Valg)


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


def _typed() -> list[str]:
    """Give the arguments of this command as they may be typed again, in marks of quotation where they need them."""
    context = click.get_current_context()
    typed = [_quoted(str(context.params["file"]))]
    for option in context.command.params:
        value = context.params.get(option.name or "")
        if not isinstance(option, click.Option) or not value or option.name in {"dry_run", "day"}:
            continue
        if value is True:
            typed.append(option.opts[0])
            continue
        typed += [f"{option.opts[0]} {_quoted(str(one))}" for one in (value if isinstance(value, tuple) else (value,))]
    return typed


def _quoted(text: str) -> str:
    """Give an argument as it is typed; it is in marks of quotation unless it is one plain word."""
    return text if re.fullmatch(r"[\w./:\\-]+", text) else '"' + text.replace('"', '\\"') + '"'


def _say(text: str) -> None:
    """Print text from somebody's file so that it can do nothing to a terminal or a CI log."""
    from planlint.output import harmless, no_commands

    click.echo(no_commands("\n".join(harmless(row) for row in text.split("\n"))))


def _titles(system: System) -> dict[str, str]:
    """Give the titles of all files, by kind and id."""
    every = (entity for entities in system.loaded.entities.values() for entity in entities.values())
    return {entity.entity: entity.tittel for entity in every}


def _finish(system: System, register: Register, result: ImportResult, lang: Language, *, write: bool) -> None:
    """Write everything or nothing, and tell what check will say of the files."""
    from planlint.check import Request, diagnostics
    from planlint.edit import EditError, Workspace, apply
    from planlint.imports import coming_findings

    work = Workspace(system, files=dict(result.files()))
    memory = result.memory if result.memory and result.memory[1] != result.memory[2] else None
    if not work.changes() and not (memory and memory[1] is None):
        _say(lang.gettext("Ingenting å skrive: alt står slik fra før."))
        return
    if write:
        try:
            kept = {memory[0]: memory[2]} if memory else {}
            apply(system.root, work.changes() | kept, work.was() | ({memory[0]: memory[1]} if memory else {}))
        except EditError as error:
            raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None
        number = len(work.changes())
        _say(lang.ngettext("Skrev {n} fil i plans/.", "Skrev {n} filer i plans/.", number))
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
            + coming_findings(found, lang, _titles(future))
        )
    _say(lang.gettext("Ingenting er skrevet. Kjør kommandoen igjen med --yes for å skrive filene."))


def _plan_of_work(system: System, lang: Language) -> None:
    """Tell what is to be done with all that the plan system now holds, and where that is told later."""
    from planlint.ahead import make_todo
    from planlint.check import Request, diagnostics
    from planlint.cli.opening import register_of
    from planlint.output import todo_as_text

    register = register_of(system)
    _say("\n" + todo_as_text(make_todo(diagnostics(system, Request(register.today)), register), lang))
    _say(lang.gettext("Listen får du igjen med `planlint todo`. `planlint build` lager nettstedet."))


def _order(given: Given, register: Register) -> ImportOrder:
    """Give what is asked for. Stops where an option cannot be read, or names what is not declared."""
    from planlint.imports import Choices, ImportOrder, RowOrigin

    types, same = _pairs("--type", given["types"], "Kommunedelplaner=kommunedelplan"), _matches(given)
    source, declare = given["source"], given["declare"]
    _declared(register, source, types, declare=declare)
    if declare and not source:
        source = slug(given["file"].stem) or "tabell"
    chosen = Choices(same, frozenset(given["news"]), frozenset(given["skips"]))
    return ImportOrder(
        RowOrigin(source or "", given["place"]), chosen, types, given["sheets"], given["clear"],
        columns=_fields(given["columns"]), groups=_pairs("--group", given["groups"], "Helse=ansvarlig"),
        rows=_one_of("--row", given["rows"], ("plan", "oppgave", "ikke")),
        decisions=_one_of("--decision", given["decisions"], _choices()),
        gone=_pairs("--gone", given["gone"], "ID=utgått"), planstrategi=given["planstrategi"], declare=declare,
    )  # fmt: skip


def _matches(given: Given) -> dict[str, str]:
    return _pairs("--match", given["matches"], "TITTEL=ID")


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
        return _read(said["file"], system, register, _order(said, register))

    result = asking.go(read) if asking else read(given)
    given = asking.given if asking else given
    _say(result_rows(result, language, names_of(system, system), _typed()))
    source = _order(given, register).opphav.kilde
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
        _say(language.gettext("Det samme uten spørsmål:") + f"\n  {asking.script(given['file'])}")
        write = write or asking.is_to_be_written()
    _finish(system, register, result, language, write=write)


@click.command("import", cls=EditCommand)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Skriv filene. Uten: vis bare hva som ville blitt gjort.")
@click.option("--dry-run", is_flag=True, help="Vis hva som ville blitt gjort, også sammen med --yes.")
@click.option("--source", metavar="ID", help="Kilden opplysningene er fra: en id under `kilder` i plansystem.yaml.")
@click.option("--place", metavar="TEKST", default="", help="Stedet i kilden, for eksempel «kap. 10».")
@click.option(
    "--type", "types", metavar="TEKST=ID", multiple=True, help="Plantypen som en tekst eller overskrift betyr."
)
@click.option("--match", "matches", metavar="TITTEL=ID", multiple=True, help="Raden gjelder denne planen.")
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
