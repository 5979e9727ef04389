"""Change one thing at a time in a plan system, and see what planlint says: a crash, nothing, one finding, or a crowd.

    python tools/plan_mutants/run.py [--root MAPPE] [--date DAG] [--most N] [--seed N] [--rows FIL]

Each kind of change is tried in every place it fits, or in a sample of them drawn by the seed; the same seed gives the
same changes. The table that is printed has a row for each kind: how many were tried, how many were met with no new
finding, with one, two or more, and how many crashed. `--rows` writes a line for each change, to be judged by hand.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from planlint.check import Request, diagnostics
from planlint.source import SourceFile, entity_of
from planlint.system import Unchanged, open_system, system_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base import Diagnostic
    from planlint.system import System

sys.path.insert(0, str(Path(__file__).parents[1]))
from plan_mutants.changes import CHANGES, Change, World
from plan_mutants.involvement import INVOLVEMENT

Key = tuple[str, str, str, str]


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - yaml's signature
        return True


def dumped(data: Any) -> bytes:
    """Give data as a YAML file."""
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000).encode()


def source_file(path: str) -> SourceFile:
    """Give a file as planlint finds it, by its path."""
    kind, slash, _ = entity_of(path).rpartition("/")
    return SourceFile(path, kind if slash and "/" not in kind and kind != "plans" else "")


def key(item: Diagnostic) -> Key:
    """Give what makes a finding the same before and after a change: its place in the file is not."""
    return item.code, item.entity, item.finding.variant, item.finding.key


@dataclass
class Judge:
    """A plan system that has been read once, and is judged again with some files changed."""

    root: Path
    today: date
    before: System
    known: frozenset[Key] = frozenset()

    def judge(self, changed: dict[str, bytes | None]) -> list[Diagnostic]:
        """Give the findings with files replaced, added or (None) taken away."""
        contents = {path: raw for path, raw in self.before.contents.items() if changed.get(path, b"") is not None}
        contents |= {path: raw for path, raw in changed.items() if raw is not None}
        shared = {
            entity.file: entity
            for those in self.before.loaded.entities.values()
            for entity in those.values()
            if entity.file not in changed
        }
        files = [source_file(path) for path in sorted(contents)]
        system = system_of(self.root, files, contents, self.today, Unchanged(entities=shared))
        return diagnostics(system, Request(self.today))

    def news(self, changed: dict[str, bytes | None]) -> tuple[list[Key], list[Key]]:
        """Give what is found with a change and was not before, and what is gone.

        What is found in a copy of a file, or in a file with a new name, was there before when the file has it.
        """
        found = [key(item) for item in self.judge(changed) if item.status == "new"]
        names = {
            entity_of(new): entity_of(old)
            for new, raw in changed.items()
            for old in self.before.contents
            if raw is not None and new not in self.before.contents and self.before.contents[old] == raw
        }
        new = [one for one in found if (one[0], names.get(one[1], one[1]), *one[2:]) not in self.known]
        return new, sorted(self.known - set(found))


def first(root: Path, today: date) -> tuple[Judge, World]:
    """Read a plan system, write every file anew as plain YAML, and judge it: what is found then is known."""
    system = open_system(root, today)
    texts = {path: raw for path, raw in sorted(system.contents.items()) if isinstance(raw, bytes)}
    data = {path: yaml.load(raw, Loader=yaml.CSafeLoader) for path, raw in texts.items()}
    contents = {path: dumped(one) for path, one in data.items()}
    again = system_of(root, [source_file(path) for path in contents], contents, today)
    judge = Judge(root, today, again)
    judge.known = frozenset(key(item) for item in judge.judge({}) if item.status == "new")
    return judge, World(data, today)


def tries(world: World, most: int, seed: int) -> Iterator[tuple[str, Change]]:
    """Yield the changes to try: of each kind at most so many, drawn by the seed, in the order of the files."""
    for name, kind in (CHANGES | INVOLVEMENT).items():
        found = list(kind(world))
        draw = random.Random(f"{seed} {name}")  # noqa: S311 - a sample, not a secret
        chosen = sorted(draw.sample(range(len(found)), min(most, len(found))))
        yield from ((name, found[at]) for at in chosen)


def outcome(judge: Judge, world: World, change: Change) -> tuple[str, list[Key], list[Key]]:
    """Give what became of a change: «crash …», or how many new findings, and the findings new and gone."""
    files = {path: None if data is None else dumped(data) for path, data in change.files(world).items()}
    try:
        new, gone = judge.news(files)
    except Exception as error:  # noqa: BLE001 - what this tool is here to find
        return f"crash {error!r}", [], []
    return str(len(new)), new, gone


def told(keys: Iterable[Key]) -> str:
    """Give findings in short: «PL202 plan/a, PL203 plan/b»."""
    return ", ".join(f"{code}{':' + variant if variant else ''} {entity}" for code, entity, variant, _ in keys)


def main(arguments: list[str]) -> None:
    """Try the changes and print the table; leave with 1 where one crashed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--date", type=date.fromisoformat, default=date(2026, 11, 21))
    parser.add_argument("--most", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=Path)
    asked = parser.parse_args(arguments)
    judge, world = first(asked.root, asked.date)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with (asked.rows or Path(os.devnull)).open("w", encoding="utf-8", buffering=1) as rows:
        for name, change in tries(world, asked.most, asked.seed):
            word, new, gone = outcome(judge, world, change)
            counts[name][column(word)] += 1
            rows.write(f"{name}\t{change}\t{word}\t{told(new)}\t{told(gone)}\n")
    sys.stdout.write(table(counts))
    sys.exit(any(those["crash"] for those in counts.values()))


COLUMNS = ("crash", "0", "1", "2", "more")


def column(word: str) -> str:
    """Give the column of the table that an outcome is counted in."""
    return "crash" if word.startswith("crash") else word if word in COLUMNS else "more"


def table(counts: dict[str, Counter[str]]) -> str:
    """Give the table as text: a row for each kind, and the sum."""
    total = sum(counts.values(), Counter[str]())
    lines = [f"{'kind':<34}{'tried':>7}" + "".join(f"{name:>7}" for name in COLUMNS)]
    for name, those in [*counts.items(), ("all", total)]:
        lines.append(f"{name:<34}{those.total():>7}" + "".join(f"{those[one]:>7}" for one in COLUMNS))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
