"""`planlint schema`: write the JSON Schemas, or tell whether they are what the models say."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from planlint.base import N_, why
from planlint.cli.common import CommandStop, keep_off, the_root
from planlint.cli.told import tell


@click.command("schema")
@click.option("--check", is_flag=True, help="Skriv ingenting; sluttkode 1 når et skjema ikke stemmer.")
@click.option("--out", type=click.Path(path_type=Path), help="Mappen. Ellers: schema/ ved siden av plans/.")
def command(check: bool, out: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """Skriv JSON-skjemaene til mappen schema/, eller kontroller at de stemmer med formatet."""
    from planlint.model import drift, write

    root = the_root(None)
    top = Path() if root == Path.cwd() else root
    top, out = (out, out) if out else (top, top / "schema")
    keep_off([root], out)
    try:
        changed = (drift if check else write)(out, top)
    except OSError as error:
        raise CommandStop(N_("Kan ikke bruke mappen {mappe}: {grunn}."), mappe=out, grunn=why(error)) from None
    for name in changed:
        text = N_("{fil} stemmer ikke. Kjør `planlint schema`.") if check else N_("{fil} er skrevet.")
        tell(text, fil=out / name)
    if not changed:
        tell(N_("Skjemaene i {mappe} stemmer."), mappe=out)
    sys.exit(1 if check and changed else 0)
