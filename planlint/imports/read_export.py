"""Reading back what `planlint export` wrote: each cell is compared with the file, and only those that differ count.

Unlike the other tables, nothing is interpreted here: heads are the files' own keys (see `planlint.tables.columns`).
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_, Message
from planlint.imports.cells import as_text
from planlint.imports.rows.imported_plan import NotUnderstood
from planlint.imports.told_remark import noted
from planlint.model import (
    KINDS,
    Beslutning,
    Blir,
    Budsjettpost,
    Deretter,
    Forankring,
    Hendelse,
    Kildehenvisning,
    Oppgave,
)
from planlint.tables import (
    DERIVED,
    CellError,
    ReadableColumn,
    cells_of,
    fields_of,
    read_value,
)
from planlint.text import language
from planlint.words import read_point

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from planlint.imports.cells import Content, Sheet, SheetRow
    from planlint.model import Enhet
    from planlint.register import Register
    from planlint.system import System

FACTS: dict[str, tuple[frozenset[str], type[BaseModel] | None]] = {
    "deretter": (frozenset(("for_plan", "planstrategi", "nr")), Deretter),
    "beslutning": (frozenset(("for_plan", "planstrategi")), Beslutning),
    "oppgave": (frozenset(("planstrategi", "nr", "tittel")), Oppgave),
    "budsjettpost": (frozenset(("for_plan", "tittel", "verdi")), Budsjettpost),
    "forankring": (frozenset(("for_plan", "mål")), Forankring),
    "blir": (frozenset(("for_utkast", "utfall")), Blir),
    "verdi": (frozenset(("indikator", "år", "serie")), None),
    "lenke": (frozenset(("slag", "id", "url")), None),
    "kildehenvisning": (frozenset(("slag", "id", "kilde", "oppgir")), Kildehenvisning),
    "hendelse": (frozenset(("slag", "id", "hva", "dato")), Hendelse),
}
_DERIVED = (
    frozenset(("dag", "slag", "uid")),
    frozenset(("kode", "alvor", "melding")),
    frozenset(("gjelder", "mangler", "regel")),
    frozenset(("fra", "felt", "til")),
)
_DEFAULT_NO = frozenset(("usikker", "planlagt", "avrundet", "utkast"))
_MARKS = frozenset(("id", "slag", "for_plan", "for_utkast", "nr", "indikator", "år", "planstrategi", "serie"))


class ExportSheet(NamedTuple):
    """A sheet of an export: which table it is, the place of each head, and its rows."""

    navn: str
    hoder: dict[str, int]
    rader: tuple[SheetRow, ...]
    sheet: str


class ChangedFile(NamedTuple):
    """A file under way: what it said and what it shall say, with the row that it was first met in."""

    kind: str
    id: str
    enhet: Enhet | None
    var: dict[str, Any]
    blir: dict[str, Any]
    rad: tuple[str, int]
    uforstaatt: list[NotUnderstood]


def export_sheets(content: Content) -> list[ExportSheet]:
    """Give the sheets that an export made; none where the file is somebody's own table."""
    return [found for sheet in content.sheets if (found := _sheet(sheet))]


def is_derived(sheet: Sheet) -> bool:
    """Tell whether a sheet is one that an export has computed: findings, gaps, deadlines, links."""
    head = next((row for row in sheet.rows if not row.is_empty), None)
    return head is not None and any(needed <= set(head.texts) for needed in _DERIVED)


def _sheet(sheet: Sheet) -> ExportSheet | None:
    head = next((index for index, row in enumerate(sheet.rows) if not row.is_empty), 0)
    names = {name: index for index, name in enumerate(sheet.rows[head].texts) if name}
    table = _table(sheet.name, [*names])
    return ExportSheet(table, names, sheet.rows[head + 1 :], sheet.name) if table else None


def _table(sheet: str, heads: list[str]) -> str:
    for name, (needed, _) in FACTS.items():
        if needed <= set(heads) and not any(head.endswith(DERIVED) for head in heads):
            return name
    if "id" not in heads:
        return ""
    if sheet in KINDS:
        return sheet
    if not any("_" in head or head.endswith(DERIVED) for head in heads):
        return ""
    plain = {head for head in heads if not head.endswith(DERIVED)} - {"id"}
    return next((kind for kind, model in KINDS.items() if plain <= {felt.navn for felt in fields_of(model)}), "")


