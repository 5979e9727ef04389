"""A full disk, a closed folder, a signal or another build at the same time: the old site or the new one, never half."""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.base.files import write_bytes
from planlint.edit.error import EditError
from planlint.edit.transaction import apply, recover
from planlint.exports import publish
from planlint.exports.publish import publish_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits as Unix has them")
NEW = {"index.html": b"ny", "planer/a.html": b"ny", "planer/b/c.html": b"ny"}


def everything(folder: Path) -> dict[str, bytes | None]:
    """Give every path under a folder, hidden ones too, with what is in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


class Failing:
    """Counts calls that change the disk, and lets one of them fail."""

    def __init__(self, number: int, code: int) -> None:
        """Let call number so and so fail; 0 lets none."""
        self.number, self.code, self.calls = number, code, 0

    def around(self, call: Callable[..., object], *, changes: Callable[..., bool] = lambda *_: True) -> object:
        """Give a call that is counted."""

        def counted(*args: object, **named: object) -> object:
            if changes(*args):
                self.calls += 1
                if self.calls == self.number:
                    raise OSError(self.code, os.strerror(self.code), str(args[0]))
            return call(*args, **named)

        return counted


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, number: int, code: int) -> Iterator[Failing]:
    """Let the disk refuse one change, the number-th."""
    disk = Failing(number, code)
    with monkeypatch.context() as patched:
        for name in ("mkdir", "rename", "replace", "chmod", "fsync"):
            patched.setattr(os, name, disk.around(getattr(os, name)))
        opened = disk.around(io.open, changes=lambda _, mode="r", *__: not {"w", "x", "a", "+"}.isdisjoint(mode))
        patched.setattr(io, "open", opened)
        patched.setattr(builtins, "open", opened)
        yield disk


def each(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], reset: Callable[[], object]) -> Iterator[str]:
    """Do something again and again, with one change of the disk refused each time.

    Give the name of the file that was told of, each time that it failed; where it did not, it was not hindered.
    """
    with failing(monkeypatch, 0, 0) as counted:
        act()
    failed = 0
    for number in range(1, counted.calls + 1):
        for code in (errno.ENOSPC, errno.EACCES):
            reset()
            try:
                with failing(monkeypatch, number, code):
                    act()
            except OSError as error:
                failed += 1
                yield str(error.filename)
    assert failed > counted.calls, "so few of the changes matter that this proves nothing"


def test_publish_with_every_change_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the disk refuses, the old site stands untouched, and nothing lies beside it."""

    def reset() -> None:
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        publish_folder(tmp_path / "site", {"index.html": b"gammel"}, lambda _: None)

    reset()
    before = everything(tmp_path)
    for named in each(monkeypatch, lambda: publish_folder(tmp_path / "site", NEW, lambda _: None), reset):
        assert everything(tmp_path) == before
        assert Path(named).is_relative_to(tmp_path / "site") or named == str(tmp_path), "the sentence names the file"


def test_two_folders_change_names_at_one_stroke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system can, the site is never away; where it cannot, it is put in place in two steps."""
    for can in (True, False):
        if not can:
            monkeypatch.setattr(publish, "_exchanged", lambda *_: False)
        for text in (b"en", b"to"):
            publish_folder(tmp_path / "site", {"index.html": text}, lambda _: None)
            assert everything(tmp_path) == {"site": None, "site/.planlint-site": b"", "site/index.html": text}


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    """A folder on the way that nobody holds goes; one that is held, or has another name, stays."""
    for name in (".planlint-0123456789ab", ".planlint-ba9876543210", ".planlint-mine"):
        (tmp_path / name).mkdir()
    held = publish.hold(tmp_path / ".planlint-ba9876543210")
    publish_folder(tmp_path / "site", NEW, lambda _: None)
    os.close(held)
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".planlint-ba9876543210", ".planlint-mine"}


def test_a_first_site_with_every_change_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there was no site, there is none afterwards."""

    def reset() -> None:
        shutil.rmtree(tmp_path / "ny", ignore_errors=True)

    for _ in each(monkeypatch, lambda: publish_folder(tmp_path / "ny" / "site", NEW, lambda _: None), reset):
        assert set(everything(tmp_path)) <= {"ny"}


