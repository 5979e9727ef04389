"""A YAML file that is edited in place: only the characters that must change do.

ruamel.yaml says where each part stands, and planlint's own strict reader says what the file then means: an edit that
would give other data than was asked for, or a new doubt about a value (PL008), is refused. A whole round trip would
move comments, and wrap and indent other lines anew.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.edit.changes import Changes
from planlint.edit.date_texts import with_quotes
from planlint.edit.error import EditError
from planlint.edit.kept_parts import kept_parts, steps
from planlint.edit.nodes import changed
from planlint.edit.order import model_of
from planlint.edit.plain_data import edited, get, is_same, normal
from planlint.edit.unntak_follow import MisplacedError, follow, settled
from planlint.source import UnreadableError, bound_comments, decode, find_hidden, parse

if TYPE_CHECKING:
    from planlint.base import Step
    from planlint.edit.nodes import NodeChange
    from planlint.edit.unntak_follow import Stretch

    Path = tuple[Step, ...]

__all__ = ["Document", "EditError"]

_BOM = b"\xef\xbb\xbf"
_UNSAFE = N_("filen er skrevet slik at den ikke kan endres trygt. Gjør endringen for hånd")
_MISPLACED = N_("et unntak i filen ville kommet til å gjelde noe annet enn det står ved. Gjør endringen for hånd")
_UNREAD = N_("filen kan ikke leses. Kjør `planlint check` og rett den først")
_HIDDEN = N_("teksten har et tegn som ikke vises ({tegn}). Skriv den uten")
_MANY = 60
"""Items: a list that changes more than this is written anew, for each of them costs a reading of the file."""
_KIND = re.compile(r"^# yaml-language-server: \$schema=\S*?(\w+)\.json", re.MULTILINE)


def _doubts(issues: list[Any]) -> Counter[str]:
    return Counter(f"{issue.code} {issue.args}" for issue in issues)


def _hidden(value: Any) -> str:
    """Give the code of the first character that nobody can see in a value; "" where there is none."""
    if isinstance(value, str):
        found = find_hidden(value)
        return found[1] if found else ""
    items = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return next(filter(None, map(_hidden, items)), "")


class Document:
    """A file's text, its data, and edits of both at once. A path is a tuple of YAML keys and list positions.

    `dropped` are the comments that spoke to planlint about what edits have taken out, and went with it.
    """

    def __init__(self, text: str, *, bom: bool = False, kind: str = "") -> None:
        """Read a text. Raises EditError."""
        self._bom = bom
        self._text = text
        self._stretches: list[Stretch] = []
        self.dropped: list[str] = []
        try:
            self.data, issues = parse(text)
        except UnreadableError:
            raise EditError(_UNREAD) from None
        self._issues = _doubts(issues)
        found = _KIND.search(text)
        self._model = model_of(kind or (found[1] if found else ""), self.data)

    @classmethod
    def read(cls, raw: bytes, kind: str = "") -> Document:
        """Read a file; without a kind, its first line says which model's key order applies. Raises EditError."""
        try:
            return cls(decode(raw), bom=raw.startswith(_BOM), kind=kind)
        except UnreadableError:
            raise EditError(_UNREAD) from None

    def bytes(self) -> bytes:
        """Give the file as it is now; the very same bytes where nothing changed."""
        return (_BOM if self._bom else b"") + self._text.encode()

    def set(self, path: Path, value: Any) -> None:
        """Give a path a value: replace what stands there, or add the key. Raises EditError, and changes nothing then.

        Only the parts that differ are written anew, at any depth.
        """
        self._edit("set", path, value)

    def append(self, path: Path, value: Any) -> None:
        """Add an item at the end of a list, which is made where there is none. Raises EditError as `set`."""
        self._edit("append", path, value)

    def remove(self, path: Path) -> None:
        """Take out a key or an item, with the comment that ends its line, and suppressions in it or of it.

        Raises EditError as `set`.
        """
        self._edit("remove", path, None)

    def rename(self, path: Path, name: Any) -> None:
        """Give a key another name, where it stands. Raises EditError as `set`."""
        self._edit("rename", path, name)

    def _edit(self, what: str, path: Path, value: Any) -> None:
        from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - only edits need it

        value = normal(value)
        if what == "set" and value is not None and is_same(get(self.data, path), value):
            return
        if found := _hidden(value):
            raise EditError(_HIDDEN, tegn=found)
        wanted = edited(self.data, what, path, value)
        if is_same(wanted, self.data):
            return
        old, dropped = self._text, list[str]()
        safe, why = False, _UNSAFE
        try:
            dropped = self._write(what, path, value, wanted)
            data, issues = parse(self._text)
            safe = is_same(data, wanted) and not _doubts(issues) - self._issues
            self.bytes()
        except MisplacedError:
            why = _MISPLACED
        except (UnreadableError, YAMLError, UnicodeEncodeError, LookupError):
            pass
        if not safe:
            self._text = old
            raise EditError(why)
        self.data = data
        self.dropped += dropped

    def _write(self, what: str, path: Path, value: Any, wanted: Any) -> list[str]:
        """Make the text say what is wanted, each suppression at what it stood at; give those that went with it."""
        bound = bound_comments(self._text)
        self._stretches = [(item.start, item.end) for item in bound.comments]
        if what == "rename":
            self._change(self._at.rename(path, value))
        else:
            self._merge((), self.data, with_quotes(self._model, wanted))
        if not bound.comments:
            return []
        kept = kept_parts(what, path, value, self.data, wanted)
        self._text, dropped = settled(self._text, bound, self._stretches, kept)
        return dropped

    def _merge(self, path: Path, old: Any, new: Any) -> None:
        """Make the text say `new` where it says `old`, by the smallest changes there are."""
        if is_same(old, new):
            return
        if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
            for key, value in new.items():
                if key in old:
                    self._merge((*path, key), old[key], value)
                else:
                    self._change(self._at.add(path, key, value))
            for key in [key for key in old if key not in new]:
                self._change(self._at.remove((*path, key)))
        elif isinstance(old, list) and isinstance(new, list) and old and new:
            self._merge_list(path, old, new)
        else:
            self._change(self._at.replace(path, new))

    def _merge_list(self, path: Path, old: list[Any], new: list[Any]) -> None:
        """Keep the items that are in both, so that the comments about them stay theirs; from the end, as they move."""
        found = steps(old, new)
        if sum(max(last - first, stop - start) for what, first, last, start, stop in found if what != "equal") > _MANY:
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
                self._merge((*path, first + index), old[first + index], new[start + index])

    @property
    def _at(self) -> Changes:
        return Changes(self._text, self._model)

    def _change(self, changes: list[NodeChange]) -> None:
        self._text = changed(self._text, changes)
        self._stretches = follow(self._stretches, changes)
