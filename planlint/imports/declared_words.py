"""What the municipality has declared, found by the words of a table: plan types, sectors, provisions, goals."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from planlint.base import slug
from planlint.imports.fold_words import fold, nearest
from planlint.law import bestemmelser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.register import Register

_SECTION = re.compile(r"(?P<law>[^§\d,;]*)§+\s*(?P<number>\d+(?:\s?-\s?\d+)?(?:\s?[a-z]\b)?)", re.IGNORECASE)
_MORE = re.compile(r"\s*(?:,|og|,? samt)\s*(?:§+\s*)?(?P<number>\d+(?:-\d+)?)(?!\d)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\(([^()]+)\)")
_SURE = 92
_PLURAL = ("er", "ene", "ane", "ar", "r", "e")
_LAWS = {
    "pbl": "plan og bygningsloven", "plan og bygningslova": "plan og bygningsloven",
    "koml": "kommuneloven", "kommunelova": "kommuneloven", "kl": "kommuneloven",
    "folkehelselova": "folkehelseloven", "fhl": "folkehelseloven",
    "sivilbeskyttelseslova": "sivilbeskyttelsesloven", "sivilbeskyttelseslov": "sivilbeskyttelsesloven",
}  # fmt: skip


class DeclaredWords:
    """Looks up what is declared in one plan system; `typer` are the user's own words for plan types."""

    def __init__(self, register: Register, typer: Mapping[str, str]) -> None:
        """Keep the register, and the user's words folded."""
        self.register = register
        self.plansystem = register.plansystem
        self._typer = {fold(word): id_ for word, id_ in typer.items()}

    # --- plan types ---

    @cached_property
    def _names(self) -> dict[str, str]:
        names = {fold(id_): id_ for id_ in self.plansystem.plantyper}
        return names | {fold(kind.navn): id_ for id_, kind in self.plansystem.plantyper.items()}

    def plantype(self, text: str) -> str:
        """Give the plan type that a text names: by the user's word, by name or id, in singular or plural, or ""."""
        word = fold(text)
        found = self._typer.get(word) or self._names.get(word)
        for ending in _PLURAL:
            if not found and word.endswith(ending):
                found = self._names.get(word.removesuffix(ending))
        return found or self._names.get(nearest(word, self._names, _SURE), "")

    def in_group(self, text: str) -> list[str]:
        """Give the plan types of a group as the plan list heads it («Strategidokumenter»)."""
        word = fold(text)
        groups = {fold(kind.gruppe): kind.gruppe for kind in self.plansystem.plantyper.values() if kind.gruppe}
        meant = groups.get(word) or groups.get(nearest(word, groups, _SURE))
        return [id_ for id_, kind in self.plansystem.plantyper.items() if meant and kind.gruppe == meant]

    def is_heading(self, text: str) -> bool:
        """Tell whether a text on a row of its own heads others: a group or plural of plan types, or a sector."""
        word = fold(text)
        plural = word not in self._names and self.plantype(text)
        return bool(word in self._typer or plural or self.in_group(text) or self.sektor(text))

    def type_of(self, group: str, title: str) -> tuple[str, list[str]]:
        """Give the plan type of a row under a heading, or "" and the types that it may be.

        A group with one type is that type; in a group of several the title must name one, or the group's own name
        be one («Temaplaner»).
        """
        if own := self._typer.get(fold(group)):
            return own, [own]
        among = self.in_group(group)
        direct = self.plantype(group)
        if not among:
            return direct, [direct] if direct else []
        if len(among) == 1:
            return among[0], among
        named = {id_: size for id_ in among if (size := self._named(id_, title))}
        longest = [id_ for id_, size in named.items() if size == max(named.values())]
        if len(longest) == 1:
            return longest[0], among
        return (direct if direct in among and not named else ""), among

    def _named(self, id_: str, title: str) -> int:
        """Give how much of a title a plan type's name or abbreviation takes up; 0 where the title does not name it."""
        kind, words = self.plansystem.plantyper[id_], fold(title).split()
        short = [fold(text) for text in _ABBREVIATION.findall(kind.navn) if len(text) > 2]  # noqa: PLR2004 - ROS, LDIP
        sizes = [len(text) for text in (*short, fold(id_)) if text in words]
        name = fold(_ABBREVIATION.sub(" ", kind.navn)).split()
        if name and all(any(_part(part, word) for word in words) for part in name):
            sizes.append(len(" ".join(name)))
        return max(sizes, default=0)

    # --- sectors, provisions, goals ---

    def sektor(self, text: str) -> str:
        """Give the sector that a text names, or ""."""
        names = {fold(id_): id_ for id_ in self.plansystem.sektorer}
        names |= {fold(sektor.navn): id_ for id_, sektor in self.plansystem.sektorer.items()}
        word = fold(text).removeprefix("sektor ").removeprefix("for ")
        return names.get(word) or names.get(nearest(word, names, _SURE), "")

    @cached_property
    def _laws(self) -> dict[str, dict[str, str]]:
        """The provisions by law and section."""
        found: dict[str, dict[str, str]] = {}
        for id_, item in bestemmelser().items():
            number = item.paragraf.removeprefix("§").replace(" ", "")
            if item.last_day is None and number and not item.vis_ledd:
                found.setdefault(fold(item.lov), {})[number] = id_
        return found

    def hjemler(self, text: str) -> tuple[list[str], str]:
        """Give the provisions that a text names, and what of it is not known."""
        found, rest, law = [], [], ""
        own = {fold(item.navn): id_ for id_, item in self.plansystem.bestemmelser.items()}
        known = {**bestemmelser(), **self.plansystem.bestemmelser}
        for piece in re.split(r"[;\n|]|,\s*(?=[^\W\d])", text):
            if not piece.strip():
                continue
            named = own.get(fold(piece)) or (slug(piece) if slug(piece) in known else "")
            ids, law = ([named], law) if named else self._sections(piece, law)
            found += ids
            rest += [] if ids else [piece.strip()]
        return list(dict.fromkeys(found)), "; ".join(rest)

    def _sections(self, text: str, law: str) -> tuple[list[str], str]:
        """Give the provisions of a text with one or more sections; none where one of them is not known."""
        found: list[str] = []
        at = 0
        while match := _SECTION.match(text, at) or (found and _MORE.match(text, at)) or None:
            name = fold(match.groupdict().get("law") or "").removeprefix("og ")
            law = _LAWS.get(name, name) or law
            id_ = self._laws.get(law, {}).get(match["number"].replace(" ", ""))
            if id_ is None:
                return [], law
            found.append(id_)
            at = match.end()
        return ([] if text[at:].strip(" .") else found), law

    def maal(self, text: str) -> tuple[list[dict[str, str]], str]:
        """Give anchors in the goals (or plans) that a text names by id, number or title, and what is not known."""
        found, rest = [], []
        for piece in re.split(r"[;\n|]", text):
            if piece.strip():
                anchor = self._anchor(piece.strip())
                found += [anchor] if anchor else []
                rest += [] if anchor else [piece.strip()]
        return found, "; ".join(rest)

    @cached_property
    def _goals(self) -> dict[str, list[str]]:
        """The goals in force by title and by number."""
        found: dict[str, list[str]] = {}
        for goal in self.register.maal.values():
            if self.register.is_maal_i_kraft(goal):
                for key in {fold(goal.tittel), fold(goal.nummer or "")} - {""}:
                    found.setdefault(key, []).append(goal.id)
        return found

    def _anchor(self, text: str) -> dict[str, str] | None:
        if text in self.register.maal:
            return {"mål": text}
        if text in self.register.planer:
            return {"plan": text}
        goals = self._goals.get(fold(re.sub(r"^(?:del|hoved)?mål\s+", "", text, flags=re.IGNORECASE)), [])
        return {"mål": goals[0]} if len(goals) == 1 else None


def _part(part: str, word: str) -> bool:
    """Tell whether a word of a title is, begins or ends with a word of a plan type's name."""
    return (
        word == part or word.endswith(part) or (word.startswith(part) and word.removeprefix(part) in {"en", "a", "et"})
    )
