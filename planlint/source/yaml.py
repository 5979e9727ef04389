"""From text to nodes with positions and to data, as YAML 1.2 reads it.

PyYAML's composer does the parsing (`planlint.source.yaml_reader`); its YAML 1.1 resolver is switched off and `scalar`
below decides types: `no`, `on` and `012` stay text, dates stay text, numbers and true/false/null are what YAML 1.2's
core schema says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planlint.base import Span
from planlint.source.comments import is_inside, texts_in
from planlint.source.hidden import find_hidden, turns
from planlint.source.plain_yaml import not_plain
from planlint.source.problem import control_character, explain
from planlint.source.read import Issue, UnreadableError, line_starts
from planlint.source.strict import not_strict
from planlint.source.yaml_reader import IS_LIBYAML, READER

MAX_DEPTH = 20
_CONSTANTS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMERIC_START = frozenset("0123456789+-.")
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+|(?=[eE]))|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_OTHER_READERS = re.compile(
    r"[-+]?0[0-9_]+|[-+]?0[box][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*_[0-9_]*|[-+]?[0-9]+(?::[0-5]?[0-9])+|[-+]?[0-9.]+[eE][-+]?[0-9]+"
)
_LONGEST_DOUBTFUL = 24
_SEPARATORS = ("\u2028", "\u2029")
_READ_APART = re.compile(r"\x85|(?!\A)\ufeff")
"""A line break to libyaml and a letter to others; a mark that it drops and others keep, where no file begins."""
_NOT_HERE = Issue("PL001", "ikke_her", Span(1, 1, 1, 1), {})
_WORDS = frozenset(("yes", "no", "on", "off"))


class _TooDeepError(Exception):
    """Raised inside the composer, so that no input can exhaust the stack."""


class _Composer(READER):  # type: ignore[misc] # chosen when planlint starts
    """PyYAML's composer without tag resolution, and with a limit on depth."""

    _depth = 0

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:  # noqa: ARG002 - PyYAML's signature
        return ""

    def descend_resolver(self, parent: Node | None, index: Any) -> None:  # noqa: ARG002 - PyYAML's signature
        self._depth += 1
        if self._depth > MAX_DEPTH + 1:
            raise _TooDeepError

    def ascend_resolver(self) -> None:
        self._depth -= 1


def _ended(text: str) -> str:
    """End a last line of blanks: libyaml passes over one that has no line break, also where it is part of a text."""
    return f"{text}\n" if text.endswith((" ", "\t")) and not text[text.rfind("\n") + 1 :].strip(" \t") else text


def span(node: Node) -> Span:
    """Give a node's stretch of text."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def compose(text: str) -> MappingNode:
    """Give the file's one mapping as a node.

    Raises UnreadableError: PL001 when it is no YAML or no mapping, PL010 when it is more than plain YAML.
    """
    try:
        if issue := not_plain(text):
            raise UnreadableError(issue)
        if apart := _READ_APART.search(text):
            raise UnreadableError(control_character(text, apart.start()))
        node = _Composer(_ended(text)).get_single_node()
    except _TooDeepError:
        raise UnreadableError(Issue("PL010", "dyp", Span(1, 1, 1, 1), {"grense": MAX_DEPTH})) from None
    except yaml.YAMLError as error:
        if not IS_LIBYAML:
            raise UnreadableError(_NOT_HERE) from None
        raise UnreadableError(_broken_by_separator(text) or explain(error, text)) from None
    except UnicodeEncodeError as error:  # half a character: what is no UTF-8 on the command line
        raise UnreadableError(control_character(text, error.start)) from None
    if node is None:
        raise UnreadableError(Issue("PL001", "tom", Span(1, 1, 1, 1), {}))
    if not isinstance(node, MappingNode):
        if not IS_LIBYAML and isinstance(node, SequenceNode) and not text.endswith("\n"):
            raise UnreadableError(_NOT_HERE)  # where such a list ends, libyaml tells otherwise
        raise UnreadableError(Issue("PL001", "ikke_felt", span(node), {}))
    return node


def scalar(text: str) -> str | int | float | bool | None:
    """Give the value of a scalar without quotes by YAML 1.2's core schema; leading zeros and huge numbers stay text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _NUMERIC_START:
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text


