"""An import as a whole: read a file, understand it, and say what it would do. Nothing is written here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.check import Request, diagnostics
from planlint.edit import Workspace, gone_with
from planlint.imports.cells import Content, ImportFault
from planlint.imports.guard import TEXT
from planlint.imports.import_outcome import ImportResult
from planlint.imports.kind_table import read_kind, score_of
from planlint.imports.read_export import export_sheets, is_derived
from planlint.imports.read_file import read
from planlint.imports.round_trip import read_back
from planlint.imports.run.free_import import FreeImport
from planlint.imports.table.heads import score
from planlint.output import said
from planlint.text import language

_PERSON = "PL009"

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.run.import_order import ImportOrder
    from planlint.register import Register
    from planlint.system import System


def read_import(path: Path, system: System, register: Register, ask: ImportOrder) -> ImportResult:
    """Read a file and say what it would do. Raises ImportFault, ChoiceError, EditError, OSError."""
    if ask.kind:
        result = ImportResult(rundtur=True)
        content = _chosen(read(path, lambda texts: score_of(ask.kind, ask.columns, texts)), ask.ark)
        read_kind(content, system, register, result, ask)
        _refuse_names(result, system, register)
        return result
    content = _chosen(read(path, score), ask.ark)
    ask = replace(ask, opphav=replace(ask.opphav, ark=path.suffix.lower() not in TEXT))
    sheets = export_sheets(content)
    result = ImportResult(merknader=[] if sheets else [*content.passed_over], rundtur=bool(sheets))
    if sheets:
        read_back(sheets, system, register, result, clear=ask.clear)
        _refuse_names(result, system, register)
        _tell_of_unntak(result)
        return result
    if all(is_derived(sheet) for sheet in content.sheets):
        text = N_(
            "Tabellen er regnet ut av planlint, og leses ikke tilbake. Rett i plan.csv, hendelse.csv eller en annen."
        )
        raise ImportFault(text)
    FreeImport(path, content, system, register, ask).run(result)
    _tell_of_unntak(result)
    return result


def _refuse_names(result: ImportResult, system: System, register: Register) -> None:
    """See to it that no person is named in an input before it is written, since git forgets nothing, as the form does.

    What the municipality has chosen for the rule holds here too.
    """
    files = {change.navn: change for change in result.endringer if change.navn.startswith("innspill/") and change.raw}
    if not files:
        return
    future = Workspace(system, files=dict(result.files())).after()
    lang = language(register.plansystem.spraak)
    found = diagnostics(future, Request(register.today, full=frozenset(result.files())))
    for item in sorted(
        found, key=lambda one: files[one.finding.entity].rad if one.finding.entity in files else ("", 0)
    ):
        change = files.get(item.finding.entity)
        if item.code == _PERSON and item.status == "new" and change:
            words = said(item, lang)
            text = N_("Linje {nr}: {melding} {hjelp} Ingenting blir skrevet før det er gjort.")
            told = {"melding": words.message, "hjelp": f"{words.help[:1].upper()}{words.help[1:]}"}
            result.faults.append(Message.of_text(text, nr=change.rad[1], **told))


def _chosen(content: Content, names: tuple[str, ...]) -> Content:
    """Keep only the sheets asked for. Raises ImportFault where there is none of a name."""
    if not names:
        return content
    there = {sheet.name for sheet in content.sheets}
    if missing := [name for name in names if name not in there]:
        text = N_("Filen har ikke noe ark som heter «{ark}». Den har: {arkene}.")
        raise ImportFault(text, ark=missing[0], arkene=", ".join(sorted(there)))
    return Content(tuple(sheet for sheet in content.sheets if sheet.name in names), content.passed_over)


def _tell_of_unntak(result: ImportResult) -> None:
    """Note the suppressions that go with what an import takes out."""
    for change in result.endringer:
        result.merknader += gone_with(change.fil, change.unntak)
