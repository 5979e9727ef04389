"""Time `planlint diff` beside git itself and beside a full check of the same files, in the same run.

`python tests/benchmarks/diff.py [FILES]`; twenty plans are changed. Whole processes, medians, and ratios. Nothing is
asserted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import generate

BIN = Path(sys.executable).parent
DATE = "2024-06-15"
RUNS = 7
WHO = ("-c", "user.name=x", "-c", "user.email=x@example.com")


def git(root: Path, *args: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", *WHO, *args], cwd=root, check=True, capture_output=True)


def lay_out(root: Path, files: int) -> None:
    """Make a plan system, commit it, and change twenty plans on a branch and a few more on disk."""
    generate(root, files)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "a")
    for number in range(20):
        file = root / "plans" / "planer" / f"b{number}" / f"plan-{number}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("status: vedtatt", "status: under_revisjon"), "utf-8")
    git(root, "checkout", "-q", "-b", "endring")
    git(root, "commit", "-q", "-a", "-m", "b")


def timed(commands: dict[str, list[str]], root: Path) -> dict[str, list[float]]:
    """Run the commands in turn, so many times over, so that what else the machine does strikes them alike."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            found[name].append(time.perf_counter() - start)
    return found


def main(files: int) -> None:
    """Print medians, the best run, and the ratio to a check."""
    planlint = str(BIN / "planlint")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lay_out(root, files)
        commands = {
            "git diff --stat main": ["git", "diff", "--stat", "main"],
            "planlint check": [planlint, "check", "--date", DATE],
            "planlint diff main": [planlint, "diff", "main", "--date", DATE],
            "planlint diff main endring": [planlint, "diff", "main", "endring", "--date", DATE],
            "planlint diff HEAD (no change)": [planlint, "diff", "HEAD", "--date", DATE],
        }
        times = timed(commands, root)
        check = statistics.median(times["planlint check"])
        sys.stdout.write(f"{files} files\n{'':<34}{'median s':>9}{'best s':>9}{'of a check':>12}\n")
        for name, seconds in times.items():
            middle = statistics.median(seconds)
            sys.stdout.write(f"{name:<34}{middle:>9.2f}{min(seconds):>9.2f}{middle / check:>12.2f}\n")


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
