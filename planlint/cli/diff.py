"""`planlint diff BASE [HEAD]`: what a change does to the plan system. Exit code 0 whenever it could be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.common import CommandStop, has_color, the_language
from planlint.cli.reporting import Question, report_command
from planlint.cli.told import WrongValue

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planlint.change import Diff
    from planlint.system import System


def _revision(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - click's signature
    """Refuse what git would read as an option, and what is no name at all."""
    if value is not None and (not value.strip() or value.startswith("-")):
        raise WrongValue(
            N_("«{verdi}» er ikke navnet på en versjon. Skriv en gren, et merke eller en innsjekking."), verdi=value
        )
    return value


def _compare(root: Path, base: str, head: str, today: date) -> tuple[Diff, System]:
    from planlint.change import GitError, pair
    from planlint.check import judged
    from planlint.system import UsageError

    try:
        both = pair(root, base, head, today)
    except GitError as error:
        raise CommandStop(N_("Kan ikke sammenligne: {feil}"), feil=error) from None
    except UsageError as error:
        raise CommandStop(error.melding) from None
    return judged(both, today), both.after


@click.command("diff")
@click.argument("base", metavar="FRA", callback=_revision)
@click.argument("head", metavar="[TIL]", required=False, callback=_revision)
@report_command(colored=True)
def command(question: Question, base: str, head: str | None) -> None:
    """Vis hva som er endret i plansystemet mellom to versjoner i git, og hva det fører til.

    FRA og TIL er en gren, et merke eller en innsjekking. Uten TIL gjelder det filene slik de ligger på disken.
    Endringen regnes fra der den begynte, så det som senere er kommet til i FRA, er ikke med.

    Sluttkoder: 0 når versjonene er sammenlignet, endret eller ikke, 2 når de ikke kan sammenlignes.
    """
    from planlint.output import diff_as_json, diff_as_markdown, diff_as_text

    result, system = _compare(question.root, base, head or "", question.today)
    lang = the_language(question.lang, system)
    question.answer(
        text=lambda: diff_as_text(result, lang, color=has_color(question.color)),
        markdown=lambda: diff_as_markdown(result, lang),
        json=lambda: diff_as_json(result, lang, str(question.root)),
        colored=True,
    )
