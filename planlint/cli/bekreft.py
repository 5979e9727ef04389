"""`planlint bekreft PLAN MÅL`: write down that a plan still follows up a goal as it is today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.cli.common import Stopp, date_option, open_or_stop, root_option, the_day, the_root
from planlint.why import why

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.bekreft import Fil


def _ids(plan: str | None, maal: str | None, alle_til: str | None) -> tuple[str | None, str]:
    """Give the plan (none: all of them) and the goal, with or without the kind before the id."""
    if alle_til and not plan:
        return None, alle_til.removeprefix("maal/")
    if plan and maal and not alle_til:
        return plan.removeprefix("plan/"), maal.removeprefix("maal/")
    message = "Skriv planlint bekreft PLAN MÅL, eller planlint bekreft --alle-til MÅL."
    raise Stopp(message)


def _write(root: Path, files: list[Fil]) -> None:
    from planlint.files import write_bytes  # noqa: PLC0415 - start-up time is a feature
    from planlint.output.text import harmless  # noqa: PLC0415 - as above

    for file in files:
        if file.ny is not None:
            try:
                write_bytes(root / file.plan.file, file.ny)
            except OSError as error:
                message = f"Kan ikke skrive {harmless(file.plan.file)}: {why(error)}."
                raise Stopp(message) from None
        click.echo(f"{harmless(file.plan.file)}: {'bekreftet' if file.ny is not None else 'var bekreftet fra før'}")


@click.command("bekreft")
@click.argument("plan", required=False)
@click.argument("maal", metavar="[MÅL]", required=False)
@click.option("--alle-til", metavar="MÅL", help="Bekreft alle planer i kraft eller under arbeid som viser til målet.")
@date_option
@root_option
def command(plan: str | None, maal: str | None, alle_til: str | None, day: date | None, root: Path | None) -> None:
    """Bekreft at en plan følger opp et mål slik målet er nå.

    Skriver dagen og et avtrykk av målet på planens forankring. Blir målet endret senere, sier PL210 fra. Resten av
    filen blir stående som den er.
    """
    from planlint.bekreft import alle_til as all_of  # noqa: PLC0415 - as above
    from planlint.bekreft import bekreft_filer, finn_maal, finn_plan  # noqa: PLC0415 - as above
    from planlint.system.system import UsageError  # noqa: PLC0415 - start-up time is a feature

    plan_id, maal_id = _ids(plan, maal, alle_til)
    found, today = the_root(root), the_day(day)
    system = open_or_stop(found, today)
    register = system.register
    if register is None:
        message = "plansystem.yaml kan ikke brukes. Kjør planlint check og rett den først."
        raise Stopp(message)
    try:
        goal = finn_maal(system, register, maal_id)
        plans = [finn_plan(system, register, plan_id, goal)] if plan_id else all_of(register, goal)
        files = bekreft_filer(system, plans, goal, today)
    except UsageError as error:
        raise Stopp(str(error)) from None
    _write(found, files)
