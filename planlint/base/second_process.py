"""Work done in a second process while this one does something else, where there is a core for it."""

from __future__ import annotations

import pickle
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from planlint.base.process_copy import Copy, can_fork

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Beside(Generic[T]):
    """A piece of work under way. The answer is the same with one process and with two."""

    def __init__(self, work: Callable[[], T], *, worthwhile: bool) -> None:
        """Begin at once in a copy of this process where that pays and can be done, else when somebody asks."""
        self._work = work
        self._copy: Copy | None = None
        if worthwhile and can_fork():
            with suppress(OSError):  # no room for another process
                self._copy = Copy(lambda: pickle.dumps(work()))

    def stop(self) -> None:
        """Leave nothing of the other process: what it was doing is not wanted any more."""
        copy, self._copy = self._copy, None
        if copy:
            copy.stop()

    def result(self) -> T:
        """Give the answer; what a process that ended before its time did not tell, is worked out here."""
        copy, self._copy = self._copy, None
        if copy is None:
            return self._work()
        try:
            answer: T = pickle.loads(copy.told())  # noqa: S301 - from our own process, over our pipe
        except (EOFError, ValueError, pickle.UnpicklingError):
            return self._work()
        return answer
