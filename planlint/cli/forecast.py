"""`planlint forecast --until DATE`: what comes, quarter by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base.marks import N_
from planlint.cli.common import Day, Stopp
from planlint.cli.reporting import Question, report_command

if TYPE_CHECKING:
    from datetime import date


@click.command("forecast")
@click.option("--until", type=Day(), help="Siste dag (år-måned-dag). Ellers: ett år fram.")
@report_command()
def command(question: Question, until: date | None) -> None:
    """Vis kvartal for kvartal det som forfaller, og hvilke funn som begynner hvis ingenting blir gjort."""
    from planlint.ahead.forecast import forecast  # noqa: PLC0415 - as above
    from planlint.base.days import add_years  # noqa: PLC0415 - as above
    from planlint.check.request import Request  # noqa: PLC0415 - as above
    from planlint.check.run import diagnostics  # noqa: PLC0415 - start-up time is a feature
    from planlint.output.forecast import render_markdown, render_text  # noqa: PLC0415 - as above
    from planlint.output.forecast_json import render_json  # noqa: PLC0415 - as above

    today = question.today
    until = until or add_years(today, 1)
    if until < today:
        raise Stopp(N_("--until {til} er før {dag}. Velg en senere dag."), til=until.isoformat(), dag=today.isoformat())
    system, lang = question.system, question.language
    found = forecast(question.register, until, lambda when, codes: diagnostics(system, Request(when, codes)))
    question.answer(
        text=lambda: render_text(found, lang),
        markdown=lambda: render_markdown(found, lang),
        json=lambda: render_json(found, lang, str(system.root)),
    )
