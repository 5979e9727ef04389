"""`planlint build`: the site, the tables and the open data from the same files that are checked."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base import N_, NN_, Message
from planlint.cli.common import CommandStop, keep_off, lang_option, system_options, the_day, the_language, the_root
from planlint.cli.opening import checked, judgeable_register, tell_left_out
from planlint.cli.told import WrongValue, said, tell
from planlint.site import FORMATS

if TYPE_CHECKING:
    from datetime import date


def _formats(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    chosen = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    for name in chosen:
        if name not in FORMATS:
            raise WrongValue(
                N_("ukjent format «{navn}». Velg blant `{formater}`, med komma imellom."),
                navn=name,
                formater=", ".join(FORMATS),
            )
    return chosen


@click.command("build")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Mappen nettstedet skrives til. Ellers: site/."
)
@click.option(
    "--format",
    "formats",
    default=",".join(FORMATS),
    callback=_formats,
    help="Formatene. html tar med alle, fordi sidene viser til dem. Ellers: alle.",
)
@click.option(
    "--manual",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="En mappe med ferdig brukerveiledning (`make docs`). Den legges ved, og sidene viser til den.",
)
@click.option(
    "--runtime",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Mappen med planlint-redigering (`make runtime`), så skjemaet kontrollerer mens man skriver. Ellers: den "
    "installerte.",
)
@system_options
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    out: Path | None,
    formats: tuple[str, ...],
    manual: Path | None,
    runtime: Path | None,
    day: date | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Lag nettstedet: planer, mål, planstrategi, tidslinje, åpne data.

    Mappen erstattes som en helhet; går noe galt, står den gamle der som før. Egne maler i templates/ går foran.
    """
    from planlint.base import why
    from planlint.change import plans_version
    from planlint.check import Request
    from planlint.site import Runtime, build_site, is_available, runtime_for
    from planlint.tables import BuildError, Nettsted, as_published

    found, today = the_root(root), the_day(day)
    keep_off([found], out)
    system, report = checked(found, Request(today, lang=lang))
    register = judgeable_register(system)
    own = found / "templates"
    target = out or found / "site"
    spoken = the_language(lang, system)
    valg = as_published(register.plansystem.nettsted, os.environ)
    site = Nettsted(register, report, spoken, plans_version(found, spoken, with_changes=True), valg, found)
    try:
        judges = runtime_for(system, today, runtime) if "html" in formats else None
        brought = judges if isinstance(judges, Runtime) else None
        with click.progressbar(
            length=len(system.contents), label=said(N_("Lager sider")), file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar:
            mine = own if own.is_dir() else None
            written = build_site(site, target, formats, mine, lambda: bar.update(1), manual, brought)
    except BuildError as error:
        raise CommandStop(error.melding) from None
    except OSError as error:
        raise CommandStop(N_("Kan ikke skrive {fil}: {grunn}."), fil=error.filename, grunn=why(error)) from None
    tell(NN_("Skrev {n} fil i {mappe}.", "Skrev {n} filer i {mappe}."), n=len(written), mappe=target)
    if "html" in formats and not is_available():
        click.echo(spoken.gettext("Søket er utelatt, for Pagefind er ikke installert: `pip install 'pagefind[bin]'`"))
    if isinstance(judges, Message):
        click.echo(judges.in_language(spoken))
    if code := tell_left_out(system):
        sys.exit(code)
