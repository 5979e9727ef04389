"""`planlint propose --valgperiode 2027-2031`: a draft planstrategi, never called anything but a proposal."""

from __future__ import annotations

import re

import click

from planlint.base.marks import N_
from planlint.base.trouble import mente
from planlint.cli.reporting import Question, report_command
from planlint.cli.told import WrongValue


def valgperioden(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - click's signature
    """Take a valgperiode that begins in an election year; say which one is nearest otherwise."""
    from planlint.register.livsloep.valg import valgaar, valgperiode  # noqa: PLC0415 - start-up time is a feature

    if value is None:
        return None
    written = value.replace("–", "-")
    if not re.fullmatch(r"(1999|2[01][0-9]{2})-.*", written):
        raise WrongValue(
            N_("«{verdi}» er ikke en valgperiode. Skriv valgår og neste valgår, for eksempel 2027-2031."), verdi=value
        )
    known = valgperiode(valgaar(int(written[:4])))
    if written != known:
        raise WrongValue(N_("«{verdi}» er ikke en valgperiode."), mente(known), verdi=value)
    return known


@click.command("propose")
@click.option(
    "--valgperiode", required=True, callback=valgperioden, help="Fra valgår til valgår, for eksempel 2027-2031."
)
@report_command()
def command(question: Question, valgperiode: str) -> None:
    """Lag et forslag til planstrategi: hva som kan skje med hver plan, og hvorfor.

    Grunnene er det registeret vet: perioder, revisjoner, forankring, overlapp, lovkrav og mål uten plan. Kommunestyret
    bestemmer.
    """
    from planlint.ahead.draft import utkast  # noqa: PLC0415 - as above
    from planlint.output.propose import render_json, render_markdown, render_text  # noqa: PLC0415 - start-up time is a feature

    found, lang = utkast(question.register, valgperiode), question.language
    question.answer(
        text=lambda: render_text(found, lang),
        markdown=lambda: render_markdown(found, lang),
        json=lambda: render_json(found, lang),
    )
