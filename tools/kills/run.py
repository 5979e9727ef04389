"""Kill planlint at random moments while it writes: the files are the old ones or the new ones, always.

    python tools/kills/run.py [--kills N] [--seed N]

A plan system is made by `planlint init`, with plans enough that a change touches many files. Each of four commands
(rename, omforanke, import, build) is run in a process of its own and killed (SIGKILL): at a moment drawn from how long
the command takes, some time after its first trace on disk, or within milliseconds of the journal that says that files
are being put in place. Then

- every file of plans/ is whole: the old one or the new one;
- the next command that edits, also one that is refused, leaves all of them old or all of them new, and nothing else;
- the site is all of the old one or all of the new one, at once, and the next build leaves nothing beside it.

The seed draws the moments, but no machine is as fast twice: the figures differ a little from run to run.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.cli import planlint
from planlint.start.example import example_files
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = "2026-11-29"
PLANS = 40
"""How many plans a change touches."""
_STEP = 0.0002
_PLAN = """\
tittel: Temaplan nummer {number} 2024–2034
type: temaplan
status: vedtatt
periode: {{fra: 2024, til: 2034}}
hendelser:
  - {{hva: vedtatt, dato: 2024-02-14, organ: kommunestyret}}
ansvarlig: oppvekst
forankring: [gammelt-maal, trygg-oppvekst]
kilder: [{{kilde: eksempel}}]
"""
_MORE = {
    "plans/planer/gammel-samfunnsdel.yaml": (
        "tittel: Samfunnsdelen 2013–2025\ntype: samfunnsdel\nstatus: erstattet\nperiode: {fra: 2013, til: 2025}\n"
        "hendelser:\n  - {hva: vedtatt, dato: 2013-06-19, organ: kommunestyret}\nkilder: [{kilde: eksempel}]\n"
    ),
    "plans/maal/gammelt-maal.yaml": (
        "tittel: Et godt liv for alle\ntype: hovedmål\nplan: gammel-samfunnsdel\nkilder: [{kilde: eksempel}]\n"
    ),
    "plans/maal/nytt-maal.yaml": (
        "tittel: Et godt og langt liv for alle\ntype: hovedmål\nplan: kommuneplanens-samfunnsdel\n"
        "viderefører: [gammelt-maal]\nkilder: [{kilde: eksempel}]\n"
    ),
}
COMMANDS = {
    "rename": ["rename", "trygg-oppvekst", "tryggere-oppvekst"],
    "omforanke": ["omforanke", "gammel-samfunnsdel", "kommuneplanens-samfunnsdel"],
    "import": ["import", "inn.csv", "--yes", "--source", "eksempel"],
    "build": ["build", "--format", "json,csv,ics,xlsx"],
}
REFUSED = ["set", "finnes-ikke", "merknad=x"]


def make_world(root: Path) -> None:
    """Make the plan system that is changed, what is imported, and a site of an older day."""
    files = example_files("Fjordvik", "0301", language("nb"), date.fromisoformat(DAY), "eier/planlint@v1")
    files |= {path: text.encode() for path, text in _MORE.items()}
    for number in range(PLANS):
        files[f"plans/planer/temaplan-{number}.yaml"] = _PLAN.format(number=number).encode()
    rows = "".join(f"Temaplan nummer {number} 2024–2034;temaplan;Ny tekst\n" for number in range(PLANS))
    files["inn.csv"] = f"Plan;Type;Sammendrag\n{rows}Plan for vann;temaplan;Ny plan\n".encode()
    for path, raw in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    started(root, COMMANDS["build"], "2026-01-05").wait()


def snapshot(root: Path, name: str) -> dict[str, bytes]:
    """Give every file in a folder, hidden ones too, by its path."""
    found = (path for path in (root / name).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@dataclass(frozen=True)
class Child:
    """A command that runs in a process of its own, begun here so that nothing need be imported anew."""

    pid: int

    def wait(self) -> int:
        """Wait for its end; give the exit code, or minus the signal that ended it."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def is_running(self) -> bool:
        """Tell whether it has not ended."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def kill(self) -> None:
        """End it at once, whatever it does."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.wait()


