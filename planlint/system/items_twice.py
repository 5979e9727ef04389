"""The same item twice in a list of a file: no list of the format means anything by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from planlint.base import N_, Finding, Place, Related, Severity
from planlint.model import norwegian_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Step

    Path = tuple[Step, ...]


def _same(item: Any) -> Any:
    """Give what an item is compared by: itself, or its text where it holds something that may change."""
    try:
        hash(item)
    except TypeError:
        return repr(item)
    return item


def _pairs(node: Any, path: Path) -> Iterator[tuple[Path, int, int]]:
    """Yield each list with a doubled item, and where the two stand, in everything below a part of a file."""
    if isinstance(node, BaseModel):
        for name, value in node.__dict__.items():
            if isinstance(value, BaseModel | tuple | dict) and value:
                yield from _pairs(value, (*path, norwegian_key(name)))
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _pairs(value, (*path, key))
    elif isinstance(node, tuple):
        seen: dict[Any, int] = {}
        for at, item in enumerate(node):
            first = seen.setdefault(_same(item), at)
            if first != at:
                yield path, first, at
            yield from _pairs(item, (*path, at)) if isinstance(item, BaseModel) else ()


def items_twice(model: BaseModel, entity: str, file: str) -> Iterator[Finding]:
    """Yield a finding, at the second, for each item that stands twice in one list of a file that is right else."""
    for path, first, second in _pairs(model, ()):
        felt = str(next(step for step in reversed(path) if isinstance(step, str)))
        related = (Related(Place(file, (*path, first)), N_("første gang her")),)
        key = ".".join(map(str, (*path, second)))
        yield Finding(entity, Place(file, (*path, second)), {"felt": felt}, related, "liste", Severity.ADVARSEL, key)
