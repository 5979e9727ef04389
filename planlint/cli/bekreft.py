"""`planlint bekreft PLAN MÅL`: write down that a plan still follows up a goal as it is today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.common import CommandStop, system_options
from planlint.cli.editing import EditCommand, clean, open_for_edit
from planlint.cli.told import said, tell

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.base import Message
    from planlint.edit import PlanFile


def _ids(plan: str | None, maal: str | None, alle_til: str | None) -> tuple[str | None, str]:
    """Give the plan (none: all of them) and the goal, with or without the kind before the id."""
    if alle_til and not plan:
        return None, alle_til.removeprefix("maal/")
    if plan and maal and not alle_til:
        return plan.removeprefix("plan/"), maal.removeprefix("maal/")
    raise CommandStop(N_("Skriv `planlint bekreft PLAN MÅL`, eller `planlint bekreft --alle-til MÅL`."))


def _write(root: Path, files: list[PlanFile], silent: dict[str, Message]) -> None:
    from planlint.edit import EditError, apply
    from planlint.output import harmless

    try:
        apply(root, {file.plan.file: file.ny for file in files if file.ny is not None})
    except EditError as error:
        raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None
    for file in files:
        text = N_("{fil}: bekreftet") if file.ny is not None else N_("{fil}: var bekreftet fra før")
        tell(text, fil=harmless(file.plan.file))
        if file.plan.id in silent:
            click.echo(clean(said(silent[file.plan.id])))


@click.command("bekreft", cls=EditCommand)
@click.argument("plan", required=False)
@click.argument("maal", metavar="[MÅL]", required=False)
@click.option("--alle-til", metavar="MÅL", help="Bekreft alle planer i kraft eller under arbeid som viser til målet.")
@system_options
def command(plan: str | None, maal: str | None, alle_til: str | None, day: date | None, root: Path | None) -> None:
    """Bekreft at en plan følger opp et mål slik målet er nå.

    Skriver dagen og et avtrykk av målet på planens forankring. Blir målet endret senere, sier PL210 fra. Resten av
    filen blir stående som den er. Vil PL210 likevel tie om planen, for eksempel fordi statusen ikke er dokumentert,
    står det her, med grunnen.
    """
    from planlint.edit import anchored_plans as all_of, bekreft_files, find_maal, find_plan, silent_anchors
    from planlint.system import UsageError

    plan_id, maal_id = _ids(plan, maal, alle_til)
    system, register = open_for_edit(root, day)
    try:
        goal = find_maal(system, register, maal_id)
        plans = [find_plan(system, register, plan_id, goal)] if plan_id else all_of(register, goal)
        files = bekreft_files(system, plans, goal, register.today)
        silent = silent_anchors(system, files, goal)
    except UsageError as error:
        raise CommandStop(error.melding) from None
    _write(system.root, files, silent)
