"""`planlint law check`: tell which statutes have changed since planlint's provisions were read."""

from __future__ import annotations

from pathlib import Path

import click

from planlint.base.os_errors import why
from planlint.cli.common import Stopp, lang_option, the_language


@click.group("law")
def command() -> None:
    """Kontroller lovbestemmelsene som planlint kjenner."""


@command.command("check")
@click.argument("folder", metavar="MAPPE", type=click.Path(path_type=Path))
@lang_option
def check_command(folder: Path, lang: str | None) -> None:
    """Sammenlign lovteksten som er lest, med lovene i MAPPE (Lovdatas åpne data som Markdown).

    Gir 1 når en paragraf er endret. Henter ingenting fra nettet.
    """
    from planlint.law.kontroll import UbrukeligMappeError, sammenlign  # noqa: PLC0415 - start-up time is a feature
    from planlint.output.law_check import law_check_text  # noqa: PLC0415 - as above

    try:
        found = sammenlign(folder)
    except UbrukeligMappeError as error:
        raise Stopp(str(error)) from None
    except OSError as error:
        message = f"Kan ikke lese {error.filename or folder}: {why(error)}."
        raise Stopp(message) from None
    click.echo(law_check_text(found, the_language(lang)), nl=False)
    if found.endret:
        raise SystemExit(1)
