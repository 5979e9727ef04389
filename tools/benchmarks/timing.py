"""Run commands as a user does, as whole processes, and tell how long each took and how much memory.

Memory is the most that any one process of a command had (the kernel's own count, of the process and of those that it
waited for). This process must stay small: the kernel counts what a process had before it became another program, too.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from memory import peaks

BIN = Path(sys.executable).parent
OTHERS = ("GITHUB_", "CI", "PLANLINT_", "PYTHON", "NO_COLOR", "FORCE_COLOR", "GIT_")
"""How the names begin of what may be set in the environment and would change what is measured."""


@dataclass(slots=True)
class Row:
    """Something to be timed: one command, or several one after the other, in a folder.

    `accepted` are the exit codes of one that did its work; `before` is done before each run, and not timed; `slow` is
    run once where there are many files; `path` is where Python looks for packages first. `missing` tells what is not
    installed: then nothing is run. Where `whose` is asked, `peaks` has the most memory of each of its programs, in kB,
    had from a run that is not timed (Linux).
    """

    name: str
    commands: Sequence[Sequence[str]]
    cwd: Path
    accepted: tuple[int, ...] = (0,)
    before: Callable[[], None] | None = None
    slow: bool = False
    whose: bool = False
    missing: str = ""
    path: Path | None = None
    seconds: list[float] = field(default_factory=list)
    kilobytes: int = 0
    failed: str = ""
    peaks: dict[str, int] = field(default_factory=dict)

    @property
    def median(self) -> float | None:
        """The median of the runs; None where there is none that did its work."""
        return statistics.median(self.seconds) if self.seconds and not self.failed else None


def program(name: str) -> str:
    """Give where a program lies: beside this Python, else on the path; "" where it is not installed."""
    return shutil.which(name, path=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}") or ""


def environment() -> dict[str, str]:
    """Give the environment that every command has."""
    return {key: value for key, value in os.environ.items() if not key.startswith(OTHERS)}


def _start(row: Row, command: Sequence[str]) -> subprocess.Popen[bytes]:
    first = {"PYTHONPATH": os.fspath(row.path)} if row.path else {}
    return subprocess.Popen(
        command, cwd=row.cwd, env=environment() | first, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _look(row: Row) -> None:
    """Run a row's commands once more, and note how much memory each of their programs had at the most."""
    if row.before:
        row.before()
    for command in row.commands:
        for name, kilobytes in peaks(_start(row, command)).items():
            row.peaks[name] = max(row.peaks.get(name, 0), kilobytes)


def _once(row: Row) -> None:
    """Run a row's commands and note what they took; a command that did not do its work ends it."""
    taken = 0.0
    for command in row.commands:
        start = time.perf_counter()
        process = _start(row, command)
        _, status, usage = os.wait4(process.pid, 0)
        taken += time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # else it would be waited for once more
        row.kilobytes = max(row.kilobytes, usage.ru_maxrss)
        if process.returncode not in row.accepted:
            row.failed = f"sluttkode {process.returncode}"
            return
    row.seconds.append(taken)


def _progress(text: str) -> None:
    """Show on the screen what is being timed; there may be minutes of it."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")


def run_in_turn(rows: Sequence[Row], runs: int, *, slow_runs: int = 1) -> None:
    """Run each row so many times, in turn, so that what else the machine does strikes them alike."""
    rows = [row for row in rows if not row.missing]
    for number in range(runs):
        for row in rows:
            if row.failed or (row.slow and number >= slow_runs):
                continue
            _progress(f"{row.name} ({number + 1} av {runs})")
            if row.before:
                row.before()
            _once(row)
    for row in rows:
        if row.whose and not row.failed and Path("/proc/self/status").exists():
            _look(row)
    _progress("")


def forget(folder: Path) -> None:
    """Ask the kernel to drop a folder's files from memory, so that the next to read them reads from the disk."""
    if not hasattr(os, "posix_fadvise"):
        return
    for path in folder.rglob("*.yaml"):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)
