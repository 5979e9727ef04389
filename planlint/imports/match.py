"""Which plan a row is about: one that is there (same title), one that may be (a similar title), or a new one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from planlint.base import N_, Trouble, is_reserved, slug
from planlint.imports.fold_words import fold, years
from planlint.imports.similar import SimilarTitles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.imports.known_plans import KnownPlan
    from planlint.imports.rows.imported_plan import ImportedPlan

MatchKind = Literal["ny", "kjent", "uavgjort", "hoppet_over", "gjentatt"]
_LONGEST = 80


class ChoiceError(Trouble):
    """An option names a row or a plan that is not there; the text is for the user. Exit code 2."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user has decided about rows, by title: which plan it is, that it is new, that it is left out.

    `remembered` are the titles of earlier runs: they need not be in this file.
    """

    match: Mapping[str, str] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    remembered: frozenset[str] = frozenset()

    def by_id(self, plans: Mapping[str, KnownPlan]) -> Choices:
        """Give the choices with the id of each plan that the user named by its title.

        Raises ChoiceError where several plans have the title: only an id tells them apart.
        """
        named: dict[str, list[str]] = {}
        for plan in plans.values():
            named.setdefault(fold(plan.tittel), []).append(plan.id)
        match = {}
        for title, said in self.match.items():
            those = [said] if said in plans else named.get(fold(said), [])
            if len(those) > 1:
                raise ChoiceError(
                    N_("--match «{tittel}»: flere planer heter «{navn}». Skriv id-en til den det gjelder: {liste}."),
                    tittel=title, navn=said, liste=", ".join(those),
                )  # fmt: skip
            match[title] = those[0] if those else said
        return replace(self, match=match)

    def control(self, rows: Iterable[ImportedPlan], plans: Mapping[str, KnownPlan]) -> None:
        """Raise ValgError where an option is about nothing."""
        rows = [*rows]
        titles = {fold(row.tittel) for row in rows}
        for option, named in (("--match", self.match), ("--new", self.new), ("--skip", self.skip)):
            for title in sorted(named):
                if fold(title) not in titles and title not in self.remembered:
                    raise ChoiceError(
                        N_("{valg}: ingen rad i filen har tittelen «{tittel}»."), valg=option, tittel=title
                    )
        made = {slug(row.tittel) for row in rows}
        for title, id_ in sorted(self.match.items()):
            if id_ not in plans and id_ not in made:
                raise ChoiceError(
                    N_("--match «{tittel}»: det er ingen plan med id eller tittel `{id}`."), tittel=title, id=id_
                )


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the plan it is about: `id` of the one there or of the new one, `ligner` where nobody has decided."""

    rad: ImportedPlan
    hva: MatchKind
    id: str = ""
    ligner: tuple[str, ...] = ()


class Matcher:
    """Recognises the plans that there are."""

    def __init__(self, plans: Mapping[str, KnownPlan], valg: Choices) -> None:
        """Index the plans by title; what the user decided goes first."""
        self.plans = plans
        self._by_title: dict[str, list[KnownPlan]] = {}
        for plan in plans.values():
            self._by_title.setdefault(fold(plan.tittel), []).append(plan)
        self._years = {name: years(name) for name in self._by_title}
        self._among: dict[frozenset[str], dict[str, None]] = {}
        self._similar = SimilarTitles(self._by_title)
        self._match = {fold(title): id_ for title, id_ in valg.match.items()}
        self._new = {fold(title) for title in valg.new}
        self._skip = {fold(title) for title in valg.skip}
        self._taken = {*plans}

    def find(self, row: ImportedPlan) -> Match:
        """Give what a row is about."""
        title = fold(row.tittel)
        if title in self._skip:
            return Match(row, "hoppet_over")
        known = self._match.get(title) or (row.id if row.id in self.plans else "")
        same = self._by_title.get(title, [])
        if not known and len(same) == 1 and title not in self._new:
            known = same[0].id
        if known:
            return Match(row, "kjent", known)
        if title not in self._new and (alike := self._alike(title, same)):
            return Match(row, "uavgjort", ligner=alike)
        return self._new_plan(row)

    def _alike(self, title: str, same: list[KnownPlan]) -> tuple[str, ...]:
        """Give the plans that a title may mean; titles with other years are other plans."""
        if same:
            return tuple(plan.id for plan in same)
        named = self.plans.get(slug(title))
        if named and not named.oppdiktet:
            return (named.id,)
        here = years(title)
        if here not in self._among:
            names = self._years if not here else (name for name, its in self._years.items() if not its or its == here)
            self._among[here] = dict.fromkeys(sorted(names))
        found = self._similar.to(title, [self._among[here]])
        return tuple(plan.id for name in found for plan in self._by_title[name])

    def _new_plan(self, row: ImportedPlan) -> Match:
        """Give a new plan its id: from the id column, else the title; with a number where the id is taken."""
        base = slug(row.id or row.tittel)
        if len(base) > _LONGEST:
            base = base[: _LONGEST + 1].rpartition("-")[0] or base[:_LONGEST]
        if not base:
            row.note_unclear("tittel", row.tittel, N_("tittelen har ingen bokstaver eller tall, så den gir ingen id"))
            return Match(row, "hoppet_over")
        id_, number = base, 1
        while id_ in self._taken or is_reserved(id_):
            number += 1
            id_ = f"{base}-{number}"
        self._taken.add(id_)
        return Match(row, "ny", id_)
