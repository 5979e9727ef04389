"""`planlint new KIND --title …`: the file of a new plan, goal or other thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import N_, Message
from planlint.cli.common import CommandStop, LateChoice
from planlint.cli.editing import EditCommand, edit, edit_options, open_for_edit
from planlint.cli.placeholders import refuse_placeholders

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def _kinds() -> list[str]:
    """Give the kinds as people call them, and «maal» for a keyboard without å."""
    from planlint.model import KIND_NAMES, KINDS

    return [*(str(KIND_NAMES[kind]) for kind in KINDS), "maal"]


@click.command("new", cls=EditCommand)
@click.argument("kind", metavar="SLAG", type=LateChoice(_kinds))
@click.option("--title", required=True, help="Tittelen. Id-en og filnavnet lages av den.")
@click.option("--type", "type_", help="Plantypen eller måltypen, slik den heter i plansystem.yaml.")
@click.option("--id", "id_", default="", help="En annen id enn den tittelen gir.")
@click.argument("words", metavar="[FELT=VERDI]...", nargs=-1)
@edit_options
def command(  # noqa: PLR0913 - one argument per option
    kind: str,
    title: str,
    type_: str | None,
    id_: str,
    words: tuple[str, ...],
    diff: bool,  # noqa: FBT001 - click passes it by name
    day: date | None,
    root: Path | None,
) -> None:
    """Lag filen til en ny plan, et mål, en indikator, et tiltak, en utfordring, en planstrategi eller et innspill.

    \b
    planlint new plan --title "Klimaplan 2030" --type temaplan periode.til=2030

    Filen legges der de andre av samme type ligger, med det som kan fylles ut. FELT=VERDI er som i `planlint set`.
    """  # noqa: D301 - \b is click's
    from planlint.edit import Assignment, Wish, new_entity, read
    from planlint.system import UsageError

    if not title.strip():
        raise CommandStop(N_("Tittelen kan ikke være tom."))
    refuse_placeholders((title, *(word.partition("=")[2] for word in words)))
    try:
        assignments = [*([Assignment("type", "=", type_)] if type_ else []), *map(read, words)]
    except UsageError as error:
        raise CommandStop(error.melding) from None
    system, register = open_for_edit(root, day)
    wish = Wish("maal" if kind == "mål" else kind, title.strip(), id_, assignments)
    hint = Message.of_text(N_("Skriv det som mangler etter tittelen, som `FELT=VERDI`."))
    edit(system, lambda work: new_entity(work, register, wish), diff=diff, hint=hint)
