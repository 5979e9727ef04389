"""`planlint fix`: mend what can be mended without asking anybody; with --unsafe the guesses too."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.common import CommandStop, lang_option, system_options, the_day, the_language, the_root
from planlint.cli.editing import EditCommand, clean, diff_option, difference, findings, recovered, titles_of
from planlint.cli.opening import open_or_stop
from planlint.cli.scope import paths_argument, paths_in
from planlint.cli.told import WrongValue

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.fixes import Repaired
    from planlint.system import System


def _codes(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    """Split «PL4,form», and refuse codes that begin no rule, and rules of which nothing can be mended."""
    from planlint.fixes import FIXES, FORM

    words = [word.strip() for value in values for word in value.split(",") if word.strip()]
    codes = tuple(FORM if word.lower() == FORM else word.upper() for word in words)
    for code in codes:
        if not any(known.startswith(code) for known in (*FIXES, FORM)):
            raise WrongValue(
                N_("planlint kan ikke rette noe for {kode}. Velg blant `{koder}`."),
                kode=code,
                koder=", ".join((*FIXES, FORM)),
            )
    return codes


@click.command("fix", cls=EditCommand)
@paths_argument
@click.option("--unsafe", is_flag=True, help="Rett også det som er gjetning. Les endringen etterpå.")
@diff_option
@click.option("--select", multiple=True, callback=_codes, help="Bare disse reglene (PL402 eller PL4), eller form.")
@click.option("--ignore", multiple=True, callback=_codes, help="Alt unntatt disse reglene, eller form.")
@system_options
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    paths: tuple[Path, ...],
    unsafe: bool,  # noqa: FBT001 - click passes it by name
    diff: bool,  # noqa: FBT001 - as above
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    day: date | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Rett det som kan rettes uten å spørre noen.

    En rettelse er trygg når den ikke endrer hva filen betyr, eller når meningen er sikker. Andre er gjetning, og blir
    bare gjort med --unsafe. `planlint explain KODE` sier hva som kan rettes. «form» er rekkefølgen på feltene, og
    mellomrom og linjeskift på slutten. Med STI rettes bare funn i de filene og mappene. Kjente avvik og unntak blir
    stående.

    Sluttkoder: 0 ingenting mer å rette, 1 mer kan rettes (med --unsafe, eller uten --diff), 2 feil bruk.
    """
    from planlint.fixes import FixRequest, repair
    from planlint.output import fix_as_text

    place = the_root(root, paths[0] if paths and paths[0].exists() else None)
    recovered(place)  # it may be another place than --root or the folder we stand in says
    system = open_or_stop(place, the_day(day))
    repaired = repair(system, the_day(day), FixRequest(select, ignore, paths_in(paths, place), unsafe))
    if not diff:
        _write(system, repaired)
    rows = _shown(repaired) if diff else []
    spoken = the_language(lang, system)
    rows += fix_as_text(repaired, spoken, written=not diff)
    rows += findings(repaired.change, spoken, lambda: titles_of(repaired.after.system)) if repaired.made else []
    click.echo(clean("\n".join(rows)))
    sys.exit(int(bool(repaired.left or (diff and repaired.changes))))


def _shown(repaired: Repaired) -> list[str]:
    was = repaired.was
    return [row for path, raw in sorted(repaired.changes.items()) for row in difference(path, was[path], raw)]


def _write(system: System, repaired: Repaired) -> None:
    from planlint.edit import EditError, apply

    try:
        apply(system.root, repaired.changes, repaired.was)
    except EditError as error:
        raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None
