"""The living register: replaced in place is the same as read afresh, whatever is written."""

from __future__ import annotations

import os
import random
import tracemalloc
from collections import deque
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from support.helpers import FELLES, PLAN, fjordvik, write

from planlint.check import Report, Request, report_of
from planlint.living import Living, is_followed
from planlint.rules import RULES
from planlint.source import NotReadError, pick_files
from planlint.system import System, UsageError, open_system, something_to_read, system_of

DAY = date(2024, 6, 15)
EVENTS = int(os.environ.get("PLANLINT_EVENTS", "300"))
"""How many edits the random walk makes; `make deep` asks for thousands."""
STRAY = (
    '"',
    "[",
    "{",
    "}",
    ":",
    "\t",
    "&x",
    "#",
    "\x00",
    "🧭",
    "\ufeff",
    "- ",
    "  ",
    "\n",
    "æ",
    "avtrykk:",
    "format: 99\n",
    "\xff",
)
NEW = (
    "plans/planer/ny.yaml", "plans/mål/trygg-oppvekst.yaml", "plans/planer/NY.yaml", "plans/planer/ny.yml",
    "plans/løst.yaml", "plans/planer/ny.yaml.txt", "plans/avvik/pl201-ny.yaml", "plans/avvik.yaml",
    "plans/planer/con.yaml",
)  # fmt: skip
AVVIK = (
    "regel: PL201\ngjelder: plan/ny\ngrunn: Kjent\navtrykk: '0123456789ab'\n",
    "regel: PL201\ngrunn: Kjent\n",
    "avvik:\n  - regel: PL201\n    grunn: Kjent\n    gjelder: ['plan/x 012345678901']\n",
    "",
)


def afresh(living: Living) -> System:
    """Read the same files as if for the first time. Raises UsageError as opening a folder does."""
    contents = dict(living.contents)
    files = pick_files(contents)
    something_to_read(living.usable.root, files)
    return system_of(living.usable.root, files, contents, living.request.today)


def state(living: Living) -> tuple[Any, ...]:
    """Give all that is in memory, to be compared; or why there is none."""
    try:
        return said(living.system), living.report
    except UsageError as error:
        return (str(error),)


def fresh(living: Living) -> tuple[Any, ...]:
    """Give the same of the files read afresh."""
    try:
        system = afresh(living)
        return said(system), report_of(system, living.request)
    except UsageError as error:
        return (str(error),)


def said(system: System) -> tuple[Any, ...]:
    """Give what was read and linked."""
    loaded, linked = system.loaded, system.linked
    broken = {name: fields for name, fields in system.broken.items() if fields}
    return (
        system.contents, loaded.plansystem, loaded.avvik, loaded.lost_avvik, loaded.entities, loaded.opaque,
        loaded.names, loaded.findings, broken, linked.findings, linked.assumed, linked.missing, system.register is None,
    )  # fmt: skip


def event(  # noqa: PLR0911 - one for each kind of change
    chance: random.Random, living: Living, clean: dict[str, bytes]
) -> dict[str, bytes | OSError | None]:
    """Make one change as somebody who writes does: half a word, a line, a file that comes or goes, or all mended."""
    path = chance.choice([*clean, "plans/plansystem.yaml", "plans/plansystem.yaml"])
    raw = living.contents.get(path)
    text = raw if isinstance(raw, bytes) else clean.get(path, b"")
    match chance.randrange(9):
        case 0 | 1:
            at = chance.randrange(len(text) + 1)
            return {path: text[:at] + chance.choice(STRAY).encode() + text[at:]}
        case 2:
            return {path: text[: chance.randrange(len(text) + 1)]}
        case 3:
            rows = text.splitlines(keepends=True)
            chance.shuffle(rows)
            return {path: b"".join(rows[: chance.randrange(len(rows) + 1)])}
        case 4:
            return {chance.choice([path, *NEW]): None}
        case 5:
            new = chance.choice(NEW)
            return {new: chance.choice([*clean.values(), *(one.encode() for one in AVVIK)])}
        case 6:
            return {path: NotReadError("lenke"), chance.choice(NEW): None}
        case 7:
            return {path: text.replace(b"2", b"3", 1), **{one: None for one in NEW if chance.random() < 0.5}}
        case _:
            return {**dict.fromkeys(NEW), **clean}


