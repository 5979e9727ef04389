"""From a path into the data to the stretch of text it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from planlint.source.yaml import scalar, span

if TYPE_CHECKING:
    from planlint.base import Place, Span, Step

    Fields = dict[object, tuple[Node, Node]]


def _key(node: ScalarNode) -> object:
    return node.value if node.style else scalar(node.value)


def _first_scalar(node: Node) -> Node:
    while not isinstance(node, ScalarNode) and node.value:
        first = node.value[0]
        node = first[0] if isinstance(first, tuple) else first
    return node


class Positions:
    """The places of one file, each group's fields looked through once: a file may have thousands of findings."""

    def __init__(self, root: Node) -> None:
        """Keep the file's node."""
        self._root = root
        self._fields: dict[Node, Fields] = {}

    def locate(self, place: Place) -> Span:
        """Give the text that a place is about.

        A value that is a block (a nested mapping or list, or text over several lines) is shown by its key; a missing
        field by its parent's key, and at the top by the file's first key.
        """
        node, key = self._root, None
        for step in place.path:
            found_key, found = self._child(node, step)
            if found is None:
                break
            key, node = found_key, found
        else:
            return self._value(node, key) if place.part == "value" or key is None else span(key)
        return self._value(node, key) if isinstance(node, ScalarNode) else span(key or _first_scalar(node))

    def _child(self, node: Node, step: Step) -> tuple[Node | None, Node | None]:
        """Give the key node and the value node at a step; None and None where there is nothing."""
        if isinstance(node, MappingNode):
            if node not in self._fields:  # the first of two fields with one name is the one that counts
                pairs = (pair for pair in reversed(node.value) if isinstance(pair[0], ScalarNode))
                self._fields[node] = {_key(pair[0]): pair for pair in pairs}
            return self._fields[node].get(step, (None, None))
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None, None

    def _value(self, node: Node, key: Node | None) -> Span:
        inline = node.start_mark.line == node.end_mark.line
        flow = not isinstance(node, CollectionNode) or bool(node.flow_style)
        empty = isinstance(node, ScalarNode) and not node.value and not node.style
        if node is not self._root and inline and flow and not empty:
            return span(node)
        return span(key if key is not None else _first_scalar(node))


def locate(root: Node, place: Place) -> Span:
    """Give the text that one place is about; see `Positions.locate`."""
    return Positions(root).locate(place)
