"""What has happened to a plan, what is announced, and what the planstrategier decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.site.plan.plan_facts import FactValue, PlanFact, hjemmel
from planlint.site.plan.traad_chain import entity_name
from planlint.tables import PageLink
from planlint.text import BESLUTNING_NAMES, EVENT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.model import Beslutning, Hendelse, Plan, Planstrategi, TidspunktValue
    from planlint.tables import BeslutningRow, Nettsted


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event: when, what, by whom, in which case, and whether it has happened."""

    dato: str
    hva: str
    organ: str
    sak: str
    skjedd: str
    kilde: str
    merknad: str
    tekst: str
    maal: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class MaalVedtak:
    """A decision about a goal: the event, and the plan in whose file it stands."""

    rad: EventRow
    plan: PageLink


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What a planstrategi decided about a plan."""

    strategi: PageLink
    valg: str
    tid: str
    ansvarlig: str
    prioritet: str
    inn_i: PageLink | None
    hjemler: tuple[FactValue, ...]
    merknad: str
    fakta: tuple[PlanFact, ...] = ()


def with_capital(text: str) -> str:
    """Give a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def hendelser(site: Nettsted, plan: Plan) -> tuple[EventRow, ...]:
    """Give every event in a plan's file, oldest first."""
    return tuple(_hendelse(site, event) for event in sorted(plan.hendelser, key=lambda event: event.dato.start))


def _hendelse(site: Nettsted, event: Hendelse) -> EventRow:
    _, system = site.lang.gettext, site.register.plansystem
    hva = with_capital(_(EVENT_NAMES[event.hva]))
    if event.til:
        hva = _("{hva} til {tid}").format(hva=hva, tid=site.lang.tidspunkt(event.til))
    goals = [site.register.find_maal(id_) for id_ in event.maal]
    organ, kilde = system.organer.get(event.organ or ""), system.kilder.get(event.kilde or "")
    return EventRow(
        dato=_time(site, event.dato, usikker=event.usikker),
        hva=hva,
        organ=organ.navn if organ else "",
        sak=event.sak or "",
        skjedd=_happened(site, event),
        kilde=kilde.tittel if kilde else "",
        merknad=event.merknad or "",
        tekst=event.tekst or "",
        maal=tuple(PageLink(entity_name(maal), site.path(maal)) for maal in goals if maal),
    )


def vedtak_by_goal(site: Nettsted) -> Mapping[str, list[MaalVedtak]]:
    """Give the decisions about each goal, by its id, oldest first; what is said of a whole plan is left to the plan."""
    about: dict[str, list[tuple[Hendelse, Plan | Planstrategi]]] = defaultdict(list)
    for owner in site.register.entities_with_hendelser():
        for event in owner.hendelser:
            for id_ in dict.fromkeys(maal.id for name in event.maal if (maal := site.register.find_maal(name))):
                about[id_].append((event, owner))
    return {
        id_: [
            MaalVedtak(_hendelse(site, event), site.link(owner))
            for event, owner in sorted(found, key=lambda item: item[0].dato.start)
        ]
        for id_, found in about.items()
    }


def _happened(site: Nettsted, event: Hendelse) -> str:
    if event.dato.start > site.register.today:
        return site.lang.gettext("Planlagt")
    if event.planlagt:
        return site.lang.gettext("Varslet, ikke kjent som gjennomført")
    return site.lang.gettext("Skjedd")


def _time(site: Nettsted, point: TidspunktValue | None, *, usikker: bool = False) -> str:
    if point is None:
        return ""
    return site.lang.tidspunkt(point, usikker=usikker)


def beslutninger(site: Nettsted, plan: Plan) -> tuple[DecisionRow, ...]:
    """Give what each planstrategi decided about a plan, oldest first."""
    known = [(site.register.planstrategier.get(id_), decision) for id_, decision in plan.beslutninger.items()]
    found = [(strategi.valgperiode, _beslutning(site, plan, site.link(strategi), decision))
             for strategi, decision in known if strategi]  # fmt: skip
    return tuple(row for _, row in sorted(found, key=lambda item: item[0]))


def _beslutning(site: Nettsted, plan: Plan, strategi: PageLink, decision: Beslutning) -> DecisionRow:
    row = site.rader.beslutning(plan, decision)
    inn_i = site.register.find_plan(decision.inn_i)
    return DecisionRow(
        strategi=strategi,
        valg=site.lang.gettext(BESLUTNING_NAMES[decision.valg]),
        tid=f"{row.oppstart}–{row.ferdig}" if row.oppstart else row.ferdig,
        ansvarlig=row.ansvarlig,
        prioritet=row.prioritet,
        inn_i=site.link(inn_i) if inn_i else None,
        hjemler=tuple(hjemmel(site, id_) for id_ in decision.hjemmel),
        merknad=decision.merknad or "",
        fakta=tuple(_facts(site, decision, row)),
    )


def _facts(site: Nettsted, decision: Beslutning, row: BeslutningRow) -> Iterator[PlanFact]:
    """Yield what else is known of a decision, each with its name."""
    _, waits = site.lang.gettext, [site.register.find_plan(id_) for id_ in decision.venter_paa]
    yield from (
        (PlanFact(_("Venter på"), tuple(FactValue(site.name(plan), sti=site.path(plan)) for plan in waits if plan)),)
        if any(waits)
        else ()
    )
    told = (
        (_("Vilkår"), row.vilkaar),
        (_("Deretter"), row.deretter),
        (_("Utvalg"), row.utvalg),
        (_("Årsverk"), row.aarsverk),
        (_("Kroner"), row.kostnad),
        (_("Bestilt"), row.bestilt),
        (_("Begrunnelse"), row.begrunnelse),
    )
    yield from (PlanFact(name, (FactValue(text),)) for name, text in told if text)
