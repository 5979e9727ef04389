"""The tables of facts inside the files: events, decisions, anchors, values, sources, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import Beslutning, Blir, Budsjettpost, Deretter, Forankring, Hendelse, Kildehenvisning, Oppgave
from planlint.tables.entity_links import all_entities, find_entity_links
from planlint.tables.fields import model_cells, model_columns
from planlint.tables.harmless_cells import Cell, DataTable, TableColumn, as_cell, clean, make_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register import Register

_EIER = make_columns(
    {
        "slag": N_("Slaget: `plan`, `maal`, `indikator`, `tiltak`, `utfordring`, `planstrategi` eller `innspill`."),
        "id": N_("Id-en til det som raden gjelder."),
    }
)
_PLAN = TableColumn("for_plan", N_("Id-en til planen som raden gjelder."))
_UTKAST = TableColumn("for_utkast", N_("Id-en til utkastet som raden gjelder."))
_STRATEGI = TableColumn("planstrategi", N_("Id-en til planstrategien."))
_POSITION = TableColumn("nr", N_("Plassen i listen i filen, fra 1. Tomt for en ny rad."))
_NUMBERS = make_columns(
    {
        "indikator": N_("Id-en til indikatoren."),
        "år": N_("Året."),
        "serie": N_("Hva tallet er: `verdier` (målt), `prognose` (ventet) eller `måltall` (skal nås)."),
        "verdi": N_("Tallet."),
        "minst": N_("Måltall: tallet eller mer."),
        "høyst": N_("Måltall: tallet eller mindre."),
        "over": N_("Måltall: mer enn tallet."),
        "under": N_("Måltall: mindre enn tallet."),
    }
)
_LINK = make_columns({"tittel": N_("Det leseren ser."), "url": N_("Adressen.")})
_ENTITY_LINK = make_columns(
    {
        "fra": N_("Det som lenker, som `slag/id`."),
        "felt": N_("Feltet i filen."),
        "til": N_("Det som det lenkes til, som `slag/id`."),
    }
)


def _hendelser(register: Register) -> DataTable:
    rows = (
        (owner.kind, owner.id, *model_cells(event))
        for owner in register.entities_with_hendelser()
        for event in owner.hendelser
    )
    text = N_("Én rad for hver hendelse i en plan eller planstrategi: vedtak, høring, oppstart.")
    return DataTable("hendelse", N_("Hendelser"), text, (*_EIER, *model_columns(Hendelse)), tuple(rows))


def _beslutninger(register: Register) -> DataTable:
    plans = register.planer.values()
    columns = (_PLAN, _STRATEGI, *model_columns(Beslutning))
    rows = ((plan.id, id_, *model_cells(item)) for plan in plans for id_, item in plan.beslutninger.items())
    text = N_("Én rad for hver gang en planstrategi har bestemt hva som skal skje med en plan.")
    return DataTable("beslutning", N_("Beslutninger"), text, columns, tuple(rows))


def _deretter(register: Register) -> DataTable:
    columns = (_PLAN, _STRATEGI, _POSITION, *model_columns(Deretter))
    rows = (
        (plan.id, id_, number, *model_cells(later))
        for plan in register.planer.values()
        for id_, decision in plan.beslutninger.items()
        for number, later in enumerate(decision.deretter, 1)
    )
    text = N_("Én rad for hver ting en planstrategi har bestemt skal skje med en plan etter det første.")
    return DataTable("deretter", N_("Beslutninger om det som skal skje etterpå"), text, columns, tuple(rows))


def _oppgaver(register: Register) -> DataTable:
    columns = (_STRATEGI, _POSITION, *model_columns(Oppgave))
    rows = (
        (strategi.id, number, *model_cells(task))
        for strategi in register.planstrategier.values()
        for number, task in enumerate(strategi.oppgaver, 1)
    )
    text = N_("Én rad for hvert planarbeid i en planstrategi som ikke gjelder én plan i registeret.")
    return DataTable("oppgave", N_("Annet planarbeid"), text, columns, tuple(rows))


def _poster(register: Register) -> DataTable:
    rows = (
        (plan.id, *model_cells(post))
        for plan in register.planer.values()
        if plan.budsjett
        for post in plan.budsjett.poster
    )
    text = N_("Én rad for hver post i et budsjett. Enheten og summen står ved planen.")
    return DataTable("budsjettpost", N_("Budsjettposter"), text, (_PLAN, *model_columns(Budsjettpost)), tuple(rows))


def _forankring(register: Register) -> DataTable:
    rows = ((plan.id, *model_cells(anchor)) for plan in register.planer.values() for anchor in plan.forankring)
    text = N_("Én rad for hvert mål eller hver plan som en plan er forankret i.")
    return DataTable("forankring", N_("Forankring"), text, (_PLAN, *model_columns(Forankring)), tuple(rows))


def _blir(register: Register) -> DataTable:
    rows = ((maal.id, *model_cells(blir)) for maal in register.every_maal.values() for blir in maal.blir)
    text = N_("Én rad for hvert vedtatt mål som et utkast ble til, og for hvert utkast som er utgått.")
    return DataTable("blir", N_("Hva det ble av utkastene"), text, (_UTKAST, *model_columns(Blir)), tuple(rows))


def _values(register: Register) -> DataTable:
    """Give every measured value, forecast and target."""
    rows: list[tuple[Cell, ...]] = []
    for item in register.indikatorer.values():
        for name, series in (("verdier", item.verdier), ("prognose", item.prognose)):
            rows += [(item.id, year, name, value, "", "", "", "") for year, value in sorted(series.items())]
        for year, goal in sorted(item.maaltall.items()):
            bounds = (goal.verdi, goal.minst, goal.hoeyst, goal.over, goal.under)
            rows.append((item.id, year, "måltall", *(as_cell(bound) for bound in bounds)))
    return DataTable("verdi", N_("Tall"), N_("Én rad for hvert tall i en indikator."), _NUMBERS, tuple(rows))


def _kilder(register: Register) -> DataTable:
    every = all_entities(register)
    rows = ((entity.kind, entity.id, *model_cells(ref)) for entity in every for ref in getattr(entity, "kilder", ()))
    text = N_("Én rad for hvert sted en kilde sier noe.")
    return DataTable(
        "kildehenvisning", N_("Kildehenvisninger"), text, (*_EIER, *model_columns(Kildehenvisning)), tuple(rows)
    )


def _links(register: Register) -> DataTable:
    rows = (
        (entity.kind, entity.id, clean(link.tittel), clean(link.url))
        for entity in all_entities(register)
        for link in getattr(entity, "lenker", ())
    )
    text = N_("Én rad for hvert dokument og hver sak på nettet.")
    return DataTable("lenke", N_("Lenker"), text, (*_EIER, *_LINK), tuple(rows))


def _entity_links(register: Register) -> DataTable:
    rows = ((link.fra, link.felt, link.til) for link in find_entity_links(register).alle)
    return DataTable(
        "kobling", N_("Koblinger"), N_("Én rad for hver kobling mellom to filer."), _ENTITY_LINK, tuple(rows)
    )


def fact_tables(register: Register) -> Iterator[DataTable]:
    """Give the tables of facts."""
    for make in (
        _hendelser,
        _beslutninger,
        _deretter,
        _oppgaver,
        _poster,
        _forankring,
        _blir,
        _values,
        _kilder,
        _links,
        _entity_links,
    ):
        yield make(register)
