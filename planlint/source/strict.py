"""What YAML 1.2 does not allow, and libyaml reads all the same: such a file is refused, for others read it otherwise.

One thing is let through: a bracket that stands alone under its field, as in most people's files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node, ScalarNode

from planlint.base import Span
from planlint.source.read import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = re.compile("(\r\n|[\n\r\x85\u2028\u2029])")
_NOT_HERE = frozenset("\u2028\u2029")
"""A line breaks at these in YAML 1.1 alone: to all who read 1.2, they are letters."""
_BLOCKS = frozenset("|>")
_HEADER = re.compile(r"[|>][-+0-9]*(#?)[^\n\r]*(?:\r\n|[\n\r]|$)")
_BLANKS = re.compile(r"( *)(?:\r\n|[\n\r])")
_INDENT = re.compile(r" *")
_KEY_SIGN = re.compile(r"(?<![^\s\[{,])\?(?=\S)")
_DOUBTFUL = ('"#', "'#", "]#", "}#", ",#", "[#", "{#", "-,", "-]", "-}")
"""What is wrong between brackets where it is no part of a text: each needs a look at every value there."""
_COMMENT = re.compile(r"(?<!\S)#[^\n\r]*")
_NO_BLANK = re.compile(r"[,\[{]#")
_END_SIGNS = frozenset("]}[{, ")
_ROW = re.compile(r"[^\n\r]*")


def _issue(variant: str, line: int, start: int, end: int) -> Issue:
    return Issue("PL001", variant, Span(line + 1, start + 1, line + 1, max(start, end) + 1), {})


def not_strict(text: str, root: Node) -> Issue | None:
    """Give the first thing in a file that YAML 1.2 does not allow, or None."""
    return next(_faults(text, root), None)


def _faults(text: str, root: Node) -> Iterator[Issue]:
    """Walk through the groups and lists; into those between brackets only where something in them is in doubt."""
    doubtful = any(sign in text for sign in _DOUBTFUL) or ("?" in text and _KEY_SIGN.search(text) is not None)
    left: list[tuple[Any, int, bool]] = [(root, -1, False)]
    while left:
        node, column, inside = left.pop()
        flow = bool(node.flow_style)
        if flow and not inside:
            yield from _continued(text, node, column)
            yield from _comment_beside(text, node)
        if flow and doubtful:
            yield from _comment(text, node)
            yield from _signs(text, node)
        elif flow:
            continue
        below = column if flow else node.start_mark.column
        for part in _parts(node):
            if part.__class__ is not ScalarNode:
                left.append((part, below, flow))
            elif part.style:
                yield from _scalar(text, part, below, inside=flow)


def _parts(node: Node) -> list[Any]:
    return [part for pair in node.value for part in pair] if isinstance(node, MappingNode) else node.value


def _scalar(text: str, node: ScalarNode, column: int, *, inside: bool) -> Iterator[Issue]:
    if node.style in _BLOCKS:
        yield from _block(text, node, column)
        return
    if not inside:
        yield from _continued(text, node, column)
    yield from _comment(text, node)


def _comment_beside(text: str, node: Node) -> Iterator[Issue]:
    """Yield a comment right after a comma or a bracket."""
    start = node.start_mark
    rows = text[start.index : node.end_mark.index]
    if not _NO_BLANK.search(rows):
        return
    pieces, at = [], start.index
    for first, last in sorted(_quoted(node)):
        pieces += [text[at:first], "x" * (last - first)]
        at = last
    rows = "".join([*pieces, text[at : node.end_mark.index]])
    rows = _COMMENT.sub(lambda match: "x" * len(match[0]), rows)
    if found := _NO_BLANK.search(rows):
        before = _BREAK.split(rows[: found.end() - 1])[::2]
        column = len(before[-1]) + (start.column if len(before) == 1 else 0)
        yield _issue("kommentar", start.line + len(before) - 1, column, column + 1)


def _quoted(node: Any) -> Iterator[tuple[int, int]]:
    """Yield where each text in quotes begins and ends, at any depth."""
    for part in _parts(node):
        if not isinstance(part, ScalarNode):
            yield from _quoted(part)
        elif part.style:
            yield part.start_mark.index, part.end_mark.index


def _comment(text: str, node: Node) -> Iterator[Issue]:
    """Yield a comment that has no blank before it."""
    end = node.end_mark
    if text[end.index : end.index + 1] == "#":
        yield _issue("kommentar", end.line, end.column, end.column + 1)


def _continued(text: str, node: Node, column: int) -> Iterator[Issue]:
    """Yield the lines below the one it began on that are not indented by blanks, more than its field."""
    start, end = node.start_mark, node.end_mark
    if start.line == end.line:
        return
    rows = _BREAK.split(text[start.index : end.index])
    for number, (sign, row) in enumerate(zip(rows[1::2], rows[2::2], strict=True), start=start.line + 1):
        words = row.strip(" \t")
        if not words or sign in _NOT_HERE or (words[0] == "#" and not isinstance(node, ScalarNode)):
            continue
        indent = len(row) - len(row.lstrip(" "))
        closing = (
            not isinstance(node, ScalarNode) and words[0] in "]}" and indent == column and _END_SIGNS.issuperset(words)
        )
        if indent <= column and not closing:
            tab = row[indent] == "\t"
            yield _issue("tabulator" if tab else "fortsettelse", number, indent, indent + 1 if tab else len(row))


def _block(text: str, node: Node, column: int) -> Iterator[Issue]:
    """Yield what is wrong below `|` and `>`: a blank line before the first word that is longer than its indentation."""
    start = node.start_mark
    header: Any = _HEADER.match(text, start.index)
    if header[1]:
        sign = start.column + header.start(1) - start.index
        yield _issue("kommentar", start.line, sign, sign + 1)
        return
    if re.search(r"[0-9]", header[0].partition("#")[0]):
        return  # the indentation is said
    at, line, longest = header.end(), start.line + 1, (0, 0)
    while blank := _BLANKS.match(text, at):
        longest = max(longest, (len(blank[1]), -line))
        at, line = blank.end(), line + 1
    row = _ROW.match(text, at)
    indent = len(_INDENT.match(text, at)[0])  # type: ignore[index] # it matches nothing, too
    if row and row[0].strip(" ") and longest[0] > indent > column:
        yield _issue("tom_linje", -longest[1], 0, longest[0])


def _signs(text: str, node: Node) -> Iterator[Issue]:
    """Yield what libyaml reads otherwise between brackets: question marks that begin a word, and a dash alone."""
    for part in _parts(node):
        mark = part.start_mark
        end = part.end_mark.index
        if text[mark.index : end] == "-" and text[end : end + 1] in {",", "]", "}"}:
            yield _issue("tegn", mark.line, mark.column, mark.column + 1)
        if text[max(mark.index - 1, 0) : mark.index] == "?":
            yield _issue("tegn", mark.line, mark.column - 1, mark.column)
