"""`planlint vedta ID --dato … --sak …`: register a decision, with the status that follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.common import CommandStop, Day, LateChoice
from planlint.cli.editing import EditCommand, edit, edit_options, open_for_edit
from planlint.cli.opening import entity
from planlint.cli.placeholders import refuse_placeholders

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def _decisions() -> tuple[str, ...]:
    from planlint.model import VEDTA_CHOICES

    return VEDTA_CHOICES


@click.command("vedta", cls=EditCommand)
@click.argument("name", metavar="ID")
@click.option("--dato", type=Day(), required=True, help="Dagen vedtaket ble fattet (år-måned-dag).")
@click.option("--organ", default="", help="Hvem som vedtok. Ellers: det ene organet som vedtar plantypen.")
@click.option("--sak", required=True, help="Saksnummeret, for eksempel 19/18.")
@click.option(
    "--hva",
    type=LateChoice(_decisions),
    help="Hva som ble vedtatt. Ellers: `vedtatt`, eller `til_orientering` for kunnskapsgrunnlag.",
)
@click.option("--status", default="", help="Statusen planen får. Ellers: den som følger av vedtaket.")
@edit_options
def command(  # noqa: PLR0913 - one argument per option
    name: str,
    dato: date,
    organ: str,
    sak: str,
    hva: str | None,
    status: str,
    diff: bool,  # noqa: FBT001 - click passes it by name
    day: date | None,
    root: Path | None,
) -> None:
    """Registrer et vedtak om en plan eller en planstrategi.

    Skriver hendelsen og den nye statusen sammen. Planer som står under `erstatter`, blir erstattet i samme endring.
    Utkast til mål i planen blir mål, unntatt dem der `blir` sier noe annet.
    """
    from planlint.edit import Decision, record_vedtak

    if not sak.strip():
        raise CommandStop(N_("Saksnummeret kan ikke være tomt."))
    refuse_placeholders((sak,))
    system, register = open_for_edit(root, day)
    decided = entity(system, name)
    vedtak = Decision(dato, sak.strip(), organ, hva or "", status)
    edit(system, lambda work: record_vedtak(work, register, decided, vedtak), diff=diff)
