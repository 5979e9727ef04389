"""`planlint forecast --until DATE`: what comes, quarter by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.common import CommandStop, Day
from planlint.cli.reporting import Question, report_command

if TYPE_CHECKING:
    from datetime import date


@click.command("forecast")
@click.option("--until", type=Day(), help="Siste dag (år-måned-dag). Ellers: ett år fram.")
@report_command()
def command(question: Question, until: date | None) -> None:
    """Vis kvartal for kvartal det som forfaller, og hvilke funn som begynner hvis ingenting blir gjort."""
    from planlint.ahead import make_forecast
    from planlint.base import add_years
    from planlint.check import Request, diagnostics
    from planlint.output import forecast_as_json, forecast_as_markdown, forecast_as_text

    today = question.today
    until = until or add_years(today, 1)
    if until < today:
        raise CommandStop(
            N_("--until {til} er før {dag}. Velg en senere dag."), til=until.isoformat(), dag=today.isoformat()
        )
    system, lang = question.system, question.language
    found = make_forecast(question.register, until, lambda when, codes: diagnostics(system, Request(when, codes)))
    question.answer(
        text=lambda: forecast_as_text(found, lang),
        markdown=lambda: forecast_as_markdown(found, lang),
        json=lambda: forecast_as_json(found, lang, str(system.root)),
    )
