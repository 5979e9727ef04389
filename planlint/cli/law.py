"""`planlint law check`: tell which statutes have changed since planlint's provisions were read."""

from __future__ import annotations

from pathlib import Path

import click

from planlint.base import N_, why
from planlint.cli.common import CommandStop, the_language
from planlint.cli.reporting import TEXT_JSON, Question, json_text, report_command


@click.group("law")
def command() -> None:
    """Kontroller lovbestemmelsene som planlint kjenner."""


@command.command("check")
@click.argument("folder", metavar="MAPPE", type=click.Path(path_type=Path))
@report_command(TEXT_JSON, of_plans=False)
def check_command(question: Question, folder: Path) -> None:
    """Sammenlign lovteksten som er lest, med lovene i MAPPE (Lovdatas åpne data som Markdown).

    Sluttkoden er 1 når en paragraf er endret eller borte, eller når en lov har en annen dag for ikrafttredelse.
    Ingenting blir hentet fra nettet.
    """
    from planlint.law import UnusableFolderError, compare_law
    from planlint.output import law_check_json, law_check_text

    try:
        found = compare_law(folder)
    except UnusableFolderError as error:
        raise CommandStop(error.melding) from None
    except OSError as error:
        raise CommandStop(N_("Kan ikke lese {fil}: {grunn}."), fil=error.filename or folder, grunn=why(error)) from None
    lang = the_language(question.lang)
    question.answer(text=lambda: law_check_text(found, lang), json=lambda: json_text(law_check_json(found)))
    if found.is_changed:
        raise SystemExit(1)
