"""What is timed: planlint's commands and their peers, group by group, on a plan system of each size."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import editing
import peers
import workspace
from timing import Row, environment, forget, program, run_in_turn

ROOT = Path(__file__).parents[2]
DATE = ("--date", "2024-06-15")
FIRST, CHECK, DIFF, BUILD = (
    "planlint check, første gang",
    "planlint check",
    "planlint diff, 1 % endret",
    "planlint build",
)
COVERAGE, BAERUM = "planlint coverage", "planlint check av Bærum (460 filer)"
PYTHON, CLICK, HELP, OURS = "python -c pass", "tom click-kommando", "planlint --help", "planlint check av plans/"
OF_BAERUM = ", Bærum"
IN_LANGUAGE = {code: f"planlint check fra hjulet, {code}" for code in ("nb", "nn", "en")}
LARGEST = {BUILD: 10_000, peers.DOORSTOP: 1_000, editing.PAGE: 10_000, IN_LANGUAGE["nb"]: 1_000}
"""The most files that what takes long is tried with."""
GROUPS = ("check", "diff", "coverage", "site", "edit", "language", "start", "baerum")
ALONE = {30_000: ("coverage",)}
"""What alone is timed at a size: the others say no more there than at the sizes on both sides."""
KEYS, SAVES = 20, 6
EMPTY = "import click\n\n\n@click.command()\ndef main() -> None:\n    pass\n\n\nmain()\n"
_WORK = 30_000
"""About so many files are gone through, by what is slow, before it has been timed often enough."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user wants timed."""

    runs: int
    groups: tuple[str, ...]
    peers: bool


def _run(rows: list[Row], wanted: Wanted, files: int) -> list[Row]:
    runs = min(wanted.runs, 3) if files > _WORK else wanted.runs
    run_in_turn(rows, runs, slow_runs=max(1, min(runs, _WORK // files)))
    return rows


def _judging(folder: Path, wanted: Wanted, files: int) -> Iterator[Row]:
    """Check, and compare two revisions: of the whole plan system, as the peers do."""
    root, planlint = folder / "system", program("planlint")
    check = [planlint, "check", *DATE]
    rows = []
    if "check" in wanted.groups:
        rows += [Row(FIRST, [check], root, before=partial(forget, root / "plans"))]
    if {"check", "diff"} & {*wanted.groups}:
        rows += [Row(CHECK, [check], root)]
    if "diff" in wanted.groups:
        rows += [Row(DIFF, [[planlint, "diff", "main", "endring", *DATE]], root)]
    if "coverage" in wanted.groups:
        rows += [Row(COVERAGE, [[planlint, "coverage", *DATE]], root)]
    if "check" in wanted.groups and wanted.peers:
        rows += peers.linters(root)
        if files <= LARGEST[peers.DOORSTOP]:
            rows.append(peers.doorstop(folder / "doorstop"))
            if not rows[-1].missing:
                workspace.doorstop_items(root, folder / "doorstop")
    yield from _run(rows, wanted, files)


def _site(folder: Path, wanted: Wanted, files: int, name: str = "") -> Iterator[Row]:
    """Build the site once to count its pages; then in turn with those that make as many of the same texts."""
    root, out = folder / "system", folder / "site"
    command = [program("planlint"), "build", *DATE, "--out", str(out)]
    build = Row(f"{BUILD}{name}", [command], root, slow=True, whose=True)
    build.before = partial(shutil.rmtree, out, ignore_errors=True)
    rows = [build]
    if wanted.peers:
        subprocess.run(command, cwd=root, env=environment(), check=True, capture_output=True)
        workspace.site_projects(root, folder / "sites", sum(1 for _ in out.rglob("*.html")))
        rows += peers.sites(folder / "sites")
        for row in rows[1:]:
            row.name = f"{row.name}{name}"
    yield from _run(rows, wanted, files)


def _editing(root: Path, name: str = "") -> Iterator[Row]:
    """Edit a plan in `serve` and in `lsp`."""
    for row in (*editing.serve(root, SAVES), editing.lsp(root, KEYS)):
        row.name = f"{row.name}{name}"
        yield row


def _languages(folder: Path, wanted: Wanted, files: int) -> Iterator[Row]:
    """Check in each language, from a wheel: there the catalogues are compiled, as where planlint is installed."""
    wheel = workspace.wheel(folder / "wheel")
    rows = [
        Row(name, [[sys.executable, "-m", "planlint", "check", *DATE, "--lang", code]], folder / "system", path=wheel)
        for code, name in IN_LANGUAGE.items()
    ]
    yield from _run(rows, Wanted(wanted.runs * 3, wanted.groups, wanted.peers), files)


def of_size(folder: Path, wanted: Wanted, files: int) -> Iterator[Row]:
    """Yield what is timed with a plan system of so many files, made in the folder."""
    alone = ALONE.get(files, wanted.groups)
    wanted = Wanted(wanted.runs, tuple(group for group in wanted.groups if group in alone), wanted.peers)
    workspace.plan_system(folder / "system", files)
    yield from _judging(folder, wanted, files)
    if "site" in wanted.groups and files <= LARGEST[BUILD]:
        yield from _site(folder, wanted, files)
    if "edit" in wanted.groups and files <= LARGEST[editing.PAGE]:
        yield from _editing(folder / "system")
    if "language" in wanted.groups and files <= LARGEST[IN_LANGUAGE["nb"]]:
        yield from _languages(folder, wanted, files)


def of_none(folder: Path, wanted: Wanted) -> Iterator[Row]:
    """Yield what is the same for every size: what it costs to start, and Bærum's plans, now and then."""
    if "start" in wanted.groups:
        yield from _starting(folder, wanted)
    if "baerum" in wanted.groups:
        yield from _baerum(folder, wanted)


def _baerum(folder: Path, wanted: Wanted) -> Iterator[Row]:
    """Check, build and edit Bærum's plan system as it was when the aims were set."""
    root = folder / "system"
    there = workspace.baerum(root)
    row = Row(BAERUM, [[program("planlint"), "check", *DATE]], root, accepted=(0, 1))
    row.missing = "" if there else "mangler i historien"
    run_in_turn([row], wanted.runs * 3)
    yield row
    if there and "site" in wanted.groups:
        yield from _site(folder, wanted, 460, OF_BAERUM)
    if there and "edit" in wanted.groups:
        yield from _editing(root, OF_BAERUM)


def _starting(folder: Path, wanted: Wanted) -> Iterator[Row]:
    """Time what starts and does nothing, and a check of this repository's own plans."""
    planlint, empty = program("planlint"), folder / "tom.py"
    empty.write_text(EMPTY, encoding="utf-8")
    rows = [
        Row(PYTHON, [[sys.executable, "-c", "pass"]], ROOT),
        Row(CLICK, [[sys.executable, str(empty), "--help"]], ROOT),
        Row(HELP, [[planlint, "--help"]], ROOT),
        Row(OURS, [[planlint, "check", "--date", "2026-11-21"]], ROOT, accepted=(0, 1)),
    ]
    run_in_turn(rows, wanted.runs * 3)  # these are short, and uneven
    yield from rows
