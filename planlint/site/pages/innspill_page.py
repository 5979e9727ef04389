"""Drafts and input, plan by plan and theme by theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import medvirkning, plan_order, told_number
from planlint.site.goal_links import numbered_link
from planlint.site.medvirkning_rows import InnspillRow, UtkastRow, innspill_rows, utkast_rows
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.site.search_entry import list_entry
from planlint.tables import PageLink, by_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model import Innspill, Maal, Plan
    from planlint.tables import Nettsted


PATHS = ("innspill.html", "innspill-*.html")
_MOST_GOALS = 40
"""So many goals of a plan have room beside its drafts; of more, the page leads to the plan's own."""


@dataclass(frozen=True, slots=True)
class TemaInnspill:
    """The input of one theme; "" for what has none."""

    tema: str
    innspill: tuple[InnspillRow, ...]


@dataclass(frozen=True, slots=True)
class PlanInnspill:
    """A plan with its drafts and its input, and how much input its events say came in; -1 where they do not say.

    `antall` and `besvart` are of all input about the plan, as on its own page; `andre` of it stands by another plan.
    `maal` are the goals of the plan, on the first page that it is on: what was decided beside what was proposed;
    where they have no room, `flere_maal` is how many they are.
    """

    id: str
    plan: PageLink | None
    utkast: tuple[UtkastRow, ...]
    temaer: tuple[TemaInnspill, ...]
    antall: int
    besvart: int
    oppgitt: int
    andre: int
    maal: tuple[PageLink, ...] = ()
    flere_maal: int = 0


def _group(site: Nettsted, id_: str, shown: Sequence[Maal | Innspill], told: set[str]) -> PlanInnspill:
    """Give a plan with those of its drafts and its input that are shown on a page; `told` are those told of before."""
    plan, here = site.register.planer.get(id_), {item.entity for item in shown}
    drafts, items = site.entity_lists.of_plans[id_]
    number = told_number(site.register, plan) if plan else None
    about = medvirkning(site.register).innspill.get(id_, ()) if plan else items
    themes = by_theme(item for item in items if item.entity in here)
    goals = _goals(site, plan) if plan and id_ not in told else ()
    return PlanInnspill(
        id=id_ or "uten-plan",
        plan=site.link(plan) if plan else None,
        utkast=utkast_rows(site, (draft for draft in drafts if draft.entity in here)),
        temaer=tuple(TemaInnspill(name, innspill_rows(site, of_theme)) for name, of_theme in themes),
        antall=len(about),
        besvart=sum(item.svar is not None for item in about),
        oppgitt=-1 if number is None else number,
        andre=len(about) - len(items),
        maal=goals if len(goals) <= _MOST_GOALS else (),
        flere_maal=len(goals) if len(goals) > _MOST_GOALS else 0,
    )


def _goals(site: Nettsted, plan: Plan) -> tuple[PageLink, ...]:
    """Give the goals of a plan as it numbers them: a draft that was adopted is one of them, and a draft no more."""
    goals = sorted(site.register.maal_of(plan), key=lambda maal: plan_order(site.register, maal))
    return tuple(numbered_link(site, maal) for maal in goals)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page of drafts and input; where they are many, the pages."""
    _, register, parts = site.lang.gettext, site.register, site.entity_lists.innspill
    repository = (site.valg.repositorium or "").rstrip("/")
    told: set[str] = set()
    for part in parts:
        planer = [_group(site, id_, rows, told) for id_, rows in part.grupper]
        told.update(id_ for id_, _rows in part.grupper)
        yield Page(
            sti=part.sti,
            mal="innspill.html.j2",
            tittel=part_title(site, _("Utkast og innspill"), part),
            beskrivelse=_("Utkast til mål i {kommune}, innspill og svar, så langt registeret viser.").format(
                kommune=site.kommune
            ),
            innhold={
                "planer": planer,
                "antall": len(register.innspill),
                "besvart": sum(item.svar is not None for item in register.innspill.values()),
                "trolig": any(blir.usikker for draft in register.utkast.values() for blir in draft.blir),
                "skjema": f"{repository}/issues/new?template=innspill.yml" if site.change_address("x") else "",
                "utkast": len(register.utkast),
                **parts_shown(parts, lambda row: row.tittel),
            },
            smuler=(PageLink(_("Utkast og innspill"), parts[0].sti),) if part.nummer > 1 else (),
            soek=list_entry(part.nummer, (row.tittel for row in part.rows if row.kind == "innspill")),
        )
