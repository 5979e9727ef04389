"""One plan in several tables of one file: its rows are put together; a row of the same table is never taken for it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message, slug
from planlint.imports.fold_words import fold, years
from planlint.imports.run.agreement import agreed
from planlint.imports.similar import SimilarTitles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.imports.match import Choices
    from planlint.imports.rows.imported_plan import ImportedPlan

_SMALL = frozenset(
    ["for", "av", "i", "og", "med", "om", "mot", "på", "den", "det", "de", "til", "kommune", "kommunen", "kommunal",
     "kommunale", "kommunalt", "strategisk", "overordnet", "overordna", "helhetlig", "heilskapleg"]
)  # fmt: skip
_ENDING = re.compile(r"(?<=\w{5})(?:ene|ane|en|et|er|ar|a|e)$")
_TEXTS = frozenset(("merknad", "sammendrag", "begrunnelse", "vilkår"))
_OWN = frozenset(("valg", "nummer"))
"""What two decisions are not compared by: the decision itself, which is asked about, and the row's own number."""
_KINDS = frozenset(("plan", "hovedplan", "temaplan", "kommunedelplan", "delplan", "sektorplan", "fagplan"))
_PLAN_END = re.compile(r"(?<=\w{4})s?plan$")

_ROS = re.compile(r"\brisiko og sårbar(?:het|heit)s?\s?analyse")
"""A name that has a short form of its own."""


def loose(title: str) -> str:
    """Give a title so that small words and endings make no difference: «klima- og energi», «kultursektoren»."""
    words = _ROS.sub("ros analyse", fold(title)).split()
    return " ".join(_ENDING.sub("", word) for word in words if word not in _SMALL)


def subject(title: str) -> str:
    """Give what a plan is about, whatever kind of plan its title says: «Vann- og avløpsplan», «Hovedplan for vann»."""
    words = (_ENDING.sub("", _PLAN_END.sub("", word)) for word in loose(title).split() if word not in _KINDS)
    return " ".join(words)


Alike = tuple["ImportedPlan", "ImportedPlan"]


def joined(
    plans: Iterable[ImportedPlan], valg: Choices, known: Iterable[str] = ()
) -> tuple[list[ImportedPlan], list[Alike]]:
    """Give the plans with the rows of later tables put on them, and the rows that may be one plan, to be asked about.

    `valg` are the user's own words: a title is about the plan of an id, which may be one that this file makes; or it
    is a plan of its own, as one of the titles that are `known` is. Titles that differ are never taken for one plan
    without being asked about.
    """
    kept: list[ImportedPlan] = []
    rows = _Rows()
    doubts: list[Alike] = []
    match, apart = valg.match, {fold(title) for title in (*valg.new, *valg.skip, *known)}
    by: dict[str, ImportedPlan] = {}
    ids: dict[str, ImportedPlan] = {}
    abouts: dict[str, ImportedPlan] = {}
    asked = {fold(title): id_ for title, id_ in match.items()}
    for plan in plans:
        first = ids.get(asked.get(fold(plan.tittel), "")) or by.get(loose(plan.tittel))
        named = fold(plan.tittel) in asked
        if not named and (first is None or fold(first.tittel) != fold(plan.tittel)):
            about = abouts.get(subject(plan.tittel))
            like = None if fold(plan.tittel) in apart or plan.is_task else first or rows.like(plan) or about
            doubts += [(plan, like)] if like and like.ark != plan.ark else []
            first = None
        if (
            first is None
            or (first.ark == plan.ark and not named)
            or (named and ids.get(asked[fold(plan.tittel)]) is None)
        ):
            kept.append(plan)
            rows.add(plan)
            by.setdefault(loose(plan.tittel), plan)
            if not plan.is_task and (theme := subject(plan.tittel)):
                abouts.setdefault(theme, plan)
            ids.setdefault(slug(plan.tittel), plan)
            continue
        _join(first, plan)
    return kept, doubts


