"""A measure as a row: what, where it stands, by when, and who has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import TILTAK_FERDIG
from planlint.site.plan.traad_chain import entity_name
from planlint.tables import PageLink, per_year
from planlint.text import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Tiltak
    from planlint.tables import Nettsted
    from planlint.text import Language

_YEARLY = {
    "kostnad": N_("Kostnad"),
    "driftsramme": N_("Driftsramme"),
    "investeringsramme": N_("Investeringsramme"),
}


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
    rammer: tuple[str, ...]


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
        rammer=tuple(_rammer(lang, tiltak)),
    )


def _rammer(lang: Language, tiltak: Tiltak) -> Iterator[str]:
    """Yield what a measure costs, and what a budget sets aside for it, a line for each kind of amount."""
    told = {name: per_year(getattr(tiltak, field), lang) for field, name in _YEARLY.items()}
    if tiltak.totalramme is not None:
        told[N_("Totalramme")] = lang.number(tiltak.totalramme)
    for name, numbers in told.items():
        if numbers:
            yield lang.gettext("{felt}, i kroner: {tall}").format(felt=lang.gettext(name), tall=numbers)
