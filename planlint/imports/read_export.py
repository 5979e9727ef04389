"""Reading back what `planlint export` wrote: each cell is compared with the file, and only those that differ count.

Unlike the other tables, nothing is interpreted here: heads are the files' own keys (see `planlint.tables.columns`).
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base.diagnostic import N_
from planlint.base.trouble import Melding
from planlint.imports.cells import as_text
from planlint.imports.plan_row_reader import Uforstaatt
from planlint.imports.times import tider
from planlint.model import KINDS, Beslutning, Forankring, Hendelse, Kildehenvisning
from planlint.tables.columns import AVLEDET, CelleError, Felt, celler, felter, les

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from planlint.imports.cells import Content, Row, Sheet
    from planlint.model import Enhet
    from planlint.register.register import Register
    from planlint.system.system import System

FAKTA: dict[str, tuple[frozenset[str], type[BaseModel] | None]] = {
    "beslutning": (frozenset(("for_plan", "planstrategi")), Beslutning),
    "forankring": (frozenset(("for_plan", "mål")), Forankring),
    "verdi": (frozenset(("indikator", "år", "serie")), None),
    "lenke": (frozenset(("slag", "id", "url")), None),
    "kildehenvisning": (frozenset(("slag", "id", "kilde", "oppgir")), Kildehenvisning),
    "hendelse": (frozenset(("slag", "id", "hva", "dato")), Hendelse),
}
_AVLEDET = (
    frozenset(("dag", "slag", "uid")),
    frozenset(("kode", "alvor", "melding")),
    frozenset(("fra", "felt", "til")),
)
_DEFAULT_NO = frozenset(("usikker", "planlagt"))
_MARKS = frozenset(("id", "slag", "for_plan", "nr", "indikator", "år", "planstrategi", "serie"))


class Ark(NamedTuple):
    """A sheet of an export: which table it is, the place of each head, and its rows."""

    navn: str
    hoder: dict[str, int]
    rader: tuple[Row, ...]
    sheet: str


class Sak(NamedTuple):
    """A file under way: what it said and what it shall say, with the row that it was first met in."""

    kind: str
    id: str
    enhet: Enhet | None
    var: dict[str, Any]
    blir: dict[str, Any]
    rad: tuple[str, int]
    uforstaatt: list[Uforstaatt]


def ark(content: Content) -> list[Ark]:
    """Give the sheets that an export made; none where the file is somebody's own table."""
    return [found for sheet in content.sheets if (found := _ark(sheet))]


def avledet(sheet: Sheet) -> bool:
    """Tell whether a sheet is one that an export has computed: findings, deadlines, links."""
    head = next((row for row in sheet.rows if not row.empty), None)
    return head is not None and any(needed <= set(head.texts) for needed in _AVLEDET)


def _ark(sheet: Sheet) -> Ark | None:
    head = next((index for index, row in enumerate(sheet.rows) if not row.empty), 0)
    names = {name: index for index, name in enumerate(sheet.rows[head].texts) if name}
    table = _table(sheet.name, [*names])
    return Ark(table, names, sheet.rows[head + 1 :], sheet.name) if table else None


def _table(sheet: str, heads: list[str]) -> str:
    for name, (needed, _) in FAKTA.items():
        if needed <= set(heads) and not any(head.endswith(AVLEDET) for head in heads):
            return name
    if "id" not in heads:
        return ""
    if sheet in KINDS:
        return sheet
    if not any("_" in head or head.endswith(AVLEDET) for head in heads):
        return ""
    plain = {head for head in heads if not head.endswith(AVLEDET)} - {"id"}
    return next((kind for kind, model in KINDS.items() if plain <= {felt.navn for felt in felter(model)}), "")


