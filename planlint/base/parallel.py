"""Do the same work for many things on every core: each process takes its share, and the answers come in order.

Nothing is shared: a share is worked on in a copy of this process, and only answers come back. What a process that ends
before its time has not told is done here, so that the answers are the same with one process and with several.
"""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, Any, TypeVar

from planlint.base.process_copy import Copy, can_fork

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
R = TypeVar("R")
_LEAST = 4
"""How many things a share must have, to be worth a process (a small municipality takes 50 ms, a process 10)."""


def _processes(number: int) -> int:
    """Give how many processes to use for so many things, this one counted."""
    return max(1, min(len(os.sched_getaffinity(0)), number // _LEAST)) if can_fork() else 1


def _start(work: Callable[[T], R], share: Sequence[T]) -> Copy | None:
    """Start a copy of this process on a share; None where there is no room for one."""
    try:
        return Copy(lambda: pickle.dumps([work(item) for item in share]))
    except OSError:
        return None


def _finish(copy: Copy | None) -> list[Any]:
    """Give the answers of a process; none where it did not get so far."""
    try:
        return list(pickle.loads(copy.told() if copy else b""))  # noqa: S301 - from our own process, over our pipe
    except (EOFError, pickle.UnpicklingError):
        return []


def each(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """Give the answer for each item, in the order of the items; what the work raises for one is raised here."""
    number = _processes(len(items))
    started = [_start(work, items[at::number]) for at in range(1, number)]
    try:
        shares = [[work(item) for item in items[::number]]]
        while started:
            answers = _finish(started.pop(0))
            shares.append(answers or [work(item) for item in items[len(shares) :: number]])
    except BaseException:
        for copy in filter(None, started):
            copy.stop()  # what they were doing is not wanted any more
        raise
    return [shares[at % number][at // number] for at in range(len(items))]
