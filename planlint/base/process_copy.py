"""A copy of this process that works beside it, where that can be done: everything else goes on without."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WORTHWHILE = 1500
"""From about so many files a second process saves more than it costs (measured on two cores)."""


def can_fork() -> bool:
    """Tell whether a copy of this process can be made cheaply and safely, with a core to run on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return sys.platform == "linux" and cores > 1 and threading.active_count() == 1


class Copy:
    """A copy of this process that works beside it, and then tells what it found, in bytes."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        """Begin at once. Raises OSError where there is no room for another process."""
        self._out, into = os.pipe()
        try:
            self._child = os.fork()
        except OSError:
            os.close(self._out)
            os.close(into)
            raise
        if not self._child:
            os.close(self._out)  # else it would wait for ever to tell a first process that has gone
            try:  # the copy: work, tell, and leave without the farewells that belong to the first process
                with os.fdopen(into, "wb") as pipe:
                    pipe.write(work())
            finally:
                os._exit(0)
        os.close(into)

    def told(self) -> bytes:
        """Wait until it has ended, and give what it told: nothing, or half, where it ended before its time."""
        try:
            with os.fdopen(self._out, "rb") as pipe:
                return pipe.read()
        finally:
            self._wait()

    def stop(self) -> None:
        """End it: nobody wants to know any more."""
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGKILL)
        os.close(self._out)
        self._wait()

    def _wait(self) -> None:
        with suppress(ChildProcessError):  # who started us may have said that nobody waits for children
            os.waitpid(self._child, 0)
