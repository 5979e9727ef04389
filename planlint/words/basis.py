"""The legal basis as people write it: «pbl §§ 11-2 og 11-3», «folkehelseloven § 6»."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planlint.base import slug
from planlint.law import bestemmelser
from planlint.words.facts import BasisFact, Reading
from planlint.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECTION = re.compile(
    r"\s*+(?P<law>(?:[^§\d,;\s]++(?:\s++[^§\d,;\s]++)*+)?+)(?:\s*+,)?\s*+"
    r"§++\s*+(?P<number>\d+(?:\s?-\s?\d+)?(?:\s?[a-z]\b)?)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:,|og|,? samt)\s*(?:§+\s*)?(?P<number>\d+(?:-\d+)?)(?!\d)", re.IGNORECASE)
_LAWS = {
    "pbl": "plan og bygningsloven", "plan og bygningslova": "plan og bygningsloven",
    "koml": "kommuneloven", "kl": "kommuneloven",
    "fhl": "folkehelseloven", "sivilvernlova": "sivilbeskyttelsesloven",
}  # fmt: skip
_ENDING = re.compile(r"lov(?:en|a)?$")
_BEFORE = re.compile(
    r"^(?:ja[,.:;]?\s+|lovpålag[td][,:]?\s+|krav i\s+|lovkrav[,:]?\s+|jf\.?\s+|jfr\.?\s+)+", re.IGNORECASE
)


@cache
def _laws() -> dict[str, dict[str, str]]:
    """Give the provisions by law and section."""
    found: dict[str, dict[str, str]] = {}
    for id_, item in bestemmelser().items():
        number = item.paragraf.removeprefix("§").replace(" ", "")
        if item.last_day is None and number and not item.vis_ledd:
            found.setdefault(fold(item.lov), {})[number] = id_
    return found


def _law(name: str) -> str:
    """Give the name that a law is kept by: «alkohollova» is alkoholloven, and «kulturloven» is kulturlova."""
    forms = (_ENDING.sub(ending, name) for ending in ("loven", "lova", "lov"))
    return name if name in _laws() else next((form for form in forms if form in _laws()), name)


def read_basis(text: str, own: Mapping[str, str]) -> Reading:
    """Give the provisions that a text names, and what of it is not known; `own` are declared ones by folded name."""
    found: list[str] = []
    rest: list[str] = []
    law = ""
    for piece in re.split(r"[;\n|]|,\s*(?=[^\W\d])", _BEFORE.sub("", text)):
        if not piece.strip():
            continue
        named = own.get(fold(piece)) or (slug(piece) if slug(piece) in bestemmelser() else "")
        ids, law = ([named], law) if named else _sections(piece, law)
        found += ids
        rest += [] if ids else [" ".join(piece.split())]
    return Reading((BasisFact(tuple(dict.fromkeys(found))),) if found else (), tuple(rest))


def _sections(text: str, law: str) -> tuple[list[str], str]:
    """Give the provisions of a text with one or more sections; none where one of them is not known."""
    found: list[str] = []
    at = 0
    text = text.replace('"', " ").replace("«", " ").replace("»", " ")
    while match := _SECTION.match(text, at) or (found and _MORE.match(text, at)) or None:
        name = fold(match.groupdict().get("law") or "").removeprefix("og ")
        law = _law(_LAWS.get(name, name)) or law
        id_ = _laws().get(law, {}).get(match["number"].replace(" ", ""))
        if id_ is None:
            return [], law
        found.append(id_)
        at = match.end()
    return ([] if text[at:].strip(" .") else found), law
