"""An import as a whole: read a file, understand it, and say what it would do. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.edit import EditError, gone_with
from planlint.imports import table_reader as tabell
from planlint.imports.cells import Content, ImportFault
from planlint.imports.column_heads import score
from planlint.imports.declared_words import DeclaredWords
from planlint.imports.guard import TEXT
from planlint.imports.import_outcome import ImportResult
from planlint.imports.known_plans import known_plans
from planlint.imports.match import Choices, Match, Matcher
from planlint.imports.organ import OrganWords
from planlint.imports.plan_draft import DraftChange, Drafts, RowOrigin
from planlint.imports.plan_row_reader import RowReader
from planlint.imports.read_export import export_sheets, is_derived
from planlint.imports.read_file import read
from planlint.imports.round_trip import read_back
from planlint.imports.status_cell import StatusReader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.register import Register
    from planlint.system import System


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What the user asked for beside the file."""

    opphav: RowOrigin = field(default_factory=RowOrigin)
    valg: Choices = field(default_factory=Choices)
    typer: Mapping[str, str] = field(default_factory=dict)
    ark: tuple[str, ...] = ()
    clear: bool = False


def read_import(path: Path, system: System, register: Register, ask: ImportOrder) -> ImportResult:
    """Read a file and say what it would do. Raises ImportFault, ValgError, EditError, OSError."""
    content = _chosen(read(path, score), ask.ark)
    ask = replace(ask, opphav=replace(ask.opphav, ark=path.suffix.lower() not in TEXT))
    sheets = export_sheets(content)
    result = ImportResult(merknader=[] if sheets else [*content.passed_over], rundtur=bool(sheets))
    if sheets:
        read_back(sheets, system, register, result, clear=ask.clear)
    else:
        _free(content, system, register, ask, result)
    for change in result.endringer:
        result.merknader += gone_with(change.fil, change.unntak)
    return result


def _made(forslag: Drafts, hit: Match) -> DraftChange:
    """Give the change of a row. Raises EditError that names the row."""
    try:
        return forslag.make(hit)
    except EditError as error:
        raise EditError(
            N_("Linje {nummer} «{tittel}»: {feil}."), nummer=hit.rad.nummer, tittel=hit.rad.tittel, feil=error
        ) from None


def _chosen(content: Content, names: tuple[str, ...]) -> Content:
    """Keep only the sheets asked for. Raises ImportFault where there is none of a name."""
    if not names:
        return content
    there = {sheet.name for sheet in content.sheets}
    if missing := [name for name in names if name not in there]:
        raise ImportFault(
            N_("Filen har ikke noe ark som heter «{ark}». Den har: {arkene}."),
            ark=missing[0],
            arkene=", ".join(sorted(there)),
        )
    return Content(tuple(sheet for sheet in content.sheets if sheet.name in names), content.passed_over)


def _free(content: Content, system: System, register: Register, ask: ImportOrder, result: ImportResult) -> None:
    oppslag, organer = DeclaredWords(register, ask.typer), OrganWords(register.plansystem)
    leser = RowReader(oppslag, StatusReader(organer, register.today.year))
    if all(is_derived(sheet) for sheet in content.sheets):
        raise ImportFault(
            N_(
                "Tabellen er regnet ut av planlint, og leses ikke tilbake. Rett i plan.csv, hendelse.csv "
                "eller en annen."
            )
        )
    for sheet in content.sheets:
        table = tabell.read_table(sheet, leser, oppslag)
        if table:
            result.tabeller.append(table)
        else:
            text = N_("«{ark}» har ingen rad med kolonnenavn som planlint kjenner, og er ikke lest.")
            result.merknader.append(Message.of_text(text, ark=sheet.name))
    if not result.tabeller:
        raise ImportFault(
            N_(
                "Fant ingen tabell med planer. En rad må ha navn på kolonnene, og minst to av dem må være "
                "kjente, for eksempel Plan og Status."
            )
        )
    rows = [row for table in result.tabeller for row in table.planer]
    plans = known_plans(system, register)
    ask.valg.control(rows, plans)
    kjenner, forslag = Matcher(plans, ask.valg), Drafts(system, register, plans, ask.opphav)
    for row in rows:
        hit = kjenner.find(row)
        if hit.hva in {"ny", "kjent"}:
            result.endringer.append(_made(forslag, hit))
        else:
            others = {"uavgjort": result.uavgjorte, "hoppet_over": result.hoppet_over, "gjentatt": result.gjentatte}
            others[hit.hva].append(hit)
    for name in organer.missing:
        text = N_("Organet «{organ}» står ikke under `organer` i plansystem.yaml, og er ikke tatt med.")
        result.merknader.append(Message.of_text(text, organ=name))
    for table in result.tabeller:
        for number, said in table.uten_tittel:
            untitled = Message.of_text(N_("raden har ingen tittel: {tekst}"), tekst=said)
            result.ulest.append((table.ark, number, untitled))
