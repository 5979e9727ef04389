"""Print how time grows from n to four times as much: every rule, suggestions, patterns, and whole commands.

    python tools/growth/run.py [--larger N]

A row for each, in milliseconds of processor time, what grows too fast first; exit code 1 where something takes more
than five times as long. `--larger` begins with larger inputs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from growth import patterns, rules, shapes
from growth.clock import Growth


def main() -> int:
    """Measure, print, and give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--larger", type=int, default=4)
    larger = parser.parse_args().larger
    found: list[Growth] = [*rules.every(16, 32 * larger), *patterns.every(larger)]
    found += [shapes.of_case(name, larger) for name in shapes.cases()]
    print(f"{'':40} {'n':>7} {'ms ved n':>10} {'ms ved 4n':>10} {'ganger':>6}")  # noqa: T201 - the table is the answer
    for row in sorted(found, key=lambda one: (not one.too_much, -one.large)):
        print(row, "for mye" if row.too_much else "")  # noqa: T201 - as above
    return any(row.too_much for row in found)


if __name__ == "__main__":
    sys.exit(main())
