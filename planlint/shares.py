"""Do the same work for many things on every core: each process takes its share, and the answers come in order.

Nothing is shared: a share is worked on in a copy of this process, and only answers come back. What a process that ends
before its time has not told is done here, so that the answers are the same with one process and with several.
"""

from __future__ import annotations

import os
import pickle
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from planlint.source.ahead import can_fork

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
R = TypeVar("R")
_LEAST = 4
"""How many things a share must have, to be worth a process (a small municipality takes 50 ms, a process 10)."""


def _processes(number: int) -> int:
    """Give how many processes to use for so many things, this one counted."""
    return max(1, min(len(os.sched_getaffinity(0)), number // _LEAST)) if can_fork() else 1


def _start(work: Callable[[T], R], share: Sequence[T]) -> tuple[int, int]:
    """Start a copy of this process on a share; give its id, and the pipe that its answers come through."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)  # else nobody would notice that the first process is gone
        try:  # work, tell, and leave without the farewells, and the complaints, that belong to the first process
            answers = pickle.dumps([work(item) for item in share])
            with os.fdopen(into, "wb") as pipe:
                pipe.write(answers)
        finally:
            os._exit(0)
    os.close(into)
    return child, out


def _finish(child: int, out: int) -> list[Any]:
    """Give the answers of a process; none where it did not get so far."""
    with os.fdopen(out, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    try:
        return list(pickle.loads(told))  # noqa: S301 - from our own process, over our pipe
    except (EOFError, pickle.UnpicklingError):
        return []


def _stop(started: list[tuple[int, int]]) -> None:
    """End other processes, and wait until they have: what they were doing is not wanted any more."""
    for child, out in started:
        with suppress(OSError):
            os.close(out)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def each(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """Give the answer for each item, in the order of the items; what the work raises for one is raised here."""
    number = _processes(len(items))
    started = [_start(work, items[at::number]) for at in range(1, number)]
    try:
        shares = [[work(item) for item in items[::number]]]
        while started:
            answers = _finish(*started[0])
            del started[0]
            shares.append(answers or [work(item) for item in items[len(shares) :: number]])
    except BaseException:
        _stop(started)
        raise
    return [shares[at % number][at // number] for at in range(len(items))]
