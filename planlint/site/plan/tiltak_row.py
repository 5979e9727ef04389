"""A measure as a row: what, where it stands, by when, and who has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model import TILTAK_FERDIG
from planlint.site.plan.traad_chain import entity_name
from planlint.tables import PageLink
from planlint.text import STATUS

if TYPE_CHECKING:
    from planlint.model import Tiltak
    from planlint.tables import Nettsted


@dataclass(frozen=True, slots=True)
class TiltakRow:
    """A measure in a table; an empty text is what nobody has documented."""

    lenke: PageLink
    anker: str
    sammendrag: str
    plan: PageLink | None
    maal: tuple[PageLink, ...]
    ansvarlig: str
    status: str
    frist: str
    frist_ute: bool
    sortering: str
    effekt: str


def tiltak_row(site: Nettsted, tiltak: Tiltak) -> TiltakRow:
    """Make a measure's row."""
    register, lang = site.register, site.lang
    sectors = register.plansystem.sektorer
    responsible = [sectors[id_].navn for id_ in (tiltak.ansvarlig, *tiltak.medansvarlige) if id_ in sectors]
    plan = register.find_plan(tiltak.plan)
    goals = [maal for id_ in tiltak.maal if (maal := register.find_maal(id_))]
    title = f"{tiltak.nummer}. {tiltak.tittel}" if tiltak.nummer else tiltak.tittel
    end = tiltak.frist.slutt if tiltak.frist else None
    return TiltakRow(
        lenke=PageLink(title, site.path(tiltak)),
        anker=site.path(tiltak).partition("#")[2],
        sammendrag=tiltak.sammendrag or "",
        plan=site.link(plan) if plan else None,
        maal=tuple(PageLink(entity_name(maal), site.path(maal)) for maal in goals),
        ansvarlig=lang.enumeration(responsible),
        status=lang.gettext(STATUS[tiltak.status]),
        frist=lang.tidspunkt(tiltak.frist) if tiltak.frist else "",
        frist_ute=end is not None and end < register.today and tiltak.status not in TILTAK_FERDIG,
        sortering=end.isoformat() if end else "",
        effekt=f"{lang.number(tiltak.effekt.verdi)} {tiltak.effekt.enhet}" if tiltak.effekt else "",
    )
