"""Told to stop in the middle: what was begun is cleared away, and the exit code says which signal it was."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

CTRL_C = 130


class Stopped(KeyboardInterrupt):
    """Somebody else than the keyboard told us to stop; goes the same way up, past all that clears away."""

    def __init__(self, number: int) -> None:
        """Keep the exit code that shells give for the signal."""
        super().__init__(number)
        self.code = 128 + number


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - signal's own way of calling
    raise Stopped(number)


def listen() -> None:
    """From now on, stop for SIGTERM and SIGHUP as for Ctrl+C; where one of them is to be ignored, it still is."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _stop)


def code(stop: KeyboardInterrupt) -> int:
    """Give the exit code of a stop."""
    return stop.code if isinstance(stop, Stopped) else CTRL_C
