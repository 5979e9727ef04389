"""Time planlint beside yamllint and check-jsonschema on the same files, in the same run, and print one table.

Whole processes, medians, and ratios: absolute times depend on the machine, ratios much less. Nothing is asserted.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import generate

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
DATE = "2024-06-15"
KINDS = {"planer": "plan", "maal": "maal", "indikatorer": "indikator", "tiltak": "tiltak"}


def timed(commands: list[list[str]], runs: int, cwd: Path) -> tuple[float, float]:
    """Run commands one after the other, so many times; give the median of the sums in seconds and peak memory in MB."""
    sums = []
    for _ in range(runs):
        start = time.perf_counter()
        for command in commands:
            subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        sums.append(time.perf_counter() - start)
    return statistics.median(sums), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def peers(root: Path) -> dict[str, list[list[str]]]:
    """Give the commands of each tool for a plan system."""
    schema = []
    for folder, kind in KINDS.items():
        files = sorted(str(path) for path in (root / "plans" / folder).rglob("*.yaml"))
        schema.append([str(BIN / "check-jsonschema"), "--schemafile", str(ROOT / "schema" / f"{kind}.json"), *files])
    return {
        "planlint check": [[str(BIN / "planlint"), "check", "--date", DATE]],
        "planlint check --select PL0,PL1,PL2,PL3,PL4": [
            [str(BIN / "planlint"), "check", "--date", DATE, "--select", "PL0,PL1,PL2,PL3,PL4"]
        ],
        "yamllint": [[str(BIN / "yamllint"), "-d", "relaxed", "plans"]],
        "check-jsonschema": schema,
    }


def compare(files: int, runs: int) -> None:
    """Print one table for a plan system of so many files."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        generate(root, files)
        count = sum(1 for _ in root.rglob("*.yaml"))
        print(f"\n{count} files\n{'':<46}{'median s':>9}  {'ms a file':>9}  {'of both':>8}")  # noqa: T201 - the table is the point
        times = {name: timed(commands, runs, root)[0] for name, commands in peers(root).items()}
        both = times["yamllint"] + times["check-jsonschema"]
        for name, seconds in {**times, "yamllint + check-jsonschema": both}.items():
            print(f"{name:<46}{seconds:>9.2f}  {1000 * seconds / count:>9.3f}  {seconds / both:>8.3f}")  # noqa: T201 - as above


def start_up() -> None:
    """Print what starting costs, and checking the plans of this checkout."""
    print(f"\n{'':<46}{'median s':>9}")  # noqa: T201 - as above
    for name, command in {
        "python -c pass": [sys.executable, "-c", "pass"],
        "planlint --help": [str(BIN / "planlint"), "--help"],
        "planlint check (plans/)": [str(BIN / "planlint"), "check", "--date", "2026-11-21"],
    }.items():
        print(f"{name:<46}{timed([command], 9, ROOT)[0]:>9.3f}")  # noqa: T201 - as above


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    start_up()
    for size, repeats in ((1_000, 3), (10_000, 1)):
        compare(size, repeats)
