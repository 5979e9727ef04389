"""`planlint rules`: the whole catalogue."""

from __future__ import annotations

import click

from planlint.cli.common import the_language
from planlint.cli.reporting import Question, json_text, report_command


@click.command("rules")
@report_command(of_plans=False)
def command(question: Question) -> None:
    """Vis alle regler: kode, navn, alvor, klasse og krav."""
    from planlint.output import rules_markdown, rules_text, summary

    lang = the_language(question.lang)
    rows = summary(lang)
    question.answer(
        text=lambda: rules_text(rows), markdown=lambda: rules_markdown(rows, lang), json=lambda: json_text(rows)
    )
