"""The order of keys: as the models have it, each key with its lines, its comments and the blank lines above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

from planlint.edit import (
    NodeChange,
    above,
    below,
    changed,
    compose,
    end_of,
    is_first_on_line,
    is_list,
    is_pairs,
    line_start,
    names,
    start_of,
    without_comments,
)
from planlint.model import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _parts(annotation: Any, node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the values in a node, each with what the model says of it."""
    for kind in forms(annotation):
        if _simple(node) and isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = {field.alias: field.annotation for field in kind.model_fields.values()}
            yield from ((fields[name], value) for name, (_, value) in _named(node) if name in fields)
        elif is_pairs(node) and get_origin(kind) is dict:
            yield from ((get_args(kind)[1], value) for _, value in node.value)
        elif is_list(node) and get_origin(kind) is tuple:
            yield from ((get_args(kind)[0], item) for item in node.value)


def _simple(node: Any) -> bool:
    """Tell whether a node is a group whose keys are all words."""
    return is_pairs(node) and all(key.id == "scalar" for key, _ in node.value)


def _named(node: Any) -> Iterator[tuple[object, tuple[Any, Any]]]:
    return zip(names(node), node.value, strict=True)


def _wanted(annotation: Any, node: Any) -> list[int] | None:
    """Give the order that a group's keys should have, by their places now; None where it is right or unknown."""
    for kind in forms(annotation):
        if _simple(node) and isinstance(kind, type) and issubclass(kind, BaseModel):
            order = [field.alias for field in kind.model_fields.values()]
            there = names(node)
            if len(set(map(str, there))) == len(there) and all(name in order for name in there):
                sorted_ = sorted(range(len(there)), key=lambda at: order.index(str(there[at])))
                return sorted_ if sorted_ != list(range(len(there))) else None
    return None


def _wrong(annotation: Any, node: Any) -> Iterator[tuple[Any, list[int]]]:
    """Yield every group whose keys are in another order, outermost first."""
    if wanted := _wanted(annotation, node):
        yield node, wanted
    for inner, value in _parts(annotation, node):
        yield from _wrong(inner, value)


def _flow(text: str, node: Any, wanted: list[int]) -> list[NodeChange] | None:
    """Let the pairs between two braces change places, where no comment stands among them."""
    whole = text[node.start_mark.index : node.end_mark.index]
    if without_comments(whole) != whole:
        return None
    spans = [(start_of(text, node, at), end_of(text, node, at)) for at in range(len(node.value))]
    return [NodeChange(*spans[at], text[slice(*spans[new])]) for at, new in enumerate(wanted)]


def _block(text: str, node: Any, wanted: list[int]) -> list[NodeChange] | None:
    """Let whole lines change places; what stands above a key goes with it, and the first has no blank line above."""
    starts = [start_of(text, node, at) for at in range(len(node.value))]
    alone = is_first_on_line(text, starts[0])
    if not all(is_first_on_line(text, start) for start in starts[1:]):
        return None
    column = starts[0] - line_start(text, starts[0])
    ends = [below(text, end_of(text, node, at), column) for at in range(len(starts))]
    first = above(text, starts[0]) if alone else starts[0]
    pieces = [text[start:end] for start, end in zip([first, *ends], ends, strict=False)]
    if not alone:  # the first key follows a dash
        pieces[0] = " " * column + pieces[0]
    moved = [pieces[at] for at in wanted]
    moved[0], blank = _without_blank(moved[0])
    at = wanted.index(0)
    moved[at] = blank + moved[at]
    if not alone and not moved[0].startswith(" " * column + text[starts[wanted[0]]]):
        return None  # a comment would come between the dash and the key
    new = "".join(moved)
    return [NodeChange(first, ends[-1], new if alone else new[column:])]


def _without_blank(piece: str) -> tuple[str, str]:
    rows = piece.splitlines(keepends=True)
    count = next((number for number, row in enumerate(rows) if row.strip()), 0)
    return "".join(rows[count:]), "".join(rows[:count])


def in_order(text: str, model: type[BaseModel], keeps: Callable[[str], bool]) -> str:
    """Give the text with its groups in order, but for those that `keeps` refuses. Raises YAMLError."""
    passed = 0
    while wrong := [*_wrong(model, compose(text))][passed:]:
        node, wanted = wrong[0]
        changes = _flow(text, node, wanted) if node.flow_style else _block(text, node, wanted)
        new = changed(text, changes) if changes else text
        if new != text and keeps(new):
            text = new
        else:
            passed += 1
    return text


def is_disordered(node: Any, model: type[BaseModel]) -> bool:
    """Tell whether any group of a file has its keys in another order; the nodes may be any YAML reader's."""
    return next(_wrong(model, node), None) is not None
