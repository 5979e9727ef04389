"""`planlint rules`: the whole catalogue."""

from __future__ import annotations

import json

import click

from planlint.cli.common import lang_option, the_language


@click.command("rules")
@click.option("--output", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="Formatet.")
@lang_option
def command(form: str, lang: str | None) -> None:
    """Vis alle regler: kode, navn, alvor, klasse og krav."""
    from planlint.output.explain import rules_markdown, rules_text  # noqa: PLC0415 - as above
    from planlint.output.explanation import summary  # noqa: PLC0415 - start-up time is a feature

    spoken = the_language(lang)
    rows = summary(spoken)
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(rules_text(rows) if form == "text" else rules_markdown(rows, spoken), nl=False)
