"""What a row refers to, as people name it: a type or a unit by its name, a plan by its title, a goal by its number."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import N_, Message, QuotedTitle
from planlint.imports.cells import as_text
from planlint.imports.fold_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planlint.imports.cells import Cell
    from planlint.register import Register

_PARTS = re.compile(r"(?:(?<![^\S\n])[^\S\n]++)?[|;\n]\s*")
_GOALS = frozenset(("overordnet", "mål", "svar_førte_til", "viderefører"))
_MANY = frozenset(
    ("mål", "svar_førte_til", "viderefører", "medansvarlige", "erstatter", "bygger_på", "kunnskapsgrunnlag")
)


class References:
    """Finds ids by what people write; what is not found, or is what two are called, is left out, and in `unknown`."""

    def __init__(self, kind: str, register: Register, rows: Sequence[Mapping[str, Cell]]) -> None:
        """Know what is declared, the files that there are, and the rows of the same table."""
        system, planer = register.plansystem, register.planer.values()
        types = _by(
            {id_: (one.navn,) for id_, one in (system.maaltyper if kind == "maal" else system.plantyper).items()}
        )
        units = _by({id_: (one.navn,) for id_, one in system.sektorer.items()})
        named: dict[str, tuple[str, ...]] = {one.id: (one.tittel,) for one in planer}
        plans = _by(named | (_of_rows(rows) if kind == "plan" else {}))
        self.by = {
            **({"type": types} if kind in {"maal", "plan"} else {}),
            "plan": plans, "erstatter": plans, "bygger_på": plans, "kunnskapsgrunnlag": plans,
            "ansvarlig": units, "medansvarlige": units,
        }  # fmt: skip
        goals = {
            one.id: (one.plan, (*_numbers(one.nummer or "", one.variant or ""), one.tittel, one.kortnavn or ""))
            for one in register.every_maal.values()
        }
        self.vedtatte = frozenset(register.maal)
        self.replaced = {one.id: one.erstatter for one in planer}
        self.unknown: list[tuple[str, str, Message]] = []
        self.goals = goals | (_goals_of(rows, plans) if kind == "maal" else {})
        self.by_name: dict[str, list[str]] = defaultdict(list)
        for id_, (_, names) in self.goals.items():
            for name in {*map(fold, names)} - {""}:
                self.by_name[name].append(id_)

    def read(self, key: str, cells: Mapping[str, Cell]) -> Cell:
        """Give the cell of a row with ids in place of what people call things."""
        cell = cells.get(key, "")
        if key not in self.by and key not in _GOALS:
            return cell
        plan = as_text(cells.get("plan", ""))
        plan = self.by["plan"].get(fold(plan), plan)
        found = []
        for part in self._parts(key, as_text(cell)):
            if id_ := self._goal(key, part, plan) if key in _GOALS else self.by[key].get(fold(part), ""):
                found.append(id_)
            else:
                self.unknown.append((key, part, self._why(key, part, plan)))
        return " | ".join(found)

    def adopted(self, text: str, cells: Mapping[str, Cell]) -> list[str]:
        """Give the adopted goals that a cell of a row names, in the plan of the row where several are called so."""
        found = []
        plan = as_text(cells.get("plan", ""))
        plan = self.by["plan"].get(fold(plan), plan)
        for part in filter(None, _PARTS.split(text)):
            named = [part] if part in self.vedtatte else self.vedtatte & {*self.by_name.get(fold(part), ())}
            ids = [id_ for id_ in named if self.goals[id_][0] == plan] or [*named]
            if len(ids) == 1:
                found.append(ids[0])
            else:
                self.unknown.append(("blir_mål", part, self._why("blir_mål", part, plan)))
        return found

    def _parts(self, key: str, text: str) -> list[str]:
        return [part for part in (_PARTS.split(text) if key in _MANY else [text]) if part]

    def _goal(self, key: str, text: str, plan: str) -> str:
        """Give a goal by id, number, title or short name; "" where none is called so, or several are."""
        ids = [text] if text in self.goals else self._called(key, text, plan)
        return ids[0] if len(ids) == 1 else ""

    def _called(self, key: str, text: str, plan: str) -> list[str]:
        """Give the goals called so: those of the same plan, else of any.

        What a goal continues is an old one: of a plan that its own replaces, else of another plan.
        """
        found = self.by_name.get(fold(text), [])
        if key == "viderefører":
            old = [id_ for id_ in found if self.goals[id_][0] in self.replaced.get(plan, ())]
            return old or [id_ for id_ in found if self.goals[id_][0] != plan]
        return [id_ for id_ in found if self.goals[id_][0] == plan] or found

    def _why(self, key: str, text: str, plan: str) -> Message:
        """Tell why a word finds nothing: none is called so, or which are, each as it can be written instead."""
        felt = key.replace("_", ".", 1) if key.startswith(("svar_", "blir_")) else key
        called = self._called(key, text, plan) if key in _GOALS or key == "blir_mål" else []
        if not called:
            return Message.of_text(N_("`{felt}`: ingen heter «{verdi}»"), felt=felt, verdi=text)
        several = N_("`{felt}`: flere heter «{verdi}». Skriv en av disse i stedet: {navn}")
        return Message.of_text(
            several, felt=felt, verdi=text, navn=[QuotedTitle(self._own_name(id_)) for id_ in called]
        )

    def _own_name(self, id_: str) -> str:
        """Give a name that only this goal has: by its number where it can be, as «1.2 A», else its title or its id."""
        return next((name for name in self.goals[id_][1] if name and self.by_name[fold(name)] == [id_]), id_)


def _numbers(number: str, variant: str) -> tuple[str, ...]:
    """Give what a goal is called by its number; one of several drafts with one number also with its variant behind."""
    return (f"{number} {variant}", f"{number}{variant}", number) if number and variant else (number,)


def _by(named: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Give ids by their names and by themselves; what two are called finds none."""
    found: dict[str, set[str]] = {}
    for id_, names in named.items():
        for name in (id_, *names):
            found.setdefault(fold(name), set()).add(id_)
    return {name: next(iter(ids)) for name, ids in found.items() if name and len(ids) == 1}


def _of_rows(rows: Sequence[Mapping[str, Cell]]) -> dict[str, tuple[str, ...]]:
    return {as_text(row["id"]): (as_text(row.get("tittel", "")),) for row in rows}


def _goals_of(rows: Sequence[Mapping[str, Cell]], plans: Mapping[str, str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    found = {}
    for row in rows:
        plan = as_text(row.get("plan", ""))
        names = tuple(as_text(row.get(name, "")) for name in ("tittel", "kortnavn"))
        numbers = _numbers(as_text(row.get("nummer", "")), as_text(row.get("variant", "")))
        found[as_text(row["id"])] = (plans.get(fold(plan), plan), (*numbers, *names))
    return found
