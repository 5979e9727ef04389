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
from planlint.edit.date_texts import with_quotes
from planlint.edit.error import EditError
from planlint.edit.kept_parts import kept_by_all, kept_parts, names_of, path_after
from planlint.edit.order import model_of
from planlint.edit.plain_data import edited, edited_by_all, get, is_same, normal
from planlint.edit.text_draft import Draft
from planlint.edit.unntak_follow import MisplacedError, settled, without_comment
from planlint.source import UnreadableError, bound_comments, decode, find_hidden, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.base import Step

    Path = tuple[Step, ...]
    Edit = tuple[str, Path, Any]

__all__ = ["Document", "EditError"]

_BOM = b"\xef\xbb\xbf"
_UNSAFE = N_("filen er skrevet slik at den ikke kan endres trygt. Gjør endringen for hånd")
_MISPLACED = N_("et unntak i filen ville kommet til å gjelde noe annet enn det står ved. Gjør endringen for hånd")
_UNREAD = N_("filen kan ikke leses. Kjør `planlint check` og rett den først")
_HIDDEN = N_("teksten har et tegn som ikke vises ({tegn}). Skriv den uten")
_KIND = re.compile(r"^# yaml-language-server: \$schema=\S*?(\w+)\.json", re.MULTILINE)


def _doubts(issues: list[Any]) -> Counter[str]:
    return Counter(f"{issue.code} {issue.args}" for issue in issues)


def _has_nested(paths: list[Path]) -> bool:
    """Tell whether a path is there twice, or leads to what stands inside another."""
    known = set(paths)
    inner = any(path[:length] in known for path in paths for length in range(1, len(path)))
    return inner or len(known) < len(paths)


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

    def drop_comment(self, line: int) -> str:
        """Take out the comment to planlint that begins on a line (from 1), and give its words; "" for none."""
        self._text, words = without_comment(self._text, line)
        self.dropped += [words] if words else []
        return words

    def rename(self, path: Path, name: Any) -> None:
        """Give a key another name, where it stands. Raises EditError as `set`."""
        self._edit("rename", path, name)

    def append_all(self, path: Path, values: Sequence[Any]) -> None:
        """Add items at the end of a list, as `append` does with each of them in turn, with one reading of the file."""
        first = 0 if get(self.data, path) else 1
        for value in values[:first]:
            self.append(path, value)
        if values[first:]:
            self.edit([("append", path, value) for value in values[first:]])

    def remove_all(self, path: Path, positions: Iterable[int]) -> None:
        """Take out items of a list, by where they stand: as `remove` does with each from the last, with one reading."""
        edits = [("remove", (*path, at), None) for at in sorted(set(positions), reverse=True)]
        every = len(edits) == len(get(self.data, path) or ())
        self.edit(edits[:-1] if every else edits)
        if every and edits:
            self.remove(edits[-1][1])

    def edit(self, edits: Sequence[tuple[str, Path, Any]]) -> None:
        """Make several edits, as one by one: together, with one reading of the file, where that says what it must.

        An edit is the name of a method (`set`, `rename`; alone `append` to one list that has items, or `remove` of
        items of one list, from the last), a path and a value. Raises EditError as `set`; what was made before the one
        that cannot be, is made.
        """
        try:
            if len(edits) > 1:
                self._edit_together([(what, path, normal(value)) for what, path, value in edits])
                return
        except EditError:
            pass
        for what, path, value in edits:
            self._edit(what, path, value)

    def _edit_together(self, edits: list[Edit]) -> None:
        if any(_hidden(value) for _, _, value in edits):
            raise EditError(_UNSAFE)
        self._make(edits, edited_by_all(self.data, edits))

    def _edit(self, what: str, path: Path, value: Any) -> None:
        value = normal(value)
        if what == "set" and value is not None and is_same(get(self.data, path), value):
            return
        if found := _hidden(value):
            raise EditError(_HIDDEN, tegn=found)
        wanted = edited(self.data, what, path, value)
        if not is_same(wanted, self.data):
            self._make([(what, path, value)], wanted)

    def _make(self, edits: list[Edit], wanted: Any) -> None:
        from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - only edits need it

        old, dropped = self._text, list[str]()
        safe, why = False, _UNSAFE
        try:
            dropped = self._write(edits, wanted)
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

    def _write(self, edits: list[Edit], wanted: Any) -> list[str]:
        """Make the text say what is wanted, each suppression at what it stood at; give those that went with it."""
        bound = bound_comments(self._text)
        draft = Draft(self._text, self._model, [(item.start, item.end) for item in bound.comments])
        new = with_quotes(self._model, wanted)
        if len(edits) > 1:
            self._draft_all(draft, edits, new)
        elif edits[0][0] == "rename":
            draft.rename(edits[0][1], edits[0][2])
        else:
            draft.merge((), self.data, new)
        draft.finish()
        self._text = draft.text
        if not bound.comments:
            return []
        kept = kept_parts(*edits[0], self.data, wanted) if len(edits) == 1 else kept_by_all(edits, self.data, wanted)
        self._text, dropped = settled(self._text, bound, draft.stretches, kept)
        return dropped

    def _draft_all(self, draft: Draft, edits: list[Edit], new: Any) -> None:
        """Write several edits. Raises LookupError for those that only one by one can be written."""
        whats = {what for what, _, _ in edits}
        if "append" in whats:
            path, there = edits[0][1], get(self.data, edits[0][1])
            if not there or any(edit[:2] != ("append", path) for edit in edits):
                raise LookupError
            draft.append_all(path, get(new, path)[len(there) :])
            return
        if "remove" in whats:
            path = edits[0][1][:-1]
            if any(edit[0] != "remove" or edit[1][:-1] != path for edit in edits):
                raise LookupError
            draft.remove_all(path, [edit[1][-1] for edit in edits])
            return
        if _has_nested([path for what, path, _ in edits if what == "set"]):
            raise LookupError
        names = names_of(edits)
        for what, path, value in edits:
            if what == "rename":
                draft.rename(path, value)
            else:
                old = self.data
                for step in path:
                    old = old[step]
                draft.merge(path, old, get(new, path_after(path, names)))