def test_one_file_with_every_change_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report, a baseline, an export: as it was, and nothing beside it."""
    file = tmp_path / "funn.json"
    for named in each(monkeypatch, lambda: write_bytes(file, b"ny"), lambda: file.write_bytes(b"gammel")):
        assert everything(tmp_path) == {"funn.json": b"gammel"}
        assert named == str(file)


def test_an_edit_with_every_change_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All files of an edit are written or none, whichever of its changes the disk refuses."""
    first = {"plans/a.yaml": b"en", "plans/b.yaml": b"to", "plans/d/e.yaml": b"tre"}
    then = {"plans/a.yaml": b"EN", "plans/b.yaml": None, "plans/c/ny.yaml": b"NY", "plans/d/e.yaml": b"TRE"}

    def reset() -> None:
        shutil.rmtree(tmp_path / "plans", ignore_errors=True)
        for name, data in first.items():
            write_bytes(tmp_path / name, data)

    reset()
    before = everything(tmp_path)
    with failing(monkeypatch, 0, 0) as counted:
        apply(tmp_path, then)
    after = everything(tmp_path)
    for number in range(1, counted.calls + 1):
        reset()
        try:
            with failing(monkeypatch, number, errno.ENOSPC):
                apply(tmp_path, then)
        except EditError:
            recover(tmp_path)
            left = everything(tmp_path)
            assert {name: data for name, data in left.items() if ".planlint" not in name} == before
        else:  # the change was made; what failed was the sweeping
            assert {name: data for name, data in everything(tmp_path).items() if ".planlint" not in name} == after


