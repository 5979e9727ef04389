"""`planlint upgrade`: lift files that were written in an older format; shown first, written with --yes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planlint.base import N_, Message
from planlint.cli.common import lang_option, system_options, the_day, the_language, the_root
from planlint.cli.editing import EditCommand, all_or_nothing, changed_files, clean, diff_option, findings, titles_of
from planlint.cli.opening import open_or_stop

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.edit import Lifted
    from planlint.text import Language

TO_BE_DONE = 1


@click.command("upgrade", cls=EditCommand)
@click.option("--yes", is_flag=True, help="Skriv filene. Uten: vis bare hva som ville blitt gjort.")
@diff_option
@system_options
@lang_option
def command(
    yes: bool,  # noqa: FBT001 - click passes it by name
    diff: bool,  # noqa: FBT001 - as above
    day: date | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Løft filer som er skrevet i et eldre format, til det nyeste.

    Viser først hva som blir endret, steg for steg. Ingenting blir skrevet uten --yes. Kommentarer, linjeskift og
    innrykk blir stående. Hvilket format filene er i, står som `format` i plansystem.yaml; uten det feltet er det 1.

    Sluttkoder: 0 filene er i det nyeste formatet, 1 noe kan løftes (uten --yes, eller med --diff), 2 feil bruk.
    """
    from planlint.edit import apply, lift

    place = the_root(root)
    today = the_day(day)
    system = open_or_stop(place, today)
    spoken, writing = the_language(lang, system), yes and not diff
    with all_or_nothing(spoken):
        lifted = lift(system, today)
        if writing:
            apply(system.root, lifted.work.changes(), lifted.work.was())
    click.echo(clean("\n".join(_told(lifted, spoken, diff=diff, written=writing))))
    sys.exit(TO_BE_DONE if lifted.outcome is not None and not writing else 0)


def _told(lifted: Lifted, lang: Language, *, diff: bool, written: bool) -> list[str]:
    from planlint.model import FORMAT

    if lifted.outcome is None:
        newest = N_("Filene er i format {format}, som er det nyeste. Det er ingenting å løfte.")
        return [Message.of_text(newest, format=FORMAT).in_language(lang)]
    head = N_("Fra format {fra} til format {til}:")
    rows = [Message.of_text(head, fra=lifted.before, til=FORMAT).in_language(lang)]
    for step, notes in lifted.steps:
        rows += [f"- {lang.gettext(step.what)}", *(f"    {note.in_language(lang)}" for note in notes)]
    rows += ["", *changed_files(lifted.work, lang, diff=True)] if diff else []
    rows += findings(lifted.outcome, lang, lambda: titles_of(lifted.work.after()))
    done = N_("Skrevet.") if written else N_("Ingenting er skrevet. Kjør `planlint upgrade --yes` for å skrive.")
    return [*rows, "", lang.gettext(done)]
