"""What the municipality has declared, found by the words of a table: plan types, sectors, provisions, goals."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from planlint.base import pieces, slug, without_quotes
from planlint.imports.fold_words import fold, nearest
from planlint.words import BasisFact, KindFact, WordContext, kind_of, read_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.imports.table.group import Group
    from planlint.register import Register

_ABBREVIATION = re.compile(r"\(([^()]+)\)")
_SURE = 92
_COMMITTEES = ("{}", "utvalg for {}", "utval for {}")
_PLURAL = ("er", "ene", "ane", "ar", "r", "e")


class DeclaredWords:
    """Looks up what is declared in one plan system; `typer` are the user's own words for plan types."""

    def __init__(self, register: Register, typer: Mapping[str, str]) -> None:
        """Keep the register, and the user's words folded."""
        self.register = register
        self.plansystem = register.plansystem
        self.context = WordContext.of(register.plansystem, register.today)
        self.typer = typer
        self.organer = self.context.organer

    # --- plan types ---

    @cached_property
    def _names(self) -> dict[str, str]:
        names = {fold(id_): id_ for id_ in self.plansystem.plantyper}
        return names | {fold(kind.navn): id_ for id_, kind in self.plansystem.plantyper.items()}

    def plantype(self, text: str) -> str:
        """Give the plan type that a text names: by the user's word, by name or id, in singular or plural, or ""."""
        word = fold(text)
        found = self.typer.get(word) or self._names.get(word)
        for ending in _PLURAL:
            if not found and word.endswith(ending):
                found = self._names.get(word.removesuffix(ending))
        return found or self._names.get(nearest(word, self._names, _SURE), "")

    def type_in(self, told: str, heading: Group | None, title: str, role: str = "") -> tuple[str, bool]:
        """Give the type of a plan, and whether the table says it outright: by its own column, by the user's answer.

        The column goes first; then the user's answer for the title; then the heading above, where it is of one type;
        then what the title names; last the answer for all others. `role` is the role of a part of the kommuneplan.
        """
        if role:
            return self.of_kind(KindFact("", role)), True
        if (found := self._part_of_kommuneplan(title)) and fold(title) not in self.typer:
            return found, True
        if told and (found := self.typer.get(fold(told)) or self._variant(told)):
            return found, True
        if told and (found := self.plantype(told) or self.of_kind(kind_of(told))):
            return found, bool(self.plantype(told))
        if found := self.typer.get(fold(title), "") or self._variant(_bracketed(title)):
            return found, True
        by_heading = (heading.value or self.type_of(heading.text, title)[0]) if heading else ""
        by_title = self._names.get(fold(title), "") or self.of_kind(kind_of(title))
        found = by_heading or ("" if told and self.typer.get("*") is None else by_title)
        is_parted = self.variants(kind_of(told or title))
        return found or ("" if is_parted else self.typer.get("*", "")), False

    def _part_of_kommuneplan(self, title: str) -> str:
        """Give the type of a part of the kommuneplan, where a title names one: no type cell or heading can say more."""
        kind = kind_of(title)
        return self.of_kind(kind) if kind and kind.rolle and kind.navn.startswith("kommuneplanens") else ""

    def of_kind(self, kind: KindFact | None) -> str:
        """Give the declared type of a kind of plan: the one with its role, else the one of its name; or ""."""
        if kind is None:
            return ""
        if kind.rolle:
            among = [id_ for id_, type_ in self.plansystem.plantyper.items() if type_.rolle == kind.rolle]
            if len(among) == 1:
                return among[0]
        if kind.navn and self.variants(kind):
            return self.typer.get(fold(kind.navn), "")
        return self._names.get(fold(kind.navn), "") if kind.navn else ""

    def variants(self, kind: KindFact | None) -> list[str]:
        """Give the declared types that a kind of plan is parted in, where it is no type itself («kommunedelplan»)."""
        if kind is None or not kind.navn or fold(kind.navn) in self._names:
            return []
        ids = self.plansystem.plantyper
        found = [id_ for id_ in ids if id_.startswith(f"{slug(kind.navn)}-")]
        return found if len(found) > 1 else []

    def _variant(self, told: str) -> str:
        """Give the one of the types that a kind is parted in, that a cell names: «Kommunedelplan (arealplan)»."""
        kind = kind_of(told)
        ids = self.variants(kind)
        words = fold(told).split()[1:]
        named = [id_ for id_ in ids if any(word.startswith(id_.rpartition("-")[2]) for word in words)]
        return named[0] if len(named) == 1 else ""

    def organ(self, text: str) -> str:
        """Give the declared body that a whole text names, or ""; a column of committees need not say that they are."""
        return next((found for name in _COMMITTEES if (found := self.organer.find(name.format(text)))), "")

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
        return bool(word in self.typer or plural or self.in_group(text) or self.sektor(text))

    def type_of(self, group: str, title: str) -> tuple[str, list[str]]:
        """Give the plan type of a row under a heading, or "" and the types that it may be.

        A group with one type is that type; in a group of several the title must name one, or the group's own name
        be one («Temaplaner»).
        """
        if own := self.typer.get(fold(group)):
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

    def hjemler(self, text: str) -> tuple[list[str], str]:
        """Give the provisions that a text names, and what of it is not known."""
        read = read_cell("hjemmel", text, self.context)
        return [id_ for basis in read.of(BasisFact) for id_ in basis.ids], "; ".join(read.rest)

    def maal(self, text: str) -> tuple[list[dict[str, str]], str]:
        """Give anchors in the goals (or plans) that a text names by id, number or title, and what is not known."""
        found, rest = [], []
        for piece in pieces(text, ";\n|"):
            anchors = self._anchors(piece)
            found += anchors
            rest += [] if anchors else [piece]
        return found, "; ".join(rest)

    def _anchors(self, piece: str) -> list[dict[str, str]]:
        """Give the anchor that a piece names, else those that it lists with commas; none where one is not known."""
        if anchor := self._anchor(without_quotes(piece)):
            return [anchor]
        listed = [self._anchor(without_quotes(one)) for one in pieces(piece)]
        return [one for one in listed if one] if all(listed) else []

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
    """Tell whether a word of a title is, first_year or last_time with a word of a plan type's name."""
    return (
        word == part or word.endswith(part) or (word.startswith(part) and word.removeprefix(part) in {"en", "a", "et"})
    )


def _bracketed(title: str) -> str:
    """Give a title's first word and what it says in brackets («Kommunedelplanen (arealplan)»); "" without brackets."""
    told = _ABBREVIATION.findall(title)
    return " ".join([*title.split()[:1], *told]) if told else ""