def test_a_disk_that_is_full_while_a_file_is_written(tmp_path: Path) -> None:
    """The real thing, as the system tells it: without a name. The sentence has one, and the exit code is 2."""
    root = fjordvik(tmp_path)
    assert run("build", "--date", DATE, cwd=root).returncode == 0
    before = everything(root)
    write(root, "planer/klima.yaml", PLAN)
    with_plan = everything(root / "plans")
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)); "
        "from planlint.__main__ import main; sys.argv = ['planlint', *sys.argv[1:]]; main()"
    )
    for words in (["build"], ["check", "--output", "sarif=funn.sarif"], ["check", "--output", "json=a/b/funn.json"]):
        done = subprocess.run(
            [sys.executable, "-c", limited, *words, "--date", DATE],
            cwd=root, capture_output=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 2, done.stderr
        assert done.stderr.startswith("planlint: Kan ikke skrive ")
        assert "/site/" in done.stderr or "funn." in done.stderr, "the sentence names the file"
        assert "None" not in done.stderr
        assert "Traceback" not in done.stderr
    assert everything(root / "plans") == with_plan
    assert {name: data for name, data in everything(root).items() if name.startswith("site")} == {
        name: data for name, data in before.items() if name.startswith("site")
    }
    assert {path.name for path in root.iterdir()} <= {"plans", "site", "a"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
@pytest.mark.parametrize("words", [["check"], ["rules"], ["--help"], ["list", "plan"], ["explain", "PL301"]])
def test_an_answer_that_there_is_no_room_for(tmp_path: Path, words: list[str]) -> None:
    """When what we print cannot be written, that is neither success nor findings."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "planlint", *words], cwd=fjordvik(tmp_path), stdout=full, stderr=subprocess.PIPE,
            encoding="utf-8", check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "planlint: Kan ikke skrive svaret: disken er full.\n"


@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "0<&- 1>&- 2>&-"])
def test_a_process_without_its_streams(tmp_path: Path, closed: str) -> None:
    """Started by something that gave it nowhere to write, it still judges, and its files do not take their place."""
    command = f'"{sys.executable}" -m planlint check --date {DATE} --output json=funn.json {closed}'
    done = subprocess.run(["sh", "-c", command], cwd=fjordvik(tmp_path), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert (tmp_path / "funn.json").read_text(encoding="utf-8").startswith("{")


WHERE = {
    "reading": "planlint.system.system.find_files",
    "judging": "planlint.check.engine.diagnose_steps",
    "drawing": "planlint.site.written_pages.draw_share",
    "writing": "planlint.exports.publish.put_file",
    "finishing": "planlint.site.search_index.command",
    "swapping": "planlint.exports.publish._swap",
}
STOPPING = """
import importlib, os, pathlib, signal, sys
name, number, *sys.argv[1:] = sys.argv[1:]
sys.argv[0] = "planlint"
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests in the background may have told us to ignore them
signal.signal(signal.SIGINT, signal.default_int_handler)
import planlint.check.run, planlint.site.build
module, _, function = name.rpartition(".")
place = importlib.import_module(module)
def stop(*args, **named):
    if function == "_swap":  # between the two names: the old site is away, the new one is not there yet
        rename = pathlib.Path.rename
        def first(self, target):
            pathlib.Path.rename = rename
            rename(self, target)
            os.kill(os.getpid(), int(number))
        pathlib.Path.rename = first
        place._exchanged = lambda *_: False  # as where the system cannot let two folders change names
        return original(*args, **named)
    os.kill(os.getpid(), int(number))
    return original(*args, **named)
original = getattr(place, function)
setattr(place, function, stop)
if function == "diagnose_steps":
    planlint.check.run.diagnose_steps = stop
from planlint.__main__ import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("where", WHERE)
def test_a_build_that_is_stopped(tmp_path: Path, where: str, number: signal.Signals) -> None:
    """At any point: the old site, nothing beside it, one word, and the exit code that shells give."""
    root = fjordvik(tmp_path)
    publish_folder(root / "site", {"index.html": b"gammel"}, lambda _: None)
    before = everything(root)
    done = subprocess.run(
        [sys.executable, "-c", STOPPING, WHERE[where], str(int(number)), "build", "--date", DATE],
        cwd=root, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stderr.strip()) == (128 + number, "planlint: Avbrutt.")
    assert everything(root) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("where", ["reading", "judging"])
def test_a_check_that_is_stopped(tmp_path: Path, where: str, number: signal.Signals) -> None:
    """It is neither clean (0) nor has it findings (1), and a report that was there before stands."""
    root = fjordvik(tmp_path)
    (root / "funn.json").write_text("gammel", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", STOPPING, WHERE[where], str(int(number)), "check", "--output", "json=funn.json"],
        cwd=root, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.strip()) == (128 + number, "", "planlint: Avbrutt.")
    assert (root / "funn.json").read_text(encoding="utf-8") == "gammel"


def test_a_signal_that_is_to_be_ignored_is(tmp_path: Path) -> None:
    """`nohup planlint build` goes on when the terminal is closed."""
    code = (
        "import os, signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); from planlint.cli.stopped import listen; "
        "listen(); os.kill(os.getpid(), signal.SIGHUP); print('lever')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, timeout=30)
    assert done.stdout == b"lever\n"


def test_two_builds_at_once(tmp_path: Path) -> None:
    """Both succeed, and what stands is one of the two, whole."""
    root = fjordvik(tmp_path)
    words = [sys.executable, "-m", "planlint", "build", "--format", "markdown,csv,json", "--date"]
    started = [
        subprocess.Popen([*words, f"2024-06-{day}"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for day in (15, 16, 17)
    ]
    ended = [(process.communicate(timeout=120)[1], process.returncode) for process in started]
    assert ended == [(b"", 0)] * 3
    whole = []
    for day in (15, 16, 17):
        run("build", "--format", "markdown,csv,json", "--date", f"2024-06-{day}", "--out", "alene", cwd=root)
        whole.append(everything(root / "alene"))
    assert everything(root / "site") in whole
    assert {path.name for path in root.iterdir()} == {"plans", "site", "alene"}


def test_many_that_put_a_site_in_place_at_once(tmp_path: Path) -> None:
    """However they come between each other, none fails, and nothing of any of them is left beside the site."""
    failed: list[BaseException] = []

    def often(who: int) -> None:
        try:
            for turn in range(60):
                publish_folder(tmp_path / "site", {f"{n}.html": b"%d" % who for n in range(5)}, lambda _: None)
                assert turn >= 0
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)

    threads = [threading.Thread(target=often, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert len({path.read_bytes() for path in (tmp_path / "site").glob("*.html")}) == 1


def test_a_site_that_is_a_link(tmp_path: Path) -> None:
    """What the link leads to becomes new; the link stays."""
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to("www")
    for text in (b"en", b"to"):
        publish_folder(tmp_path / "site", {"index.html": text}, lambda _: None)
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "www/index.html").read_bytes() == b"to"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "www"]


def test_a_name_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    """The hidden name that a file has on the way is never the one that is too long."""
    file = tmp_path / ("x" * 255)
    write_bytes(file, b"ny")
    assert everything(tmp_path) == {file.name: b"ny"}
