"""The facts about a plan as pairs of a name and values; what nobody has documented is left out.

But for who is responsible for a plan that must have somebody: that is told to be not documented.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.law import bestemmelser
from planlint.output import read_where
from planlint.register import is_ansvarlig_needed
from planlint.site.baerekraftsmaal import BAEREKRAFTSMAAL, goal_number
from planlint.tables import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.tables import Nettsted


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value: its text, a page of the site (`sti`) or an address outside it (`url`), and a note behind it."""

    tekst: str
    sti: str = ""
    url: str = ""
    merknad: str = ""


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A fact: its name and its values."""

    navn: str
    verdier: tuple[FactValue, ...]


def hjemmel(site: Nettsted, id_: str, merknad: str = "") -> FactValue:
    """Give a legal basis by name, with its address at Lovdata; an unknown one is shown as it is written."""
    own = site.register.plansystem.bestemmelser.get(id_)
    if own:
        return FactValue(own.navn, url=safe_url(own.lenke), merknad=merknad)
    known = bestemmelser().get(site.register.assumed.get(("bestemmelse", id_), id_))
    if known is None:
        return FactValue(id_, merknad=merknad)
    doubt = read_where(known.newest, site.lang) if known.sikkerhet == "C" else ""
    return FactValue(known.navn, url=known.address, merknad="; ".join(part for part in (merknad, doubt) if part))


def hjemler(site: Nettsted, plan: Plan) -> tuple[FactValue, ...]:
    """Give what a plan rests on: by its own word, then by its type's."""
    plantype = site.register.plantype(plan)
    of_type = [id_ for id_ in (plantype.hjemmel if plantype else ()) if id_ not in plan.hjemmel]
    note = site.lang.gettext("gjelder plantypen")
    return (*(hjemmel(site, id_) for id_ in plan.hjemmel), *(hjemmel(site, id_, note) for id_ in of_type))


def plan_facts(site: Nettsted, plan: Plan) -> tuple[PlanFact, ...]:
    """Give the facts about a plan that are known."""
    return tuple(PlanFact(name, values) for name, values in _all(site, plan) if values and any(v.tekst for v in values))


def _all(site: Nettsted, plan: Plan) -> Iterator[tuple[str, tuple[FactValue, ...]]]:
    _, system, row = site.lang.gettext, site.register.plansystem, site.rader.plan(plan)
    plantype = site.register.plantype(plan)
    nivaa = system.nivaaer.get(plantype.nivaa or "") if plantype else None
    yield _("Vedtatt"), (FactValue(row.vedtatt),)
    yield _("Periode"), (FactValue(row.periode),)
    yield (
        _("Neste revisjon"),
        (FactValue(row.revisjon, merknad=(plan.revisjon.merknad or "") if plan.revisjon else ""),),
    )
    yield _("Arbeid"), (FactValue(row.arbeid, merknad=(plan.arbeid.merknad or "") if plan.arbeid else ""),)
    yield _("Ansvarlig"), (FactValue(row.ansvarlig or _ansvarlig(site, plan)),)
    yield _("Plantype"), (FactValue(row.type[:1].upper() + row.type[1:]),)
    yield _("Nivå i plansystemet"), (FactValue(nivaa.navn if nivaa else ""),)
    yield _("Rettslig grunnlag"), hjemler(site, plan)
    yield _("Kreves av lov"), (FactValue(_lovpaalagt(site, plan)),)
    yield _("FNs bærekraftsmål"), tuple(_sdg(site, value) for value in plan.baerekraftsmaal)
    yield (
        _("Utfordringer"),
        tuple(
            FactValue(found.tittel, sti=site.path(found))
            for id_ in plan.utfordringer
            if (found := site.register.find("utfordring", id_))
        ),
    )
    yield _("Tema"), tuple(FactValue(tema) for tema in plan.tema)
    yield _("Målgruppe"), tuple(FactValue(text) for text in plan.maalgruppe)
    yield _("Partnere"), tuple(FactValue(text) for text in plan.partnere)
    yield _("Arealplan-id"), (FactValue(plan.arealplan_id or ""),)
    yield _("Dokumenter og saker"), tuple(FactValue(lenke.tittel, url=safe_url(lenke.url)) for lenke in plan.lenker)


def _ansvarlig(site: Nettsted, plan: Plan) -> str:
    """Say that nobody is known to be responsible for a plan that must have somebody; nothing where a file is wrong."""
    lacks = not plan.ansvarlig and not site.register.is_faulty(plan, "ansvarlig")
    return site.lang.gettext("Ikke dokumentert") if lacks and is_ansvarlig_needed(site.register, plan) else ""


def _lovpaalagt(site: Nettsted, plan: Plan) -> str:
    plantype = site.register.plantype(plan)
    required = plan.lovpaalagt if plan.lovpaalagt is not None else plantype.lovpaalagt if plantype else None
    if required is None:
        return ""
    return site.lang.gettext("Ja") if required else site.lang.gettext("Nei")


def _sdg(site: Nettsted, value: str) -> FactValue:
    """Give one of the United Nations' goals by number and name; one they do not have is shown as it is written."""
    number = goal_number(value)
    return (
        FactValue(f"{value} {site.lang.gettext(BAEREKRAFTSMAAL[number])}", sti="baerekraft.html")
        if number
        else FactValue(value)
    )
