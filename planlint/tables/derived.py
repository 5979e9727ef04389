"""What a table knows of an entity beyond its file: how it stands on the day, what follows it up, and its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.model import Indikator, Maal, Plan, Planstrategi, Tiltak, Utfordring
from planlint.model.ord import VEDTAK, VEDTAK_I_SAKEN
from planlint.register.livsloep.frist import revisjonsfrist
from planlint.tables.fields import kolonner, verdier
from planlint.tables.harmless_cells import Celle, Kolonne, celle, ren, url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Enhet
    from planlint.tables.nettsted import Nettsted

_FOERST = (
    Kolonne("id", N_("Filnavnet uten endelse. Det er unikt for slaget.")),
    Kolonne("tittel", N_("Navnet, slik det står i vedtaket.")),
)
_SIST = (
    Kolonne("funn", N_("Kodene til reglene som har funn, også kjente avvik og unntak.")),
    Kolonne("fil", N_("Filen som raden er hentet fra.")),
    Kolonne("side", N_("Siden på nettstedet.")),
)
_MER: dict[type[Enhet], tuple[Kolonne, ...]] = {
    Plan: (
        Kolonne("typenavn", N_("Navnet på plantypen.")),
        Kolonne("status_nå", N_("Statusen på dagen tabellen er laget. Tomt: ikke dokumentert.")),
        Kolonne("i_kraft", N_("Om planen er i kraft på dagen: ja eller nei.")),
        Kolonne("vedtatt", N_("Når planen sist ble vedtatt, revidert eller tatt til orientering.")),
        Kolonne("vedtatt_av", N_("Organet som gjorde det.")),
        Kolonne("vedtatt_sak", N_("Saksnummeret.")),
        Kolonne("periodeslutt", N_("Siste dag i perioden, medregnet forlengelser.")),
        Kolonne("revisjonsfrist", N_("Siste dag for neste revisjon.")),
        Kolonne("ansvarlig_navn", N_("Navnet på sektoren som har ansvaret.")),
        Kolonne("erstattet_av", N_("Planene som har trådt i stedet for denne.")),
    ),
    Maal: (
        Kolonne("i_kraft", N_("Om planen som målet står i, er i kraft på dagen: ja eller nei.")),
        Kolonne("fulgt_opp_av", N_("Planene som er forankret i målet.")),
        Kolonne("tiltak", N_("Tiltakene som følger opp målet.")),
        Kolonne("indikatorer", N_("Indikatorene som måler målet.")),
    ),
    Planstrategi: (
        Kolonne("vedtatt", N_("Når planstrategien ble vedtatt.")),
        Kolonne("gjeldende", N_("Om den er den gjeldende planstrategien på dagen: ja eller nei.")),
    ),
}
NAVN: dict[type[Enhet], tuple[str, str]] = {
    Plan: (N_("Planer"), N_("Én rad for hver plan, strategi, melding og analyse.")),
    Maal: (N_("Mål"), N_("Én rad for hvert hovedmål, delmål og hver strategi.")),
    Indikator: (N_("Indikatorer"), N_("Én rad for hver indikator. Tallene står i tabellen verdi.")),
    Tiltak: (N_("Tiltak"), N_("Én rad for hvert tiltak.")),
    Utfordring: (N_("Utfordringer"), N_("Én rad for hver utfordring og målkonflikt.")),
    Planstrategi: (N_("Planstrategier"), N_("Én rad for hver planstrategi.")),
}


def _ider(entities: Sequence[Enhet]) -> Celle:
    return celle([entity.id for entity in entities])


def _plan(site: Nettsted, plan: Plan) -> tuple[Celle, ...]:
    register, system = site.register, site.register.plansystem
    plantype, adopted = register.plantype(plan), register.sist(plan, *VEDTAK)
    organ = system.organer.get(adopted.organ or "") if adopted else None
    revision, sektor = revisjonsfrist(register, plan), system.sektorer.get(plan.ansvarlig or "")
    return (
        ren(plantype.navn) if plantype else "",
        register.status(plan) or "",
        celle(register.i_kraft(plan)),
        celle(adopted.dato) if adopted else "",
        ren(organ.navn) if organ else "",
        celle(adopted.sak) if adopted else "",
        celle(register.periodeslutt(plan)),
        revision.dag if revision and register.vedtatt(plan) else "",
        ren(sektor.navn) if sektor else "",
        _ider(register.erstattet_av(plan)),
    )


def _avledet(site: Nettsted, entity: Enhet) -> tuple[Celle, ...]:
    """Give the cells of an entity that its own file does not have."""
    register = site.register
    if isinstance(entity, Plan):
        return _plan(site, entity)
    if isinstance(entity, Maal):
        below = (register.forankret_i(entity), register.tiltak_for(entity), register.indikatorer_for(entity))
        return (celle(register.maal_i_kraft(entity)), *(_ider(found) for found in below))
    if isinstance(entity, Planstrategi):
        adopted = register.sist(entity, *VEDTAK_I_SAKEN)
        return (celle(adopted.dato) if adopted else "", celle(entity is register.planstrategi))
    return ()


def koder(site: Nettsted, entity: Enhet) -> list[str]:
    """Give the codes of the rules that have found something in an entity."""
    return sorted({funn.kode for funn in site.funn_om(entity)})


def enhetskolonner(kind: type[Enhet]) -> tuple[Kolonne, ...]:
    """Give the columns of a kind: id and title, how it stands, the file's own fields, findings and addresses."""
    return (*_FOERST, *_MER.get(kind, ()), *kolonner(kind), *_SIST)


def enhetsrad(site: Nettsted, entity: Enhet) -> tuple[Celle, ...]:
    """Give the row of an entity."""
    last = (celle(koder(site, entity)), entity.file, url(site, site.sti(entity)))
    return (entity.id, ren(entity.tittel), *_avledet(site, entity), *verdier(entity), *last)
