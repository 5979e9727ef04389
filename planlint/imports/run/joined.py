"""One plan in several tables of one file: its rows are put together; a row of the same table is never taken for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.base import slug
from planlint.imports.fold_words import fold
from planlint.model import MADE_ANEW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.imports.rows.imported_plan import ImportedPlan

_SMALL = frozenset(
    ["for", "av", "i", "og", "med", "om", "mot", "på", "den", "det", "de", "til", "kommune", "kommunen", "kommunal",
     "kommunale", "kommunalt"]
)  # fmt: skip
_ENDING = re.compile(r"(?<=\w{5})(?:ene|ane|en|et|er|ar|a|e)$")
_TEXTS = frozenset(("merknad", "sammendrag", "begrunnelse", "vilkår"))


def loose(title: str) -> str:
    """Give a title so that small words and endings make no difference: «klima- og energi», «kultursektoren»."""
    return " ".join(_ENDING.sub("", word) for word in fold(title).split() if word not in _SMALL)


def joined(plans: Iterable[ImportedPlan], match: Mapping[str, str]) -> tuple[list[ImportedPlan], list[tuple[str, str]]]:
    """Give the plans with the rows of later tables put on them, and the titles that were taken for one plan.

    `match` are the user's own words: a title is about the plan of an id, which may be one that this file makes.
    """
    kept: list[ImportedPlan] = []
    told: list[tuple[str, str]] = []
    by: dict[str, ImportedPlan] = {}
    ids: dict[str, ImportedPlan] = {}
    asked = {fold(title): id_ for title, id_ in match.items()}
    for plan in plans:
        first = ids.get(asked.get(fold(plan.tittel), "")) or by.get(loose(plan.tittel))
        named = fold(plan.tittel) in asked
        if (
            first is None
            or (first.ark == plan.ark and not named)
            or (named and ids.get(asked[fold(plan.tittel)]) is None)
        ):
            kept.append(plan)
            by.setdefault(loose(plan.tittel), plan)
            ids.setdefault(slug(plan.tittel), plan)
            continue
        if fold(first.tittel) != fold(plan.tittel):
            told.append((plan.tittel, first.tittel))
        _join(first, plan)
    return kept, told


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
