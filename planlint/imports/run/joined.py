"""One plan in several tables of one file: its rows are put together; a row of the same table is never taken for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.base import slug
from planlint.imports.fold_words import fold, years
from planlint.imports.match import similar
from planlint.model import MADE_ANEW

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


_ROS = re.compile(r"\brisiko og sårbar(?:het|heit)s?\s?analyse")
"""A name that has a short form of its own."""


def loose(title: str) -> str:
    """Give a title so that small words and endings make no difference: «klima- og energi», «kultursektoren»."""
    words = _ROS.sub("ros analyse", fold(title)).split()
    return " ".join(_ENDING.sub("", word) for word in words if word not in _SMALL)


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
    doubts: list[Alike] = []
    match, apart = valg.match, {fold(title) for title in (*valg.new, *valg.skip, *known)}
    by: dict[str, ImportedPlan] = {}
    ids: dict[str, ImportedPlan] = {}
    asked = {fold(title): id_ for title, id_ in match.items()}
    for plan in plans:
        first = ids.get(asked.get(fold(plan.tittel), "")) or by.get(loose(plan.tittel))
        named = fold(plan.tittel) in asked
        if not named and (first is None or fold(first.tittel) != fold(plan.tittel)):
            like = None if fold(plan.tittel) in apart or plan.is_task else first or _similar_row(plan, kept)
            doubts += [(plan, like)] if like and like.ark != plan.ark else []
            first = None
        if (
            first is None
            or (first.ark == plan.ark and not named)
            or (named and ids.get(asked[fold(plan.tittel)]) is None)
        ):
            kept.append(plan)
            by.setdefault(loose(plan.tittel), plan)
            ids.setdefault(slug(plan.tittel), plan)
            continue
        _join(first, plan)
    return kept, doubts


def _similar_row(plan: ImportedPlan, others: Iterable[ImportedPlan]) -> ImportedPlan | None:
    """Give the row of another table whose title is most like a row's; titles with other years are other plans."""
    title = fold(plan.tittel)
    here = years(title)
    among = {fold(one.tittel): one for one in others if one.ark != plan.ark and not one.is_task}
    near = [name for name in among if not here or not years(name) or years(name) == here]
    return next((among[name] for name in similar(title, near)), None)


def _join(first: ImportedPlan, other: ImportedPlan) -> None:
    """Put what another table says on a plan: fill what is missing, add to lists, and keep the first one's words."""
    for key, value in other.felt.items():
        if key == "tittel":
            continue
        if key not in first.felt or (key in first.soft and key not in other.soft):
            first.felt[key] = value
        else:
            first.felt[key] = _both(key, first.felt[key], value)
    valg, later = first.beslutning.get("valg"), other.beslutning.get("valg")
    first.beslutning = {**other.beslutning, **first.beslutning}
    if (valg == "videreføres" and later in MADE_ANEW) or (valg == "ny" and later == "revideres"):
        first.beslutning["valg"] = "revideres"
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


def _both(key: str, one: Any, other: Any) -> Any:
    if isinstance(one, list):
        return [*one, *(item for item in other if item not in one)]
    if isinstance(one, dict):
        return {**other, **one}
    if key in _TEXTS and isinstance(one, str) and str(other) not in one:
        return f"{one} {other}" if one.endswith((".", "!", "?")) else f"{one}. {other}"
    return one
