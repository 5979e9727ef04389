"""`planlint whatif opphev|vedta|slett`: what a change would do, without touching a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base import N_, why
from planlint.cli.common import CommandStop
from planlint.cli.editing import all_or_nothing
from planlint.cli.opening import entity, plan
from planlint.cli.reporting import Question, report_command

if TYPE_CHECKING:
    from planlint.ahead import WhatIf
    from planlint.model import Plan


@click.group("whatif")
def command() -> None:
    """Vis hva som skjer hvis en plan vedtas eller oppheves, eller en fil slettes. Ingen filer endres."""


def _answer(question: Question, found: WhatIf) -> None:
    from planlint.output import whatif_as_json, whatif_as_markdown, whatif_as_text

    lang = question.language
    question.answer(
        text=lambda: whatif_as_text(found, lang),
        markdown=lambda: whatif_as_markdown(found, lang),
        json=lambda: whatif_as_json(found, lang, str(question.system.root)),
    )


def _plan(question: Question, name: str) -> Plan:
    return plan(question.system, name, N_("{navn} er ingen plan. Bare planer kan vedtas og oppheves."))


@command.command("opphev")
@click.argument("name", metavar="ID")
@report_command()
def opphev_command(question: Question, name: str) -> None:
    """Vis hva som skjer hvis en plan oppheves."""
    from planlint.ahead import repeal

    with all_or_nothing(question.language):
        found = repeal(question.system, _plan(question, name))
    _answer(question, found)


@command.command("slett")
@click.argument("name", metavar="ID")
@report_command()
def remove_command(question: Question, name: str) -> None:
    """Vis hva som skjer hvis en fil slettes. Det kan være filen til en plan, et mål eller noe annet."""
    from planlint.ahead import delete

    _answer(question, delete(question.system, entity(question.system, name)))


@command.command("vedta")
@click.argument("name", metavar="FIL|ID")
@report_command()
def vedta_command(question: Question, name: str) -> None:
    """Vis hva som skjer hvis en plan eller en planstrategi vedtas, eller et planforslag i en fil hvor som helst.

    Svaret er det `planlint vedta` ville gjort. Det som stopper den kommandoen, stopper også denne.
    """
    from planlint.ahead import adopt
    from planlint.model import Planstrategi

    with all_or_nothing(question.language):
        if name.endswith((".yaml", ".yml")) or Path(name).is_file():
            found = _proposed(question, Path(name))
        else:
            asked = entity(question.system, name)
            found = adopt(question.system, asked if isinstance(asked, Planstrategi) else _plan(question, name))
    _answer(question, found)


def _proposed(question: Question, file: Path) -> WhatIf:
    """Adopt a proposed file, or stop with what is wrong with it."""
    from planlint.ahead import ProposalError, adopt_file
    from planlint.base import read_plain
    from planlint.output import said
    from planlint.source import MAX_BYTES

    try:
        return adopt_file(question.system, file.name, read_plain(file, MAX_BYTES, follow=True))
    except OSError as error:
        raise CommandStop(N_("Kan ikke lese {fil}: {grunn}."), fil=file, grunn=why(error)) from None
    except ProposalError as error:
        wrong = " ".join(said(item, question.language).message for item in error.diagnostics)
        raise CommandStop(N_("{fil} kan ikke leses som en plan. {funn}"), fil=file, funn=wrong) from None
