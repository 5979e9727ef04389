"""`planlint whatif opphev|vedta|slett`: what a change would do, without touching a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base.os_errors import why
from planlint.cli.common import (
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

    from planlint.ahead.whatif import WhatIf
    from planlint.model import Enhet, Plan
    from planlint.register.register import Register
    from planlint.system.system import System

_output_option = click.option(
    "--output", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="Formatet."
)


@click.group("whatif")
def command() -> None:
    """Vis hva som skjer hvis en plan vedtas eller oppheves, eller en fil slettes. Ingen filer endres."""


def _open(root: Path | None, day: date | None) -> tuple[System, Register]:
    system = open_or_stop(the_root(root), the_day(day))
    if system.register is None:
        message = "plansystem.yaml kan ikke brukes. Kjør planlint check og rett den først."
        raise Stopp(message)
    return system, system.register


def _one(register: Register, name: str) -> Enhet:
    """Give the entity that a name means, or stop and ask what was meant."""
    from planlint.register.lookup import find, similar  # noqa: PLC0415 - start-up time is a feature

    found = find(register, name)
    if len(found) != 1:
        suggestion = similar(register, name)
        ask = f" Mente du {suggestion}?" if suggestion else ""
        several = f"Flere har id {name}: {', '.join(entity.entity for entity in found)}."
        raise Stopp(several if found else f"Fant ingen med id {name}.{ask}")
    return found[0]


def _plan(register: Register, name: str) -> Plan:
    from planlint.model import Plan  # noqa: PLC0415 - start-up time is a feature

    entity = _one(register, name)
    if not isinstance(entity, Plan):
        message = f"{entity.entity} er ingen plan. Bare planer kan vedtas og oppheves."
        raise Stopp(message)
    return entity


def _show(found: WhatIf, system: System, form: str, lang: str | None) -> None:
    from planlint.output.whatif import render_markdown, render_text  # noqa: PLC0415 - as above
    from planlint.output.whatif_json import render_json  # noqa: PLC0415 - as above

    spoken = the_language(lang, system)
    if form == "json":
        click.echo(render_json(found, spoken, str(system.root)), nl=False)
    else:
        click.echo((render_text if form == "text" else render_markdown)(found, spoken), nl=False)


@command.command("opphev")
@click.argument("name", metavar="ID")
@_output_option
@date_option
@root_option
@lang_option
def opphev_command(name: str, form: str, day: date | None, root: Path | None, lang: str | None) -> None:
    """Vis hva som skjer hvis en plan oppheves."""
    from planlint.ahead.whatif import repeal  # noqa: PLC0415 - start-up time is a feature

    system, register = _open(root, day)
    _show(repeal(system, _plan(register, name)), system, form, lang)


@command.command("slett")
@click.argument("name", metavar="ID")
@_output_option
@date_option
@root_option
@lang_option
def slett_command(name: str, form: str, day: date | None, root: Path | None, lang: str | None) -> None:
    """Vis hva som skjer hvis filen til en plan, et mål eller noe annet slettes."""
    from planlint.ahead.whatif import delete  # noqa: PLC0415 - start-up time is a feature

    system, register = _open(root, day)
    _show(delete(system, _one(register, name)), system, form, lang)


@command.command("vedta")
@click.argument("name", metavar="FIL|ID")
@_output_option
@date_option
@root_option
@lang_option
def vedta_command(name: str, form: str, day: date | None, root: Path | None, lang: str | None) -> None:
    """Vis hva som skjer hvis en plan vedtas: en som er registrert, eller et forslag i en fil hvor som helst."""
    from planlint.ahead.whatif import adopt  # noqa: PLC0415 - start-up time is a feature

    system, register = _open(root, day)
    is_file = name.endswith((".yaml", ".yml")) or Path(name).is_file()
    _show(_proposed(system, Path(name), lang) if is_file else adopt(system, _plan(register, name)), system, form, lang)


def _proposed(system: System, file: Path, lang: str | None) -> WhatIf:
    """Adopt a proposed file, or stop with what is wrong with it."""
    from planlint.ahead.whatif import ProposalError, adopt_file  # noqa: PLC0415 - as above
    from planlint.output.words import said  # noqa: PLC0415 - start-up time is a feature

    try:
        return adopt_file(system, file.name, file.read_bytes())
    except OSError as error:
        message = f"Kan ikke lese {file}: {why(error)}."
        raise Stopp(message) from None
    except ProposalError as error:
        wrong = " ".join(said(item, the_language(lang, system)).message for item in error.diagnostics)
        message = f"{file} kan ikke leses som en plan. {wrong}"
        raise Stopp(message) from None
