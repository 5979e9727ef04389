"""`planlint explain CODE`: a rule's page."""

from __future__ import annotations

import click

from planlint.base import N_, Message, did_you_mean
from planlint.cli.common import CommandStop, the_language
from planlint.cli.reporting import Question, json_text, report_command


@click.command("explain")
@click.argument("code", metavar="KODE")
@report_command(of_plans=False)
def command(question: Question, code: str) -> None:
    """Forklar en regel: krav, hvorfor, kilde, eksempler og hvordan du retter."""
    from planlint.base import nearest
    from planlint.output import page, page_markdown, page_text
    from planlint.rules import RULES

    by_name = {rule.name: rule.code for rule in RULES.values()}
    wanted = by_name.get(code.lower(), code.upper())
    if wanted not in RULES:
        suggestion = nearest(code.lower(), by_name)
        every = Message.of_text(N_("`planlint rules` viser alle."))
        raise CommandStop(N_("Det finnes ingen regel {kode}."), did_you_mean(suggestion), every, kode=code)
    lang = the_language(question.lang)
    data = page(RULES[wanted], lang)
    question.answer(
        text=lambda: page_text(data, lang), markdown=lambda: page_markdown(data, lang), json=lambda: json_text(data)
    )
