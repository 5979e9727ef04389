"""`planlint explain CODE`: a rule's page."""

from __future__ import annotations

import click

from planlint.base.diagnostic import N_
from planlint.base.trouble import Melding, mente
from planlint.cli.common import Stopp, the_language
from planlint.cli.reporting import Question, json_text, report_command


@click.command("explain")
@click.argument("code", metavar="KODE")
@report_command(of_plans=False)
def command(question: Question, code: str) -> None:
    """Forklar en regel: krav, hvorfor, kilde, eksempler og hvordan du retter."""
    from planlint.base.suggest import nearest  # noqa: PLC0415 - as above
    from planlint.output.explain import page_markdown, page_text  # noqa: PLC0415 - as above
    from planlint.output.explanation import page  # noqa: PLC0415 - start-up time is a feature
    from planlint.rules import RULES  # noqa: PLC0415 - as above

    by_name = {rule.name: rule.code for rule in RULES.values()}
    wanted = by_name.get(code.lower(), code.upper())
    if wanted not in RULES:
        suggestion = nearest(code.lower(), by_name)
        every = Melding.av(N_("`planlint rules` viser alle."))
        raise Stopp(N_("Det finnes ingen regel {kode}."), mente(suggestion), every, kode=code)
    lang = the_language(question.lang)
    data = page(RULES[wanted], lang)
    question.answer(
        text=lambda: page_text(data, lang), markdown=lambda: page_markdown(data, lang), json=lambda: json_text(data)
    )
