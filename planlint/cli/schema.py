"""`planlint schema`: write the JSON Schemas, or tell whether they are what the models say."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from planlint.base.os_errors import why
from planlint.cli.common import Stopp, the_root


@click.command("schema")
@click.option("--check", is_flag=True, help="Skriv ingenting; sluttkode 1 når et skjema ikke stemmer.")
@click.option("--out", type=click.Path(path_type=Path), help="Mappen. Ellers: schema/ ved siden av plans/.")
def command(check: bool, out: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """Skriv JSON-skjemaene til mappen schema/, eller kontroller at de stemmer med formatet."""
    from planlint.model.schema import drift, write  # noqa: PLC0415 - start-up time is a feature

    root = the_root(None)
    out = out or (Path() if root == Path.cwd() else root) / "schema"
    try:
        changed = drift(out) if check else write(out)
    except OSError as error:
        message = f"Kan ikke bruke mappen {out}: {why(error)}."
        raise Stopp(message) from None
    for name in changed:
        click.echo(f"{out / name} {'stemmer ikke. Kjør planlint schema.' if check else 'er skrevet.'}")
    if not changed:
        click.echo(f"Skjemaene i {out} stemmer.")
    sys.exit(1 if check and changed else 0)
