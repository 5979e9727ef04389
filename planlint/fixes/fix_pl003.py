"""PL003: a key that stands twice with the same value needs to stand only once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.edit import Changes, changed, child, index_of, is_pairs, is_same, model_of
from planlint.fixes.fix import kind_of, proposal, told
from planlint.fixes.fix_comments import spoken
from planlint.source import parse, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Diagnostic, Step
    from planlint.fixes.fix import FixProposal, Source

    Path = tuple[Step, ...]


def _groups(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every group of keys and its path."""
    if is_pairs(node):
        yield path, node
        for key, value in node.value:
            yield from _groups(value, (*path, key.value if key.style else scalar(key.value)))  # type: ignore[arg-type]
    elif node.id == "sequence":
        for index, item in enumerate(node.value):
            yield from _groups(item, (*path, index))


def _data(text: str, node: Any) -> Any:
    """Give the data of a value, read by itself."""
    start = text[: node.start_mark.index].rpartition("\n")[2]
    return parse(f"k:\n{' ' * len(start)} {text[node.start_mark.index : node.end_mark.index]}\n")[0]["k"]


def propose(source: Source, item: Diagnostic) -> FixProposal | None:
    """Take out the first of two that say the same; which of them stays makes no difference."""
    file, span = item.place.file, item.place.span
    text = source.text(file)
    for path, group in _groups(source.root(file)):
        for index, (key, value) in enumerate(group.value):
            if span is None or (key.start_mark.line + 1, key.start_mark.column + 1) != (span.line, span.column):
                continue
            name = key.value if key.style else scalar(key.value)
            first = index_of(group, name)  # type: ignore[arg-type]
            if first is None or first == index or not is_same(_data(text, child(group, first)), _data(text, value)):
                return None
            cuts = Changes(text, model_of(kind_of(file), ())).remove((*path, name))  # type: ignore[arg-type]
            if spoken(changed(text, cuts)) != spoken(text):
                return None
            return proposal(
                item, N_("{sted} sto to ganger med samme verdi"), safe=True,
                cuts=tuple((file, cut) for cut in cuts), sted=told((*path, str(name))),
            )  # fmt: skip
    return None