def _ambiguous(text: str) -> bool:
    return text.lower() in _WORDS or (text[:1] in _NUMERIC_START and _OTHER_READERS.fullmatch(text) is not None)


@lru_cache(4096)
def _short(text: str) -> tuple[str | int | float | bool | None, bool]:
    """Give a short scalar's value and whether it is doubtful; keys and words come again in every file."""
    return scalar(text), _ambiguous(text)


def construct(node: Node, issues: list[Issue]) -> Any:
    """Give a node's data; repeated keys (PL003) and doubtful scalars (PL008) are added to `issues`."""
    if isinstance(node, ScalarNode):
        text: str = node.value
        if not (text.isascii() and text.isprintable()) and (found := find_hidden(text)):
            variant, code = found
            issues.append(Issue("PL008", variant, span(node), {"tegn": code}))
        if node.style:
            return text
        if len(text) > _LONGEST_DOUBTFUL:
            return scalar(text)
        value, doubtful = _short(text)
        if doubtful:
            issues.append(Issue("PL008", "", span(node), {"verdi": text}))
        return value
    if isinstance(node, SequenceNode):
        return [construct(item, issues) for item in node.value]
    return _mapping(node, issues)


def _mapping(node: Node, issues: list[Issue]) -> dict[Any, Any]:
    data: dict[Any, Any] = {}
    first: dict[Any, Node] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, ScalarNode):
            issues.append(Issue("PL001", "nøkkel", span(key_node), {}))
            continue
        key = construct(key_node, issues)
        if key in data:
            issues.append(Issue("PL003", "", span(key_node), {"felt": str(key)}, span(first[key])))
            continue
        first[key] = key_node
        data[key] = construct(value_node, issues)
    return data


def parse(text: str) -> tuple[dict[Any, Any], list[Issue]]:
    """Give a file's data and what is doubtful in it. Raises UnreadableError as `compose` does."""
    root, issues = compose(text), list[Issue]()
    if issue := _broken_elsewhere(text, root) or not_strict(text, root):
        raise UnreadableError(issue)
    data = construct(root, issues)
    return data, [*issues, *_turned_comments(text, root)]


def _turned_comments(text: str, root: Node) -> list[Issue]:
    """Give a doubt for each line with a comment that turns how it, and what stands after it, is shown."""
    places = turns(text)
    if not places:
        return []
    starts, values = line_starts(text), texts_in(root)
    found: dict[int, Issue] = {}
    for at in places:
        line = bisect_right(starts, at) - 1
        column = at - starts[line]
        if line not in found and not is_inside(values, line, column):
            where = Span(line + 1, column + 1, line + 1, column + 2)
            found[line] = Issue("PL008", "retning", where, {"tegn": f"U+{ord(text[at]):04X}"})
    return [*found.values()]


def _broken_elsewhere(text: str, root: Node) -> Issue | None:
    """Give the first of Unicode's line separators where a reader that takes them for letters reads something else."""
    found = [char for char in _SEPARATORS if char in text]
    if not found:
        return None
    once = _as_letters(text)
    try:
        same = _said(compose(once)) == _as_letters(_said(root))
    except UnreadableError as error:
        if error.issue is _NOT_HERE:
            return _NOT_HERE
        same = False
    return None if same else control_character(text, text.index(found[0]))


def _broken_by_separator(text: str) -> Issue | None:
    """Give the first of Unicode's line separators where they are all that keeps a file from being read."""
    found = [char for char in _SEPARATORS if char in text]
    try:
        if found and _Composer(_as_letters(text)).get_single_node():
            return control_character(text, text.index(found[0]))
    except (yaml.YAMLError, _TooDeepError):
        return None
    return None


def _as_letters(text: str) -> str:
    return re.sub("[\u2028\u2029]", "\ue000", text)


def _said(node: Any) -> str:
    """Give all that a tree of nodes says, as one text."""
    if isinstance(node, ScalarNode):
        return f"{node.style}{len(node.value)}:{node.value}"
    parts = [part for pair in node.value for part in pair] if isinstance(node, MappingNode) else node.value
    return f"{node.id}({','.join(map(_said, parts))})"
