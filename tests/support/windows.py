"""Run planlint without what only Unix has: `python windows.py ARG …`, for tests on a machine that has it all.

No `fork`, no `fcntl`, none of Unix' flags and signals; standard output in Windows' own character set; and paths that
show themselves with backslashes: only `as_posix` and the system's own calls see slashes.
"""

from __future__ import annotations

import os
import pathlib
import signal
import sys

_GONE = ("fork", "sched_getaffinity", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "getuid", "geteuid")


class Backslashed(pathlib.PosixPath):
    """A path as Windows writes it."""

    def __str__(self) -> str:
        """Give it with backslashes, as it would reach a sentence or a key."""
        return super().__str__().replace("/", "\\")

    def __fspath__(self) -> str:
        """Give it as this system's calls need it."""
        return super().__str__()

    def as_posix(self) -> str:
        """Give it with slashes, as whoever asks for them wants."""
        return super().__str__()


def take_away() -> None:
    """Take away what Windows has not."""
    for name in _GONE:
        if hasattr(os, name):
            delattr(os, name)
    for name in ("SIGHUP", "SIGKILL"):
        delattr(signal, name)
    sys.modules["fcntl"] = None  # type: ignore[assignment] # an import of it fails
    pathlib.PosixPath = Backslashed  # type: ignore[misc] # what `Path(…)` makes here


if __name__ == "__main__":
    import subprocess  # before fork is gone: git is asked as anywhere else
    import webbrowser  # the same

    del subprocess, webbrowser
    take_away()
    from planlint.__main__ import main

    main()
