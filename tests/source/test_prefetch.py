"""Two processes read what one would have read: the same report, whatever happens to the other process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.base import process_copy
from planlint.output.check_formats import render
from planlint.source import prefetch
from planlint.source.find import PLANSYSTEM, SourceFile, find_files
from planlint.system.load import load_files

DAY = date.fromisoformat(DATE)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux makes copies of a process cheaply")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with good files, and with every kind of bad one in either half."""
    for number in range(30):
        write(fjordvik(tmp_path), f"planer/plan-{number:02}.yaml", PLAN.replace("Klima", f"Klima {number} "))
    for place in ("planer/aa", "planer/zz"):
        write(tmp_path, f"{place}-ikke-yaml.yaml", "tittel: [\n")
        write(tmp_path, f"{place}-tom.yaml", "")
        write(tmp_path, f"{place}-doblet.yaml", f"{PLAN}tittel: Igjen\n")
        write(
            tmp_path, f"{place}-tvil.yaml", PLAN.replace("2022-02-16", "2022-02-16, merknad: nei").replace("7/22", "no")
        )
        (tmp_path / "plans" / f"{place}-latin.yaml").write_bytes(PLAN.replace("vedtatt", "på").encode("latin-1"))
    return tmp_path


def told(root: Path) -> str:
    """Give the whole report."""
    return render(check(root, DAY), "json")


