"""From a path into the data to the stretch of text it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planlint.source.yaml import scalar, span

if TYPE_CHECKING:
    from planlint.diagnostic import Place, Span, Step


def _key(node: ScalarNode) -> object:
    return node.value if node.style else scalar(node.value)


def _child(node: Node, step: Step) -> tuple[Node | None, Node | None]:
    """Give the key node and the value node at a step; None and None where there is nothing."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and _key(key) == step:
                return key, value
    elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def _first_scalar(node: Node) -> Node:
    while not isinstance(node, ScalarNode) and node.value:
        first = node.value[0]
        node = first[0] if isinstance(first, tuple) else first
    return node


def locate(root: Node, place: Place) -> Span:
    """Give the text that a place is about.

    A value that is a block (a nested mapping or list, or text over several lines) is shown by its key; a missing
    field by its parent's key, and at the top by the file's first key.
    """
    node, key = root, None
    for step in place.path:
        found_key, found = _child(node, step)
        if found is None:
            break
        key, node = found_key, found
    else:
        return _value(node, key, root) if place.part == "value" or key is None else span(key)
    return _value(node, key, root) if isinstance(node, ScalarNode) else span(key or _first_scalar(node))


def _value(node: Node, key: Node | None, root: Node) -> Span:
    inline = node.start_mark.line == node.end_mark.line
    flow = isinstance(node, ScalarNode) or bool(getattr(node, "flow_style", False))
    empty = isinstance(node, ScalarNode) and not node.value and not node.style
    if node is not root and inline and flow and not empty:
        return span(node)
    return span(key if key is not None else _first_scalar(node))
