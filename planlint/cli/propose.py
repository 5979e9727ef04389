"""`planlint propose --valgperiode 2027-2031`: a draft planstrategi, never called anything but a proposal."""

from __future__ import annotations

import re

import click

from planlint.base import N_, did_you_mean
from planlint.cli.reporting import Question, report_command
from planlint.cli.told import WrongValue


def choose_valgperiode(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - click's signature
    """Take a valgperiode that begins in an election year; say which one is nearest otherwise."""
    from planlint.register import valgaar, valgperiode_of

    if value is None:
        return None
    written = value.replace("–", "-")
    if not re.fullmatch(r"(1999|2[01][0-9]{2})-.*", written):
        raise WrongValue(
            N_("«{verdi}» er ikke en valgperiode. Skriv valgår og neste valgår, for eksempel 2027-2031."), verdi=value
        )
    known = valgperiode_of(valgaar(int(written[:4])))
    if written != known:
        raise WrongValue(N_("«{verdi}» er ikke en valgperiode."), did_you_mean(known), verdi=value)
    return known


@click.command("propose")
@click.option(
    "--valgperiode", required=True, callback=choose_valgperiode, help="Fra valgår til valgår, for eksempel 2027-2031."
)
@report_command()
def command(question: Question, valgperiode: str) -> None:
    """Lag et forslag til planstrategi: hva som kan skje med hver plan, og hvorfor.

    Grunnene er det registeret vet: perioder, revisjoner, forankring, overlapp, lovkrav og mål uten plan. Kommunestyret
    bestemmer.
    """
    from planlint.ahead import utkast
    from planlint.output import propose_as_json, propose_as_markdown, propose_as_text

    found, lang = utkast(question.register, valgperiode, question.system.loaded.avvik), question.language
    question.answer(
        text=lambda: propose_as_text(found, lang),
        markdown=lambda: propose_as_markdown(found, lang),
        json=lambda: propose_as_json(found, lang),
    )
