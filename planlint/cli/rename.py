"""`planlint rename OLD NEW`: a new id, in the file's name and everywhere it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.cli.editing import EditCommand, edit, edit_options, open_for_edit
from planlint.cli.opening import entity

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("rename", cls=EditCommand)
@click.argument("old", metavar="GAMMEL")
@click.argument("new", metavar="NY")
@edit_options
def command(old: str, new: str, diff: bool, day: date | None, root: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """Gi en plan, et mål eller noe annet ny id.

    Filen får nytt navn, alle som viser til den, viser til det nye, og det gamle står igjen som `tidligere_id`. Kjente
    avvik og bekreftede forankringer gjelder fortsatt. Har to slags ting samme id, skriv slaget foran: `plan/ID`.
    """
    from planlint.edit import Rename

    system, register = open_for_edit(root, day)
    renamed = Rename(entity(system, old), new.rpartition("/")[2])
    edit(system, lambda work: renamed.make(work, register), diff=diff)
