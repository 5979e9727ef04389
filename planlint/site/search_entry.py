"""What the search knows of a page: what it says in substance, where that stands, and how much it weighs.

Only content is searched: titles, summaries, goals, indicators, and words that mean the same. What the site says of the
register (findings, sources, explanations) is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register import (
    AVSLUTTET,
    BEING_MADE,
    I_KRAFT,
    NO_STATUS,
    PLANLAGT,
    UTLOEPT,
    is_in_use,
    kortstatus,
    overskridelser,
    stilling_of_plan,
    type_name,
)
from planlint.site.resident_words import resident_words
from planlint.site.search_words import search_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Ord
    from planlint.model import Indikator, Maal, Plan
    from planlint.tables import Nettsted

STANDINGS: dict[str, Ord] = {
    I_KRAFT: N_("I kraft"),
    UTLOEPT: N_("Perioden er over"),
    BEING_MADE: N_("Under arbeid"),
    PLANLAGT: N_("Planlagt eller satt på vent"),
    AVSLUTTET: N_("Avsluttet"),
    NO_STATUS: N_("Uten dokumentert status"),
}
"""Where a plan can stand, in the words of the list of plans."""
OVER_FRISTEN: Ord = N_("Over fristen")
"""What a plan can be past beside where it stands."""
PLAN, PLAN_TO_COME, STRATEGI, GOAL, INDICATOR, PAGE, ENDED, PAST, LIST, LIST_REST = range(1, 11)
"""How much a page weighs; sok.js has the numbers.

What applies weighs most, and what is past least. A LIST holds what has pages of its own or is found by its first page:
LIST_REST is what such a list goes on with.
"""
PAGES = frozenset({PAGE, LIST, LIST_REST})
_PLAN = {I_KRAFT: PLAN, UTLOEPT: PLAN, BEING_MADE: PLAN_TO_COME, PLANLAGT: PLAN_TO_COME, NO_STATUS: PLAN_TO_COME}


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the search knows of a page beside its title.

    `slag` and `gruppe` (where it stands) and `sektor` are what hits can be chosen by; `status` is shown by the hit.
    `frist` tells of a plan past its deadline, to choose by beside `gruppe`.
    `tekst` is its summary, `innhold` what it holds, and `ord` are words that it shall be found by and does not use.
    """

    rang: int = PAGE
    slag: str = ""
    gruppe: str = ""
    status: str = ""
    sektor: str = ""
    tekst: str = ""
    innhold: tuple[str, ...] = ()
    ord: str = ""
    frist: str = ""


def _words(title: str, *texts: str) -> str:
    return f"{search_words(title, *texts)} {resident_words(title, *texts)}".strip()


def _standing(site: Nettsted, plan: Plan | None) -> str:
    return site.lang.gettext(STANDINGS[stilling_of_plan(site.register, plan)]) if plan else ""


def plan_entry(site: Nettsted, plan: Plan, indikatorer: Iterable[Indikator]) -> SearchEntry:
    """Say what the search knows of a plan."""
    register = site.register
    kind = site.lang.value(type_name(register, plan))
    return SearchEntry(
        rang=_PLAN.get(stilling_of_plan(register, plan), ENDED),
        slag=site.lang.gettext("Plan"),
        gruppe=_standing(site, plan),
        status=kortstatus(register, site.lang, plan),
        sektor=site.rader.plan(plan).ansvarlig,
        tekst=" ".join(part for part in (kind, plan.sammendrag or "") if part),
        innhold=tuple(each.tittel for each in (*register.maal_of(plan), *indikatorer)),
        ord=_words(plan.tittel, *plan.tema, kind),
        frist=site.lang.gettext(OVER_FRISTEN) if overskridelser(register, plan) else "",
    )


def list_entry(number: int, titles: Iterable[str], more: str = "") -> SearchEntry:
    """Say what the search knows of a page of a list, the first or one that it goes on with, by its titles."""
    return SearchEntry(LIST if number == 1 else LIST_REST, innhold=tuple(titles), ord=more)


def goal_entry(site: Nettsted, maal: Maal) -> SearchEntry:
    """Say what the search knows of a goal."""
    plan, kind = site.register.find_plan(maal.plan), site.register.maaltype(maal)
    applies = plan is not None and site.register.is_i_kraft(plan)
    return SearchEntry(
        rang=GOAL if applies else PAST,
        slag=site.lang.gettext("Mål"),
        gruppe=_standing(site, plan),
        status=site.lang.gettext("I en plan i kraft")
        if applies
        else site.lang.gettext("Ikke i kraft så langt registeret viser"),
        sektor=site.rader.plan(plan).ansvarlig if plan else "",
        tekst=" ".join(part for part in (kind.navn if kind else "", maal.nummer or "", maal.sammendrag or "") if part),
        ord=_words(maal.full_title, *maal.tema),
    )


def draft_entry(site: Nettsted, draft: Maal) -> SearchEntry:
    """Say what the search knows of a draft of a goal: it is found as a draft, after all that applies."""
    kind = site.register.maaltype(draft)
    return SearchEntry(
        rang=PAST,
        slag=site.lang.gettext("Utkast"),
        status=site.lang.gettext("Utkast"),
        tekst=" ".join(
            part for part in (kind.navn if kind else "", draft.nummer or "", draft.sammendrag or "") if part
        ),
        ord=_words(draft.full_title, *draft.tema),
    )


def indicator_entry(site: Nettsted, indikator: Indikator) -> SearchEntry:
    """Say what the search knows of an indicator."""
    used = is_in_use(site.register, indikator)
    sektor = site.register.plansystem.sektorer.get(indikator.ansvarlig or "")
    return SearchEntry(
        rang=INDICATOR if used else PAST,
        slag=site.lang.gettext("Indikator"),
        status="" if used else site.lang.gettext("Ikke i bruk så langt registeret viser"),
        sektor=sektor.navn if sektor else "",
        tekst=indikator.sammendrag or "",
        ord=_words(indikator.tittel),
    )
