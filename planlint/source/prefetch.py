"""Parse half of many files in a second process, while this one goes through the other half.

Only plain data comes back. What the other process could not read at once, or a process that ends before its time, is
simply read here: the answer is the same with one process and with two.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from planlint.base import WORTHWHILE, Copy, can_fork
from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


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
