"""Where each part of a YAML text stands: what an edit has to find before it changes a character."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.source import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Step

_COLON = re.compile(r"\s*:")
_COMMENT = re.compile(r"(?<!\S)#.*")
_MODELINE = "yaml-language-server:"


class NodeChange(NamedTuple):
    """Put `text` in place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


def changed(text: str, changes: Iterable[NodeChange]) -> str:
    """Make changes that do not overlap; those at one place come in the order given."""
    parts: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda change: change.start):
        parts += text[at : change.start], change.text
        at = max(at, change.end)
    return "".join((*parts, text[at:]))


def has_overlap(changes: Iterable[NodeChange]) -> bool:
    """Tell whether two of some changes take the same characters."""
    return any(one.end > other.start for one, other in pairwise(sorted(changes)))


def compose(text: str) -> Any:
    """Give ruamel.yaml's nodes for a text. Raises YAMLError."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only edits need it

    return YAML(typ="safe", pure=True).compose(text)


def is_pairs(node: Any) -> bool:
    """Tell whether a node is a group of keys."""
    return bool(node.id == "mapping")


def is_list(node: Any) -> bool:
    """Tell whether a node is a list."""
    return bool(node.id == "sequence")


def _key(node: Any) -> object:
    if node.id != "scalar":
        return node  # a group as a key is PL001's matter; it is like no key that is asked for
    return node.value if node.style else scalar(node.value)


def names(node: Any) -> list[object]:
    """Give the keys of a group, in the file's order."""
    return [_key(key) for key, _ in node.value]


def index_of(node: Any, step: Step) -> int | None:
    """Give which of a node's children a step of a path means."""
    if is_list(node):
        return step if isinstance(step, int) and 0 <= step < len(node.value) else None
    if not is_pairs(node):
        return None
    for index, (key, _) in enumerate(node.value):
        if key.id == "scalar" and (name := _key(key)) == step and isinstance(name, type(step)):
            return index
    return None


def child(node: Any, index: int) -> Any:
    """Give a child's value."""
    item = node.value[index]
    return item[1] if is_pairs(node) else item


def is_empty(node: Any) -> bool:
    """Tell whether nothing at all is written for a value."""
    return bool(node.id == "scalar" and node.start_mark.index == node.end_mark.index)


def colon(text: str, pair: tuple[Any, Any]) -> int:
    """Give the place right after a key and its colon, where it has one."""
    end: int = pair[0].end_mark.index
    match = _COLON.match(text, end)
    return match.end() if match else end


def dash(text: str, node: Any, index: int) -> int:
    """Give the place of the dash of an item of a block list."""
    start: int = node.start_mark.index
    if index:
        before = end_of(text, node, index - 1)
        match = re.compile(rf"^ {{{node.start_mark.column}}}-(?=\s|\Z)", re.MULTILINE).search(text, before)
        return match.end() - 1 if match else start
    return start


def end(text: str, node: Any) -> int:
    """Give the place where a value's last character stands; the parser's own mark of a block lies further down."""
    if node.id != "scalar" and not node.flow_style and node.value:
        return end_of(text, node, len(node.value) - 1)
    start, last = node.start_mark.index, node.end_mark.index
    if node.id == "scalar" and node.style in {"|", ">"}:
        return int(start + len(text[start:last].rstrip()))
    return int(last)


def end_of(text: str, node: Any, index: int) -> int:
    """Give the place where a child ends, its key or dash where it has no value."""
    value = child(node, index)
    if not is_empty(value):
        return end(text, value)
    if is_pairs(node):
        return colon(text, node.value[index])
    return int(value.start_mark.index) if node.flow_style else dash(text, node, index) + 1


def start_of(text: str, node: Any, index: int) -> int:
    """Give the place where a child begins: its key, its dash, or in a flow list the item itself."""
    if is_pairs(node):
        return int(node.value[index][0].start_mark.index)
    return int(node.value[index].start_mark.index) if node.flow_style else dash(text, node, index)


def line_start(text: str, at: int) -> int:
    """Give where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Give where the next line begins, or the end of the text."""
    return text.find("\n", at) + 1 or len(text)


def is_first_on_line(text: str, at: int) -> bool:
    """Tell whether only spaces stand before a place on its line."""
    return not text[line_start(text, at) : at].strip()


def _row(text: str, at: int) -> str:
    return text[at : line_end(text, at)]


def below(text: str, at: int, column: int) -> int:
    """Give where a new line goes after what ends at a place: below the comments indented more than `column`."""
    found = look = line_end(text, at)
    while look < len(text):
        row = _row(text, look)
        look += len(row)
        if row.strip():
            if not row.lstrip().startswith("#") or len(row) - len(row.lstrip()) <= column:
                break
            found = look
    return found


def above(text: str, at: int) -> int:
    """Give where a new line goes before a line: above the comments about that one, below the editor's line."""
    found = line_start(text, at)
    while found:
        start = line_start(text, found - 1)
        row = text[start:found]
        if not row.lstrip().startswith("#") or _MODELINE in row:
            break
        found = start
    return found


def without_comments(text: str) -> str:
    """Give a text of the same length with blanks for what stands in its comments."""
    return _COMMENT.sub(lambda match: " " * len(match[0]), text)
