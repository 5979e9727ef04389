"""Parse half of many files in a second process, while this one goes through the other half.

Only plain data comes back. What the other process could not read at once, or a process that ends before its time, is
simply read here: the answer is the same with one process and with two.
"""

from __future__ import annotations

import marshal
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

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


class Ahead:
    """Files that are being parsed elsewhere. `take` gives each one's data once, or None: read it yourself."""

    def __init__(self, contents: Mapping[str, bytes | OSError], paths: Sequence[str]) -> None:
        """Start on the second half of the paths, where that pays."""
        self._later = frozenset(paths[len(paths) // 2 :])
        self._data: dict[str, dict[Any, Any]] = {}
        self._copy: Copy | None = None
        if len(paths) >= WORTHWHILE and can_fork():
            with suppress(OSError):
                self._copy = Copy(lambda: _parsed(contents, self._later))

    def take(self, path: str) -> dict[Any, Any] | None:
        """Give a file's data where it was parsed elsewhere and nothing in it was doubtful."""
        if path not in self._later:
            return None
        self._end()
        return self._data.pop(path, None)

    def stop(self) -> None:
        """Leave nothing of the other process, whether or not anybody asked for what it read."""
        copy, self._copy = self._copy, None
        if copy:
            copy.stop()

    def _end(self) -> None:
        copy, self._copy = self._copy, None
        if copy is None:
            return
        try:
            found = marshal.loads(copy.told())  # noqa: S302 - from our own process, over our pipe
        except (EOFError, ValueError, TypeError):
            return
        self._data = found if isinstance(found, dict) else {}


def _parsed(contents: Mapping[str, bytes | OSError], paths: Iterable[str]) -> bytes:
    return marshal.dumps({path: data for path in paths if (data := _clean(contents[path]))})


def _clean(raw: bytes | OSError) -> dict[Any, Any] | None:
    """Give a file's data; None where there is anything to say about it."""
    if isinstance(raw, OSError):
        return None
    try:
        data, issues = parse(decode(raw))
    except UnreadableError:
        return None
    return None if issues else data
