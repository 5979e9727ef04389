"""The text of a file while it is being edited: the smallest changes that make it say something else.

To find a place means to read the whole text, so changes within a line are noted first, and made together: they move no
part to another path.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planlint.edit.changes import Changes
from planlint.edit.kept_parts import steps
from planlint.edit.nodes import changed
from planlint.edit.plain_data import is_same
from planlint.edit.unntak_follow import follow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    from planlint.base import Step
    from planlint.edit.nodes import NodeChange
    from planlint.edit.unntak_follow import Stretch

    Path = tuple[Step, ...]

_MANY = 60
"""Items: a list that changes more than this is written anew, for each of them costs a reading of the file."""


def _changes_in(found: Iterable[tuple[str, int, int, int, int]]) -> int:
    return sum(max(last - first, stop - start) for what, first, last, start, stop in found if what != "equal")


def _has_more_unlike(old: list[Any], new: list[Any], number: int) -> bool:
    """Tell, without looking at their order, whether more items than that are in one list and not in the other."""
    before, after = Counter(map(repr, old)), Counter(map(repr, new))
    return max((before - after).total(), (after - before).total()) > number


class Draft:
    """A text, and where stretches of it are (None: a change has taken it); `finish` before either is looked at."""

    def __init__(self, text: str, model: type[BaseModel], stretches: Sequence[Stretch]) -> None:
        """Begin with a text; the model says the order of keys."""
        self.text = text
        self.stretches = [*stretches]
        self._model = model
        self._noted: list[NodeChange] = []

    def finish(self) -> None:
        """Make the changes that are noted."""
        noted, self._noted = self._noted, []
        if noted:
            self._change(noted)

    def rename(self, path: Path, name: Any) -> None:
        """Write another key. Raises LookupError where there is none, and YAMLError."""
        if not self._note(self._read.rename(path, name)):
            self._change(self._at.rename(path, name))

    def append_all(self, path: Path, values: Sequence[Any]) -> None:
        """Write items after the last of a list that has some. Raises as `rename`."""
        self._change(self._at.append_all(path, values))

    def remove_all(self, path: Path, positions: Sequence[Step]) -> None:
        """Take out items of a list, given from the last to the first. Raises as `rename`."""
        self._change(self._at.remove_all(path, [at for at in positions if isinstance(at, int)]))

    def merge(self, path: Path, old: Any, new: Any) -> None:
        """Make the text say `new` where it says `old`, by the smallest changes there are. Raises as `rename`."""
        if is_same(old, new):
            return
        if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
            for key, value in new.items():
                if key in old:
                    self.merge((*path, key), old[key], value)
                else:
                    self._change(self._at.add(path, key, value))
            for key in [key for key in old if key not in new]:
                self._change(self._at.remove((*path, key)))
        elif isinstance(old, list) and isinstance(new, list) and old and new:
            self._merge_list(path, old, new)
        elif not self._note(self._read.replace(path, new)):
            self._change(self._at.replace(path, new))

    def _merge_list(self, path: Path, old: list[Any], new: list[Any]) -> None:
        """Keep the items that are in both, so that the comments about them stay theirs; from the end, as they move."""
        many = _has_more_unlike(old, new, _MANY)
        found = [] if many else steps(old, new)
        many = many or _changes_in(found) > _MANY
        if many:
            if len(old) != len(new):
                self._change(self._at.replace(path, new))
                return
            found = [("replace", 0, len(old), 0, len(new))]
        for what, first, last, start, stop in reversed(found):
            if what == "equal":
                continue
            both = min(last - first, stop - start)
            for index in reversed(range(first + both, last)):
                self._change(self._at.remove((*path, index)))
            for value in reversed(new[start + both : stop]):
                self._change(self._at.insert(path, last, value))
            for index in range(both):
                self.merge((*path, first + index), old[first + index], new[start + index])

    @property
    def _at(self) -> Changes:
        """Places in the text as it is, with all that was noted made."""
        self.finish()
        return self._read

    @cached_property
    def _read(self) -> Changes:
        """Places in the text as it was when what is noted was not made yet."""
        return Changes(self.text, self._model)

    def _note(self, changes: list[NodeChange]) -> bool:
        """Note a change of something within a line, to be made later; False for any other."""
        small = len(changes) == 1 and "\n" not in changes[0].text + self.text[changes[0].start : changes[0].end]
        if small:
            self._noted += changes
        return small

    def _change(self, changes: list[NodeChange]) -> None:
        self.text = changed(self.text, changes)
        self.stretches = follow(self.stretches, changes)
        self.__dict__.pop("_read", None)
