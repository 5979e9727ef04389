"""`planlint omforanke FRA TIL`: move anchors from the goals of a replaced plan to those that continue them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.common import CommandStop, lang_option, the_language
from planlint.cli.editing import EditCommand, edit, edit_options, open_for_edit
from planlint.cli.opening import plan, stop_at_unread
from planlint.cli.told import WrongValue, tell

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_ORDER = N_("{navn} er ingen plan. Skriv den gamle planen først og den nye etterpå.")


def _choices(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:  # noqa: ARG001 - click's signature
    """Read GAMMELT=NYTT; one goal cannot go two ways."""
    chosen: dict[str, str] = {}
    for value in values:
        old, _, new = (part.strip().removeprefix("maal/") for part in value.partition("="))
        if not old or not new:
            raise WrongValue(N_("skriv `GAMMELT=NYTT`, med id-en til begge målene, og ikke «{verdi}»."), verdi=value)
        if chosen.setdefault(old, new) != new:
            raise WrongValue(N_("{gammel} kan ikke bli både {valgt} og {ny}."), gammel=old, valgt=chosen[old], ny=new)
    return chosen


@click.command("omforanke", cls=EditCommand)
@click.argument("old", metavar="FRA-PLAN")
@click.argument("new", metavar="TIL-PLAN")
@click.option(
    "--velg", "chosen", multiple=True, metavar="GAMMELT=NYTT", callback=_choices,
    help="Målet som skal ta over for et som flere eller ingen fører videre. Kan gjentas.",
)  # fmt: skip
@click.option("--bare-planer", "only_plans", is_flag=True, help="La mål, tiltak, indikatorer og utfordringer stå.")
@edit_options
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    old: str,
    new: str,
    chosen: dict[str, str],
    only_plans: bool,  # noqa: FBT001 - click passes it by name
    diff: bool,  # noqa: FBT001 - as above
    day: date | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Flytt forankringer fra målene i en erstattet plan til målene som fører dem videre.

    Målene i TIL-PLAN sier selv hva de fører videre (`viderefører`), også gjennom flere samfunnsdeler. Det gjelder
    planer i kraft og under arbeid, mål under de gamle målene, tiltak som ikke er ferdige, indikatorer og utfordringer.
    Forankringen beholder `merknad` og `sitat`, men må bekreftes på nytt.
    """
    from planlint.edit import move_overview, move_references
    from planlint.output import no_commands, omforanke_as_text
    from planlint.system import UsageError

    system, register = open_for_edit(root, day)
    fra, til = plan(system, old, _ORDER), plan(system, new, _ORDER)
    stop_at_unread(system, "maal", [*chosen, *chosen.values()])
    try:
        found = move_overview(register, fra, til, chosen, bare_planer=only_plans)
    except UsageError as error:
        raise CommandStop(error.melding) from None
    click.echo(no_commands("\n".join(omforanke_as_text(found, the_language(lang, system)))))
    if any(item.is_done for item in found.flyttinger):
        edit(system, lambda work: move_references(work, found), diff=diff)
    else:
        tell(N_("Ingen filer er endret."))
