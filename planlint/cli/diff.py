"""`planlint diff BASE [HEAD]`: what a change does to the plan system. Exit code 0 whenever it could be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.cli.common import (
    Stopp,
    date_option,
    lang_option,
    root_option,
    the_day,
    the_language,
    the_root,
    use_color,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.change.diff_model import Diff
    from planlint.system.system import System


def _revision(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - click's signature
    """Refuse what git would read as an option, and what is no name at all."""
    if value is not None and (not value.strip() or value.startswith("-")):
        message = f"«{value}» er ikke navnet på en versjon. Skriv en gren, et merke eller en innsjekking."
        raise click.BadParameter(message)
    return value


def _compare(root: Path, base: str, head: str, today: date) -> tuple[Diff, System]:
    from planlint.change.diff import Asked  # noqa: PLC0415 - start-up time is a feature
    from planlint.change.git import GitError  # noqa: PLC0415 - as above
    from planlint.change.revision import pair  # noqa: PLC0415 - as above
    from planlint.check.judged_change import judged  # noqa: PLC0415 - as above
    from planlint.system.system import UsageError  # noqa: PLC0415 - as above

    try:
        both = pair(root, base, head, today)
    except GitError as error:
        message = f"Kan ikke sammenligne: {error}"
        raise Stopp(message) from None
    except UsageError as error:
        raise Stopp(str(error)) from None
    return judged(both, Asked(base, head), today), both.after


@click.command("diff")
@click.argument("base", metavar="FRA", callback=_revision)
@click.argument("head", metavar="[TIL]", required=False, callback=_revision)
@click.option("--output", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="Formatet.")
@date_option
@root_option
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Farger i teksten.")
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    base: str, head: str | None, form: str, day: date | None, root: Path | None, color: str, lang: str | None
) -> None:
    """Vis hva som er endret i plansystemet mellom to versjoner i git, og hva det fører til.

    FRA og TIL er en gren, et merke eller en innsjekking. Uten TIL gjelder det filene slik de ligger på disken.
    Endringen regnes fra der den begynte, så det som senere er kommet til i FRA, er ikke med.

    Sluttkoder: 0 når versjonene er sammenlignet, endret eller ikke, 2 når de ikke kan sammenlignes.
    """
    from planlint.output.diff import render_markdown, render_text  # noqa: PLC0415 - as above
    from planlint.output.diff_json import render_json  # noqa: PLC0415 - as above

    found = the_root(root)
    result, system = _compare(found, base, head or "", the_day(day))
    spoken = the_language(lang, system)
    if form == "json":
        text = render_json(result, spoken, str(found))
    elif form == "markdown":
        text = render_markdown(result, spoken)
    else:
        text = render_text(result, spoken, color=use_color(color))
    click.echo(text, nl=False, color=True)
