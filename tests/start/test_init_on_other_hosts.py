"""`planlint init --host`: the file that the host reads, and none that only GitHub does."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import run

from planlint.start import OTHERS

ROOT = Path(__file__).parents[2]
WHO = ("--name", "Fjordvik", "--number", "9999", "--date", "2024-06-15")


@pytest.mark.parametrize("host", OTHERS)
def test_the_host_gets_its_own_file(tmp_path: Path, host: str) -> None:
    """The whole set-up as the example has it; the plan system passes its check, and what to write is told."""
    done = run("init", ".", *WHO, "--host", host, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    place, example = OTHERS[host]
    assert (tmp_path / place).read_bytes() == (ROOT / "examples" / example).read_bytes()
    assert f"Skriv hvor planlint ligger i {place}" in done.stdout + done.stderr
    assert "GitHub" not in done.stdout + done.stderr
    kept = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / ".github").rglob("*") if path.is_file()}
    assert kept == {".github/CONTRIBUTING.md"}
    assert run("check", "--date", "2024-06-15", cwd=tmp_path).returncode == 0


def test_github_is_what_it_was(tmp_path: Path) -> None:
    """Without the option, and with it, the files of GitHub are there and no other host's."""
    for folder, option in (("a", ()), ("b", ("--host", "github"))):
        assert run("init", folder, *WHO, *option, cwd=tmp_path).returncode == 0
    made = [
        {path.relative_to(tmp_path / folder).as_posix(): path.read_bytes()
         for path in (tmp_path / folder).rglob("*") if path.is_file()}
        for folder in "ab"
    ]  # fmt: skip
    assert made[0] == made[1]
    assert ".github/workflows/plansystem.yml" in made[0]
    assert not {place for place, _ in OTHERS.values()} & made[0].keys()


def test_a_host_that_nobody_knows(tmp_path: Path) -> None:
    """A slip of the pen is told with those that there are, and nothing is written."""
    done = run("init", ".", *WHO, "--host", "gitlap", cwd=tmp_path)
    assert done.returncode == 2
    assert "gitlab" in done.stderr
    assert list(tmp_path.iterdir()) == []
