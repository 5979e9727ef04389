"""A measure as a row: what, where it stands, by when, and who has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.ord import TILTAK_FERDIG
from planlint.site.plan.traad_chain import navn
from planlint.tables.page_link import PageLink
from planlint.text.names import STATUS

if TYPE_CHECKING:
    from planlint.model import Tiltak
    from planlint.tables.nettsted import Nettsted


@dataclass(frozen=True, slots=True)
class Tiltaksrad:
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


def tiltaksrad(site: Nettsted, tiltak: Tiltak) -> Tiltaksrad:
    """Make a measure's row."""
    register, lang = site.register, site.lang
    sektor = register.plansystem.sektorer.get(tiltak.ansvarlig or "")
    plan = register.finn_plan(tiltak.plan)
    goals = [maal for id_ in tiltak.maal if (maal := register.finn_maal(id_))]
    title = f"{tiltak.nummer}. {tiltak.tittel}" if tiltak.nummer else tiltak.tittel
    end = tiltak.frist.slutt if tiltak.frist else None
    return Tiltaksrad(
        lenke=PageLink(title, site.sti(tiltak)),
        anker=site.sti(tiltak).partition("#")[2],
        sammendrag=tiltak.sammendrag or "",
        plan=site.lenke(plan) if plan else None,
        maal=tuple(PageLink(navn(maal), site.sti(maal)) for maal in goals),
        ansvarlig=sektor.navn if sektor else "",
        status=lang.gettext(STATUS[tiltak.status]),
        frist=lang.tidspunkt(tiltak.frist) if tiltak.frist else "",
        frist_ute=end is not None and end < register.today and tiltak.status not in TILTAK_FERDIG,
        sortering=end.isoformat() if end else "",
        effekt=f"{lang.tall(tiltak.effekt.verdi)} {tiltak.effekt.enhet}" if tiltak.effekt else "",
    )
