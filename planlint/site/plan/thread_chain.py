"""The red thread as a chain: the plan above, its goals, what the page is about, and what follows it up.

It is drawn as a list of boxes in HTML, so that it stands on end on a narrow screen and reads as what it is. A link that
the register shows nothing for is there as an empty box, for that is where the thread ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.register import RoedTraad, maal_over, roed_traad
from planlint.site.plan.traad_chain import ThreadItem, entity_name, standing_note
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model import Enhet, Maal, Plan
    from planlint.site.plan.traad_chain import PlanThread
    from planlint.tables import Nettsted

_MANY = {
    "planer": NN_("{n} plan", "{n} planer"),
    "mål": NN_("{n} mål", "{n} mål"),
    "tiltak": NN_("{n} tiltak", "{n} tiltak"),
    "indikatorer": NN_("{n} indikator", "{n} indikatorer"),
}
ABOVE, GOALS, PLANS = N_("Planen over"), N_("Mål"), N_("Planer under")
MEASURES, INDICATORS = N_("Tiltak"), N_("Indikatorer")


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A box: what kind, a name or a number, where it leads ("" nowhere), whether it is empty or the page's own.

    `merknad` is said of a plan that is not simply in force.
    """

    slag: str
    tekst: str
    sti: str
    er_tom: bool = False
    denne: bool = False
    merknad: str = ""


class ChainMaker:
    """Makes the chains of a site."""

    def __init__(self, site: Nettsted) -> None:
        """Keep the site."""
        self.site, self.lang, self.register = site, site.lang, site.register

    def plan(self, plan: Plan, thread: PlanThread, measures: int, indicators: int) -> tuple[ChainLink, ...]:
        """Give the chain through a plan, by its thread and what follows it up."""
        return (
            *self._above(plan, thread),
            ChainLink(self.lang.gettext(N_("Denne planen")), self.site.name(plan), "", denne=True),
            self._box(PLANS, "planer", (*thread.planer, *thread.deler), "#roed-traad"),
            self._counted(MEASURES, "tiltak", measures, "#tiltak"),
            self._counted(INDICATORS, "indikatorer", indicators, "#indikatorer"),
        )

    def _above(self, plan: Plan, thread: PlanThread) -> Iterator[ChainLink]:
        """Give the plans and the goals above; none where the plan needs none and the register shows none."""
        if not thread.opp and roed_traad(self.register, plan) is RoedTraad.KREVES_IKKE:
            return
        above = _flat(thread.opp)
        plans, goals = ([each for each in above if each.lenke.sti.startswith(kind)] for kind in ("plan/", "maal/"))
        yield self._box(ABOVE, "planer", plans, "#roed-traad")
        yield self._box(GOALS, "mål", goals, "#roed-traad")

    def goal(self, maal: Maal, follow: Sequence[Sequence[Enhet]]) -> tuple[ChainLink, ...]:
        """Give the chain through a goal; `follow` is the plans, the measures and the indicators that lead to it."""
        plan = self.register.find_plan(maal.plan)
        over = [] if self.register.is_in_ring(maal) else [*maal_over(self.register, [maal])][:0:-1]
        goals = [ThreadItem(PageLink(entity_name(each), self.site.path(each)), "") for each in over]
        plans, measures, indicators = ([self._item(one) for one in unique(part)] for part in follow)
        stands_in = [ThreadItem(self.site.link(plan), "", standing_note(self.site, plan))] if plan else []
        return (
            self._box(N_("Planen målet står i"), "planer", stands_in, ""),
            *([self._box(N_("Mål over"), "mål", goals, "#over-og-under")] if goals else []),
            ChainLink(self.lang.gettext(N_("Dette målet")), entity_name(maal), "", denne=True),
            self._box(N_("Planer som følger opp"), "planer", plans, "#foelger-opp"),
            self._box(MEASURES, "tiltak", measures, "#foelger-opp"),
            self._box(INDICATORS, "indikatorer", indicators, "#indikatorer"),
        )

    def _item(self, entity: Enhet) -> ThreadItem:
        return ThreadItem(self.site.link(entity), "")

    def _box(self, slag: str, kind: str, items: Sequence[ThreadItem], listed: str) -> ChainLink:
        """Give a box with the name of what it holds, or with how many."""
        if len(items) == 1:
            only = items[0]
            return ChainLink(self.lang.gettext(slag), only.lenke.tekst, only.lenke.sti, merknad=only.merknad)
        box = self._counted(slag, kind, len(items), listed)
        drafts = dict.fromkeys(item.merknad for item in items if item.merknad) if kind == "mål" else {}
        return replace(box, merknad="; ".join(drafts))

    def _counted(self, slag: str, kind: str, number: int, listed: str) -> ChainLink:
        name = self.lang.gettext(slag)
        if not number:
            return ChainLink(name, self.lang.gettext("ikke dokumentert"), "", er_tom=True)
        return ChainLink(name, self.lang.ngettext(*_MANY[kind], number), listed)


def unique(entities: Sequence[Enhet]) -> list[Enhet]:
    """Give each entity once."""
    return list({one.entity: one for one in entities}.values())


def _flat(items: Sequence[ThreadItem]) -> list[ThreadItem]:
    """Give each link of a thread once, the plan of the page left out."""
    found: dict[str, ThreadItem] = {}
    for item in items:
        if not item.denne:
            found.setdefault(item.lenke.sti, item)
            found.update({each.lenke.sti: each for each in _flat(item.under) if each.lenke.sti not in found})
    return list(found.values())
