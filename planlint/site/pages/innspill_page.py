"""Drafts and input, plan by plan and theme by theme; and a page for every draft: proposed, said, decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import medvirkning, told_number
from planlint.site.follow_up import maaltype
from planlint.site.goal_links import goals_above, typed_link
from planlint.site.medvirkning_rows import InnspillRow, UtkastRow, blir_rows, innspill_rows, utkast_rows
from planlint.site.page import Page
from planlint.site.plan.plan_links import in_reading_order
from planlint.site.search_entry import SearchEntry, draft_entry
from planlint.site.sources import kilde_rows
from planlint.tables import PageLink
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Innspill, Maal
    from planlint.tables import Nettsted


@dataclass(frozen=True, slots=True)
class TemaInnspill:
    """The input of one theme; "" for what has none."""

    tema: str
    innspill: tuple[InnspillRow, ...]


@dataclass(frozen=True, slots=True)
class PlanInnspill:
    """A plan with its drafts and its input, and how much input its events say came in; -1 where they do not say."""

    id: str
    plan: PageLink | None
    utkast: tuple[UtkastRow, ...]
    temaer: tuple[TemaInnspill, ...]
    antall: int
    besvart: int
    oppgitt: int


def _by_theme(site: Nettsted, items: Iterable[Innspill]) -> tuple[TemaInnspill, ...]:
    """Give input by its first theme, so that each stands once; that without a theme comes last."""
    themes: dict[str, list[Innspill]] = defaultdict(list)
    for item in items:
        themes[item.tema[0] if item.tema else ""].append(item)
    ordered = sorted(themes, key=lambda name: (not name, alphabetical(name)))
    return tuple(TemaInnspill(name, innspill_rows(site, themes[name])) for name in ordered)


def _group(site: Nettsted, id_: str, items: tuple[Innspill, ...]) -> PlanInnspill:
    plan, known = site.register.planer.get(id_), medvirkning(site.register)
    number = told_number(site.register, plan) if plan else None
    return PlanInnspill(
        id=id_ or "uten-plan",
        plan=site.link(plan) if plan else None,
        utkast=utkast_rows(site, known.utkast.get(id_, ())),
        temaer=_by_theme(site, items),
        antall=len(items),
        besvart=sum(item.svar is not None for item in items),
        oppgitt=-1 if number is None else number,
    )


def _groups(site: Nettsted) -> list[PlanInnspill]:
    """Give the plans with drafts or input; an input stands by the first of its plans, one without a plan last."""
    register, known = site.register, medvirkning(site.register)
    plans = in_reading_order(plan for plan in register.planer.values() if plan.id in {*known.utkast, *known.innspill})
    left = dict(register.innspill)
    found = []
    for plan in plans:
        own = tuple(item for item in known.innspill.get(plan.id, ()) if left.pop(item.id, None))
        found.append(_group(site, plan.id, own))
    return [*found, *([_group(site, "", tuple(left.values()))] if left else [])]


def _draft(site: Nettsted, draft: Maal) -> Page:
    _, plan = site.lang.gettext, site.register.find_plan(draft.plan)
    about = _("Utkast til mål i {plan}: hva som ble foreslått, hva som ble sagt, og hva som ble bestemt.")
    return Page(
        sti=site.path(draft),
        mal="utkast.html.j2",
        tittel=draft.full_title,
        beskrivelse=about.format(plan=plan.tittel if plan else draft.plan),
        innhold={
            "type": maaltype(site, draft),
            "nummer": draft.nummer or "",
            "variant": draft.variant or "",
            "plan": site.link(plan) if plan else None,
            "tema": ", ".join(draft.tema),
            "kjede": [typed_link(site, over) for over in goals_above(site, draft)],
            "sammendrag": draft.sammendrag or "",
            "merknad": draft.merknad or "",
            "innspill": innspill_rows(site, medvirkning(site.register).om_maal.get(draft.id, ())),
            "blir": blir_rows(site, draft),
            "funn": site.findings_about(draft),
            "hull": site.missing(draft),
            "kilder": kilde_rows(site, draft.kilder),
        },
        smuler=(PageLink(_("Utkast og innspill"), "innspill.html"),),
        kildefil=draft.file,
        soek=draft_entry(site, draft),
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page of drafts and input, then a page for every draft."""
    _, register = site.lang.gettext, site.register
    yield Page(
        sti="innspill.html",
        mal="innspill.html.j2",
        tittel=_("Utkast og innspill"),
        beskrivelse=_("Utkast til mål i {kommune}, innspillene til dem og svarene, så langt registeret viser.").format(
            kommune=site.kommune
        ),
        innhold={"planer": _groups(site), "antall": len(register.innspill), "utkast": len(register.utkast)},
        soek=SearchEntry(innhold=tuple(item.tittel for item in in_reading_order(register.innspill.values()))),
    )
    for draft in register.utkast.values():
        yield _draft(site, draft)