class RoundTrip:
    """Collects what the sheets of an export change, file by file."""

    def __init__(self, system: System, register: Register, *, clear: bool) -> None:
        """Begin with nothing changed; `clear`: an empty cell takes the value out of the file.

        `heads` are the columns of somebody's own table by their fields: what is not understood there is kept in the
        remark. An export has its values in the files already.
        """
        self.register = register
        self.clear = clear
        self.tomme = 0
        self.ulest: list[tuple[str, int, Message]] = []
        self.heads: dict[str, str] = {}
        self._system = system
        self._opaque = register.opaque
        self.saker: dict[tuple[str, str], ChangedFile] = {}

    def sak(self, kind: str, id_: str, row: SheetRow, sheet: str, *, new: bool = False) -> ChangedFile | None:
        """Give the file of an entity; None, and a note, where there is none or it cannot be read."""
        known = self.saker.get((kind, id_))
        if known:
            return known
        entity = self.register.find(kind, id_)
        if (kind, id_) in self._opaque:
            text = N_("filen til `{id}` har feil. Kjør `planlint check` og rett den først")
            self.ulest.append((sheet, row.number, Message.of_text(text, id=id_)))
            return None
        if entity is None and not new:
            text = N_("det er ingen {slag} med id «{id}»")
            self.ulest.append((sheet, row.number, Message.of_text(text, slag=kind or "fil", id=id_)))
            return None
        data = self._data(entity) if entity else {}
        made = ChangedFile(kind, id_, entity, data, copy.deepcopy(data), (sheet, row.number), [])
        self.saker[kind, id_] = made
        return made

    def _data(self, entity: Enhet) -> dict[str, Any]:
        from planlint.source import decode, parse  # noqa: PLC0415 - only what is in the sheet is read again

        raw = self._system.contents[entity.file]
        return parse(decode(raw))[0] if isinstance(raw, bytes) else {}

    def remark(self, sak: ChangedFile, field: str, text: str) -> None:
        """Keep a text that was not understood in the remark, under its head."""
        if text and (head := self.heads.get(field)):
            say = language(self.register.plansystem.spraak).gettext
            sak.blir["merknad"] = noted(str(sak.blir.get("merknad") or ""), head, text, say)

    def entities(self, sheet: ExportSheet) -> None:
        """Compare the rows of a sheet with one row for each file."""
        for row in sheet.rader:
            id_ = row.text(sheet.hoder["id"])
            if row.is_empty:
                continue
            if not id_:
                text = N_("raden mangler id. Skriv id-en som den nye filen skal ha")
                self.ulest.append((sheet.sheet, row.number, Message(text)))
                continue
            if sak := self.sak(sheet.navn, id_, row, sheet.sheet, new=True):
                self.cells(sak, sak.blir, sak.enhet, (KINDS[sheet.navn], sheet, row))

    def cells(
        self,
        sak: ChangedFile,
        target: dict[str, Any],
        item: BaseModel | None,
        where: tuple[type[BaseModel], ExportSheet, SheetRow],
    ) -> None:
        """Lay the cells of one row over an entity or a fact; `item` is that as it stands, None for a new one."""
        model, sheet, row = where
        now = cells_of(item) if item else {}
        for felt in fields_of(model):
            at = sheet.hoder.get(felt.navn)
            if at is None or at >= len(row.cells):
                continue
            try:
                new = _read(felt, row.cells[at])
            except CellError as error:
                sak.uforstaatt.append(NotUnderstood(".".join(felt.sti), as_text(row.cells[at]), error.melding))
                continue
            old = read_value(felt, now[felt.navn]) if now else None
            if new == old or (new is False and old is None and felt.sti[-1] in _DEFAULT_NO):
                continue
            self._put(target, felt.sti, new)

    def _put(self, target: dict[str, Any], path: tuple[str, ...], value: object) -> None:
        if value is None and not self.clear:
            self.tomme += 1
            return
        for step in path[:-1]:
            inner = target.get(step)
            target[step] = inner if isinstance(inner, dict) else {}
            target = target[step]
        if value is None:
            target.pop(path[-1], None)
        else:
            target[path[-1]] = value


def _read(felt: ReadableColumn, cell: object) -> object:
    """Read a cell; a time may also be written as people do."""
    value = read_value(felt, cell)
    if felt.form == "tid" and isinstance(value, str):
        found = read_point(value)
        return value if found is None else found
    return value


def without_empty(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give data without the groups and lists that an edit has left empty."""
    return {key: value for key, value in data.items() if value not in ({}, [])}


def unknown_heads(sheet: ExportSheet) -> list[str]:
    """Give the heads of a sheet that are neither read nor computed."""
    model = KINDS.get(sheet.navn) or FACTS[sheet.navn][1] if sheet.navn in KINDS or sheet.navn in FACTS else None
    known = (
        {felt.navn for felt in fields_of(model)}
        if model
        else {"verdi", "minst", "høyst", "over", "under", "tittel", "url"}
    )
    return [head for head in sheet.hoder if head not in known | _MARKS and not head.endswith(DERIVED)]
