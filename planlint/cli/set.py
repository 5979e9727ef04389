"""`planlint set ID key=value …`: change what a file says about something, and leave the rest of the file alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.cli.editing import EditCommand, edit, edit_options, open_for_edit
from planlint.cli.opening import place_of
from planlint.cli.placeholders import refuse_placeholders

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.edit import Workspace

_OWN = {"plansystem": "plans/plansystem.yaml"}


@click.command("set", cls=EditCommand)
@click.argument("name", metavar="ID")
@click.argument("words", metavar="FELT=VERDI...", nargs=-1, required=True)
@edit_options
def command(name: str, words: tuple[str, ...], diff: bool, day: date | None, root: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """Endre opplysninger i én fil, og la resten av filen stå.

    \b
    planlint set klimastrategi-2030 periode.til=2032
    planlint set klimastrategi-2030 forankring+=2021-3-klima tema-=miljø
    planlint set klimastrategi-2030 hendelser.1.sak=19/18
    planlint set klimastrategi-2030 merknad=

    FELT=VERDI skriver verdien, FELT= tar feltet bort. += legger til i en liste, -= tar bort derfra. For alle tre står
    det komma mellom verdiene i en liste, og anførselstegn rundt en verdi som selv har komma. Unntak i filen følger det
    de står ved. Har to slags ting samme id, skriv slaget foran: `plan/ID`. ID kan også være `plansystem`.
    """  # noqa: D301 - \b is click's
    from planlint.edit import carry_out, read

    refuse_placeholders(word.partition("=")[2] for word in words)
    system, register = open_for_edit(root, day)
    path, kind = (_OWN[name], name) if name in _OWN else place_of(system, name)

    def make(work: Workspace) -> None:
        document = work.open(path, kind)
        for assignment in [read(word) for word in words]:
            if told := carry_out(document, kind, assignment, register):
                work.notes.append(told)

    edit(system, make, diff=diff)
