"""Two processes read what one would have read: the same report, whatever happens to the other process."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from helpers import DATE, PLAN, fjordvik, write

from planlint.api import check
from planlint.output import render
from planlint.source import ahead

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
    monkeypatch.setattr(ahead, "WORTHWHILE", 2)
    monkeypatch.setattr(ahead, "can_fork", lambda: True)
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
    monkeypatch.setattr(ahead, "WORTHWHILE", 2)
    monkeypatch.setattr(ahead, "can_fork", lambda: True)
    monkeypatch.setattr(ahead.marshal, "dumps", lambda _: last_words)
    assert told(root) == alone


def test_few_files_need_no_second_process(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A municipality's few hundred files are read by one process."""
    monkeypatch.setattr(ahead.Ahead, "_start", lambda *_: pytest.fail("a second process was begun"))
    assert told(root)
