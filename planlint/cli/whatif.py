"""`planlint whatif opphev|vedta|slett`: what a change would do, without touching a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base.diagnostic import N_
from planlint.base.os_errors import why
from planlint.cli.common import Stopp
from planlint.cli.opening import entity, plan
from planlint.cli.reporting import Question, report_command

if TYPE_CHECKING:
    from planlint.ahead.whatif import WhatIf
    from planlint.model import Plan


@click.group("whatif")
def command() -> None:
    """Vis hva som skjer hvis en plan vedtas eller oppheves, eller en fil slettes. Ingen filer endres."""


def _answer(question: Question, found: WhatIf) -> None:
    from planlint.output.whatif import render_markdown, render_text  # noqa: PLC0415 - as above
    from planlint.output.whatif_json import render_json  # noqa: PLC0415 - as above

    lang = question.language
    question.answer(
        text=lambda: render_text(found, lang),
        markdown=lambda: render_markdown(found, lang),
        json=lambda: render_json(found, lang, str(question.system.root)),
    )


def _plan(question: Question, name: str) -> Plan:
    return plan(question.system, name, N_("{navn} er ingen plan. Bare planer kan vedtas og oppheves."))


@command.command("opphev")
@click.argument("name", metavar="ID")
@report_command()
def opphev_command(question: Question, name: str) -> None:
    """Vis hva som skjer hvis en plan oppheves."""
    from planlint.ahead.whatif import repeal  # noqa: PLC0415 - start-up time is a feature

    _answer(question, repeal(question.system, _plan(question, name)))


@command.command("slett")
@click.argument("name", metavar="ID")
@report_command()
def slett_command(question: Question, name: str) -> None:
    """Vis hva som skjer hvis filen til en plan, et mål eller noe annet slettes."""
    from planlint.ahead.whatif import delete  # noqa: PLC0415 - start-up time is a feature

    _answer(question, delete(question.system, entity(question.system, name)))


@command.command("vedta")
@click.argument("name", metavar="FIL|ID")
@report_command()
def vedta_command(question: Question, name: str) -> None:
    """Vis hva som skjer hvis en plan vedtas: en som er registrert, eller et forslag i en fil hvor som helst."""
    from planlint.ahead.whatif import adopt  # noqa: PLC0415 - start-up time is a feature

    is_file = name.endswith((".yaml", ".yml")) or Path(name).is_file()
    found = _proposed(question, Path(name)) if is_file else adopt(question.system, _plan(question, name))
    _answer(question, found)


def _proposed(question: Question, file: Path) -> WhatIf:
    """Adopt a proposed file, or stop with what is wrong with it."""
    from planlint.ahead.whatif import ProposalError, adopt_file  # noqa: PLC0415 - as above
    from planlint.output.words import said  # noqa: PLC0415 - start-up time is a feature

    try:
        return adopt_file(question.system, file.name, file.read_bytes())
    except OSError as error:
        raise Stopp(N_("Kan ikke lese {fil}: {grunn}."), fil=file, grunn=why(error)) from None
    except ProposalError as error:
        wrong = " ".join(said(item, question.language).message for item in error.diagnostics)
        raise Stopp(N_("{fil} kan ikke leses som en plan. {funn}"), fil=file, funn=wrong) from None
