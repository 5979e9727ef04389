"""What the models' annotations allow, for those that write, fix, tabulate or export by them."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

if TYPE_CHECKING:
    from collections.abc import Iterator


def forms(annotation: Any) -> Iterator[Any]:
    """Yield what a value of an annotation may be, one by one, without marks and alternatives."""
    if get_origin(annotation) is Annotated:
        yield from forms(get_args(annotation)[0])
    elif get_origin(annotation) in {Union, UnionType}:
        for part in get_args(annotation):
            yield from forms(part)
    else:
        yield annotation


def parts(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and everything inside it, with what each is made of, outermost first."""
    yield annotation
    yield get_origin(annotation)
    for part in get_args(annotation):
        yield from parts(part)
