"""What a table says became of its drafts, as the sheet of an export says it: a row for each goal, or one for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.imports.cells import SheetRow
from planlint.imports.read_export import ExportSheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEADS = ("for_utkast", "mål", "utfall")


def became_of(drafts: Iterable[tuple[int, str, Sequence[str], str]], sheet: str) -> ExportSheet:
    """Give the rows of what became of drafts: each is given by its line, its id, the adopted goals and how it went."""
    rows = [SheetRow(at, (id_, goal, word)) for at, id_, goals, word in drafts for goal in goals or [""]]
    return ExportSheet("blir", {name: at for at, name in enumerate(_HEADS)}, tuple(rows), sheet)
