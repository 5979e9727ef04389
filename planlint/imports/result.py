"""An import as a whole: read a file, understand it, and say what it would do. Nothing is written here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.edit import gone_with
from planlint.imports.cells import Content, ImportFault
from planlint.imports.guard import TEXT
from planlint.imports.import_outcome import ImportResult
from planlint.imports.kind_table import read_kind, score_of
from planlint.imports.read_export import export_sheets, is_derived
from planlint.imports.read_file import read
from planlint.imports.round_trip import read_back
from planlint.imports.run.free_import import FreeImport
from planlint.imports.table.heads import score

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
        return result
    content = _chosen(read(path, score), ask.ark)
    ask = replace(ask, opphav=replace(ask.opphav, ark=path.suffix.lower() not in TEXT))
    sheets = export_sheets(content)
    result = ImportResult(merknader=[] if sheets else [*content.passed_over], rundtur=bool(sheets))
    if sheets:
        read_back(sheets, system, register, result, clear=ask.clear)
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
