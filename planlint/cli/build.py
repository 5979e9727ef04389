"""`planlint build`: the planstrategi tables from the same files that are checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.common import Stopp, date_option, lang_option, open_or_stop, root_option, the_day, the_root

if TYPE_CHECKING:
    from datetime import date


def _formats(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    chosen = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    for name in chosen:
        if name not in {"html", "markdown"}:
            message = f"ukjent format «{name}». Velg html, markdown eller begge med komma imellom."
            raise click.BadParameter(message)
    return chosen


@click.command("build")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Mappen filene skrives til. Ellers: site/."
)
@click.option("--format", "formats", default="html,markdown", callback=_formats, show_default=True, help="Formatene.")
@date_option
@root_option
@lang_option
def command(out: Path | None, formats: tuple[str, ...], day: date | None, root: Path | None, lang: str | None) -> None:
    """Lag planstrategiens tabeller: planer i kraft, beslutninger, og det som er over fristen."""
    from planlint.api import check_system  # noqa: PLC0415 - start-up time is a feature
    from planlint.site.build import build  # noqa: PLC0415 - as above
    from planlint.site.render import BuildError  # noqa: PLC0415 - as above

    found, today = the_root(root), the_day(day)
    system = open_or_stop(found, today)
    if system.register is None:
        message = "plansystem.yaml kan ikke brukes. Kjør planlint check og rett den først."
        raise Stopp(message)
    own = found / "templates"
    try:
        report = check_system(system, today, lang=lang, places=False)
        written = build(system.register, report, out or found / "site", formats, own if own.is_dir() else None)
    except BuildError as error:
        raise Stopp(str(error)) from None
    except OSError as error:
        message = f"Kan ikke skrive {error.filename}: {error.strerror}."
        raise Stopp(message) from None
    for path in written:
        click.echo(f"Skrev {path}")
