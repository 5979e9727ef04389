"""The machine's own limits while a municipality's template is filled: processor time, and memory where Linux keeps it.

What a template asks for is reckoned with beforehand (`sandbox`); this holds where that has missed something. The clock
needs a signal: on Windows, and outside the main thread, it is looked at each time something is counted instead. Only
Linux refuses memory beyond a limit that a process sets itself.
"""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.site.sandbox import out_of_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

ROOM = 512 * 2**20
"""How many bytes more than it had, the process may have while a page is filled."""


def _late(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - signal's own way of calling
    raise out_of_time()


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    was = signal.signal(signal.SIGPROF, _late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, was)


@contextmanager
def _memory(room: int) -> Iterator[None]:
    if sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415 - Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    has = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    most = has + room if soft == resource.RLIM_INFINITY else min(has + room, soft)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@contextmanager
def limited(seconds: float, room: int) -> Iterator[None]:
    """Hold the process to some seconds of processor time and some more memory.

    Raises TemplateFault when the time is out, and Python's own MemoryError when the memory is.
    """
    with _memory(room), _clock(seconds):
        yield
