"""What a change has to do with each finding: it is in a file that the change edits, or there because of it.

The whole plan system is judged before and after the change, on the same day. Of what is found after it, a finding in a
file that the change edits is *touched*; one elsewhere, that was not there before or was less serious, is *caused*.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.change import STALE, GoneKnown, find_mended, still_gaps, with_new_ids, with_new_places, with_what_became
from planlint.check.avvik import stale_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base import Cause, Diagnostic
    from planlint.change import Comparison

_NEW_NAME = {"PL911": ("mål_nytt_navn",), "PL912": ("nytt_navn",)}
"""A file has got another name, and does not say so: the rule, and its variant."""


class Against:
    """Tells of each finding after a change whether the change has to do with it."""

    def __init__(self, change: Comparison, before: Iterable[Diagnostic], unheard: Iterable[Diagnostic] = ()) -> None:
        """Remember what was found before the change, and how serious it was; what it renames, by the new id.

        `unheard` is what a fault kept the rules from saying: it was there, and a change that mends the fault has not
        brought it.
        """
        self.rev = change.rev
        self.origin = change.origin
        self.removed = frozenset(change.removed)
        self.before = list(before)
        self._change = change
        self._renamed = with_new_ids([*self.before, *unheard], change.renames)
        self._unsaid = {f"{kind}/{change.renames.new[kind, old]}": old for kind, old in change.renames.guessed}
        self._mark(self._renamed)
        self._first = self._all

    def _mark(self, before: list[Diagnostic]) -> None:
        marked = [((item.code, item.fingerprint), item) for item in before]
        self._all = {mark for mark, _ in marked}
        self._known = {mark for mark, item in marked if item.status in {"known", "suppressed"}}
        self._new = {mark: item.severity.rank for mark, item in marked if item.status == "new"}

    def told(self, after: list[Diagnostic]) -> list[Diagnostic]:
        """Give what was found after the change, told as what became of what was there before it.

        A known finding that the change leaves nothing of is no fault of whoever made it: `mended` tells of it. One
        about the whole plan system that only stands elsewhere now, was there before.
        """
        self._mark(with_new_places(self._renamed, after))
        was_stale = {item.fingerprint for item in self.before if item.code == STALE}
        listed = {key for known in self._change.before.loaded.avvik for key in stale_keys(known)}
        shown = [
            item
            for item in still_gaps(self._renamed, after, self._change)
            if item.code != STALE or item.fingerprint in was_stale or item.finding.key not in listed
        ]
        return with_what_became(self._followed(shown), self._change)

    def _followed(self, after: list[Diagnostic]) -> Iterator[Diagnostic]:
        """Give what is accepted of a plan under the name it had, as accepted still, where it is told to say that name.

        That is the one thing to be done: then what is accepted follows it. What is less serious is no such word.
        """
        told = {item.entity: item.severity for item in after if item.finding.variant in _NEW_NAME.get(item.code, ())}
        accepted = {(item.code, item.fingerprint): item for item in self._renamed if item.status == "known"}
        for item in after:
            stops = told.get(item.entity)
            follows = item.status == "new" and stops is not None and stops.rank <= item.severity.rank
            old = accepted.get((item.code, item.fingerprint)) if follows else None
            yield replace(item, status=old.status, reason=old.reason, until=old.until) if old else item

    def mended(self, after: list[Diagnostic]) -> GoneKnown:
        """Give the known findings that the change leaves nothing of."""
        if self._change.before.unusable or self._change.after.unusable:
            return GoneKnown()
        return find_mended(self._change, self.before, after)

    def was_there_before(self, item: Diagnostic) -> bool:
        """Tell whether a finding was there before, no less serious; known and suppressed ones are not counted anew."""
        mark = (item.code, item.fingerprint)
        return mark in self._all if item.status != "new" else self._new.get(mark, 9) <= item.severity.rank

    def is_moved(self, item: Diagnostic) -> bool:
        """Tell whether a finding about the whole plan system was there before, and stood elsewhere or named another."""
        return self.was_there_before(item) and (item.code, item.fingerprint) not in self._first

    def was_known(self, item: Diagnostic) -> bool:
        """Tell whether a finding was accepted before, and is not now: the change takes its acceptance away."""
        known = item.status == "new" and (item.code, item.fingerprint) in self._known
        return known and not self.is_left_behind(item)

    def is_left_behind(self, item: Diagnostic) -> bool:
        """Tell whether a finding was accepted under the name that its file had, and the file does not say that name."""
        return bool(self.left_name(item))

    def left_name(self, item: Diagnostic) -> str:
        """Give the name that a file had where a finding was accepted under it, and does not say; else ""."""
        known = item.status == "new" and (item.code, item.fingerprint) in self._known
        return self._unsaid.get(item.entity, "") if known else ""

    def cause(self, item: Diagnostic) -> Cause:
        """Tell what the change has to do with a finding; "" for nothing.

        A file that only follows another to its new name is not one that its author went into.
        """
        if item.place.file in self._change.edited:
            return "touched"
        if self.was_there_before(item):
            return ""
        return "touched" if item.place.file in self._change.touched else "caused"
