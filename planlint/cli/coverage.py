"""`planlint coverage`: which goals are followed up, and which plans reach them; a limit for CI."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planlint.base import N_
from planlint.cli.click_words import Number
from planlint.cli.common import CommandStop
from planlint.cli.reporting import Question, report_command

if TYPE_CHECKING:
    from planlint.register import Share


def _before(question: Question, rev: str) -> Share:
    """Give the share of goals followed up at a revision, judged as of the same day."""
    from planlint.change import GitError, system_at
    from planlint.register import measure_dekning

    try:
        register = system_at(question.root, rev, question.today).register
    except GitError as error:
        raise CommandStop(N_("Kan ikke sammenligne med {versjon}: {feil}"), versjon=rev, feil=error) from None
    if register is None:
        raise CommandStop(
            N_("Kan ikke sammenligne med {versjon}: plans/plansystem.yaml mangler der, eller kan ikke brukes."),
            versjon=rev,
        )
    return measure_dekning(register).maal


@click.command("coverage")
@click.option(
    "--coverage-min",
    type=Number(0, 100),
    help="Laveste prosent av målene som skal følges opp. Er det færre, blir sluttkoden 1.",
)
@click.option("--base", metavar="REV", help="En versjon i git. Er dekningen lavere enn der, blir sluttkoden 1.")
@report_command()
def command(question: Question, coverage_min: float | None, base: str | None) -> None:
    """Vis hvilke mål som blir fulgt opp, og hvilke planer som når målene i samfunnsdelen.

    Bare det som gjelder på dagen, er regnet med. Det som mangler, er regnet som manglende, også når kildene ikke
    oppgir det; slike hull er talt for seg.
    """
    from planlint.check import Request, diagnostics
    from planlint.output import coverage_as_json, coverage_as_markdown, coverage_as_text
    from planlint.register import CoverageDemand, measure_dekning

    result, lang = measure_dekning(question.register), question.language
    krav = CoverageDemand(coverage_min, base or "", _before(question, base) if base else None)
    told = diagnostics(question.system, Request(question.today))
    gaps = [item for item in told if item.status == "gap"]
    question.answer(
        text=lambda: coverage_as_text(result, krav, lang, told),
        markdown=lambda: coverage_as_markdown(result, krav, lang, told),
        json=lambda: coverage_as_json(result, krav, gaps),
    )
    sys.exit(0 if krav.holds(result.maal) else 1)
