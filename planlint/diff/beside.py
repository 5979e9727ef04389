"""Work done in a second process while this one does something else, where there is a core for it."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, Generic, TypeVar

from planlint.source.ahead import can_fork

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Beside(Generic[T]):
    """A piece of work under way. The answer is the same with one process and with two."""

    def __init__(self, work: Callable[[], T], *, worthwhile: bool) -> None:
        """Begin at once in a copy of this process where that pays and can be done, else when somebody asks."""
        self._work = work
        self._child = 0
        if worthwhile and can_fork():
            self._out, into = os.pipe()
            self._child = os.fork()
            if not self._child:
                try:  # the copy: work, tell, and leave without the farewells that belong to the first process
                    with os.fdopen(into, "wb") as pipe:
                        pickle.dump(work(), pipe)
                finally:
                    os._exit(0)
            os.close(into)

    def result(self) -> T:
        """Give the answer; what a process that ended before its time did not tell, is worked out here."""
        if not self._child:
            return self._work()
        with os.fdopen(self._out, "rb") as pipe:
            told = pipe.read()
        os.waitpid(self._child, 0)
        self._child = 0
        try:
            answer: T = pickle.loads(told)  # noqa: S301 - from our own process, over our pipe
        except (EOFError, ValueError, pickle.UnpicklingError):
            return self._work()
        return answer
