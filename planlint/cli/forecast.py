"""`planlint forecast --until DATE`: what comes, quarter by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.cli.common import (
    Day,
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


@click.command("forecast")
@click.option("--until", type=Day(), help="Siste dag (år-måned-dag). Ellers: ett år fram.")
@click.option("--output", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="Formatet.")
@date_option
@root_option
@lang_option
def command(until: date | None, form: str, day: date | None, root: Path | None, lang: str | None) -> None:
    """Vis kvartal for kvartal det som forfaller, og hvilke funn som begynner hvis ingenting blir gjort."""
    from planlint.ahead.forecast import forecast  # noqa: PLC0415 - as above
    from planlint.base.days import add_years  # noqa: PLC0415 - as above
    from planlint.check.run import diagnostics  # noqa: PLC0415 - start-up time is a feature
    from planlint.output.forecast import render_markdown, render_text  # noqa: PLC0415 - as above
    from planlint.output.forecast_json import render_json  # noqa: PLC0415 - as above

    today = the_day(day)
    until = until or add_years(today, 1)
    if until < today:
        message = f"--until {until} er før {today}. Velg en senere dag."
        raise Stopp(message)
    system = open_or_stop(the_root(root), today)
    if system.register is None:
        message = "plansystem.yaml kan ikke brukes. Kjør planlint check og rett den først."
        raise Stopp(message)
    found = forecast(system.register, until, lambda when, codes: diagnostics(system, when, codes))
    spoken = the_language(lang, system)
    if form == "json":
        click.echo(render_json(found, spoken, str(system.root)), nl=False)
    else:
        click.echo((render_text if form == "text" else render_markdown)(found, spoken), nl=False)
