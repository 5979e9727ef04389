"""`planlint explain CODE`: a rule's page."""

from __future__ import annotations

import json

import click

from planlint.cli.common import Stopp, lang_option, the_language


@click.command("explain")
@click.argument("code", metavar="KODE")
@click.option("--output", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="Formatet.")
@lang_option
def command(code: str, form: str, lang: str | None) -> None:
    """Forklar en regel: krav, hvorfor, kilde, eksempler og hvordan du retter."""
    from planlint.base.suggest import nearest  # noqa: PLC0415 - as above
    from planlint.output.explain import page_markdown, page_text  # noqa: PLC0415 - as above
    from planlint.output.explanation import page  # noqa: PLC0415 - start-up time is a feature
    from planlint.rules import RULES  # noqa: PLC0415 - as above

    by_name = {rule.name: rule.code for rule in RULES.values()}
    wanted = by_name.get(code.lower(), code.upper())
    if wanted not in RULES:
        suggestion = nearest(code.lower(), by_name)
        ask = f" Mente du {suggestion}?" if suggestion else ""
        message = f"Det finnes ingen regel {code}.{ask} planlint rules viser alle."
        raise Stopp(message)
    spoken = the_language(lang)
    data = page(RULES[wanted], spoken)
    if form == "json":
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo(page_text(data, spoken) if form == "text" else page_markdown(data, spoken), nl=False)
