"""Parse half of many files in a second process, while this one goes through the other half.

Only plain data comes back. What the other process could not read at once, or a process that ends before its time, is
simply read here: the answer is the same with one process and with two.
"""

from __future__ import annotations

import marshal
import os
import sys
import threading
from typing import TYPE_CHECKING, Any

from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORTHWHILE = 1500
"""From about so many files a second process saves more than it costs (measured on two cores)."""


def can_fork() -> bool:
    """Tell whether a copy of this process can be made cheaply and safely, with a core to run on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return sys.platform == "linux" and cores > 1 and threading.active_count() == 1


class Ahead:
    """Files that are being parsed elsewhere. `take` gives each one's data once, or None: read it yourself."""

    def __init__(self, contents: Mapping[str, bytes | OSError], paths: Sequence[str]) -> None:
        """Start on the second half of the paths, where that pays."""
        self._later = frozenset(paths[len(paths) // 2 :])
        self._data: dict[str, dict[Any, Any]] | None = {}
        if len(paths) >= WORTHWHILE and can_fork():
            self._data = None
            self._start(contents)

    def _start(self, contents: Mapping[str, bytes | OSError]) -> None:
        self._out, into = os.pipe()
        self._child = os.fork()
        if not self._child:
            try:  # the copy: parse, tell, and leave without the farewells that belong to the first process
                with os.fdopen(into, "wb") as pipe:
                    pipe.write(marshal.dumps({path: data for path in self._later if (data := _clean(contents[path]))}))
            finally:
                os._exit(0)
        os.close(into)

    def _finish(self) -> dict[str, dict[Any, Any]]:
        with os.fdopen(self._out, "rb") as pipe:
            told = pipe.read()
        os.waitpid(self._child, 0)
        try:
            found = marshal.loads(told)  # noqa: S302 - from our own process, over our pipe
        except (EOFError, ValueError, TypeError):
            return {}
        return found if isinstance(found, dict) else {}

    def take(self, path: str) -> dict[Any, Any] | None:
        """Give a file's data where it was parsed elsewhere and nothing in it was doubtful."""
        if path not in self._later:
            return None
        if self._data is None:
            self._data = self._finish()
        return self._data.pop(path, None)


def _clean(raw: bytes | OSError) -> dict[Any, Any] | None:
    """Give a file's data; None where there is anything to say about it."""
    if isinstance(raw, OSError):
        return None
    try:
        data, issues = parse(decode(raw))
    except UnreadableError:
        return None
    return None if issues else data
