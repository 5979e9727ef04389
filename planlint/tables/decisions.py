"""Decisions about plans and planstrategier that have happened by the day, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model import TOLD_AS_VEDTAK
from planlint.tables.harmless_cells import clean
from planlint.text import EVENT_NAMES

if TYPE_CHECKING:
    from datetime import date

    from planlint.model import Hendelse, Plan, Planstrategi
    from planlint.tables.nettsted import Nettsted


@dataclass(frozen=True, slots=True)
class DecisionItem:
    """A decision: the day (the first one, where only a year is known), in words, about what, by whom, with an id."""

    dag: date
    hva: str
    tittel: str
    tekst: str
    side: str
    id: str


def _text(site: Nettsted, event: Hendelse) -> str:
    """Say what was decided, when, by whom and in which case."""
    lang, organ = site.lang, site.register.plansystem.organer.get(event.organ or "")
    parts = [f"{lang.gettext(EVENT_NAMES[event.hva])} {lang.tidspunkt(event.dato, usikker=event.usikker)}"]
    parts += [organ.navn] if organ else []
    parts += [lang.gettext("sak {sak}").format(sak=event.sak)] if event.sak else []
    text = ", ".join(parts)
    words = f": {lang.quoted(event.tekst)}" if event.tekst else "."
    return clean(f"{text[:1].upper()}{text[1:]}{words}")


def _id(owner: Plan | Planstrategi, event: Hendelse) -> str:
    """Give an id that stays when the date is corrected: the owner, what happened, and its number in the file."""
    same = [item for item in owner.hendelser if item.hva == event.hva]
    number = next(at for at, item in enumerate(same, 1) if item is event)
    return f"{owner.entity}/{event.hva}/{number}".replace("_", "-")


def vedtak(site: Nettsted, number: int) -> list[DecisionItem]:
    """Give the newest decisions; one known by its year alone counts as of the first day, as on the front page."""
    register = site.register
    found = [
        (event.dato.start, owner.entity, at, owner, event)
        for owner in register.entities_with_hendelser()
        for at, event in enumerate(register.hendelser(owner))
        if event.hva in TOLD_AS_VEDTAK
    ]
    found.sort(key=lambda item: item[:3], reverse=True)
    return [
        DecisionItem(
            dag=event.dato.start,
            hva=site.lang.gettext(EVENT_NAMES[event.hva]),
            tittel=clean(owner.tittel),
            tekst=_text(site, event),
            side=site.path(owner),
            id=_id(owner, event),
        )
        for *_, owner, event in found[:number]
    ]