@LINUX
def test_two_processes_say_what_one_says(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every finding, in good and in bad files, is the same with a second process as without."""
    alone = told(root)
    forks = []
    fork = os.fork
    monkeypatch.setattr(prefetch, "WORTHWHILE", 2)
    monkeypatch.setattr(prefetch, "can_fork", lambda: True)
    monkeypatch.setattr(os, "fork", lambda: forks.append(1) or fork())
    assert told(root) == alone
    assert forks, "the second process was never begun"


@LINUX
@pytest.mark.parametrize("last_words", [b"", b"half", b"\xe9\xff\xff\xff\xff"])
def test_a_process_that_dies_costs_nothing_but_time(
    root: Path, monkeypatch: pytest.MonkeyPatch, last_words: bytes
) -> None:
    """What the other process never said is read here; no file is lost."""
    alone = told(root)
    monkeypatch.setattr(prefetch, "WORTHWHILE", 2)
    monkeypatch.setattr(prefetch, "can_fork", lambda: True)
    monkeypatch.setattr(prefetch.marshal, "dumps", lambda _: last_words)
    assert told(root) == alone


def test_few_files_need_no_second_process(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A municipality's few hundred files are read by one process."""
    monkeypatch.setattr(prefetch, "Copy", lambda *_: pytest.fail("a second process was begun"))
    assert told(root)


def open_files() -> int:
    """Give how many files and pipes this process has open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have even a few files read by two processes."""
    monkeypatch.setattr(prefetch, "WORTHWHILE", 2)
    monkeypatch.setattr(prefetch, "can_fork", lambda: True)


@LINUX
@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_no_room_for_a_second_process(root: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Where the machine gives no more processes or pipes, one process reads it all."""

    def full() -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    alone = told(root)
    two(monkeypatch)
    monkeypatch.setattr(os, call, full)
    before = open_files()
    assert told(root) == alone
    assert open_files() == before


@LINUX
def test_where_nobody_waits_for_children(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who started planlint may have said that no one asks how children ended; that is no fault."""
    alone = told(root)
    two(monkeypatch)
    was = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert told(root) == alone
    finally:
        signal.signal(signal.SIGCHLD, was)


@LINUX
@pytest.mark.parametrize("folder", ["ukjent-mappe", ""])
def test_nothing_is_left_of_the_second_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """Whether or not anybody asked for what it read, it is waited for, and its pipe is closed."""
    write(fjordvik(tmp_path), f"{folder}/a.yaml", PLAN)
    two(monkeypatch)
    files = [file for file in find_files(tmp_path) if not file.kind and file.path != PLANSYSTEM]
    contents: dict[str, bytes | OSError] = {file.path: (tmp_path / file.path).read_bytes() for file in files}
    paths = [SourceFile(f"{number}{file.path}", "") for number in range(4) for file in files]
    before = open_files()
    load_files(paths, {file.path: contents[file.path[1:]] for file in paths})
    assert open_files() == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@LINUX
def test_a_stop_in_the_middle_leaves_no_process(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C while files are read: the other process has ended when the command has."""
    two(monkeypatch)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planlint.system.load.validate_data", stop)
    with pytest.raises(KeyboardInterrupt):
        told(root)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@LINUX
def test_the_second_process_does_not_outlive_the_first() -> None:
    """One that has nobody left to tell ends, too, and does not wait for ever with its pipe in its hand."""
    ours = (
        "import os, sys, time; from planlint.base.process_copy import Copy\n"
        "copy = Copy(lambda: (time.sleep(0.2), b'x' * 10_000_000)[1])\n"
        "print(copy._child, flush=True); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", ours], check=True, stdout=subprocess.PIPE, timeout=30)
    child = Path(f"/proc/{int(done.stdout)}/stat")
    for _ in range(100):
        if not child.exists() or child.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the second process lives on")


@pytest.mark.parametrize(
    ("system", "cores", "threads", "can"),
    [
        ("linux", 2, 1, True),
        ("linux", 3, 1, True),
        ("linux", 1, 1, False),
        ("linux", 2, 2, False),
        ("darwin", 2, 1, False),
        ("win32", 1, 2, False),
    ],
)
def test_a_copy_is_made_only_where_it_is_safe_and_pays(
    monkeypatch: pytest.MonkeyPatch, system: str, cores: int, threads: int, can: bool
) -> None:
    """A copy of a process with several threads may stand still for ever, and one core gains nothing by it."""
    asked = []
    monkeypatch.setattr(process_copy.sys, "platform", system)
    monkeypatch.setattr(
        os, "sched_getaffinity", lambda process: asked.append(process) or set(range(cores)), raising=False
    )
    monkeypatch.setattr(process_copy.threading, "active_count", lambda: threads)
    assert process_copy.can_fork() is can
    assert asked == [0], "the cores of another process"


def test_where_nobody_knows_the_cores_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without that knowledge, everything is done in one process."""
    monkeypatch.setattr(process_copy.sys, "platform", "linux")
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(process_copy.threading, "active_count", lambda: 1)
    assert not process_copy.can_fork()


@LINUX
@pytest.mark.parametrize("files", [4, 5])
def test_the_second_half_is_read_elsewhere_and_given_once(monkeypatch: pytest.MonkeyPatch, files: int) -> None:
    """The first half, what could not be read, and what has been taken, is left to whoever asks."""
    monkeypatch.setattr(prefetch, "WORTHWHILE", 4)
    monkeypatch.setattr(prefetch, "can_fork", lambda: True)
    paths = [f"plans/planer/{number}.yaml" for number in range(files)]
    contents: dict[str, bytes | OSError] = {path: f"nummer: {path[-6]}\n".encode() for path in paths}
    contents[paths[2]] = PermissionError()
    reading = prefetch.Ahead(contents, paths)
    try:
        assert [reading.take(path) for path in paths] == [None, None, None, *({"nummer": n} for n in range(3, files))]
        assert [reading.take(path) for path in paths] == [None] * files
    finally:
        reading.stop()


@LINUX
def test_what_is_no_text_is_left_to_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """One file in another coding takes nothing from those beside it."""
    monkeypatch.setattr(prefetch, "WORTHWHILE", 2)
    monkeypatch.setattr(prefetch, "can_fork", lambda: True)
    reading = prefetch.Ahead({"a": b"x: 1\n", "b": "x: på\n".encode("latin-1"), "c": b"x: 2\n"}, ["a", "b", "c"])
    try:
        assert [reading.take(path) for path in "abc"] == [None, None, {"x": 2}]
    finally:
        reading.stop()


@LINUX
def test_fewer_files_than_that_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit itself is enough for a second process, one less is not."""
    monkeypatch.setattr(prefetch, "can_fork", lambda: True)
    begun = []
    monkeypatch.setattr(prefetch, "Copy", begun.append)
    for number in (prefetch.WORTHWHILE - 1, prefetch.WORTHWHILE):
        prefetch.Ahead({}, [str(n) for n in range(number)])
    assert len(begun) == 1
