"""`planlint todo`: what the check finds, as a plan of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.cli.reporting import report_command

if TYPE_CHECKING:
    from planlint.cli.reporting import Question


@click.command("todo")
@report_command()
def command(question: Question) -> None:
    """Vis det som bør gjøres, samlet etter hva det er: det viktigste først, med kommandoen som retter det.

    Tallene er de samme som i `planlint check`. Til slutt står kommandoen som fører resten som kjente avvik, hvert med
    en siste dag.
    """
    from planlint.ahead import make_todo
    from planlint.check import Request, diagnostics
    from planlint.cli.opening import judgeable_register
    from planlint.output import todo_as_json, todo_as_markdown, todo_as_text

    judgeable_register(question.system)
    found, lang = diagnostics(question.system, Request(question.today)), question.language
    todo = make_todo(found, question.system)
    question.answer(
        text=lambda: todo_as_text(todo, lang),
        markdown=lambda: todo_as_markdown(todo, lang),
        json=lambda: todo_as_json(todo, lang),
    )