class _Rows:
    """The rows that are kept, by table and the years in their titles: which of another table is most like one."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[frozenset[str], dict[str, ImportedPlan]]] = defaultdict(lambda: defaultdict(dict))
        self._similar = SimilarTitles()

    def add(self, plan: ImportedPlan) -> None:
        if not plan.is_task:
            title = fold(plan.tittel)
            self._tables[plan.ark][years(title)][title] = plan
            self._similar.add(title)

    def like(self, plan: ImportedPlan) -> ImportedPlan | None:
        """Give the row of another table whose title is most like a row's; titles with other years are other plans."""
        title = fold(plan.tittel)
        here = years(title)
        near = [
            rows
            for table, those in self._tables.items()
            for its, rows in those.items()
            if table != plan.ark and (not here or not its or its == here)
        ]
        found = self._similar.to(title, near) if near else []
        return next((rows[name] for name in found for rows in near if name in rows), None)


def _join(first: ImportedPlan, other: ImportedPlan) -> None:
    """Put what another table says on a plan: fill what is missing, add to lists, and keep the first one's words."""
    for key, value in other.felt.items():
        if key == "tittel":
            continue
        if key not in first.felt or (key in first.soft and key not in other.soft):
            first.felt[key] = value
        else:
            before = first.felt[key]
            first.felt[key] = _both(key, before, value)
            if key == "arbeid" and _is_different(before, value):
                _note_said(first, other)
            elif key not in other.soft and (first.felt[key] == before or _is_different(before, value)):
                _note_other(first, other, key)
    _decide(first, other)
    first.ordrett += other.ordrett
    first.kilder += [ref for ref in other.kilder if ref not in first.kilder]
    first.uforstaatt += [item for item in other.uforstaatt if item.kolonne != "type" or "type" not in first.felt]
    if "type" in first.felt:
        first.uforstaatt = [item for item in first.uforstaatt if item.kolonne != "type"]
    first.celler |= {f"{other.ark}: {head}": text for head, text in other.celler.items()}
    first.organer |= other.organer
    first.bare_tittel = first.bare_tittel and other.bare_tittel
    first.notetekst = first.notetekst or other.notetekst
    first.fotnote = first.fotnote or other.fotnote


def _decide(first: ImportedPlan, other: ImportedPlan) -> None:
    """Lay the decisions of two tables together; two that differ are asked about, and other times are told of."""
    valg, later = first.beslutning.get("valg", ""), other.beslutning.get("valg", "")
    if _is_different(first.beslutning, {key: value for key, value in other.beslutning.items() if key not in _OWN}):
        _note_said(first, other)
    first.sagt += [said for said in other.sagt if said not in first.sagt]
    first.beslutning = {**other.beslutning, **first.beslutning}
    if both := agreed(valg, later):
        first.beslutning["valg"] = both
    elif valg:
        where = Message.of_text(N_("linje {nr} i «{ark}»"), nr=other.nummer, ark=other.ark)
        first.uenig.append((later, where))


def _note_said(first: ImportedPlan, other: ImportedPlan) -> None:
    """Note the cells of a later table's decision, where it gives another time, resource or reason."""
    cells = [f"{head}: {text}" for head, text in other.sagt if (head, text) not in first.sagt]
    if cells:
        why = N_("{ark}, linje {nummer}, sier noe annet enn linje {første}. Bare den første er brukt")
        first.note_unclear("beslutning", "; ".join(cells), why, ark=other.ark, nummer=other.nummer, første=first.nummer)


def _is_different(one: Any, other: Any) -> bool:
    """Tell whether two groups of values say different things under one key."""
    both = isinstance(one, dict) and isinstance(other, dict)
    return both and any(key in one and one[key] != value for key, value in other.items())


def _note_other(first: ImportedPlan, other: ImportedPlan, key: str) -> None:
    """Note a cell of a later table that says otherwise than the first one did, where its words are not there too."""
    text = other.celler.get(other.heads.get(key, ""), "")
    if text and text.split() not in [told.split() for told in first.celler.values()]:
        why = N_("{ark}, linje {nummer}, sier noe annet enn linje {første}. Bare den første er brukt")
        first.note_unclear(key, text, why, ark=other.ark, nummer=other.nummer, første=first.nummer)


def _both(key: str, one: Any, other: Any) -> Any:
    if isinstance(one, list):
        return [*one, *(item for item in other if item not in one)]
    if isinstance(one, dict):
        return {**other, **one}
    if key in _TEXTS and isinstance(one, str) and str(other) not in one:
        return f"{one} {other}" if one.endswith((".", "!", "?")) else f"{one}. {other}"
    return one
