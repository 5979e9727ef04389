"""Time planlint beside its peers, in one run, and print one table: `make bench`.

Whole processes, medians, peak memory and ratios. Absolute times depend on the machine, ratios much less. Everything is
made in a temporary folder and taken away. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import sysconfig
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from ratios import RATIOS
from rows import GROUPS, Wanted, of_none, of_size
from table import table
from timing import Row

SIZES = (100, 1_000, 10_000, 30_000, 100_000)


def _numbers(text: str) -> tuple[int, ...]:
    found = tuple(sorted({int(part) for part in text.split(",")}))
    if not found or found[0] < 1:
        message = "sizes are 1 or more"
        raise argparse.ArgumentTypeError(message)
    return found


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="numbers of files, with commas between")
    parser.add_argument("--runs", type=int, default=5, help="how many times (fewer for what is slow on many files)")
    parser.add_argument("--only", choices=GROUPS, action="append", help="only this; can be repeated")
    parser.add_argument("--without-peers", action="store_true", help="planlint alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run here, too")
    return parser.parse_args()


def _python() -> str:
    """Tell which Python, and how it was built: one that was optimised by what it ran is a tenth faster."""
    asked = str(sysconfig.get_config_var("CONFIG_ARGS") or "")
    how = " og ".join(name for flag, name in (("enable-optimizations", "PGO"), ("with-lto", "LTO")) if flag in asked)
    return f"{platform.python_version()} (bygd {f'med {how}' if how else 'uten PGO'}, {platform.python_compiler()})"


def machine() -> dict[str, str | int]:
    """Tell when and on what this is run."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    today = datetime.now(tz=UTC).astimezone().date().isoformat()
    return {"date": today, "cores": cores, "python": _python(), "system": platform.system()}


def measure(sizes: tuple[int, ...], wanted: Wanted, results: dict[tuple[str, int], Row]) -> None:
    """Time everything into `results`, so that what there is can be shown when somebody stops it."""
    with tempfile.TemporaryDirectory(prefix="planlint-bench-") as folder:
        results.update({(row.name, 0): row for row in of_none(Path(folder), wanted)})
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="planlint-bench-") as folder:
            results.update({(row.name, size): row for row in of_size(Path(folder), wanted, size)})


def as_json(results: dict[tuple[str, int], Row], sizes: tuple[int, ...]) -> str:
    """Give every run and every ratio for a machine to read."""
    rows = [
        {"name": name, "files": size, "seconds": row.seconds, "median": row.median, "kilobytes": row.kilobytes,
         "peaks": row.peaks, "problem": row.missing or row.failed}
        for (name, size), row in results.items()
    ]  # fmt: skip
    ratios = [
        {"name": one.name, "files": size, "value": one.of(results, size)} for one in RATIOS for size in (0, *sizes)
    ]
    return json.dumps({**machine(), "rows": rows, "ratios": ratios}, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Time, print the table, and say on what it was made."""
    asked = arguments()
    results: dict[tuple[str, int], Row] = {}
    try:
        measure(asked.sizes, Wanted(asked.runs, tuple(asked.only or GROUPS), not asked.without_peers), results)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped: this is what there is.\n")
    sys.stdout.write(table(results, asked.sizes))
    about = machine()
    sys.stdout.write(
        f"\nMålt {about['date']} på {about['cores']} kjerner, Python {about['python']}, {about['system']}. Hele "
        "prosesser; median av kjøringene, og det meste minnet én prosess har hatt (i parentes: hvert program for "
        "seg). –: ikke målt.\n"
    )
    if asked.json:
        asked.json.write_text(as_json(results, asked.sizes), encoding="utf-8")


if __name__ == "__main__":
    main()