def test_in_place_is_the_same_as_afresh() -> None:
    """After any row of edits, with broken and mended declarations, memory holds what a fresh check gives."""
    chance = random.Random(20)  # noqa: S311 - the same walk each time
    living = Living.open(FELLES, Request(DAY))
    clean = {path: raw for path, raw in living.contents.items() if isinstance(raw, bytes)}
    broken = 0
    for number in range(EVENTS):
        living.replace_all(event(chance, living, clean))
        if number % 2:
            with suppress(UsageError):
                assert said_of_form(living.early) == said_of_form(report_of(afresh(living), living.request)), number
                deque(living.judging(), maxlen=0)
        mine, new = state(living), fresh(living)
        assert mine == new, number
        broken += len(mine) == 1 or mine[1].unjudged != ""
        where = chance.choice([*clean])
        pointed = living.pointed(where, chance.randrange(1, 12), chance.randrange(1, 40))
        assert pointed is None or pointed.spot.span.line >= 1
    assert 0 < broken < EVENTS


def said_of_form(report: Report) -> set[tuple[Any, ...]]:
    """Give what a report says of form and references, and where."""
    every = (*report.findings, *report.known, *report.suppressed)
    return {
        (item.diagnostic.code, item.diagnostic.place.file, item.span)
        for item in every
        if item.diagnostic.code < "PL104" and RULES[item.diagnostic.code].check is None
    }


def test_what_needs_no_judging_is_told_first(tmp_path: Path) -> None:
    """A wrong value is told of at once, beside what the rules said last; then the rules' own is as of a fresh check."""
    write(fjordvik(tmp_path), "planer/ny.yaml", "tittel: Ny\ntype: strategi\nstatus: vedtatt\n")
    living, path = Living.open(tmp_path, Request(DAY)), "plans/planer/ny.yaml"
    before = {item.diagnostic.fingerprint for item in living.report.findings}
    living.replace(path, b"tittel: Ny\ntype: strategi\nstatus: vedtat\n")
    early = living.early
    codes = {item.diagnostic.code for item in early.findings if item.diagnostic.place.file == path}
    assert "PL006" in codes
    assert before <= {item.diagnostic.fingerprint for item in early.findings}
    assert "PL401" in codes
    deque(living.judging(), maxlen=0)
    assert living.early is living.report
    assert "PL401" not in {
        item.diagnostic.code for item in living.report.findings if item.diagnostic.place.file == path
    }
    assert state(living) == fresh(living)
    assert list(living.judging()) == []


def test_judging_gives_up_what_is_no_longer_so(tmp_path: Path) -> None:
    """A file changed between two steps: nothing is kept of what was judged, and what is judged next is right."""
    living = Living.open(fjordvik(tmp_path), Request(DAY))
    steps = living.judging()
    next(steps)
    living.replace("plans/planer/ny.yaml", PLAN.encode())
    assert list(steps) == []
    assert state(living) == fresh(living)
    steps = living.judging()
    living.replace("plans/planer/ny.yaml", None)
    deque(steps, maxlen=0)
    assert state(living) == fresh(living)


def test_memory_is_flat() -> None:
    """Nothing of what was there before is kept: the thousandth edit takes no more than the hundredth."""
    living = Living.open(FELLES, Request(DAY))
    path = next(path for path in living.contents if path.startswith("plans/planer/"))
    text = bytes(living.contents[path])  # type: ignore[arg-type]

    def write_some(number: int) -> None:
        for at in range(number):
            living.replace(path, text[: at % len(text)])
            assert living.found is not None
            living.pointed(path, 2, 3)
        living.replace(path, text)
        assert living.report.findings is not None

    write_some(60)
    tracemalloc.start()
    write_some(20)
    first = tracemalloc.get_traced_memory()[0]
    write_some(200)
    last = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert last < first + (1 << 20)


