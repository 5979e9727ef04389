"""What a check is asked for: one value, from the command line to the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

COMPARING = ("PL911", "PL912", "PL913")
"""The rules that compare with a base, and are silent without one."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a check is asked for.

    `select` and `ignore` are codes or beginnings of codes; `only` are paths from the root to report on (the whole
    system is judged all the same); `since` is a git revision: goals that have changed after it make anchors without a
    mark suspect; `base` is one too: only what has changed after it, and what follows from that, is reported; `lang`
    goes before the plan system's own language; `change`: the report is to tell what the change does, too;
    `full` are files that the rules apply to in full, whatever their sources are silent about;
    `places=False`: do not look up where known findings are (most reports only count them).
    """

    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    since: str | None = None
    base: str | None = None
    lang: str | None = None
    change: bool = False
    places: bool = True
    full: frozenset[str] = frozenset()

    @property
    def ignored(self) -> tuple[str, ...]:
        """The rules that are not to run: those that compare are silent, too, where nothing is compared with."""
        return self.ignore if self.base is not None else (*self.ignore, *COMPARING)