def started(root: Path, words: list[str], day: str = DAY) -> Child:
    """Begin a command in a folder; it says nothing."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return Child(pid)
    code = 3
    try:
        os.chdir(root)
        os.environ["PLANLINT_DATE"] = day
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        planlint(words, prog_name="planlint")
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0
    finally:
        os._exit(code)


def is_touched(root: Path, name: str, way: str) -> bool:
    """Tell whether a command has left its first trace on disk, or has begun to put files in place."""
    if name == "build":
        return any(entry.name.startswith(".planlint-") for entry in root.iterdir())
    return (root / "plans/.planlint" / ("journal.json" if way == "journal" else "")).exists()


@dataclass(frozen=True)
class Case:
    """One of the commands: how long it takes, and what it makes of the files."""

    name: str
    seconds: float
    old: dict[str, bytes]
    new: dict[str, bytes]

    @property
    def folder(self) -> str:
        """The folder that it writes."""
        return "site" if self.name == "build" else "plans"


def measure(world: Path, work: Path, name: str) -> Case:
    """Run a command to its end, and see what it makes. Raises RuntimeError where it does not do what it is for."""
    fresh(world, work)
    before, begun = {folder: snapshot(work, folder) for folder in ("plans", "site")}, time.monotonic()
    code = started(work, COMMANDS[name]).wait()
    case = Case(name, time.monotonic() - begun, {}, {})
    new = snapshot(work, case.folder)
    old = before[case.folder]
    if code != 0 or len([path for path in new if new[path] != old.get(path)]) < (2 if name == "build" else PLANS):
        raise RuntimeError(name)
    return Case(name, case.seconds, old, new)


def fresh(world: Path, work: Path) -> None:
    """Lay the plan system out anew."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(world, work)


def kill_once(case: Case, work: Path, draw: random.Random) -> tuple[str, list[str]]:
    """Begin a command, kill it, and look; give what was found on disk, and what is wrong."""
    child = started(work, COMMANDS[case.name])
    way = draw.choice(("any moment", "first trace", "journal"))
    if way == "any moment":
        time.sleep(draw.uniform(0, case.seconds * 1.1))
    else:
        while child.is_running() and not is_touched(work, case.name, way):
            time.sleep(_STEP)
        time.sleep(draw.uniform(0, 0.01 if way == "journal" else draw.choice((0.01, 0.1, 0.4))))
    child.kill()
    return judge_site(case, work) if case.name == "build" else judge_plans(case, work)


def _state(case: Case, found: dict[str, bytes]) -> str:
    return "old" if found == case.old else "new" if found == case.new else "between"


def judge_site(case: Case, work: Path) -> tuple[str, list[str]]:
    """See to it that the site is one or the other, and that the next build leaves nothing beside it."""
    state = _state(case, snapshot(work, "site"))
    wrong = ["the site is half"] if state == "between" else []
    if started(work, COMMANDS["build"]).wait() != 0 or snapshot(work, "site") != case.new:
        wrong.append("the next build fails")
    left = [entry.name for entry in work.iterdir() if entry.name.startswith(".planlint-")]
    return state, [*wrong, *(f"{name} is left" for name in left)]


def judge_plans(case: Case, work: Path) -> tuple[str, list[str]]:
    """See to it that each file is one or the other at once, and all of them after the next command, a refused one."""
    now = {path: raw for path, raw in snapshot(work, "plans").items() if "/.planlint/" not in path}
    state = _state(case, now)
    wrong = [path for path, raw in now.items() if raw not in {case.old.get(path), case.new.get(path)}]
    if (work / "plans/.planlint/journal.json").exists() and not (work / "plans/.planlint/.gitignore").exists():
        wrong.append("the journal is not hidden from git")
    if started(work, REFUSED).wait() != 2:
        wrong.append("the next edit is not refused as it should be")
    if _state(case, snapshot(work, "plans")) == "between":
        wrong.append("the next edit leaves files of both kinds, or something else")
    return state, wrong


def run(kills: int, seed: int, say: Callable[[str], None] = print) -> int:
    """Kill that many times, tell what was found, and give how many times something was wrong."""
    draw, count, faults = random.Random(seed), Counter[tuple[str, str]](), 0  # noqa: S311 - moments, no secrets
    with tempfile.TemporaryDirectory() as top:
        world, work = Path(top) / "world", Path(top) / "work"
        world.mkdir()
        make_world(world)
        cases = [measure(world, work, name) for name in COMMANDS]
        for number in range(kills):
            case = cases[number % len(cases)]
            fresh(world, work)
            state, wrong = kill_once(case, work, draw)
            count[case.name, state] += 1
            faults += bool(wrong)
            for fault in wrong:
                say(f"{case.name}, kill {number}: {fault}")
    say(f"{'':10} {'kills':>6} {'old':>6} {'between':>8} {'new':>6}")
    for name in COMMANDS:
        states = [count[name, state] for state in ("old", "between", "new")]
        say(f"{name:10} {sum(states):6} {states[0]:6} {states[1]:8} {states[2]:6}")
    say(f"{faults} of {kills} wrong")
    return faults


def main() -> None:
    """Read the options, kill, and end with 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.exit(min(run(given.kills, given.seed), 1))


if __name__ == "__main__":
    main()
