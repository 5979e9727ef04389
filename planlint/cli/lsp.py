"""`planlint lsp`: the language server, for an editor that starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.common import CommandStop, lang_option, system_options, the_day

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("lsp")
@system_options
@lang_option
def command(day: date | None, root: Path | None, lang: str | None) -> None:
    """Svar en teksteditor mens du skriver: funn, forslag etter tittel og rettinger. Editoren starter den selv.

    Den bruker samme plansystem, regler og språk som `planlint check` i den mappen editoren har åpen.
    """
    from importlib.util import find_spec

    if find_spec("pygls") is None:
        raise CommandStop(N_("`planlint lsp` trenger pygls. Installer det med: `pip install pygls`"))
    from planlint.check import Request
    from planlint.lsp import language_server

    language_server(root, lambda: Request(the_day(day), lang=lang)).start_io()
