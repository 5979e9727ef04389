"""The fields of the files as columns: which, in which order, with the model's own descriptions."""

from __future__ import annotations

import typing
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from planlint.model import (
    Beslutning,
    Blir,
    Budsjettpost,
    Deretter,
    Forankring,
    Hendelse,
    Indikator,
    Innspill,
    Kildehenvisning,
    Maal,
    Oppgave,
    Plan,
    Planstrategi,
    Tiltak,
    Utfordring,
)
from planlint.tables.harmless_cells import Cell, TableColumn, as_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS: Mapping[type[BaseModel], str] = {
    Plan: "type status sammendrag periode.fra periode.til periode.usikker arbeid.oppstart arbeid.ferdig arbeid.usikker"
    " arbeid.merknad revisjon.rulleres revisjon.neste revisjon.usikker revisjon.kilde revisjon.merknad ansvarlig del_av"
    " bygger_paa erstatter avgrenset_mot hjemmel lovpaalagt tema maalgruppe partnere baerekraftsmaal arealplan_id"
    " utfordringer gjennomgaatt tidligere_id merknad"
    " budsjett.tittel budsjett.enhet budsjett.fra budsjett.til budsjett.sum budsjett.avrundet budsjett.kilde"
    " budsjett.sted budsjett.oppgir budsjett.merknad",
    Maal: "type nummer plan ansvarlig overordnet sammendrag baerekraftsmaal viderefoerer tema effekt.verdi effekt.enhet"
    " effekt.til kortnavn tidligere_id merknad utkast variant",
    Indikator: "enhet retning maal sitat plan ansvarlig sammendrag gjennomgaatt tidligere_id merknad",
    Tiltak: "nummer plan maal ansvarlig medansvarlige status frist effekt.verdi effekt.enhet effekt.til sammendrag"
    " gjennomgaatt tidligere_id merknad kostnad driftsramme investeringsramme totalramme",
    Utfordring: "type sammendrag tema maal sider maal_paa_side avveiing kjede gjennomgaatt tidligere_id merknad",
    Innspill: "plan maal tema avsender arena dato nummer tekst stemmer vekt svar.utfall svar.begrunnelse svar.endring"
    " svar.foerte_til svar.dato svar.organ svar.sak tidligere_id merknad",
    Blir: "utfall maal usikker begrunnelse merknad",
    Planstrategi: "valgperiode status sammendrag prinsipper kunnskapsgrunnlag kapasitet aarsverk tidligere_id merknad",
    Hendelse: "hva dato organ sak til planlagt usikker kilde merknad tekst maal innspill",
    Budsjettpost: "tittel verdi maal tiltak oppgir merknad",
    Beslutning: "valg oppstart ferdig innsats prioritet ansvarlig inn_i hjemmel usikker merknad nummer vilkaar aarsverk"
    " kostnad utvalg venter_paa bestilt.organ bestilt.dato bestilt.sak begrunnelse",
    Deretter: "valg vilkaar oppstart ferdig inn_i merknad",
    Oppgave: "tittel valg oppstart ferdig aarsverk kostnad ansvarlig utvalg merknad",
    Forankring: "maal plan bekreftet avtrykk sitat merknad",
    Kildehenvisning: "kilde sted oppgir hva dato organ sak status usikker",
}


def _model(annotation: Any) -> type[BaseModel] | None:
    """Give the model inside an annotation such as `Periode | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in typing.get_args(annotation) if (found := _model(part))), None)


def _field(model: type[BaseModel], path: str) -> tuple[tuple[str, ...], FieldInfo]:
    """Give the file's keys on the way to a field, and the field itself."""
    names, current, info = [], model, FieldInfo()
    for step in path.split("."):
        info = current.model_fields[step]
        names.append(info.alias or step)
        current = _model(info.annotation) or current
    return tuple(names), info


@cache
def key_paths(model: type[BaseModel]) -> tuple[tuple[tuple[str, ...], Any], ...]:
    """Give for each column the file's keys on the way to its value, and the value's type."""
    found = (_field(model, path) for path in _FIELDS[model].split())
    return tuple((keys, info.annotation) for keys, info in found)


@cache
def model_columns(model: type[BaseModel]) -> tuple[TableColumn, ...]:
    """Give the columns of a model's own fields; lists of facts have tables of their own."""
    found = (_field(model, path) for path in _FIELDS[model].split())
    return tuple(TableColumn("_".join(keys), info.description or "") for keys, info in found)


@cache
def _readers(model: type[BaseModel]) -> tuple[tuple[str, attrgetter[Any]], ...]:
    """Give how each column is read: the field that may be missing, and the way to the value."""
    paths = _FIELDS[model].split()
    return tuple((path.partition(".")[0], attrgetter(path)) for path in paths)


def model_cells(item: BaseModel) -> tuple[Cell, ...]:
    """Give the cells of an entity or a fact, in the order of its columns."""
    return tuple("" if getattr(item, first) is None else as_cell(read(item)) for first, read in _readers(type(item)))
