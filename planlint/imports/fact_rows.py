"""The sheets of facts in an export: events, decisions, anchors, sources, links and numbers, each with its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message
from planlint.edit import get, is_same
from planlint.imports.cells import as_text
from planlint.imports.read_export import FACTS, ChangedFile, ExportSheet, RoundTrip
from planlint.imports.rows.imported_plan import NotUnderstood
from planlint.tables import CellError, ReadableColumn, read_value

if TYPE_CHECKING:
    from planlint.imports.cells import SheetRow
    from planlint.model import Enhet

_LISTS = {
    "hendelse": ("hendelser",),
    "forankring": ("forankring",),
    "blir": ("blir",),
    "kildehenvisning": ("kilder",),
    "lenke": ("lenker",),
    "budsjettpost": ("budsjett", "poster"),
    "oppgave": ("oppgaver",),
}
_OWNERS = {"for_plan": "plan", "for_utkast": "maal", "indikator": "indikator", "planstrategi": "planstrategi"}
"""The columns that name the owner of a row, and the kind of it."""
_BOUNDS = ("minst", "høyst", "over", "under")
_SERIES = ("verdier", "prognose", "måltall")
_SERIES_FAULT = Message(N_("raden må si år, og `verdier`, `prognose` eller `måltall`"))
_NUMBER = ReadableColumn("verdi", (), "tall")


def read_facts(tour: RoundTrip, sheet: ExportSheet) -> None:
    """Compare the rows of a sheet of facts with the files that own them."""
    seen: dict[tuple[str, ...], set[int]] = {}
    for row in sheet.rader:
        if row.is_empty:
            continue
        kind, id_ = _owner(sheet, row)
        sak = tour.sak(kind, id_, row, sheet.sheet)
        if sak is None:
            continue
        if sheet.navn == "verdi":
            _value(tour, sheet, row, sak)
        elif sheet.navn == "beslutning":
            _beslutning(tour, sheet, row, sak)
        elif path := _path(tour, sheet, row, sak):
            _listed(tour, sheet, row, sak, path, seen.setdefault((kind, id_, *path), set()))


def _path(tour: RoundTrip, sheet: ExportSheet, row: SheetRow, sak: ChangedFile) -> tuple[str, ...]:
    """Give the way to the list that a row's fact is in; none, and a note, where there is no decision to go on from."""
    if sheet.navn != "deretter":
        return _LISTS[sheet.navn]
    strategy = _text(sheet, row, "planstrategi")
    if isinstance(get(sak.blir, ("beslutninger", strategy)), dict):
        return ("beslutninger", strategy, "deretter")
    text = N_("planen har ingen beslutning i planstrategien «{id}». Skriv den først, i arket `beslutning`")
    tour.ulest.append((sheet.sheet, row.number, Message.of_text(text, id=strategy)))
    return ()


def _text(sheet: ExportSheet, row: SheetRow, name: str) -> str:
    at = sheet.hoder.get(name)
    return row.text(at) if at is not None else ""


def _owner(sheet: ExportSheet, row: SheetRow) -> tuple[str, str]:
    if "slag" in sheet.hoder:
        return _text(sheet, row, "slag"), _text(sheet, row, "id")
    owner = next(name for name in _OWNERS if name in sheet.hoder)
    return _OWNERS[owner], _text(sheet, row, owner)


def _items(entity: Enhet | None, path: tuple[str, ...]) -> tuple[Any, ...]:
    """Give the items of the list that lies at a path in an entity; none where a step is missing."""
    there: Any = entity
    for step in path:
        there = there.get(step) if isinstance(there, dict) else getattr(there, step, None)
    return tuple(there or ())


def _list_at(data: dict[str, Any], path: tuple[str, ...]) -> list[Any]:
    """Give the list at a path of a file's data, made where it is missing."""
    *groups, last = path
    for step in groups:
        data = data.setdefault(step, {})
    return data.setdefault(last, [])  # type: ignore[no-any-return] # the model says that it is a list


def _listed(  # noqa: PLR0913
    tour: RoundTrip, sheet: ExportSheet, row: SheetRow, sak: ChangedFile, path: tuple[str, ...], seen: set[int]
) -> None:
    """Compare a row with the item of its number; a row without one (or with one too high) is a new item."""
    number = _text(sheet, row, "nr")
    index = int(number) - 1 if number.isascii() and number.isdigit() else -1
    items, old = _items(sak.enhet, path), get(sak.var, path) or []
    new = _list_at(sak.blir, path)
    if 0 <= index < len(items) and index < len(old) and index not in seen:
        seen.add(index)
        target = _long(old[index])
        _fill(tour, target, items[index], sheet, row, sak)
        if target != _long(old[index]):
            new[index] = target
        return
    target = {}
    _fill(tour, target, None, sheet, row, sak)
    if target and not any(is_same(_long(item), target) for item in new):
        new.append(target)


def _long(item: Any) -> dict[str, Any]:
    return dict(item) if isinstance(item, dict) else {"mål": item}


def _fill(  # noqa: PLR0913
    tour: RoundTrip, target: dict[str, Any], item: Any, sheet: ExportSheet, row: SheetRow, sak: ChangedFile
) -> None:
    model = FACTS[sheet.navn][1]
    if model is not None:
        tour.cells(sak, target, item, (model, sheet, row))
        return
    for name in ("tittel", "url"):  # a link
        if (text := _text(sheet, row, name)) and text != target.get(name):
            target[name] = text


def _beslutning(tour: RoundTrip, sheet: ExportSheet, row: SheetRow, sak: ChangedFile) -> None:
    strategy = _text(sheet, row, "planstrategi")
    decisions = sak.blir.setdefault("beslutninger", {})
    item = getattr(sak.enhet, "beslutninger", {}).get(strategy) if sak.enhet else None
    target = dict(decisions.get(strategy) or {})
    _fill(tour, target, item, sheet, row, sak)
    if strategy and target:
        decisions[strategy] = target


def _value(tour: RoundTrip, sheet: ExportSheet, row: SheetRow, sak: ChangedFile) -> None:
    """Compare one number of an indicator: measured, forecast or target, with or without bounds."""
    series, year = _text(sheet, row, "serie"), _text(sheet, row, "år")
    if series not in _SERIES or not (year.isascii() and year.isdigit()):
        text = f"{series} {year}".strip()
        sak.uforstaatt.append(NotUnderstood("serie", text, _SERIES_FAULT))
        return
    numbers: dict[str, Any] = {}
    for name in ("verdi", *(_BOUNDS if series == "måltall" else ())):
        cell = row.cells[sheet.hoder[name]] if name in sheet.hoder and sheet.hoder[name] < len(row.cells) else ""
        try:
            value = read_value(_NUMBER, cell)
        except CellError as error:
            sak.uforstaatt.append(NotUnderstood(name, as_text(cell), error.melding))
            return
        numbers |= {name: value} if value is not None else {}
    old = (sak.blir.get(series) or {}).get(int(year))
    if not numbers:
        tour.tomme += old is not None
        if tour.clear and old is not None:
            del sak.blir[series][int(year)]
    elif (old if isinstance(old, dict) else {"verdi": old}) != numbers:
        sak.blir.setdefault(series, {})[int(year)] = numbers["verdi"] if [*numbers] == ["verdi"] else numbers
