"""Make a plan system of any size, the same every time: plans, goals, indicators and measures of 0.5–2.5 KB each.

`python tools/benchmarks/generate.py FOLDER FILES`. The files lie on top of the small plan system that the rules'
examples share.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from prose import TEMAER, UNITS, day, prose, title

FELLES = Path(__file__).parents[2] / "tests" / "rules" / "felles" / "plans"
SHARE = {"maal": 30, "plan": 40, "indikator": 20, "tiltak": 10}
"""How many of a hundred files are of each kind."""


def plan(rng: random.Random, number: int, goals: int) -> str:
    """Give a plan of one to two and a half kilobytes, anchored in one to three goals.

    The number in its title is none that could be a year, or else two titles would be alike (PL105).
    """
    year = rng.randint(2016, 2023)
    more = rng.sample(range(goals), min(goals, rng.randint(0, 2)))
    anchors = ", ".join(f"maal-{goal}" for goal in dict.fromkeys((number % goals, *more)))
    return f"""\
# yaml-language-server: $schema=../../schema/plan.json
tittel: Strategi for {title(rng)} i krets K{number:06}
type: strategi
status: vedtatt
sammendrag: {prose(rng, 2)}
periode: {{fra: {year}, til: {year + rng.randint(10, 14)}}}
hendelser:
  - {{hva: oppstart, dato: {year - 1}-02-01}}
  - {{hva: høring_start, dato: {year - 1}-09-01}}
  - {{hva: vedtatt, dato: {day(rng, year)}, organ: kommunestyret, sak: {number % 90}/{year % 100}}}
revisjon: {{rulleres: hvert 12. år}}
ansvarlig: {rng.choice(UNITS)}
forankring: [{anchors}]
tema: [{", ".join(rng.sample(TEMAER, 3))}]
bærekraftsmål: [{rng.randint(1, 8)}, {rng.randint(9, 17)}]
kilder:
  - {{kilde: plandokument, sted: kap. {number % 12}, oppgir: "{prose(rng, 1)}"}}
merknad: |
  {prose(rng, rng.randint(2, 10))}
"""


def goal(rng: random.Random, number: int) -> str:
    """Give a goal of half a kilobyte or a little more."""
    return f"""\
# yaml-language-server: $schema=../../schema/maal.json
tittel: Kommunen har {title(rng)} {number}
type: delmål
plan: samfunnsdel-2020
overordnet: gode-liv
nummer: "{number // 20}.{number % 20}"
sammendrag: {prose(rng, rng.randint(3, 5))}
bærekraftsmål: [{rng.randint(1, 17)}]
kilder: [{{kilde: plandokument, sted: side {number % 60}}}]
"""


def indicator(rng: random.Random, number: int, goals: int) -> str:
    """Give an indicator of three quarters of a kilobyte, with nine years of values."""
    found = sorted(rng.uniform(10, 90) for _ in range(9))
    values = ", ".join(f"{year}: {value:.1f}" for year, value in zip(range(2015, 2024), found, strict=True))
    return f"""\
# yaml-language-server: $schema=../../schema/indikator.json
tittel: Andel som opplever {title(rng)} {number}
enhet: prosent
mål: [maal-{number % goals}, maal-{(number + goals // 2) % goals}]
ansvarlig: {rng.choice(UNITS)}
retning: opp
verdier: {{{values}}}
måltall: {{2025: {rng.randint(50, 99)}, 2030: {{minst: {rng.randint(60, 99)}}}}}
kilder: [{{kilde: plandokument, sted: tabell {number % 30}}}]
merknad: {prose(rng, rng.randint(2, 4))}
"""


def measure(rng: random.Random, number: int, goal_number: int) -> str:
    """Give a measure of half a kilobyte or a little more."""
    return f"""\
# yaml-language-server: $schema=../../schema/tiltak.json
tittel: Tiltak {number} for {title(rng)}
nummer: "{number}"
mål: [maal-{goal_number}]
ansvarlig: {rng.choice(UNITS)}
status: pågår
frist: 2030
sammendrag: {prose(rng, rng.randint(3, 5))}
kilder: [{{kilde: plandokument}}]
"""


def made(files: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of about so many files; the links lead to goals that are among them."""
    rng = random.Random(20240615)  # noqa: S311 - the same files every time is the point
    count = {kind: files * share // 100 for kind, share in SHARE.items()}
    goals = count["maal"] = max(2, count["maal"])
    for n in range(goals):
        yield f"maal/b{n % 50}/maal-{n}.yaml", goal(rng, n)
    for n in range(count["plan"]):
        yield f"planer/b{n % 50}/plan-{n}.yaml", plan(rng, n, goals)
    for n in range(count["indikator"]):
        yield f"indikatorer/b{n % 50}/indikator-{n}.yaml", indicator(rng, n, goals)
    for n in range(count["tiltak"]):
        yield f"tiltak/b{n % 50}/tiltak-{n}.yaml", measure(rng, n, n * 3 % goals)


def generate(root: Path, files: int) -> None:
    """Write a plan system of about so many files into `root`, on top of the small shared one."""
    shutil.copytree(FELLES, root / "plans", dirs_exist_ok=True)
    for path, text in made(files):
        file = root / "plans" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
