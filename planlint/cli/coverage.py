"""`planlint coverage`: which goals are followed up, and which plans reach them; a limit for CI."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planlint.base.marks import N_
from planlint.cli.common import Stopp
from planlint.cli.reporting import Question, report_command

if TYPE_CHECKING:
    from planlint.register.andel import Andel


def _before(question: Question, rev: str) -> Andel:
    """Give the share of goals followed up at a revision, judged as of the same day."""
    from planlint.change.git import GitError  # noqa: PLC0415 - only --base needs git
    from planlint.change.revision import system_at  # noqa: PLC0415 - as above
    from planlint.register.dekning import dekning  # noqa: PLC0415 - as above

    try:
        register = system_at(question.root, rev, question.today).register
    except GitError as error:
        raise Stopp(N_("Kan ikke sammenligne med {versjon}: {feil}"), versjon=rev, feil=error) from None
    if register is None:
        raise Stopp(
            N_("Kan ikke sammenligne med {versjon}: plans/plansystem.yaml mangler der, eller kan ikke brukes."),
            versjon=rev,
        )
    return dekning(register).maal


@click.command("coverage")
@click.option(
    "--coverage-min",
    type=click.FloatRange(0, 100),
    help="Laveste prosent av målene som skal følges opp. Er det færre, blir sluttkoden 1.",
)
@click.option("--base", metavar="REV", help="En versjon i git. Er dekningen lavere enn der, blir sluttkoden 1.")
@report_command()
def command(question: Question, coverage_min: float | None, base: str | None) -> None:
    """Vis hvilke mål som blir fulgt opp, og hvilke planer som når målene i samfunnsdelen.

    Bare det som gjelder på dagen, er regnet med.
    """
    from planlint.output.coverage import render_markdown, render_text  # noqa: PLC0415 - as above
    from planlint.output.coverage_json import render_json  # noqa: PLC0415 - as above
    from planlint.register.andel import Krav  # noqa: PLC0415 - start-up time is a feature
    from planlint.register.dekning import dekning  # noqa: PLC0415 - as above

    result, lang = dekning(question.register), question.language
    krav = Krav(coverage_min, base or "", _before(question, base) if base else None)
    question.answer(
        text=lambda: render_text(result, krav, lang),
        markdown=lambda: render_markdown(result, krav, lang),
        json=lambda: render_json(result, krav),
    )
    sys.exit(0 if krav.holder(result.maal) else 1)