def test_what_is_unchanged_is_not_read_again(tmp_path: Path) -> None:
    """The files beside the one that changes, plansystem.yaml and the known findings are taken over as they are."""
    root = fjordvik(tmp_path)
    write(root, "avvik/pl201-x.yaml", AVVIK[0])
    living = Living.open(root, Request(DAY))
    before = living.system.loaded
    path, *_ = [path for path in living.contents if path.startswith("plans/planer/")]
    living.replace(path, bytes(living.contents[path]) + b"# ny\n")  # type: ignore[arg-type]
    after = living.system.loaded
    assert after.plansystem is before.plansystem
    assert [one.avvik for one in after.avvik] == [one.avvik for one in before.avvik]
    assert after.avvik[0] is before.avvik[0]
    both = [(one, after.entities[kind][id_]) for kind, those in before.entities.items() for id_, one in those.items()]
    assert [old.file for old, new in both if old is not new] == [path]


def test_what_changed_since_is_told_and_undone(tmp_path: Path) -> None:
    """A slip gives a finding since then, in another file too; taken back, nothing has changed."""
    living = Living.open(fjordvik(tmp_path), Request(DAY))
    before = living.seen
    goal = next(path for path in living.contents if path.endswith("trygg-oppvekst.yaml"))
    raw = living.contents[goal]
    living.replace(goal, None)
    change = living.changed_since(before)
    assert "PL102" in {item.code for item in change.new}
    assert {item.place.file for item in change.new} - {goal}
    living.replace(goal, raw)
    assert not living.changed_since(before)


def test_another_day_is_another_judgement(tmp_path: Path) -> None:
    """The same files on another day, or by other rules, are judged as a check of that day and those rules does."""
    root = fjordvik(tmp_path)
    living = Living.open(root, Request(DAY))
    later = Request(DAY + timedelta(days=365 * 20))
    living.at(later)
    assert living.report == report_of(open_system(root, later.today), later)
    less = Request(later.today, select=("PL3",))
    living.at(less)
    assert {item.code[:3] for item in living.found} == {"PL3"}
    living.at(less)
    assert living.report == report_of(open_system(root, later.today), less)


def test_a_newer_format_waits_until_it_is_mended(tmp_path: Path) -> None:
    """Files of a newer format make no plan system: what is changed meanwhile is there when it is mended."""
    living = Living.open(fjordvik(tmp_path), Request(DAY))
    declared = living.contents["plans/plansystem.yaml"]
    goal = next(path for path in living.contents if path.endswith("trygg-oppvekst.yaml"))
    living.replace("plans/plansystem.yaml", b"format: 99\n")
    with pytest.raises(UsageError):
        _ = living.report
    living.replace(goal, None)
    assert goal not in living.contents
    assert living.contents["plans/plansystem.yaml"] == b"format: 99\n"
    assert living.usable.register is not None
    living.replace("plans/plansystem.yaml", declared)
    assert goal not in living.system.contents
    assert state(living) == fresh(living)


def test_what_stands_at_a_place_names_what_it_points_to(tmp_path: Path) -> None:
    """A reference gives the entity it names, any other place the file's own, and a made-up id none."""
    living = Living.open(fjordvik(tmp_path), Request(DAY))
    path = "plans/planer/ny.yaml"
    text = "tittel: Ny\ntype: strategi\nforankring:\n  - mål: trygg-oppvekst\n  - plan: finnes-ikke\n"
    living.replace(path, text.encode())
    goal = living.pointed(path, 4, 12)
    assert goal
    assert goal.entity
    assert (goal.entity.entity, goal.reference and goal.reference.kind) == ("maal/trygg-oppvekst", "maal")
    unknown, own = living.pointed(path, 5, 12), living.pointed(path, 1, 3)
    assert unknown
    assert unknown.reference
    assert unknown.entity is None
    assert own
    assert own.reference is None
    declared = living.pointed(path, 2, 9)
    assert declared
    assert declared.reference
    assert declared.reference.kind == "plantype"
    assert living.pointed("plans/planer/finnes-ikke.yaml", 1, 1) is None


@pytest.mark.parametrize(
    ("path", "is_ours"),
    [("plans/planer/a.yaml", True), ("plans/.x/a.yaml", False), ("plans/a.txt", False), ("import/a.yaml", False)],
)
def test_which_files_are_a_plan_systems(path: str, is_ours: bool) -> None:
    """Only what a check would read is followed."""
    assert is_followed(path) is is_ours
