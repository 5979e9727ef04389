"""What applies on a topic: the plans in force, for those who live in the municipality."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import type_name
from planlint.site.page import Page
from planlint.site.plan.topics import topic_heading, topic_place, topics_of
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.tables import Nettsted, PageLink


PATHS = ("tema.html",)


@dataclass(frozen=True, slots=True)
class Temaplan:
    """A plan under a topic: its link, what kind it is, the end of its period, its summary, and its short status."""

    lenke: PageLink
    type: str
    til: str
    sammendrag: str
    status: str


@dataclass(frozen=True, slots=True)
class Tema:
    """A topic with its plans."""

    id: str
    navn: str
    planer: tuple[Temaplan, ...]


def _plan(site: Nettsted, plan: Plan) -> Temaplan:
    end = site.register.periodeslutt(plan)
    return Temaplan(
        lenke=site.link(plan),
        type=site.lang.value(type_name(site.register, plan)),
        til=site.lang.dato(end) if end else "",
        sammendrag=plan.sammendrag or "",
        status=site.rader.plan(plan).status,
    )


def temaer(site: Nettsted) -> tuple[Tema, ...]:
    """Give every topic that a plan in force has, each with its plans by title."""
    found: dict[str, list[Plan]] = defaultdict(list)
    for plan in sorted(site.register.gjeldende(), key=lambda plan: (alphabetical(plan.tittel), plan.id)):
        for topic in topics_of(site, plan):
            found[topic].append(plan)
    return tuple(
        Tema(f"tema-{number}", topic_heading(site, topic), tuple(_plan(site, plan) for plan in found[topic]))
        for number, topic in enumerate(sorted(found, key=topic_place), 1)
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page of topics."""
    _ = site.lang.gettext
    yield Page(
        sti="tema.html",
        mal="tema.html.j2",
        tittel=_("Hva gjelder for det jeg lurer på?"),
        beskrivelse=_("Planene som gjelder i {kommune} så langt registeret viser, samlet etter tema.").format(
            kommune=site.kommune
        ),
        innhold={"temaer": temaer(site)},
    )
