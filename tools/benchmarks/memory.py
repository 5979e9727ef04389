"""Whose memory a peak is: the most that each program of a command has had, asked of Linux while it runs."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path


def _of_family(pid: int) -> dict[int, tuple[str, int]]:
    """Give name and greatest memory so far of a process and of all that it has started, by their ids."""
    found = {}
    for place in (Path("/proc") / str(pid), *_children(pid)):
        try:
            told = dict(line.split(":", 1) for line in (place / "status").read_text(encoding="utf-8").splitlines())
            found[int(place.name)] = (told["Name"].strip(), int(told["VmHWM"].split()[0]))
        except (OSError, KeyError, ValueError):  # it has just ended
            continue
    return found


def _children(pid: int) -> Iterator[Path]:
    try:
        ids = (Path("/proc") / str(pid) / "task" / str(pid) / "children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in ids:
        yield Path("/proc") / child
        yield from _children(int(child))


def peaks(process: subprocess.Popen[bytes]) -> dict[str, int]:
    """Wait for a process; give the most memory, in kB, that it and those it started had, by the programs' names."""
    found: dict[str, int] = {}
    while process.poll() is None:
        for name, kilobytes in _of_family(process.pid).values():
            found[name] = max(found.get(name, 0), kilobytes)
        time.sleep(0.01)
    return found
