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
    "--valgperiode",
    callback=choose_valgperiode,
    help="Fra valgår til valgår, for eksempel 2027-2031. Ellers: den neste planstrategien er for.",
)
@click.option(
    "--list",
    "as_list",
    is_flag=True,
    help="Bare det planstrategien kan ta opp, etter hva som skal avklares: det samme som «Til neste planstrategi» på "
    "nettstedet.",
)
@report_command()
def command(question: Question, valgperiode: str | None, *, as_list: bool) -> None:
    """Lag et forslag til planstrategi: hva som kan skje med hver plan, og hvorfor.

    Grunnene er det registeret vet: perioder, revisjoner, forankring, overlapp, lovkrav og mål uten plan. Kommunestyret
    bestemmer.
    """
    if as_list:
        _answer_with_list(question, valgperiode)
        return
    from planlint.ahead import utkast
    from planlint.output import propose_as_json, propose_as_markdown, propose_as_text
    from planlint.register import next_valgperiode

    term = valgperiode or next_valgperiode(question.register)
    found, lang = utkast(question.register, term, question.system.loaded.avvik), question.language
    question.answer(
        text=lambda: propose_as_text(found, lang),
        markdown=lambda: propose_as_markdown(found, lang),
        json=lambda: propose_as_json(found, lang),
    )


def _answer_with_list(question: Question, valgperiode: str | None) -> None:
    from planlint.ahead import make_agenda
    from planlint.output import agenda_as_json, agenda_as_markdown, agenda_as_text

    register, lang = question.register, question.language
    found = make_agenda(register, valgperiode)
    question.answer(
        text=lambda: agenda_as_text(found, register, lang),
        markdown=lambda: agenda_as_markdown(found, register, lang),
        json=lambda: agenda_as_json(found, register, lang),
    )
