"""Does the linter in the browser say what the command line says? Random edits of fields, and files that are broken.

    python tools/twin/run.py [--edits N] [--texts N] [--seed N] [--runtime FOLDER]

Edits go through the worker of a page and through `planlint form` and `planlint check --base`: the bytes written, the
findings, their words and their places must be equal; and the page must be told what the same worker tells here. Texts
are read by both of PyYAML's readers: the browser's says the same, or that it cannot tell. The same seed gives the same
edits and texts. The code is 1 where anything differs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT)]

import shutil  # noqa: E402 - as below

from twin.browser import Runtime  # noqa: E402 - found beside this file
from twin.cli import Commands, Said  # noqa: E402 - as above
from twin.edits import Drawn  # noqa: E402 - as above
from twin.reading import answer  # noqa: E402 - as above
from twin.texts import mutants  # noqa: E402 - as above

from planlint.browser import register_file  # noqa: E402 - as above
from planlint.browser.worker import Worker  # noqa: E402 - as above
from planlint.output.examples import lay_out  # noqa: E402 - as above
from planlint.system import open_system  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterator

_BATCH, _SHARE = 200, 0.1
_REAL = ("plans", "examples/lier/plans")


class Difference(NamedTuple):
    """Something that the two do not agree on: what, where it came from, and what each of them says."""

    what: str
    asked: str
    browser: object
    command: object


def texts() -> list[str]:
    """Give the files of all plan systems that are here, those that can be read as text."""
    folders = [*(ROOT / name for name in _REAL), *sorted((ROOT / "tests/rules").glob("*/bad-*"))]
    found = []
    for path in (path for folder in folders for path in sorted(folder.rglob("*.yaml")) if path.is_file()):
        try:
            found.append(path.read_bytes().decode())
        except UnicodeDecodeError:
            continue
    return [text for text in found if text]


def compare_texts(browser: Runtime, number: int, seed: int) -> Iterator[tuple[str, Difference | None]]:
    """Yield how each of a number of broken texts is read, and what differs."""
    made = list(mutants(texts(), number, Random(seed)))  # noqa: S311 - a sample, not a secret
    script = str(Path(__file__).with_name("reading.py"))
    for first in range(0, number, _BATCH):
        some = made[first : first + _BATCH]
        theirs = browser.ask(script=script, texts=some)
        ours = json.loads(answer(json.dumps({"texts": some})))
        for text, one, other in zip(some, theirs, ours, strict=True):
            same = one == other
            kind = "cannot tell" if one == "?" else "read alike" if same and one[0] == "(" else "refused alike"
            yield kind, None if same or one == "?" else Difference("read otherwise", text, one, other)


def roots(folder: Path, examples: int | None = None) -> Iterator[tuple[str, Path, date]]:
    """Yield the plan systems: those of the two municipalities, and every bad example laid out; each with its day."""
    for name in _REAL:
        target = folder / name.replace("/", "-")
        shutil.copytree(ROOT / name, target / "plans")
        yield name, target, date(2026, 11, 29)
    found = sorted((ROOT / "tests/rules").glob("PL*/bad-*"))
    for example in found[:: max(1, len(found) // examples)] if examples else found:
        target = folder / f"{example.parent.name}-{example.name}"
        yield target.name, target, lay_out(example, target)


def compare_root(browser: Runtime, root: Path, day: date, number: int, random: Random) -> Iterator[tuple[str, Any]]:
    """Yield what became of each edit of one plan system, and what differs."""
    system = open_system(root, day)
    drawn = Drawn(system.contents)
    register = root / "register.json"
    register.write_bytes(register_file(system.contents, day, has_schema=False))
    stopped = browser.ask(register=str(register))["stopped"]
    if stopped or not drawn.files:
        yield "plan system that cannot be judged", None
        return
    commands, here = Commands(root, day.isoformat()), Worker(root)
    here.open(register.read_text(encoding="utf-8"), "nb")
    script = str(Path(__file__).with_name("judging.py"))
    for _ in range(number):
        body = drawn.form(random)
        judged = browser.ask(script=script, body=body)
        told = json.loads(here.answer(json.dumps({"form": body})))
        if judged["told"] == told:
            yield differences(judged, commands.said(body), body)
        else:
            yield "told", Difference("told otherwise", body, judged["told"], told)


def differences(judged: dict[str, Any], said: Said, body: str) -> tuple[str, Difference | None]:
    """Give what became of one edit, and what differs."""
    told = judged["told"]
    if said.refused or "files" not in told:
        words = [*told["problems"], *judged["faults"]] if "files" not in told else []
        missing = [one for one in words if _plain(one) not in _plain(said.refused)]
        wrong = missing or not words or not said.refused
        return "refused", Difference("refused otherwise", body, words or told, said.refused) if wrong else None
    rows = sorted(tuple(row) for row in judged["found"])
    if told["files"] != said.files:
        return "written", Difference("written otherwise", body, told["files"], said.files)
    return "written", Difference("found otherwise", body, rows, said.found) if rows != said.found else None


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def compare_edits(browser: Runtime, number: int, seed: int, examples: int | None) -> Iterator[tuple[str, Any]]:
    """Yield what became of a number of edits over all plan systems, a tenth of them over the two municipalities."""
    random = Random(seed)  # noqa: S311 - as above
    with tempfile.TemporaryDirectory() as folder:
        every = list(roots(Path(folder), examples))
        large = max(1, int(number * _SHARE / len(_REAL)))
        small = max(1, -(-(number - large * len(_REAL)) // (len(every) - len(_REAL))))
        for name, root, day in every:
            yield from compare_root(browser, root, day, large if name in _REAL else small, random)


def told(what: str, rows: Iterator[tuple[str, Any]]) -> int:
    """Print how it went; give how many differ."""
    counts, wrong, started = Counter[str](), 0, time.monotonic()
    for kind, difference in rows:
        counts[kind] += 1
        if difference:
            wrong += 1
            sys.stdout.write(f"\n{difference.what}:\n{difference.asked}\nbrowser: {difference.browser}\ncommand: "
                             f"{difference.command}\n")  # fmt: skip
            sys.stdout.flush()
    parts = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    sys.stdout.write(f"{what}: {counts.total()} ({parts}), {wrong} differ, {time.monotonic() - started:.0f} s\n")
    return wrong


def main() -> int:
    """Compare, and tell what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=5000)
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int)
    parser.add_argument("--runtime", type=Path, default=ROOT / "build/runtime/planlint_redigering")
    asked = parser.parse_args()
    with Runtime(asked.runtime.resolve()) as browser:
        wrong = told("Texts", compare_texts(browser, asked.texts, asked.seed)) if asked.texts else 0
        browser.milliseconds.clear()
        wrong += told("Edits", compare_edits(browser, asked.edits, asked.seed, asked.examples)) if asked.edits else 0
        if browser.milliseconds:
            slow = statistics.quantiles(browser.milliseconds, n=20)[-1] if len(browser.milliseconds) > 1 else 0
            sys.stdout.write(
                f"The worker: median {statistics.median(browser.milliseconds):.0f} ms, p95 {slow:.0f} ms\n"
            )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
