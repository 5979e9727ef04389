"""The ids of rows that have none: that of the file with the same title, else one made of the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import is_reserved, slug
from planlint.edit import MAX_ID
from planlint.imports.cells import as_text
from planlint.imports.fold_words import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.imports.cells import Cell
    from planlint.register import Register


class Ids:
    """Gives each row of one import an id of its own."""

    def __init__(self, kind: str, register: Register) -> None:
        """Know the files that there are."""
        self.kind = kind
        there = register.entities[kind]
        self.taken = {*there}
        self.known = {(fold(one.tittel), str(getattr(one, "plan", "") or "")): id_ for id_, one in there.items()}

    def of(self, cells: Mapping[str, Cell]) -> str:
        """Give the id that a row says, else that of the file it is about, else a new one."""
        if said := as_text(cells.get("id", "")):
            self.taken.add(said)
            return said
        title, plan = as_text(cells.get("tittel", "")), as_text(cells.get("plan", ""))
        found = self.known.get((fold(title), plan))
        return found or self._new(as_text(cells.get("kortnavn", "")) or title)

    def _new(self, title: str) -> str:
        base = slug(title)[:MAX_ID].strip("-") or self.kind
        base = f"{base}-{self.kind}" if is_reserved(base) else base
        id_, number = base, 1
        while id_ in self.taken:
            number += 1
            id_ = f"{base[: MAX_ID - 4]}-{number}"
        self.taken.add(id_)
        return id_
