"""`planlint coverage`: which goals are followed up, and which plans reach them; a limit for CI."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planlint.cli.common import (
    Stopp,
    date_option,
    lang_option,
    open_or_stop,
    root_option,
    the_day,
    the_language,
    the_root,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.register.andel import Andel


def _before(root: Path, rev: str, today: date) -> Andel:
    """Give the share of goals followed up at a revision, judged as of the same day."""
    from planlint.change.git import GitError  # noqa: PLC0415 - only --base needs git
    from planlint.change.revision import system_at  # noqa: PLC0415 - as above
    from planlint.register.dekning import dekning  # noqa: PLC0415 - as above

    try:
        register = system_at(root, rev, today).register
    except GitError as error:
        message = f"Kan ikke sammenligne med {rev}: {error}"
        raise Stopp(message) from None
    if register is None:
        message = f"Kan ikke sammenligne med {rev}: plans/plansystem.yaml mangler der, eller kan ikke brukes."
        raise Stopp(message)
    return dekning(register).maal


@click.command("coverage")
@click.option(
    "--coverage-min",
    type=click.FloatRange(0, 100),
    help="Laveste prosent av målene som skal følges opp. Er det færre, blir sluttkoden 1.",
)
@click.option("--base", metavar="REV", help="En versjon i git. Er dekningen lavere enn der, blir sluttkoden 1.")
@click.option("--output", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="Formatet.")
@date_option
@root_option
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    coverage_min: float | None, base: str | None, form: str, day: date | None, root: Path | None, lang: str | None
) -> None:
    """Vis hvilke mål som blir fulgt opp, og hvilke planer som når målene i samfunnsdelen.

    Bare det som gjelder på dagen, er regnet med.
    """
    from planlint.output.coverage import render_markdown, render_text  # noqa: PLC0415 - as above
    from planlint.output.coverage_json import render_json  # noqa: PLC0415 - as above
    from planlint.register.andel import Krav  # noqa: PLC0415 - start-up time is a feature
    from planlint.register.dekning import dekning  # noqa: PLC0415 - as above

    found, today = the_root(root), the_day(day)
    system = open_or_stop(found, today)
    if system.register is None:
        message = "plansystem.yaml kan ikke brukes. Kjør planlint check og rett den først."
        raise Stopp(message)
    result = dekning(system.register)
    krav = Krav(coverage_min, base or "", _before(found, base, today) if base else None)
    if form == "json":
        click.echo(render_json(result, krav), nl=False)
    else:
        show = render_text if form == "text" else render_markdown
        click.echo(show(result, krav, the_language(lang, system)), nl=False)
    sys.exit(0 if krav.holder(result.maal) else 1)
