"""Which plan a row is about: one that is there (same title), one that may be (a similar title), or a new one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from planlint.base.diagnostic import N_
from planlint.base.suggest import slug
from planlint.base.trouble import Trouble
from planlint.imports.cells import krev
from planlint.imports.fold_words import fold, years

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.imports.known_plans import Kjent
    from planlint.imports.plan_row_reader import Planrad

Hva = Literal["ny", "kjent", "uavgjort", "hoppet_over", "gjentatt"]
_ALIKE = 86
_MOST = 3
_LONGEST = 80


class ValgError(Trouble):
    """An option names a row or a plan that is not there; the text is for the user. Exit code 2."""


@dataclass(frozen=True, slots=True)
class Valg:
    """What the user has decided about rows, by title: which plan it is, that it is new, that it is left out."""

    match: Mapping[str, str] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()

    def control(self, rows: Iterable[Planrad], plans: Mapping[str, Kjent]) -> None:
        """Raise ValgError where an option is about nothing."""
        titles = {fold(row.tittel) for row in rows}
        for option, named in (("--match", self.match), ("--new", self.new), ("--skip", self.skip)):
            for title in sorted(named):
                if fold(title) not in titles:
                    raise ValgError(N_("{valg}: ingen rad i filen har tittelen «{tittel}»."), valg=option, tittel=title)
        for title, id_ in sorted(self.match.items()):
            if id_ not in plans:
                raise ValgError(N_("--match «{tittel}»: det er ingen plan med id `{id}`."), tittel=title, id=id_)


@dataclass(frozen=True, slots=True)
class Treff:
    """A row and the plan it is about: `id` of the one there or of the new one, `ligner` where nobody has decided."""

    rad: Planrad
    hva: Hva
    id: str = ""
    ligner: tuple[str, ...] = ()


class Kjenner:
    """Recognises the plans that there are."""

    def __init__(self, plans: Mapping[str, Kjent], valg: Valg) -> None:
        """Index the plans by title; what the user decided goes first."""
        self.plans = plans
        self._by_title: dict[str, list[Kjent]] = {}
        for plan in plans.values():
            self._by_title.setdefault(fold(plan.tittel), []).append(plan)
        self._match = {fold(title): id_ for title, id_ in valg.match.items()}
        self._new = {fold(title) for title in valg.new}
        self._skip = {fold(title) for title in valg.skip}
        self._seen: dict[str, Planrad] = {}
        self._taken = {*plans}

    def finn(self, row: Planrad) -> Treff:
        """Give what a row is about."""
        title = fold(row.tittel)
        if title in self._skip:
            return Treff(row, "hoppet_over")
        first = self._seen.setdefault(title, row)
        if first is not row:
            return self._again(row, first)
        known = self._match.get(title) or (row.id if row.id in self.plans else "")
        same = self._by_title.get(title, [])
        if not known and len(same) == 1 and title not in self._new:
            known = same[0].id
        if known:
            return Treff(row, "kjent", known)
        if title not in self._new and (alike := self._alike(title, same)):
            return Treff(row, "uavgjort", ligner=alike)
        return self._ny(row)

    @staticmethod
    def _again(row: Planrad, first: Planrad) -> Treff:
        """Two rows of one title are one plan; what the second one says otherwise is for the user to sort out."""
        if {key: value for key, value in row.felt.items() if first.felt.get(key) != value}:
            text = N_("samme tittel som rad {nummer}. Bare den første er lest")
            row.uklart("tittel", row.tittel, text, nummer=first.nummer)
        return Treff(row, "gjentatt")

    def _alike(self, title: str, same: list[Kjent]) -> tuple[str, ...]:
        """Give the plans that a title may mean; titles with other years are other plans."""
        if same:
            return tuple(plan.id for plan in same)
        if named := self.plans.get(slug(title)):
            return (named.id,)
        fuzz, process, here = krev("rapidfuzz.fuzz"), krev("rapidfuzz.process"), years(title)
        among = {name for name in self._by_title if not here or not years(name) or years(name) == here}
        found = process.extract(title, sorted(among), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=_MOST)
        return tuple(plan.id for name, _, _ in found for plan in self._by_title[name])

    def _ny(self, row: Planrad) -> Treff:
        """Give a new plan its id: from the id column, else the title; with a number where the id is taken."""
        base = slug(row.id or row.tittel)
        if len(base) > _LONGEST:
            base = base[: _LONGEST + 1].rpartition("-")[0] or base[:_LONGEST]
        if not base:
            row.uklart("tittel", row.tittel, N_("tittelen har ingen bokstaver eller tall, så den gir ingen id"))
            return Treff(row, "hoppet_over")
        id_, number = base, 1
        while id_ in self._taken:
            number += 1
            id_ = f"{base}-{number}"
        self._taken.add(id_)
        return Treff(row, "ny", id_)
