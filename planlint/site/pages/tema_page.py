"""What applies on a topic, for those who live in the municipality: the plans in force, and below them the others.

Those that are being made, planned, run out, or whose status nobody has documented stand with how they stand. Those that
have ended are left out, and the page says so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import (
    AVSLUTTET,
    BEING_MADE,
    I_KRAFT,
    NO_STATUS,
    PLANLAGT,
    UTLOEPT,
    kortstatus,
    stilling_of_plan,
    type_name,
)
from planlint.site.page import Page
from planlint.site.plan.topics import topic_heading, topic_place, topics_of
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model import Plan
    from planlint.tables import Nettsted, PageLink


PATHS = ("tema.html",)
_PLACES = (UTLOEPT, BEING_MADE, PLANLAGT, NO_STATUS)
"""How plans that are not in force stand, in the order in which they are shown."""
_MOST = 15
"""So many of them are shown under a topic."""


@dataclass(frozen=True, slots=True)
class Temaplan:
    """A plan under a topic: its link, what kind it is, the end of its period, its summary, and its short status."""

    lenke: PageLink
    type: str
    til: str
    sammendrag: str
    status: str


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A plan under a topic that is not in force, or that nobody knows of: its link, and how it stands in a word."""

    lenke: PageLink
    status: str


@dataclass(frozen=True, slots=True)
class Tema:
    """A topic with its plans in force, the others, and how many more of those there are."""

    id: str
    navn: str
    planer: tuple[Temaplan, ...]
    andre: tuple[OtherPlan, ...] = ()
    flere: int = 0


def _plan(site: Nettsted, plan: Plan) -> Temaplan:
    end = site.register.period_end(plan)
    return Temaplan(
        lenke=site.link(plan),
        type=site.lang.value(type_name(site.register, plan)),
        til=site.lang.tidspunkt(end) if end else "",
        sammendrag=plan.sammendrag or "",
        status=site.rader.plan(plan).status,
    )


def _others(site: Nettsted, plans: Sequence[Plan]) -> tuple[OtherPlan, ...]:
    return tuple(OtherPlan(site.link(plan), kortstatus(site.register, site.lang, plan)) for plan in plans)


def _by_topic(site: Nettsted) -> dict[str, dict[str, list[Plan]]]:
    """Give the plans of each topic by title, by how they stand; those that have ended are left out."""
    found: dict[str, dict[str, list[Plan]]] = defaultdict(lambda: defaultdict(list))
    for plan in sorted(site.register.planer.values(), key=lambda plan: (alphabetical(plan.tittel), plan.id)):
        where = stilling_of_plan(site.register, plan)
        for topic in topics_of(site, plan) if where != AVSLUTTET else ():
            found[topic][where].append(plan)
    return found


def temaer(site: Nettsted) -> tuple[Tema, ...]:
    """Give every topic that a plan has, each with its plans by title."""
    found = _by_topic(site)
    topics = []
    for number, topic in enumerate(sorted(found, key=topic_place), 1):
        standing = found[topic]
        current = tuple(_plan(site, plan) for plan in standing.get(I_KRAFT, ()))
        others = [plan for where in _PLACES for plan in standing.get(where, ())]
        shown = _others(site, others[:_MOST])
        topics.append(Tema(f"tema-{number}", topic_heading(site, topic), current, shown, len(others) - len(shown)))
    return tuple(topics)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page of topics."""
    _, plans = site.lang.gettext, site.register.planer.values()
    yield Page(
        sti="tema.html",
        mal="tema.html.j2",
        tittel=_("Hva gjelder for det jeg lurer på?"),
        beskrivelse=_("Planene i {kommune} etter tema: de som gjelder så langt registeret viser, og de andre.").format(
            kommune=site.kommune
        ),
        innhold={
            "temaer": temaer(site),
            "avsluttet": sum(stilling_of_plan(site.register, plan) == AVSLUTTET for plan in plans),
        },
    )
