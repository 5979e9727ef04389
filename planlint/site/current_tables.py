"""The planstrategi tables on one page of their own: plain, prepared values; no template sees the register."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.model import VEDTAK_IN_EARNEST
from planlint.register import Gjelder, PlanstrategiVedtak, gjelder, oppdiktede, type_group
from planlint.tables import BeslutningRow, count_late, late_plans, own_order
from planlint.text import BESLUTNING_NAMES, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model import Plan
    from planlint.tables import Nettsted, PlanRow, RowMaker


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A heading and its rows."""

    navn: str
    rader: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class Forfalt:
    """A plan past its time, and why."""

    tittel: str
    regel: str
    hva: str
    kjent: str


@dataclass(frozen=True, slots=True)
class PlanstrategiTables:
    """All that the planstrategi tables show."""

    lang: str
    kommune: str
    dato: str
    versjon: str
    ajourfoert: str
    oppdiktede: int
    strategi: str
    strategi_vedtatt: str
    i_kraft: tuple[RowGroup, ...]
    antall_i_kraft: int
    beslutninger: tuple[tuple[str, tuple[BeslutningRow, ...]], ...]
    beslutning_felt: tuple[str, ...]
    forfalt: tuple[Forfalt, ...]
    antall_forfalt: int
    arbeid: tuple[PlanRow, ...]
    uten_status: tuple[PlanRow, ...]


def _groups(rader: RowMaker, planer: Iterable[Plan]) -> tuple[RowGroup, ...]:
    """Gather plans under their type's heading, in the order in which plansystem.yaml declares the types."""
    types = rader.register.plansystem.plantyper
    groups: dict[str, list[Plan]] = {plantype.gruppe or plantype.navn: [] for plantype in types.values()}
    for plan in planer:
        groups.setdefault(rader.lang.value(type_group(rader.register, plan)), []).append(plan)
    return tuple(
        RowGroup(name[:1].upper() + name[1:], tuple(rader.plan(plan) for plan in sorted(found, key=_title)))
        for name, found in groups.items()
        if found
    )


def _title(plan: Plan) -> tuple[str, str]:
    return alphabetical(plan.tittel), plan.id


def _beslutninger(rader: RowMaker) -> tuple[tuple[str, tuple[BeslutningRow, ...]], ...]:
    register = rader.register
    if register.planstrategi is None:
        return ()
    decided = [(plan, decision) for plan in register.planer.values() if (decision := register.beslutning(plan))]
    decided.sort(key=lambda pair: _title(pair[0]))
    decided = [(item.plan, item.beslutning) for item in own_order(PlanstrategiVedtak(*pair) for pair in decided)]
    return tuple(
        (
            rader.lang.gettext(heading),
            tuple(rader.beslutning(plan, decision) for plan, decision in decided if decision.valg == valg),
        )
        for valg, heading in BESLUTNING_NAMES.items()
        if any(decision.valg == valg for _, decision in decided)
    )


def _filled(beslutninger: Iterable[tuple[str, tuple[BeslutningRow, ...]]]) -> tuple[str, ...]:
    """Give the fields that a decision has something in, so that a column nobody filled in can be left out."""
    rows = [rad for _, rader in beslutninger for rad in rader]
    return tuple(item.name for item in fields(BeslutningRow) if any(getattr(rad, item.name) for rad in rows))


def _forfalt(site: Nettsted) -> tuple[Forfalt, ...]:
    """List the plans past a deadline, in the order of the titles, whether a finding about it is new or known."""
    return tuple(
        Forfalt(row.plan.tittel, row.funn.kode if row.funn else "", row.hva, row.funn.grunn if row.funn else "")
        for row in late_plans(site)
    )


def planstrategi(site: Nettsted) -> dict[str, Any]:
    """Prepare the planstrategi tables as they stand on the day, on one page of their own."""
    register, lang, rader = site.register, site.lang, site.rader
    strategi = register.planstrategi
    adopted = register.last_event(strategi, *VEDTAK_IN_EARNEST) if strategi else None
    current = register.gjeldende()
    system = register.plansystem
    planer = sorted(register.planer.values(), key=_title)
    beslutninger = _beslutninger(rader)
    tables = PlanstrategiTables(
        lang=lang.code,
        kommune=system.kommune.navn,
        dato=lang.dato(register.today),
        versjon=__version__,
        ajourfoert=lang.dato(system.ajourfoert) if system.ajourfoert else "",
        oppdiktede=len(oppdiktede(register)),
        strategi=strategi.tittel if strategi else "",
        strategi_vedtatt=lang.tidspunkt(adopted.dato, usikker=adopted.usikker) if adopted else "",
        i_kraft=_groups(rader, current),
        antall_i_kraft=len(current),
        beslutninger=beslutninger,
        beslutning_felt=_filled(beslutninger),
        forfalt=_forfalt(site),
        antall_forfalt=count_late(site),
        arbeid=tuple(rader.plan(plan) for plan in planer if register.is_under_arbeid(plan)),
        uten_status=tuple(rader.plan(plan) for plan in planer if gjelder(register, plan) is Gjelder.UKJENT),
    )
    return {item.name: getattr(tables, item.name) for item in fields(tables)}
