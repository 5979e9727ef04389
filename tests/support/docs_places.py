"""The places where the manual's commands are run: each made anew in a folder of the test's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAY = "2026-11-21"
ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "En planlegger",
    "GIT_AUTHOR_EMAIL": "planlegger@eksempel.kommune.no",
    "GIT_COMMITTER_NAME": "En planlegger",
    "GIT_COMMITTER_EMAIL": "planlegger@eksempel.kommune.no",
    "GIT_AUTHOR_DATE": "2026-11-20T12:00:00+0100",
    "GIT_COMMITTER_DATE": "2026-11-20T12:00:00+0100",
}


def environment(tmp_path: Path) -> dict[str, str]:
    """Give what a reader of the manual has: planlint on the path, a day that stands still, and a home of one's own."""
    program = tmp_path / "bin/planlint"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_"))}
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return {**kept, **ALONE, "PATH": path, "PLANLINT_DATE": DAY, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}


def _run(folder: Path, env: dict[str, str], *commands: str) -> None:
    for command in commands:
        subprocess.run(["bash", "-c", command], cwd=folder, env=env, check=True, capture_output=True, timeout=120)


COMMIT = ("git init -q -b main", "git add -A", "git commit -q -m Start")


def _empty(folder: Path, env: dict[str, str]) -> Path:  # noqa: ARG001 - all places are asked the same way
    return folder


def _new(folder: Path, env: dict[str, str]) -> Path:
    _run(folder, env, "planlint init fjordvik --name Fjordvik --number 9999")
    _run(folder / "fjordvik", env, *COMMIT)
    return folder / "fjordvik"


def _older(folder: Path, env: dict[str, str]) -> Path:
    """A new municipality whose files do not say their format: they are in the first one."""
    _new(folder, env).rename(folder / "eldre")
    file = folder / "eldre" / "plans" / "plansystem.yaml"
    file.write_text(re.sub(r"(?m)^format: \d+\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    return folder / "eldre"


def _baerum(folder: Path, env: dict[str, str]) -> Path:
    for name in ("plans", "schema", "templates"):
        shutil.copytree(ROOT / name, folder / "baerum" / name)
    _run(folder / "baerum", env, *COMMIT)
    return folder / "baerum"


def _many(folder: Path, env: dict[str, str]) -> Path:
    for name, number in (("Fjordvik", "9999"), ("Skogvik", "9998")):
        _run(folder, env, f"planlint init kommuner/{name.lower()} --name {name} --number {number}")
    return folder


# By the name that a page uses.
PLACES = {"tom": _empty, "fjordvik": _new, "eldre": _older, "baerum": _baerum, "mange": _many}
