"""The tables of facts inside the files: events, decisions, anchors, values, sources, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.model import Beslutning, Forankring, Hendelse, Kildehenvisning
from planlint.tables.entity_links import enheter, koblinger
from planlint.tables.fields import kolonner, verdier
from planlint.tables.harmless_cells import Celle, Kolonne, Tabell, celle, kolonnesett, ren

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register.register import Register

_EIER = kolonnesett(
    {
        "slag": N_("Slaget: `plan`, `maal`, `indikator`, `tiltak`, `utfordring` eller `planstrategi`."),
        "id": N_("Id-en til det som raden gjelder."),
    }
)
_PLAN = Kolonne("for_plan", N_("Id-en til planen som raden gjelder."))
_TALL = kolonnesett(
    {
        "indikator": N_("Id-en til indikatoren."),
        "år": N_("Året."),
        "serie": N_("Hva tallet er: verdier (målt), prognose (ventet) eller måltall (skal nås)."),
        "verdi": N_("Tallet."),
        "minst": N_("Måltall: tallet eller mer."),
        "høyst": N_("Måltall: tallet eller mindre."),
        "over": N_("Måltall: mer enn tallet."),
        "under": N_("Måltall: mindre enn tallet."),
    }
)
_LENKE = kolonnesett({"tittel": N_("Det leseren ser."), "url": N_("Adressen.")})
_KOBLING = kolonnesett(
    {
        "fra": N_("Det som lenker, som `slag/id`."),
        "felt": N_("Feltet i filen."),
        "til": N_("Det som det lenkes til, som `slag/id`."),
    }
)


def _hendelser(register: Register) -> Tabell:
    rows = ((owner.kind, owner.id, *verdier(event)) for owner in register.med_hendelser() for event in owner.hendelser)
    text = N_("Én rad for hver hendelse i en plan eller planstrategi: vedtak, høring, oppstart.")
    return Tabell("hendelse", N_("Hendelser"), text, (*_EIER, *kolonner(Hendelse)), tuple(rows))


def _beslutninger(register: Register) -> Tabell:
    plans = register.planer.values()
    columns = (_PLAN, Kolonne("planstrategi", N_("Id-en til planstrategien.")), *kolonner(Beslutning))
    rows = ((plan.id, id_, *verdier(item)) for plan in plans for id_, item in plan.beslutninger.items())
    text = N_("Én rad for hver gang en planstrategi har bestemt hva som skal skje med en plan.")
    return Tabell("beslutning", N_("Beslutninger"), text, columns, tuple(rows))


def _forankring(register: Register) -> Tabell:
    rows = ((plan.id, *verdier(anchor)) for plan in register.planer.values() for anchor in plan.forankring)
    text = N_("Én rad for hvert mål eller hver plan som en plan er forankret i.")
    return Tabell("forankring", N_("Forankring"), text, (_PLAN, *kolonner(Forankring)), tuple(rows))


def _verdier(register: Register) -> Tabell:
    """Give every measured value, forecast and target."""
    rows: list[tuple[Celle, ...]] = []
    for item in register.indikatorer.values():
        for name, series in (("verdier", item.verdier), ("prognose", item.prognose)):
            rows += [(item.id, year, name, value, "", "", "", "") for year, value in sorted(series.items())]
        for year, goal in sorted(item.maaltall.items()):
            bounds = (goal.verdi, goal.minst, goal.hoeyst, goal.over, goal.under)
            rows.append((item.id, year, "måltall", *(celle(bound) for bound in bounds)))
    return Tabell("verdi", N_("Tall"), N_("Én rad for hvert tall i en indikator."), _TALL, tuple(rows))


def _kilder(register: Register) -> Tabell:
    every = enheter(register)
    rows = ((entity.kind, entity.id, *verdier(ref)) for entity in every for ref in getattr(entity, "kilder", ()))
    text = N_("Én rad for hvert sted en kilde sier noe.")
    return Tabell("kildehenvisning", N_("Kildehenvisninger"), text, (*_EIER, *kolonner(Kildehenvisning)), tuple(rows))


def _lenker(register: Register) -> Tabell:
    rows = (
        (entity.kind, entity.id, ren(link.tittel), ren(link.url))
        for entity in enheter(register)
        for link in getattr(entity, "lenker", ())
    )
    text = N_("Én rad for hvert dokument og hver sak på nettet.")
    return Tabell("lenke", N_("Lenker"), text, (*_EIER, *_LENKE), tuple(rows))


def _koblinger(register: Register) -> Tabell:
    rows = ((link.fra, link.felt, link.til) for link in koblinger(register).alle)
    return Tabell("kobling", N_("Koblinger"), N_("Én rad for hver kobling mellom to filer."), _KOBLING, tuple(rows))


def faktatabeller(register: Register) -> Iterator[Tabell]:
    """Give the tables of facts."""
    for make in (_hendelser, _beslutninger, _forankring, _verdier, _kilder, _lenker, _koblinger):
        yield make(register)
