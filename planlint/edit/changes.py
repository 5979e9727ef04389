"""The smallest change of a YAML text that sets, adds or takes out one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.edit import flow, written
from planlint.edit.nodes import (
    NodeChange,
    above,
    below,
    child,
    colon,
    compose,
    dash,
    end,
    end_of,
    has_overlap,
    index_of,
    is_empty,
    is_first_on_line,
    is_pairs,
    line_end,
    line_start,
    names,
    start_of,
)
from planlint.edit.order import before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from planlint.base import Step
    from planlint.edit.written import Written

    Path = tuple[Step, ...]


class Changes:
    """Finds changes of one text, with that text's line breaks and its indentation of lists."""

    def __init__(self, text: str, model: type[BaseModel]) -> None:
        """Look at how the text is written; the model says the order of keys. Raises YAMLError."""
        self.text = text
        self.root = compose(text)
        self.model = model
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.offset = _offset(self.root)

    def _find(self, path: Path) -> tuple[Any, int]:
        """Give the node that holds a path's last step, and which of its children that is. Raises LookupError."""
        node, holder, index = self.root, None, None
        for step in path:
            holder, index = node, index_of(node, step)
            if index is None:
                raise LookupError
            node = child(node, index)
        if index is None:
            raise LookupError
        return holder, index

    def _node(self, path: Path) -> Any:
        return child(*self._find(path)) if path else self.root

    def replace(self, path: Path, value: Any) -> list[NodeChange]:
        """Write another value in place of the one at a path."""
        return self._replace(*self._find(path), value)

    def add(self, path: Path, name: Any, value: Any) -> list[NodeChange]:
        """Write a new key of the group at a path, where the model's order puts it."""
        node = _as("mapping", self._node(path))
        return self._add(node, before(self.model, path, names(node), name), name, value)

    def rename(self, path: Path, name: Any) -> list[NodeChange]:
        """Write another key in place of the one at a path."""
        node, index = self._find(path)
        key = node.value[index][0]
        return [NodeChange(key.start_mark.index, key.end_mark.index, written.key(name, flow=node.flow_style))]

    def insert(self, path: Path, index: int, value: Any) -> list[NodeChange]:
        """Write a new item of the list at a path, before the one at an index or after them all."""
        node = _as("sequence", self._node(path))
        return self._insert(node, index, value) if index < len(node.value) else self.append_all(path, [value])

    def append_all(self, path: Path, values: Sequence[Any]) -> list[NodeChange]:
        """Write new items of the list at a path, after them all."""
        holder, at = self._find(path)
        key = holder.value[at][0] if is_pairs(holder) else holder
        return self._append(_as("sequence", child(holder, at)), values, key.start_mark.column)

    def remove(self, path: Path) -> list[NodeChange]:
        """Take out one of several children, with the comment that ends its line; those on lines of their own stay."""
        return self._remove(*self._find(path))

    def remove_all(self, path: Path, positions: Sequence[int]) -> list[NodeChange]:
        """Take out some of the items of the list at a path, the last first, as `remove` does with each in turn.

        Raises LookupError where that cannot be done in one go.
        """
        node = _as("sequence", self._node(path))
        if len(positions) >= len(node.value):
            raise LookupError
        found: list[NodeChange] = []
        for number, index in enumerate(positions):
            last = index + number + 1 == len(node.value)
            if not node.flow_style and not is_first_on_line(self.text, start_of(self.text, node, index)):
                raise LookupError
            found += flow.remove(self.text, node, index, last=last) if node.flow_style else self._remove(node, index)
        if has_overlap(found):
            raise LookupError
        return found

    def _lines(self, at: int, rows: tuple[str, ...] | list[str]) -> NodeChange:
        """Put whole lines at the beginning of a line, or below the last one where that has no line break."""
        whole = self.newline.join(rows)
        if at and self.text[at - 1] != "\n":
            return NodeChange(at, at, self.newline + whole)
        return NodeChange(at, at, whole + self.newline)

    def _below(self, at: int, rows: tuple[str, ...]) -> list[NodeChange]:
        return [self._lines(line_end(self.text, at), rows)] if rows else []

    def _replace(self, node: Any, index: int, value: Any) -> list[NodeChange]:
        old = child(node, index)
        new = self._written(node, index, value, old)
        at = self._head(node, index)
        if is_empty(old):
            return [NodeChange(at, at, self._after(at, new.head)), *self._below(at, new.body)]
        start, last = old.start_mark.index, end(self.text, old)
        if node.flow_style or not self.text[at:start].strip(" "):
            return self._same_line(start, last, at, new)
        lines = NodeChange(line_start(self.text, start), line_end(self.text, last), "")
        if new.body and not new.head:
            return [lines._replace(end=last, text=self.newline.join(new.body))]
        return [NodeChange(at, at, self._after(at, new.head)), *self._below(at, new.body), lines]

    def _same_line(self, start: int, last: int, at: int, new: Written) -> list[NodeChange]:
        """Replace what begins on its key's line; what else stands on its last line is kept."""
        if not new.body:
            return [NodeChange(start, last, new.head)]
        if new.head:
            group = self.text[at - 1] == "-" and not new.head.startswith("|")  # its first key stands over the others
            first = NodeChange(at, last, f" {new.head}") if group else NodeChange(start, last, new.head)
            return [first, *self._below(last, new.body)]
        return [NodeChange(at, last, ""), *self._below(last, new.body)]

    def _after(self, at: int, head: str) -> str:
        """Give what follows a key or a dash: a blank before it, and the colon where there is none."""
        if not head:
            return ""
        return f" {head}" if self.text[at - 1] in ":-" else f": {head}"

    def _head(self, node: Any, index: int) -> int:
        """Give the place right after a child's key and colon, or after its dash."""
        if is_pairs(node):
            return colon(self.text, node.value[index])
        return start_of(self.text, node, index) if node.flow_style else dash(self.text, node, index) + 1

    def _written(self, node: Any, index: int, value: Any, old: Any) -> Written:
        style = old.style if old.id == "scalar" and old.style in {"'", '"'} else ""
        if style and isinstance(value, dict):  # what was quoted alone is quoted in a group
            value = {name: written.Quoted(item) if item == old.value else item for name, item in value.items()}
        single = not isinstance(value, dict | list)
        if node.flow_style:
            text = written.scalar(value, flow=True, style=style) if single else written.inline(value)
            return written.Written(text)
        if is_pairs(node):
            before = colon(self.text, node.value[index]) - line_start(self.text, node.value[index][0].start_mark.index)
            quote = "" if isinstance(value, str) and "\n" in value and style != '"' else style
            return written.block(value, node.value[index][0].start_mark.column, before + 1, self.offset, quote)
        column = node.start_mark.column
        if single and not (isinstance(value, str) and "\n" in value):
            return written.Written(written.scalar(value, style=style))
        first, *rest = written.items(value, column, self.offset)
        return written.Written(first[column + 2 :], tuple(rest))

    def _add(self, node: Any, after: int | None, name: Any, value: Any) -> list[NodeChange]:
        if node.flow_style:
            return flow.add(self.text, node, after, f"{written.key(name, flow=True)}: {written.inline(value)}")
        column = node.start_mark.column
        rows = written.pairs({name: value}, column, self.offset)
        if after is not None:
            return [self._lines(below(self.text, end_of(self.text, node, after), column), rows)]
        return self._above(start_of(self.text, node, 0), rows)

    def _above(self, at: int, rows: list[str]) -> list[NodeChange]:
        """Put lines before what begins at a place, also where a dash stands before it."""
        if is_first_on_line(self.text, at):
            return [self._lines(above(self.text, at), rows)]
        column = len(rows[0]) - len(rows[0].lstrip(" "))
        return [NodeChange(at, at, self.newline.join([rows[0][column:], *rows[1:], " " * column]))]

    def _insert(self, node: Any, index: int, value: Any) -> list[NodeChange]:
        at = start_of(self.text, node, index)
        if node.flow_style:
            return [NodeChange(at, at, f"{written.inline(value)}, ")]
        return self._above(at, written.items(value, node.start_mark.column, self.offset))

    def _append(self, node: Any, values: Sequence[Any], parent: int) -> list[NodeChange]:
        """Write new items after the last of a list whose key stands at column `parent`."""
        if node.flow_style:
            return flow.append(self.text, node, [*map(written.inline, values)], self.newline)
        rows = [row for value in values for row in written.items(value, node.start_mark.column, self.offset)]
        return [self._lines(below(self.text, end_of(self.text, node, len(node.value) - 1), parent), rows)]

    def _remove(self, node: Any, index: int) -> list[NodeChange]:
        if node.flow_style:
            return flow.remove(self.text, node, index, last=index + 1 == len(node.value))
        start, last = start_of(self.text, node, index), line_end(self.text, end_of(self.text, node, index))
        if is_first_on_line(self.text, start):
            whole = NodeChange(line_start(self.text, start), last, "")
            if last == len(self.text) and not self.text.endswith("\n"):  # the line above ends the text instead
                whole = whole._replace(start=len(self.text[: whole.start].removesuffix("\n").removesuffix("\r")))
            return [whole]
        following = start_of(self.text, node, index + 1) if index + 1 < len(node.value) else last
        if not self.text[last:following].strip():
            return [NodeChange(start, following, "")]
        return [NodeChange(len(self.text[:start].rstrip(" ")), last, self.newline)]


def _as(kind: str, node: Any) -> Any:
    """Give a node that is still of a kind. Raises LookupError: an odd line break can make it another half-way."""
    if node.id != kind:
        raise LookupError
    return node


def _offset(root: Any) -> int:
    """Give how far lists are indented below their keys: as in the first block list of the file, else two."""
    for key, value in root.value if is_pairs(root) else ():
        if value.id == "sequence" and not value.flow_style:
            return int(value.start_mark.column - key.start_mark.column)
    return 2
