"""`planlint export`: the plan system as a workbook, tables, or an attachment to a case."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.base import N_, NN_, Message, why
from planlint.cli.common import (
    CommandStop,
    date_option,
    keep_off,
    lang_option,
    roots_option,
    the_day,
    the_language,
    the_root,
    the_roots,
)
from planlint.cli.opening import LEFT_OUT, checked, judgeable_register, tell_left_out
from planlint.cli.propose import choose_valgperiode
from planlint.cli.told import tell, warn
from planlint.exports import FORMATS, PAPERS, PARQUET, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.exports import ExportOrder
    from planlint.model import KnownAvvik
    from planlint.tables import Nettsted

_STDOUT = Path("-")


def _fits(form: str, table: str | None, valgperiode: str | None, *, draft: bool, out: Path | None) -> None:
    """Refuse options that do not go together."""
    if table and form not in {"csv", "json"}:
        raise CommandStop(N_("--table gjelder csv og json. De andre formatene har alle tabellene."))
    if (valgperiode or draft) and form not in PAPERS:
        raise CommandStop(N_("--valgperiode og --propose gjelder docx og pdf."))
    if draft and not valgperiode:
        raise CommandStop(N_("--propose trenger valgperioden forslaget er for, for eksempel --valgperiode 2027-2031."))
    if out == _STDOUT and not (form == "json" or (form == "csv" and table)):
        raise CommandStop(
            N_("--out - skriver til skjermen, og gjelder json, og csv med én tabell: --format csv --table plan")
        )


def _site(root: Path, day: date, lang: str | None) -> tuple[Nettsted, list[KnownAvvik], int]:
    """Give what is to be exported, the known findings, and the exit code: 1 where a file is left out."""
    from planlint.change import plans_version
    from planlint.check import Request
    from planlint.tables import Nettsted, as_published

    system, report = checked(root, Request(day, lang=lang))
    register = judgeable_register(system)
    spoken = the_language(lang, system)
    valg = as_published(register.plansystem.nettsted, os.environ)
    site = Nettsted(register, report, spoken, plans_version(root, spoken), valg)
    return site, system.loaded.avvik, tell_left_out(system)


def _order(  # noqa: PLR0913 - what the options say
    site: Nettsted, godtatt: list[KnownAvvik], form: str, table: str, valgperiode: str | None, *, draft: bool
) -> ExportOrder:
    """Find the planstrategi asked for, else the current one, else the newest; make the draft."""
    from planlint.ahead import utkast
    from planlint.exports import ExportOrder
    from planlint.register import all_planstrategier

    if form not in PAPERS:
        return ExportOrder(form, table)
    every = all_planstrategier(site.register)
    chosen = next((one for one in every if valgperiode in {None, one.valgperiode}), None)
    if valgperiode and not chosen and not draft:
        known = ", ".join(sorted({one.valgperiode for one in every})) or N_("ingen")
        raise CommandStop(
            N_("Ingen planstrategi er registrert for {valgperiode}. Registrert: {kjente}. --propose lager et forslag."),
            valgperiode=valgperiode,
            kjente=known,
        )
    return ExportOrder(form, "", chosen, utkast(site.register, valgperiode, godtatt) if valgperiode and draft else None)


def _paper_order(site: Nettsted, form: str, case: str, answers: str, mal: Path | None) -> ExportOrder:
    """Find the plan that a case paper, or an overview of input, is about. Raises OSError where `mal` cannot be read."""
    from planlint.exports import ExportOrder

    if bool(case) == bool(answers):
        raise CommandStop(N_("Skriv enten --saksframlegg eller --merknader, med id-en til planen."))
    if form not in PAPERS and not (answers and form == "xlsx"):
        raise CommandStop(N_("--saksframlegg gjelder docx og pdf, og --merknader docx, pdf og xlsx."))
    plan = site.register.planer.get(case or answers)
    if plan is None:
        raise CommandStop(N_("Fant ingen plan med id `{id}`."), id=case or answers)
    own = mal.read_bytes() if mal else b""
    return ExportOrder(form, plan=plan, papir="saksframlegg" if case else "merknader", mal=own)


def _tell_cut(site: Nettsted) -> None:
    """Tell which texts are longer than a cell of Excel, and are cut there."""
    from planlint.tables import cut_entities

    every = (entity for entities in site.register.entities.values() for entity in entities.values())
    if found := cut_entities(every):
        text = N_("En celle i Excel har plass til {n} tegn. Tekst i disse er kuttet: {filer}. JSON har hele teksten.")
        warn(text, n=32_767, filer=", ".join(found))


def _put(made: bytes | Mapping[str, bytes], target: Path, *, overwrite: bool) -> None:
    from planlint.exports import write_file, write_folder

    if isinstance(made, bytes):
        new = write_file(target, made, overwrite=overwrite)
    else:
        new = write_folder(target, made, overwrite=overwrite)
    tell(N_("Skrev {sti}.") if new else N_("{sti} er som før."), sti=target)


def _parquet(given: tuple[Path, ...], out: Path, day: date, lang: str | None) -> int:
    """Write the tables of one or many municipalities; give 2 where one could not be read, 1 where a file could not."""
    from planlint.exports import export_parquet
    from planlint.source import Root
    from planlint.tables import BuildError

    several = the_roots(given)
    roots = several.all if several else (Root(the_root(given[0] if given else None), "."),)
    try:
        found = export_parquet(roots, out, day, lang)
    except BuildError as error:
        raise CommandStop(error.melding) from None
    except OSError as error:
        raise CommandStop(N_("Kan ikke skrive {fil}: {grunn}."), fil=error.filename or out, grunn=why(error)) from None
    written = [one for one in found if not one.error]
    for one in found:
        if one.error:
            warn(N_("planlint: {mappe} er ikke med."), one.error, mappe=one.root)
        if one.uleste:
            text = N_("Disse filene i {mappe} kan ikke leses, og er ikke med: {filer}. Kjør `planlint check`.")
            warn(text, mappe=one.root, filer=", ".join(one.uleste))
    rows, of = NN_("{n} rad", "{n} rader"), NN_("{antall} av {n} kommune", "{antall} av {n} kommuner")
    tell(
        N_("Skrev {mappe}: {kommuner}, {rader}."),
        mappe=out,
        kommuner=Message.of_text(of, antall=len(written), n=len(found)),
        rader=Message.of_text(rows, n=sum(one.rader for one in written)),
    )
    if len(written) < len(found):
        return 2
    return LEFT_OUT if any(one.uleste for one in found) else 0


@click.command("export")
@click.option(
    "--format", "form", type=click.Choice((*FORMATS, PARQUET)), required=True,
    help="Excel, CSV, JSON, Word, PDF eller Parquet.",
)  # fmt: skip
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Filen, eller mappen for csv og parquet. - er skjermen. Ellers: en fil i mappen du står i.",
)
@click.option("--table", type=click.Choice(TABLES), help="Bare denne tabellen (csv og json).")
@click.option(
    "--valgperiode",
    callback=choose_valgperiode,
    help="Planstrategien vedlegget viser (docx og pdf). Ellers: den gjeldende.",
)
@click.option(
    "--propose", "draft", is_flag=True, help="Ta med forslag til planstrategi for valgperioden (docx og pdf)."
)
@click.option("--saksframlegg", "case", metavar="ID", default="", help="Saksframlegg om planen (docx og pdf).")
@click.option(
    "--merknader", "answers", metavar="ID", default="", help="Innspillene til planen, med svar (docx, pdf og xlsx)."
)
@click.option(
    "--template", "mal", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FIL",
    help="En Word-fil med kommunens egne stiler, til --saksframlegg og --merknader.",
)  # fmt: skip
@click.option("--overwrite", is_flag=True, help="Skriv over en fil som finnes fra før.")
@date_option
@roots_option
@lang_option
def command(  # noqa: PLR0913 - one argument per option
    form: str,
    out: Path | None,
    table: str | None,
    valgperiode: str | None,
    draft: bool,  # noqa: FBT001 - click passes it by name
    case: str,
    answers: str,
    mal: Path | None,
    overwrite: bool,  # noqa: FBT001 - as above
    day: date | None,
    roots: tuple[Path, ...],
    lang: str | None,
) -> None:
    """Skriv plansystemet til Excel, CSV, JSON eller Parquet, eller lag et vedlegg til en sak i Word eller PDF.

    Excel og CSV kan endres og leses inn igjen med `planlint import`. Vedlegget har de samme tabellene som
    planstrategiens side på nettstedet. Parquet er for spørringer, og kan ha mange kommuner: --root kan gjentas, eller
    være en mappe med kommuner.
    """
    from planlint.exports import make_export
    from planlint.tables import BuildError

    _fits(form, table, valgperiode, draft=draft, out=out)
    several = the_roots(roots)
    keep_off([one.path for one in several.all] if several else [the_root(roots[0] if roots else None)], out)
    if form == PARQUET:
        sys.exit(_parquet(roots, out or Path("plansystem-parquet"), the_day(day), lang))
    if len(roots) > 1:
        raise CommandStop(N_("Flere --root gjelder parquet. De andre formatene har én kommune."))
    site, known, lost = _site(the_root(roots[0] if roots else None), the_day(day), lang)
    if form == "xlsx":
        _tell_cut(site)
    try:
        order = (
            _paper_order(site, form, case, answers, mal)
            if case or answers or mal
            else _order(site, known, form, table or "", valgperiode, draft=draft)
        )
        made = make_export(site, order)
        if out == _STDOUT and isinstance(made, bytes):
            sys.stdout.buffer.write(made.removeprefix(b"\xef\xbb\xbf"))
            sys.exit(lost)
        target = out or Path(order.name)
        _put(made, target / order.name if isinstance(made, bytes) and target.is_dir() else target, overwrite=overwrite)
    except BuildError as error:
        raise CommandStop(error.melding) from None
    except OSError as error:
        raise CommandStop(N_("Kan ikke skrive {fil}: {grunn}."), fil=error.filename, grunn=why(error)) from None
    if lost:
        sys.exit(lost)
