"""`planlint list KIND`: a filtered table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from planlint.cli.common import (
    LateChoice,
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


def _kinds() -> list[str]:
    """Give the kinds as the folders name them, and «mål» as people write it."""
    from planlint.model.slag import FOLDERS  # noqa: PLC0415 - start-up time is a feature

    return [*FOLDERS.values(), "mål"]


def _where(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, str]]:  # noqa: ARG001 - click's signature
    pairs = []
    for value in values:
        key, equals, wanted = value.partition("=")
        if not equals:
            message = f"«{value}» er ikke på formen felt=verdi, for eksempel status=vedtatt eller periode.til=2019."
            raise click.BadParameter(message)
        pairs.append((key.strip(), wanted.strip()))
    return pairs


def _known(key: str, names: list[str]) -> None:
    """Stop at a key that no such file can have: a slip of the pen must not look like an empty answer."""
    from planlint.base.suggest import nearest  # noqa: PLC0415 - start-up time is a feature

    first = key.partition(".")[0]
    if first not in names:
        suggestion = nearest(first, names)
        ask = f"Mente du {suggestion}?" if suggestion else f"Feltene er {', '.join(names)}."
        message = f"--where {key}: det finnes ikke noe slikt felt her. {ask}"
        raise Stopp(message)


def _table(rows: list[dict[str, str]]) -> str:
    from planlint.output.text import harmless  # noqa: PLC0415 - start-up time is a feature

    columns = [name for name in ("id", "type", "status", "tittel") if any(row[name] for row in rows)]
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in columns}
    lines = [[name.upper() for name in columns], *([row[name] for name in columns] for row in rows)]
    return "\n".join(
        harmless("  ".join(f"{cell:<{widths[name]}}" for name, cell in zip(columns, line, strict=True)).rstrip())
        for line in lines
    )


@click.command("list")
@click.argument("kind", metavar="SLAG", type=LateChoice(_kinds))
@click.option(
    "--where", multiple=True, callback=_where, metavar="FELT=VERDI", help="Bare de med denne verdien. Kan gjentas."
)
@click.option("--output", "form", type=click.Choice(["text", "json"]), default="text", help="Formatet.")
@date_option
@root_option
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    kind: str, where: list[tuple[str, str]], form: str, day: date | None, root: Path | None, lang: str | None
) -> None:
    """Vis en tabell over alle av ett slag: plan, planstrategi, maal, indikator, tiltak eller utfordring.

    FELT er en nøkkel i filen, med punktum nedover (periode.til, hendelser.organ); status.nå er status på dagen.
    """
    from planlint.register.lookup import rows, where_keys  # noqa: PLC0415 - start-up time is a feature

    system = open_or_stop(the_root(root), the_day(day))
    register = system.register
    if register is None:
        message = "plansystem.yaml kan ikke brukes. Kjør planlint check og rett den først."
        raise Stopp(message)
    kind = "maal" if kind == "mål" else kind
    for key, _ in where:
        _known(key, where_keys(kind))
    found = rows(register, kind, where, the_language(lang, system))
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo(_table(found) if found else "Ingen treff.")
