"""`planlint form FILE`: a filled-in form becomes an edit; `planlint form --write` writes the forms themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base import N_, why
from planlint.cli.click_words import WholeNumber
from planlint.cli.common import (
    CommandStop,
    keep_off,
    system_options,
    the_day,
    the_language,
    the_root,
)
from planlint.cli.opening import open_or_stop, open_register
from planlint.cli.told import tell

if TYPE_CHECKING:
    from datetime import date

    from planlint.edit import Workspace
    from planlint.forms import Paper, ProposedChange

_HOSTS = ("github", "gitlab")
_MAX_BYTES = 1 << 20  # far above what a form may hold; no more than this is ever read
_STDIN = Path("-")
_NAMES = (
    *("ny-plan", "vedtak-fattet", "plan-skal-revideres", "plan-oppheves", "plan-gjennomgaatt"),
    *("innspill", "endring"),
)


def _templates(root: Path, day: date, host: str, *, check: bool) -> None:
    """Write the forms, or tell which are not as plansystem.yaml says; ends with the exit code."""
    from planlint.forms import FOLDERS, drift, write

    plansystem, folder = open_register(root, day)[1].plansystem, FOLDERS[host]
    command_ = "planlint form --write" if host == _HOSTS[0] else f"planlint form --write --host {host}"
    try:
        changed = (drift if check else write)(plansystem, root, host)
    except OSError as error:
        raise CommandStop(N_("Kan ikke bruke {mappe}: {grunn}."), mappe=folder, grunn=why(error)) from None
    for name in changed:
        text = N_("{fil} stemmer ikke. Kjør `{kommando}`.") if check else N_("{fil} er skrevet.")
        tell(text, fil=f"{folder}/{name}", kommando=command_)
    if not changed:
        tell(N_("Skjemaene i {mappe} stemmer."), mappe=folder)
    sys.exit(int(check and bool(changed)))


def _body(file: Path) -> str:
    """Read the issue's body; what is no UTF-8 is no form. Raises FormError."""
    from planlint.base import read_plain
    from planlint.forms import FormError

    try:
        raw = (
            sys.stdin.buffer.read(_MAX_BYTES) if file == _STDIN else read_plain(file, _MAX_BYTES, follow=True, cut=True)
        )
    except OSError as error:
        raise CommandStop(N_("Kan ikke lese {fil}: {grunn}."), fil=file, grunn=why(error)) from None
    try:
        return raw.decode("utf-8-sig", "strict" if len(raw) < _MAX_BYTES else "ignore")  # the last letter may be cut
    except UnicodeDecodeError:
        raise FormError(N_("Skjemaet er ikke UTF-8, og kan ikke leses.")) from None


def _texts(out: Path | None, texts: dict[str, str]) -> None:
    """Write the texts into a folder, and take away what an earlier run left there."""
    from planlint.base import write_text

    if out is None:
        return
    try:
        for name in ("svar.md", "tittel.txt", "tekst.md", "gren.txt"):
            if name in texts:
                write_text(out / name, texts[name])
            else:
                (out / name).unlink(missing_ok=True)
    except OSError as error:
        raise CommandStop(N_("Kan ikke skrive i mappen {mappe}: {grunn}."), mappe=out, grunn=why(error)) from None


def _recover(root: Path) -> None:
    """Take back a change that was broken off before anything is read."""
    from planlint.edit import EditError, recover

    try:
        recover(root)
    except EditError as error:
        raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None


def _apply(work: Workspace) -> None:
    from planlint.edit import EditError, apply

    try:
        apply(work.system.root, work.changes(), work.was())
    except EditError as error:
        raise CommandStop(N_("Ingenting er endret: {feil}."), feil=error) from None


def _told(paper: Paper, proposal: ProposedChange) -> None:
    from planlint.output import harmless

    click.echo(paper.tittel)
    for path in sorted(proposal.work.changes()):
        tell(N_("{fil} er skrevet."), fil=harmless(path))


@click.command("form")
@click.argument("file", metavar="FIL", required=False, type=click.Path(path_type=Path))
@click.option("--form", "name", type=click.Choice(_NAMES), help="Skjemaet det skal være. Ellers: det som står øverst.")
@click.option("--issue", type=WholeNumber(min=1), help="Nummeret på saken som skjemaet kom i.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappe for svar.md, og for tittel.txt, tekst.md og gren.txt til forslaget.",
)
@click.option("--write", "writing", is_flag=True, help="Skriv skjemaene dit verten leser dem.")
@click.option("--check", is_flag=True, help="Kontroller at skjemaene der stemmer.")
@click.option(
    "--host",
    type=click.Choice(_HOSTS),
    default=_HOSTS[0],
    help="Hvor repositoriet ligger: github (`.github/ISSUE_TEMPLATE`) eller gitlab (`.gitlab/issue_templates`).",
)
@system_options
def command(  # noqa: PLR0913 - one argument per option
    file: Path | None,
    name: str | None,
    issue: int | None,
    out: Path | None,
    writing: bool,  # noqa: FBT001 - click passes it by name
    check: bool,  # noqa: FBT001 - as above
    host: str,
    day: date | None,
    root: Path | None,
) -> None:
    """Gjør et utfylt skjema om til en endring i filene.

    FIL er teksten i saken som GitHub lager av skjemaet (- leser standard inn). Kan skjemaet ikke brukes, er
    sluttkoden 2: da er ingen fil endret, og svaret har en setning for hver feil.

    Med --write skrives skjemaene selv, med plantypene, sektorene, organene og kildene i plansystem.yaml.
    """
    if (file is not None) + writing + check != 1:
        raise CommandStop(
            N_("Skriv `planlint form FIL` for å lese et skjema, eller --write eller --check for skjemaene selv.")
        )
    found, today = the_root(root), the_day(day)
    keep_off([found], out)
    if file is None:
        _templates(found, today, host, check=check)
    else:
        _form(file, name or "", issue, out, found, today)


def _form(file: Path, name: str, issue: int | None, out: Path | None, root: Path, today: date) -> None:  # noqa: PLR0913 - one argument per option
    from planlint.forms import FormError, paper, propose, refusal

    _recover(root)
    system = open_or_stop(root, today)
    try:
        proposal = propose(system, _body(file), name)
    except FormError as error:
        answer = refusal(error.problems, the_language(None, system))
        _texts(out, {"svar.md": answer})
        click.echo(answer, err=True, nl=False)
        sys.exit(2)
    texts = paper(proposal, issue)
    _apply(proposal.work)
    _texts(out, {"svar.md": texts.svar, "tittel.txt": texts.tittel, "tekst.md": texts.tekst, "gren.txt": texts.gren})
    _told(texts, proposal)
