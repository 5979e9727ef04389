"""What planlint does needs neither `fork` nor slashes in paths: the same answers and files as on any other machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import windows
from support.helpers import DATE, PLAN, fjordvik, run, write


def as_windows(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run planlint without what only Unix has."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI"))}
    return subprocess.run(
        [sys.executable, windows.__file__, *args],
        cwd=cwd, capture_output=True, encoding="utf-8", check=False, timeout=120,
        env={**env, "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a plan system with a finding."""
    folder = fjordvik(tmp_path / "rot")
    write(folder, "planer/klima/klimastrategi.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("form", ["text", "json", "github", "markdown", "sarif", "gitlab", "junit"])
def test_the_same_findings_in_every_format(root: Path, form: str) -> None:
    """A path in a report has slashes, whatever the machine writes."""
    ours, theirs = (one("check", "--date", DATE, "--output", form, cwd=root) for one in (run, as_windows))
    assert theirs.stderr == ""
    assert theirs.returncode == ours.returncode == 1
    assert theirs.stdout.replace(str(root).replace("/", "\\\\"), str(root)) == ours.stdout
    assert "plans/planer/klima/klimastrategi.yaml" in theirs.stdout


def test_the_same_site(root: Path) -> None:
    """Every page and data file is the same bytes at the same place."""
    for one, out in ((run, "ett"), (as_windows, "to")):
        done = one("build", "--date", DATE, "--out", out, cwd=root)
        assert (done.returncode, done.stderr) == (0, "")
    ours, theirs = tree(root / "ett"), tree(root / "to")
    both = {name for name in (*ours, *theirs) if not name.startswith("pagefind/")}
    assert len(both) > 40
    assert [name for name in both if ours.get(name) != theirs.get(name)] == []


@pytest.mark.parametrize(
    "args",
    [
        ("set", "klimastrategi", "ansvarlig=miljoe", "--date", DATE),
        ("rename", "klimastrategi", "klimaplan", "--date", DATE),
        ("fix", "--date", DATE),
        ("avvik", "add", "--reason", "Ikke dokumentert i kilden.", "--date", DATE),
    ],
    ids=lambda args: args[0],
)
def test_the_same_edits(tmp_path: Path, root: Path, args: tuple[str, ...]) -> None:
    """What an editing command writes and says is the same, with locks or without."""
    other = fjordvik(tmp_path / "annen")
    write(other, "planer/klima/klimastrategi.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    ours, theirs = run(*args, cwd=root), as_windows(*args, cwd=other)
    assert (theirs.returncode, theirs.stdout, theirs.stderr) == (ours.returncode, ours.stdout, ours.stderr)
    assert ours.returncode == 0
    assert tree(other) == tree(root)


def test_a_new_municipality(tmp_path: Path) -> None:
    """`init` writes the same files, and what it wrote is without a finding."""
    for name, one in (("ett", run), ("to", as_windows)):
        (tmp_path / name).mkdir()
        done = one("init", "--name", "Fjordvik", "--number", "9999", "--date", "2026-11-21", cwd=tmp_path / name)
        assert (done.returncode, done.stderr) == (0, "")
    assert tree(tmp_path / "to") == tree(tmp_path / "ett")


def test_a_path_really_shows_backslashes() -> None:
    """The test above would notice a path that is written as the machine writes it."""
    shown = subprocess.run(
        [sys.executable, "-c", "import windows, pathlib; windows.take_away(); print(pathlib.Path('a') / 'b')"],
        cwd=Path(windows.__file__).parent, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert shown.stdout == "a\\b\n"
