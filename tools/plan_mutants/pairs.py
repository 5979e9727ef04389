"""Lay two rules' bad examples over each other, and see whether planlint says of both what it says of each.

    python tools/plan_mutants/pairs.py [--most N] [--seed N]

What one fault makes planlint say must not hide or multiply what another one does, when they have nothing to do with
each other: the examples of a pair are of one day, and share no file. What is more or less than the two together is
printed, to be judged: two plans may well overlap, or a goal of one be followed up by the other.
"""

from __future__ import annotations

import argparse
import random
import sys
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from planlint.check import Request, diagnostics
from planlint.output.examples import DEFAULT_DATE, lay_out
from planlint.system import system_of

sys.path.insert(0, str(Path(__file__).parents[1]))
from plan_mutants.run import key, source_file

RULES = Path(__file__).parents[2] / "tests" / "rules"
Files = dict[str, bytes]
Said = frozenset[tuple[str, str, str, str]]


def laid(example: Path) -> Files:
    """Give the files of an example laid over the shared plan system, by path."""
    with TemporaryDirectory() as folder:
        lay_out(example, Path(folder))
        found = sorted((Path(folder) / "plans").rglob("*.y*ml"))
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def said(files: Files, day: date) -> Said:
    """Give what planlint says of some files."""
    system = system_of(Path(), [source_file(path) for path in sorted(files)], files, day)
    return frozenset(key(item) for item in diagnostics(system, Request(day)) if item.status == "new")


def simple() -> dict[str, tuple[date, Files]]:
    """Give what the bad examples change of the shared plan system, by name: those that only add or change entities."""
    shared = laid(RULES / "felles" / "ingen")
    found = {}
    for example in sorted(RULES.glob("PL*/bad-*")):
        if (example / "base").exists() or not (example / "plans").is_dir():
            continue
        files = laid(example)
        own = {path: raw for path, raw in files.items() if shared.get(path) != raw}
        if shared.keys() <= files.keys() and "plans/plansystem.yaml" not in own:
            day = example / "date"
            told = day.read_text(encoding="utf-8").strip() if day.exists() else DEFAULT_DATE
            found[f"{example.parent.name} {example.name}"] = (date.fromisoformat(told), own)
    return found


def main(arguments: list[str]) -> None:
    """Try pairs, and print those that do not add up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    shared, found = laid(RULES / "felles" / "ingen"), simple()
    alone = {name: said(shared | own, day) for name, (day, own) in found.items()}
    pairs = [
        (one, other)
        for one, other in combinations(found, 2)
        if one[:5] != other[:5]
        and found[one][0] == found[other][0]
        and found[one][1].keys().isdisjoint(found[other][1])
    ]
    drawn = random.Random(asked.seed).sample(pairs, min(asked.most, len(pairs)))  # noqa: S311 - a sample, not a secret
    odd = 0
    for one, other in drawn:
        together = said(shared | found[one][1] | found[other][1], found[one][0])
        more, less = together - alone[one] - alone[other], (alone[one] | alone[other]) - together
        if more or less:
            odd += 1
            told = [" ".join(item[:3]).strip() for item in sorted(more)], [" ".join(item[:3]) for item in sorted(less)]
            sys.stdout.write(f"{one} + {other}\tmore: {', '.join(told[0])}\tless: {', '.join(told[1])}\n")
    sys.stdout.write(f"{len(found)} examples, {len(pairs)} pairs, {len(drawn)} tried, {odd} do not add up\n")


if __name__ == "__main__":
    main(sys.argv[1:])
