"""`planlint avvik add|list|prune`: accept today's findings with a reason; see them; clear away what is mended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from planlint.base import N_, NN_, Message
from planlint.cli.common import CommandStop, Day, system_options, the_day, the_root
from planlint.cli.editing import EditCommand, clean, diff_option, difference
from planlint.cli.opening import checked, judgeable_register
from planlint.cli.reporting import Question, report_command
from planlint.cli.scope import paths_argument, paths_in, select_option
from planlint.cli.told import WrongValue, tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planlint.base import Diagnostic, Place
    from planlint.check import Checked, Report, Request
    from planlint.edit import Workspace
    from planlint.system import System

_ABOUT_EXCEPTIONS = "PL9"
"""Findings about the list itself are mended, never listed."""
Days = tuple[date, date]


class OneDayOrSpan(click.ParamType[Days]):
    """A last day, or two days with `..` between them: the last days are then spread over the months between."""

    name = "dato"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Days:
        """Read the day or the two days, or say how they should be written."""
        if isinstance(value, tuple):
            return value
        first, dots, last = str(value).partition("..")
        days = [Day().convert(part.strip(), param, ctx) for part in ((first, last) if dots else (first, first))]
        if days[0] > days[1]:
            raise WrongValue(N_("{fra} kommer etter {til}. Skriv den første dagen først."), fra=days[0], til=days[1])
        return days[0], days[1]


@click.group("avvik")
def command() -> None:
    """Godta funn som kjente avvik (plans/avvik/), se dem, eller rydd bort det som er rettet."""


def _checked(root: Path, request: Request) -> Checked:
    """Check a plan system whose list can be changed; stop where plansystem.yaml or a known finding is faulty."""
    from planlint.check import is_declared_fault

    found = checked(root, request)
    judgeable_register(found.system)
    declared = (item.diagnostic for item in found.report.findings)
    if any(is_declared_fault(item.code, item.finding, item.severity) for item in declared):
        raise CommandStop(N_("plansystem.yaml eller et kjent avvik har feil. Kjør `planlint check` og rett det først."))
    return found


def _acceptable(report: Report) -> Sequence[Diagnostic]:
    found = [item.diagnostic for item in report.findings]
    kept = [diagnostic for diagnostic in found if not diagnostic.code.startswith(_ABOUT_EXCEPTIONS)]
    return sorted(kept, key=lambda item: (item.code, item.entity, item.fingerprint))


def _stale(report: Report) -> list[Place]:
    """Give the places of the known findings that nothing matches."""
    found = [item.diagnostic.finding for item in report.findings if item.diagnostic.code == "PL905"]
    return [place for item in found for place in (item.place, *(other.place for other in item.related))]


def _ends(system: System, number: int, until: Days | None, today: date, *, same_day: bool) -> list[date | None]:
    """Give the last day of each; stop where so many would end on one day that nobody could go through them."""
    from planlint.edit import accepted_until, spread, too_many

    if until is None:
        return [None] * number
    first, last = until
    if last < today:
        raise CommandStop(N_("Siste dag ({dag}) er passert, så ingenting ville vært godtatt."), dag=last)
    taken = accepted_until(system.loaded)
    if first < last:
        return [*spread(number, max(first, today), last, taken)]
    all_ = too_many(number, last, taken)
    if all_ and not same_day:
        hint = Message.of_text(
            N_("Fordel dem på månedene fram til da med `--until {fra}..{til}`, eller skriv --same-day."),
            fra=max(today, last.replace(year=last.year - 1, day=1)).isoformat(),
            til=last.isoformat(),
        )
        raise CommandStop(
            N_("Da ville {n} kjente avvik gå ut samme dag ({dag}), og telle som nye dagen etter."),
            hint,
            n=all_,
            dag=last,
        )
    return [last] * number


def _write(work: Workspace, *, diff: bool) -> None:
    """Write all that is changed, or show it."""
    from planlint.edit import apply

    changes = work.changes()
    if diff:
        rows = [row for path, raw in sorted(changes.items()) for row in difference(path, work.was()[path], raw)]
        click.echo(clean("\n".join(rows)))
        return
    apply(work.system.root, changes, work.was())


@command.command("add", cls=EditCommand)
@paths_argument
@click.option("--reason", required=True, help="Hvorfor funnene er kjente avvik. Må være sann for hvert av dem.")
@click.option(
    "--until",
    type=OneDayOrSpan(),
    help="Siste dag de er godtatt (år-måned-dag), eller to dager med .. imellom: da blir de fordelt på månedene.",
)
@click.option("--same-day", is_flag=True, help="La mange gå ut samme dag.")
@select_option
@diff_option
@system_options
def add_command(  # noqa: PLR0913 - one argument per option
    paths: tuple[Path, ...],
    reason: str,
    until: Days | None,
    same_day: bool,  # noqa: FBT001 - click passes it by name
    select: tuple[str, ...],
    diff: bool,  # noqa: FBT001 - as above
    day: date | None,
    root: Path | None,
) -> None:
    """Legg dagens funn inn som kjente avvik, med en grunn. Med STI: bare funn i de filene og mappene.

    Hvert avvik får en fil i plans/avvik/. Der kan du også gi det sin egen grunn, og skrive hva kildene sier.
    """
    from planlint.check import Request
    from planlint.edit import Acceptance, EditError, Workspace, add
    from planlint.model import is_name

    if not is_name(reason):
        raise CommandStop(N_("Grunnen må skrives med ord eller tall."))
    found, today = the_root(root), the_day(day)
    system, report = _checked(found, Request(today, select, only=paths_in(paths, found)))
    chosen = _acceptable(report)
    if not chosen:
        tell(N_("Ingen nye funn å legge til."))
        return
    ends = _ends(system, len(chosen), until, today, same_day=same_day)
    work = Workspace(system)
    try:
        add(work, chosen, Acceptance(reason.strip(), today, ends))
        _write(work, diff=diff)
    except EditError as error:
        raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None
    if not diff:
        tell(NN_("{n} funn lagt til i plans/avvik/.", "{n} funn lagt til i plans/avvik/."), n=len(chosen))


@command.command("prune", cls=EditCommand)
@diff_option
@system_options
def prune_command(diff: bool, day: date | None, root: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """Ta bort avvik som ikke finnes lenger."""
    from planlint.check import Request, is_whole
    from planlint.edit import EditError, Workspace, prune

    found, today = the_root(root), the_day(day)
    system, report = _checked(found, Request(today))
    if not is_whole(system):
        raise CommandStop(
            N_("Noen filer har feil, så ingen kan si hva som er rettet. Kjør `planlint check` og rett dem først.")
        )
    work = Workspace(system)
    try:
        number = prune(work, _stale(report))
        if number:
            _write(work, diff=diff)
    except EditError as error:
        raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None
    if not number:
        tell(N_("Ingen avvik å ta bort."))
    elif not diff:
        tell(NN_("{n} avvik tatt bort fra plans/avvik/.", "{n} avvik tatt bort fra plans/avvik/."), n=number)


@command.command("list")
@report_command()
def list_command(question: Question) -> None:
    """Vis alle kjente avvik: regel for regel, med grunn, siste dag og det kildene sier."""
    from planlint.output import avvik_as_json, avvik_as_markdown, avvik_as_text

    system, lang = question.system, question.language
    judgeable_register(system)
    question.answer(
        text=lambda: avvik_as_text(system, lang),
        markdown=lambda: avvik_as_markdown(system, lang),
        json=lambda: avvik_as_json(system, question.today),
    )
