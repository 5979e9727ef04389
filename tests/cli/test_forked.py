"""The copy of a process that tests run planlint in says what a process that is started says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every run is a process that is started")
@pytest.mark.parametrize(
    "words",
    [
        ("check", "--date", DATE),
        ("check", "--date", DATE, "--output", "sarif", "--lang", "en"),
        ("chekc",),
        ("show", "æøå"),
        ("list", "plan", "--date", "i går"),
        ("set", "klima", "tittel=Ny", "--date", DATE),
        ("--version",),
    ],
    ids=lambda words: words[0],
)
def test_a_copy_says_what_a_process_says(tmp_path: Path, words: tuple[str, ...]) -> None:
    """The same words, in the same stream, with the same exit code, and the same file afterwards."""
    seen = []
    for folder, env in (("started", {"PYTHONUTF8": "1"}), ("copied", None)):
        root = fjordvik(tmp_path / folder)
        file = write(root, "planer/klima.yaml", PLAN.replace("til: 2030", "til: 2023"))
        done = run(*words, cwd=root, env=env)
        seen.append((done.returncode, done.stdout, done.stderr, file.read_bytes()))
    assert seen[0] == seen[1]
