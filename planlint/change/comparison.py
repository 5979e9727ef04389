"""What a change is judged against: the plan system it began from, the files it edits, and what follows elsewhere.

The whole plan system is judged before and after the change, on the same day. Of what is found after it, a finding in a
file that the change edits is *touched*; one elsewhere, that was not there before or was less serious, is *caused*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planlint.source.find import entity_of, pick_files
from planlint.system.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.base.diagnostic import Cause, Diagnostic
    from planlint.change.revision import Start
    from planlint.system.system import System

COMPARING = ("PL911", "PL912", "PL913")
"""The rules that compare with a base, and are silent without one."""
_NO_NAME = re.compile(r"[0-9a-f]{7,}|HEAD|@|.*[~^@:].*")
"""A revision that is the id of a commit, or counts back from something: it tells a reader nothing."""


class Origin(NamedTuple):
    """What a change is compared with, as a reader knows it: a name, or "", and then the commit and its day.

    `start` is that of `planlint.change.revision.Pair`.
    """

    name: str
    commit: str
    day: date
    start: Start = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A plan system before a change, and after it; `rev` is the revision as the user wrote it.

    `commit` and `start` are those of `planlint.change.revision.Pair`, for what is to be told of the change itself,
    and `origin` is what a reader is told of them.
    """

    rev: str
    before: System
    after: System
    commit: str = ""
    start: Start = ""
    origin: Origin | None = None

    @property
    def touched(self) -> frozenset[str]:
        """The files that the change adds, removes or edits."""
        old, new = self.before.contents, self.after.contents
        return frozenset(path for path in {*old, *new} if old.get(path) != new.get(path))

    @property
    def removed(self) -> dict[str, bytes | OSError]:
        """The files that the change removes, as they were: so that a finding about one can show its line."""
        return {path: raw for path, raw in self.before.contents.items() if path not in self.after.contents}

    @property
    def unclear(self) -> frozenset[str]:
        """The entities of which nobody can tell what became: two files have the id, or it lies where none belongs."""
        twins = {
            finding.entity
            for system in (self.before, self.after)
            for code, finding in system.loaded.findings
            if code == "PL101"
        }
        kinds = {entity_of(path).split("/")[0] for path in self.removed}
        stray = (file for file in pick_files(self.after.contents) if not file.kind) if kinds else ()
        return frozenset(twins | {f"{kind}/{file.stem}" for file in stray for kind in kinds})


def since_revision(root: Path, rev: str, today: date) -> Comparison:
    """Read a plan system before a change (where it left a revision) and after it (the files on disk).

    Raises UsageError when git cannot give the one, or there is nothing to read of the other.
    """
    from planlint.change.git import GitError, committed  # noqa: PLC0415 - most checks ask git nothing
    from planlint.change.revision import pair  # noqa: PLC0415 - as above

    try:
        found = pair(root, rev, "", today)
        name = "" if _NO_NAME.fullmatch(rev) else rev
        origin = Origin(name, found.commit, committed(root, found.commit), found.start)
    except GitError as error:
        message = f"--base {rev}: {error}"
        raise UsageError(message) from None
    return Comparison(rev, found.before, found.after, found.commit, found.start, origin)


def _with_new_ids(comparison: Comparison, before: list[Diagnostic]) -> list[Diagnostic]:
    """Give what was found before the change as it is called after it: a renamed file brings no new finding."""
    from planlint.change.renamed_findings import with_new_ids  # noqa: PLC0415 - as above
    from planlint.change.renames import renames  # noqa: PLC0415 - as above

    found = renames(comparison.before.loaded, comparison.after.loaded)
    return with_new_ids(before, found) if found else before


class Against:
    """Tells of each finding after a change whether the change has to do with it."""

    def __init__(self, comparison: Comparison, before: Iterable[Diagnostic]) -> None:
        """Remember what was found before the change, and how serious it was; what it renames, by the new id."""
        self.rev = comparison.rev
        self.origin = comparison.origin
        self.removed = frozenset(comparison.removed)
        self.before = list(before)
        self._comparison = comparison
        self._touched = comparison.touched
        self._all: set[tuple[str, str]] = set()
        self._new: dict[tuple[str, str], int] = {}
        for item in _with_new_ids(comparison, self.before):
            self._all.add((item.code, item.fingerprint))
            if item.status == "new":
                self._new[item.code, item.fingerprint] = item.severity.rank

    def told(self, after: list[Diagnostic]) -> list[Diagnostic]:
        """Give what was found after the change, told as what became of what was there before it."""
        from planlint.change.gone import with_what_became  # noqa: PLC0415 - as above
        from planlint.change.renames import renames  # noqa: PLC0415 - as above

        before = self._comparison.before.loaded
        return with_what_became(after, before, renames(before, self._comparison.after.loaded).new)

    def there_before(self, item: Diagnostic) -> bool:
        """Tell whether a finding was there before, no less serious; known and suppressed ones are not counted anew."""
        mark = (item.code, item.fingerprint)
        return mark in self._all if item.status != "new" else self._new.get(mark, 9) <= item.severity.rank

    def cause(self, item: Diagnostic) -> Cause:
        """Tell what the change has to do with a finding; "" for nothing."""
        if item.place.file in self._touched:
            return "touched"
        return "" if self.there_before(item) else "caused"
