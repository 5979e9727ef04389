"""Small tools for tests: a plan system to work on, and the command line run as a user runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from support.forked import run_forked

from planlint.check.report import Report
from planlint.check.request import Request
from planlint.check.run import check as the_check

FELLES = Path(__file__).parents[1] / "rules" / "felles"
DATE = "2024-06-15"


def fjordvik(target: Path) -> Path:
    """Lay out the small clean plan system in a folder; give the folder."""
    shutil.copytree(FELLES, target, dirs_exist_ok=True)
    return target


def write(root: Path, path: str, text: str) -> Path:
    """Write a file under plans/."""
    file = root / "plans" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def check(root: Path, day: date, **asked: Any) -> Report:
    """Check a plan system by the door that a user goes in by; `asked` is the rest of a `Request`."""
    return the_check(root, Request(day, **asked)).report


def found(root: Path, code: str, files: Mapping[str, str], day: str = DATE) -> list[tuple[str, str]]:
    """Give entity and variant of what one rule finds when Fjordvik has these files too (by path under plans/)."""
    fjordvik(root)
    for path, text in files.items():
        write(root, path, text)
    report = check(root, date.fromisoformat(day), select=(code,))
    return [(item.diagnostic.entity, item.diagnostic.finding.variant) for item in report.findings]


def run(*args: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run planlint as a process, without colours and without a clock of its own to read.

    It is a copy of one that has planlint loaded already (`forked`), but where a test has something to say of what it is
    started with.
    """
    ours = ("NO_COLOR", "FORCE_COLOR", "PLANLINT_DEBUG", "GITHUB_", "CI")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    if env is None and sys.platform == "linux":
        return run_forked(args, cwd, clean)
    return subprocess.run(
        [sys.executable, "-m", "planlint", *args],
        cwd=cwd, capture_output=True, encoding="utf-8", check=False, env={**clean, **(env or {})}, timeout=120,
    )  # fmt: skip


PLAN = """\
tittel: Klimastrategi for Fjordvik
type: strategi
status: vedtatt
sammendrag: Strategien viser hvordan Fjordvik skal kutte utslipp.
periode: {fra: 2022, til: 2030}
hendelser:
  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}
ansvarlig: miljoe
forankring: [trygg-oppvekst]
kilder: [{kilde: plandokument}]
"""
