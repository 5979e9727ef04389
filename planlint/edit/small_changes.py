"""One text made into another by small changes of whole lines: what an editor can make without losing the cursor."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate

from planlint.edit.nodes import NodeChange

_MOST = 4000
"""Lines that differ: more than this are replaced as one, for comparing them would take longer than reading them."""


def text_changes(before: str, after: str) -> list[NodeChange]:
    """Give the changes of `before`, in its own places and in order, that make it `after`."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    first = _same(old, new)
    last = _same(old[first:][::-1], new[first:][::-1])
    starts = [0, *accumulate(map(len, old))]
    one, other = old[first : len(old) - last], new[first : len(new) - last]
    blocks = [("replace", 0, len(one), 0, len(other))]
    if len(one) + len(other) <= _MOST:
        blocks = list(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
    return [
        NodeChange(starts[first + begin], starts[first + end], "".join(other[start:stop]))
        for what, begin, end, start, stop in blocks
        if what != "equal" and (begin, start) != (end, stop)
    ]


def _same(one: list[str], other: list[str]) -> int:
    """Give how many lines two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