class Rundtur:
    """Collects what the sheets of an export change, file by file."""

    def __init__(self, system: System, register: Register, *, clear: bool) -> None:
        """Begin with nothing changed; `clear`: an empty cell takes the value out of the file."""
        self.register = register
        self.clear = clear
        self.tomme = 0
        self.ulest: list[tuple[str, int, Melding]] = []
        self._system = system
        self._opaque = register.opaque
        self.saker: dict[tuple[str, str], Sak] = {}

    def sak(self, kind: str, id_: str, row: Row, sheet: str, *, new: bool = False) -> Sak | None:
        """Give the file of an entity; None, and a note, where there is none or it cannot be read."""
        known = self.saker.get((kind, id_))
        if known:
            return known
        entity = self.register.find(kind, id_)
        if (kind, id_) in self._opaque:
            text = N_("filen til `{id}` har feil. Kjør `planlint check` og rett den først")
            self.ulest.append((sheet, row.number, Melding.av(text, id=id_)))
            return None
        if entity is None and not new:
            text = N_("det er ingen {slag} med id «{id}»")
            self.ulest.append((sheet, row.number, Melding.av(text, slag=kind or "fil", id=id_)))
            return None
        data = self._data(entity) if entity else {}
        made = Sak(kind, id_, entity, data, copy.deepcopy(data), (sheet, row.number), [])
        self.saker[kind, id_] = made
        return made

    def _data(self, entity: Enhet) -> dict[str, Any]:
        from planlint.source.read import decode  # noqa: PLC0415 - only what is in the sheet is read again
        from planlint.source.yaml import parse  # noqa: PLC0415 - as above

        raw = self._system.contents[entity.file]
        return parse(decode(raw))[0] if isinstance(raw, bytes) else {}

    def enheter(self, sheet: Ark) -> None:
        """Compare the rows of a sheet with one row for each file."""
        for row in sheet.rader:
            id_ = row.text(sheet.hoder["id"])
            if row.empty:
                continue
            if not id_:
                text = N_("raden mangler id. Skriv id-en som den nye filen skal ha")
                self.ulest.append((sheet.sheet, row.number, Melding(text)))
                continue
            if sak := self.sak(sheet.navn, id_, row, sheet.sheet, new=True):
                self.celler(sak, sak.blir, sak.enhet, (KINDS[sheet.navn], sheet, row))

    def celler(
        self, sak: Sak, target: dict[str, Any], item: BaseModel | None, where: tuple[type[BaseModel], Ark, Row]
    ) -> None:
        """Lay the cells of one row over an entity or a fact; `item` is that as it stands, None for a new one."""
        model, sheet, row = where
        now = celler(item) if item else {}
        for felt in felter(model):
            at = sheet.hoder.get(felt.navn)
            if at is None or at >= len(row.cells):
                continue
            try:
                new = _les(felt, row.cells[at])
            except CelleError as error:
                sak.uforstaatt.append(Uforstaatt(felt.navn, as_text(row.cells[at]), error.melding))
                continue
            old = les(felt, now[felt.navn]) if now else None
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


def _les(felt: Felt, cell: object) -> object:
    """Read a cell; a time may also be written as people do."""
    value = les(felt, cell)
    if felt.form == "tid" and isinstance(value, str):
        found = tider(value)
        whole = len(found) == 1 and value[: found[0].start].strip() == "" == value[found[0].slutt :].strip()
        return found[0].verdi if whole and not found[0].usikker else value
    return value


def tomt(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give data without the groups and lists that an edit has left empty."""
    return {key: value for key, value in data.items() if value not in ({}, [])}


def ukjente(sheet: Ark) -> list[str]:
    """Give the heads of a sheet that are neither read nor computed."""
    model = KINDS.get(sheet.navn) or FAKTA[sheet.navn][1] if sheet.navn in KINDS or sheet.navn in FAKTA else None
    known = (
        {felt.navn for felt in felter(model)}
        if model
        else {"verdi", "minst", "høyst", "over", "under", "tittel", "url"}
    )
    return [head for head in sheet.hoder if head not in known | _MARKS and not head.endswith(AVLEDET)]
