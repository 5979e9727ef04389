"""The lists of measures, challenges and input: in which order they stand, and on which page each of them is."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, TypeVar

from planlint.register import medvirkning
from planlint.tables.cut_lists import ListPart, list_parts
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.check import Report
    from planlint.model import Enhet, Innspill, Maal, Tiltak, Utfordring
    from planlint.register import Register

T = TypeVar("T", bound="Enhet")
_ROW, _LINK, _FINDING, _DRAFT, _GROUP = 370, 70, 420, 330, 900
"""What a row, a link in it, a finding about it, a row of a draft and the head of a group weigh in every language."""
ANSWERED, UNANSWERED, CONFLICT = "med_svar", "uten_svar", "konflikter"
"""The groups of the challenges."""
_PAGES = {"utfordring": "utfordringer"}


def in_reading_order(entities: Iterable[T]) -> list[T]:
    """Give each entity once, as a reader expects them: by number where they have one, then by title."""

    def place(entity: T) -> tuple[str, str, str]:
        return alphabetical(getattr(entity, "nummer", None) or ""), alphabetical(entity.tittel), entity.id

    return sorted({entity.id: entity for entity in entities}.values(), key=place)


def by_theme(items: Iterable[Innspill]) -> list[tuple[str, tuple[Innspill, ...]]]:
    """Give input by its first theme, so that each stands once; that without a theme ("") comes last."""
    themes: dict[str, list[Innspill]] = defaultdict(list)
    for item in items:
        themes[item.tema[0] if item.tema else ""].append(item)
    return [(name, tuple(themes[name])) for name in sorted(themes, key=lambda name: (not name, alphabetical(name)))]


class EntityLists:
    """The lists of a register, in parts where they are long."""

    def __init__(self, register: Register, report: Report) -> None:
        """Take the register, and its report: what was found stands by each row."""
        self.register = register
        found = (*report.findings, *report.known, *report.suppressed, *report.gaps)
        self._findings = Counter(item.diagnostic.entity for item in found)

    def _size(self, *texts: str) -> int:
        return sum(len(escape(text).encode()) for text in texts)

    def _links(self, ids: Iterable[str]) -> int:
        goals = [maal for id_ in ids if (maal := self.register.find_maal(id_))]
        return sum(_LINK + self._size(maal.full_title) for maal in goals)

    def _weight(self, entity: Enhet) -> int:
        """Give about how many bytes a row is: its own words, where they come from, and what was found about it."""
        sources = self.register.plansystem.kilder
        told = [source for ref in getattr(entity, "kilder", ()) if (source := sources.get(ref.kilde))]
        plan = self.register.find_plan(getattr(entity, "plan", None))
        return (
            _ROW
            + len(entity.model_dump_json(exclude_defaults=True).encode())
            + self._size(entity.tittel)
            + sum(_LINK + self._size(source.tittel, source.url or "") for source in told)
            + self._links(getattr(entity, "maal", ()))
            + (_LINK + self._size(plan.tittel) if plan else 0)
            + _FINDING * self._findings[entity.entity]
        )

    def _weight_of_input(self, item: Maal | Innspill) -> int:
        if item.kind == "innspill":
            answer = getattr(item, "svar", None)
            return self._weight(item) + self._links(answer.foerte_til if answer else ())
        became = [blir.maal for blir in getattr(item, "blir", ()) if blir.maal]
        return _DRAFT + self._size(item.tittel, item.id) + self._links(became)

    @cached_property
    def tiltak(self) -> tuple[ListPart[str, Tiltak], ...]:
        """The measures, in one group."""
        rows = in_reading_order(self.register.tiltak.values())
        return list_parts("tiltak.html", [("", rows)] if rows else [], self._weight)

    @cached_property
    def utfordringer(self) -> tuple[ListPart[str, Utfordring], ...]:
        """The challenges: first those that no goal in force answers, then the others, then the conflicts."""
        groups: dict[str, list[Utfordring]] = {UNANSWERED: [], ANSWERED: [], CONFLICT: []}
        for each in in_reading_order(self.register.utfordringer.values()):
            goals = [maal for id_ in each.maal if (maal := self.register.find_maal(id_))]
            answered = ANSWERED if any(map(self.register.is_maal_i_kraft, goals)) else UNANSWERED
            groups[CONFLICT if each.type == "målkonflikt" else answered].append(each)
        return list_parts("utfordringer.html", [item for item in groups.items() if item[1]], self._weight, _GROUP)

    @cached_property
    def of_plans(self) -> dict[str, tuple[tuple[Maal, ...], tuple[Innspill, ...]]]:
        """The drafts and the input by the id of a plan, each input once: by the plan that it names itself.

        One that names none stands by the first of its goals' plans, the rest by "".
        """
        register, known = self.register, medvirkning(self.register)
        left, found = dict(register.innspill), {}
        named = {item.id: plan.id for item in left.values() if (plan := register.find_plan(item.plan))}
        plans = (plan for plan in register.planer.values() if plan.id in {*known.utkast, *known.innspill})
        for plan in in_reading_order(plans):
            about = known.innspill.get(plan.id, ())
            here = [item for item in about if item.id in left and named.get(item.id, plan.id) == plan.id]
            own = tuple(left.pop(item.id) for item in here)
            found[plan.id] = known.utkast.get(plan.id, ()), own
        return {**found, **({"": ((), tuple(left.values()))} if left else {})}

    @cached_property
    def innspill(self) -> tuple[ListPart[str, Maal | Innspill], ...]:
        """The drafts and the input, plan by plan, the drafts first and the input by theme."""
        groups: list[tuple[str, list[Maal | Innspill]]] = [
            (id_, [*drafts, *(item for _, items in by_theme(own) for item in items)])
            for id_, (drafts, own) in self.of_plans.items()
        ]
        return list_parts("innspill.html", groups, self._weight_of_input, _GROUP)

    @cached_property
    def _places(self) -> dict[str, str]:
        places = {row.entity: part.sti for part in self.tiltak for row in part.rows}
        places |= {row.entity: part.sti for part in self.utfordringer for row in part.rows}
        return places | {row.entity: part.sti for part in self.innspill for row in part.rows}

    def page_of(self, entity: Enhet) -> str:
        """Give the page with an entity's row; the first of its kind where it has none."""
        return self._places.get(entity.entity) or f"{_PAGES.get(entity.kind, entity.kind)}.html"

    def input_to(self, plan: str) -> str:
        """Give where the drafts and the input of a plan begin, by its id."""
        found = (part.sti for part in self.innspill for id_, _ in part.grupper if id_ == plan)
        return f"{next(found, self.innspill[0].sti)}#{plan}"
