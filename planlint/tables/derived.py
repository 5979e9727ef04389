"""What a table knows of an entity beyond its file: how it stands on the day, what follows it up, and its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import VEDTAK, VEDTAK_IN_EARNEST, Indikator, Innspill, Maal, Plan, Planstrategi, Tiltak, Utfordring
from planlint.register import (
    fulgt_opp,
    gjelder,
    kortstatus,
    overskridelser,
    revisjonsfrist,
    roed_traad,
    viten,
)
from planlint.tables.fields import model_cells, model_columns
from planlint.tables.harmless_cells import Cell, TableColumn, as_cell, clean, url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Enhet
    from planlint.tables.nettsted import Nettsted

_FIRST = (
    TableColumn("id", N_("Filnavnet uten endelse. Det er unikt for slaget.")),
    TableColumn("tittel", N_("Navnet, slik det står i vedtaket.")),
)
_LAST = (
    TableColumn("funn", N_("Kodene til reglene som har funn, også kjente avvik og unntak.")),
    TableColumn("fil", N_("Filen som raden er hentet fra.")),
    TableColumn("side", N_("Siden på nettstedet.")),
)
_MORE: dict[type[Enhet], tuple[TableColumn, ...]] = {
    Plan: (
        TableColumn("typenavn", N_("Navnet på plantypen.")),
        TableColumn("status_nå", N_("Statusen på dagen tabellen er laget. Tomt: ikke dokumentert.")),
        TableColumn("i_kraft", N_("Om planen er i kraft på dagen så langt registeret viser: ja eller nei.")),
        TableColumn("vedtatt", N_("Når planen sist ble vedtatt, revidert eller tatt til orientering.")),
        TableColumn("vedtatt_av", N_("Organet som gjorde det.")),
        TableColumn("vedtatt_sak", N_("Saksnummeret.")),
        TableColumn("periodeslutt", N_("Siste dag i perioden, medregnet forlengelser.")),
        TableColumn("revisjonsfrist", N_("Siste dag for neste revisjon.")),
        TableColumn("ansvarlig_navn", N_("Navnet på sektoren som har ansvaret.")),
        TableColumn("erstattet_av", N_("Planene som har trådt i stedet for denne.")),
        TableColumn(
            "kortstatus", N_("Statusen i ord: hva planen er, hva den er for sen med, og fra når det er kjent.")
        ),
        TableColumn("gjelder", N_("Svaret på om planen gjelder, som kode. Ukjent betyr at registeret ikke viser det.")),
        TableColumn(
            "over_fristen",
            N_("Fristene som planen er over, som koder."),
        ),
        TableColumn("kunnskap", N_("Hvor godt statusen er kjent, som kode.")),
        TableColumn("kjent_fra", N_("Tiden det siste registeret vet om planen, er fra.")),
        TableColumn("kjent_kilde", N_("Kilden som sier det. Tomt: registeret selv.")),
        TableColumn("rød_tråd", N_("Om en tråd fører til samfunnsdelen, som kode. Ikke-dokumentert er ikke nei.")),
    ),
    Maal: (
        TableColumn("i_kraft", N_("Om planen som målet står i, er i kraft på dagen: ja eller nei.")),
        TableColumn("fulgt_opp_av", N_("Planene som er forankret i målet.")),
        TableColumn("tiltak", N_("Tiltakene som følger opp målet.")),
        TableColumn("indikatorer", N_("Indikatorene som måler målet.")),
        TableColumn(
            "fulgt_opp", N_("Om målet er fulgt opp, som kode. Ikke-dokumentert er ikke nei. Tomt: ikke i kraft.")
        ),
    ),
    Planstrategi: (
        TableColumn("vedtatt", N_("Når planstrategien ble vedtatt.")),
        TableColumn("gjeldende", N_("Om den er den gjeldende planstrategien på dagen: ja eller nei.")),
    ),
}
NAMES: dict[type[Enhet], tuple[str, str]] = {
    Plan: (N_("Planer"), N_("Én rad for hver plan, strategi, melding og analyse.")),
    Maal: (N_("Mål"), N_("Én rad for hvert hovedmål, delmål og hver strategi.")),
    Indikator: (N_("Indikatorer"), N_("Én rad for hver indikator. Tallene står i tabellen `verdi`.")),
    Tiltak: (N_("Tiltak"), N_("Én rad for hvert tiltak.")),
    Utfordring: (N_("Utfordringer"), N_("Én rad for hver utfordring og målkonflikt.")),
    Innspill: (N_("Innspill"), N_("Én rad for hvert innspill, med svaret.")),
    Planstrategi: (N_("Planstrategier"), N_("Én rad for hver planstrategi.")),
}


def _ids(entities: Sequence[Enhet]) -> Cell:
    return as_cell([entity.id for entity in entities])


def _plan(site: Nettsted, plan: Plan) -> tuple[Cell, ...]:
    register, system = site.register, site.register.plansystem
    plantype, adopted = register.plantype(plan), register.last_event(plan, *VEDTAK)
    organ = system.organer.get(adopted.organ or "") if adopted else None
    revision, sektor = revisjonsfrist(register, plan), system.sektorer.get(plan.ansvarlig or "")
    return (
        clean(plantype.navn) if plantype else "",
        register.status(plan) or "",
        as_cell(register.is_i_kraft(plan)),
        as_cell(adopted.dato) if adopted else "",
        clean(organ.navn) if organ else "",
        as_cell(adopted.sak) if adopted else "",
        as_cell(register.periodeslutt(plan)),
        revision.dag if revision and register.is_vedtatt(plan) else "",
        clean(sektor.navn) if sektor else "",
        _ids(register.replaced_by(plan)),
        *_answers(site, plan),
    )


def _answers(site: Nettsted, plan: Plan) -> tuple[Cell, ...]:
    """Give whether a plan applies, is late and is known, and where its thread leads."""
    register, known = site.register, viten(site.register, plan)
    return (
        clean(kortstatus(register, site.lang, plan)),
        gjelder(register, plan).value,
        as_cell([late.slag.value for late in overskridelser(register, plan)]),
        known.slag.value,
        as_cell(known.dag.tid) if known.dag else "",
        known.kilde or "",
        roed_traad(register, plan).value,
    )


def _derived(site: Nettsted, entity: Enhet) -> tuple[Cell, ...]:
    """Give the cells of an entity that its own file does not have."""
    register = site.register
    if isinstance(entity, Plan):
        return _plan(site, entity)
    if isinstance(entity, Maal):
        below = (register.anchored_in(entity), register.tiltak_of(entity), register.indikatorer_of(entity))
        followed = fulgt_opp(register).get(entity.id)
        own = (as_cell(register.is_maal_i_kraft(entity)), *(_ids(found) for found in below))
        return (*own, followed.value if followed else "")
    if isinstance(entity, Planstrategi):
        adopted = register.last_event(entity, *VEDTAK_IN_EARNEST)
        return (as_cell(adopted.dato) if adopted else "", as_cell(entity is register.planstrategi))
    return ()


def rule_codes(site: Nettsted, entity: Enhet) -> list[str]:
    """Give the codes of the rules that have found something in an entity."""
    return sorted({funn.kode for funn in site.findings_about(entity)})


def entity_columns(kind: type[Enhet]) -> tuple[TableColumn, ...]:
    """Give the columns of a kind: id and title, how it stands, the file's own fields, findings and addresses."""
    return (*_FIRST, *_MORE.get(kind, ()), *model_columns(kind), *_LAST)


def entity_row(site: Nettsted, entity: Enhet) -> tuple[Cell, ...]:
    """Give the row of an entity."""
    last = (as_cell(rule_codes(site, entity)), entity.file, url(site, site.path(entity)))
    return (entity.id, clean(entity.tittel), *_derived(site, entity), *model_cells(entity), *last)
