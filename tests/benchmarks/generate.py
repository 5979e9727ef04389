"""Make a plan system of any size, the same every time: plans, goals, indicators and measures with Norwegian text."""

from __future__ import annotations

import random
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

FELLES = Path(__file__).parents[1] / "rules" / "felles" / "plans"
WORDS = """
kommunen innbyggere barn unge eldre natur klima bolig skole helse omsorg idrett kultur næring tjenester samarbeid
bærekraft utvikling trygghet deltakelse møteplasser kollektivtrafikk sykkelvei fjorden marka beredskap kompetanse
""".split()  # noqa: SIM905 - easier to read
SHARE = {"plan": 40, "maal": 30, "indikator": 20, "tiltak": 10}


def prose(rng: random.Random, sentences: int) -> str:
    """Give a few sentences of Norwegian words."""
    return " ".join(" ".join(rng.choices(WORDS, k=rng.randint(8, 14))).capitalize() + "." for _ in range(sentences))


def wednesday(day: date) -> date:
    """Give the next day on which a council meets."""
    return day + timedelta((2 - day.weekday()) % 7)


def plan(rng: random.Random, number: int, goals: int) -> str:
    """Give a plan of one to two kilobytes."""
    year = rng.randint(2016, 2023)
    adopted = wednesday(date(year, 9, rng.randint(1, 28)))
    more = rng.sample(range(goals), min(goals, rng.randint(0, 2)))
    anchors = ", ".join(f"maal-{goal}" for goal in dict.fromkeys((number % goals, *more)))
    return f"""\
# yaml-language-server: $schema=../../schema/plan.json
tittel: Strategi {number} for {" ".join(rng.sample(WORDS, 4))}
type: strategi
status: vedtatt
sammendrag: {prose(rng, 2)}
periode: {{fra: {year}, til: {year + rng.randint(10, 14)}}}
hendelser:
  - {{hva: oppstart, dato: {year - 1}-02-01}}
  - {{hva: høring_start, dato: {year - 1}-09-01}}
  - {{hva: vedtatt, dato: {adopted}, organ: kommunestyret, sak: {number % 90}/{year % 100}}}
revisjon: {{rulleres: hvert 12. år}}
ansvarlig: {rng.choice(("oppvekst", "miljoe"))}
forankring: [{anchors}]
tema: [{", ".join(rng.sample(WORDS, 3))}]
bærekraftsmål: [{rng.randint(1, 8)}, {rng.randint(9, 17)}]
kilder:
  - {{kilde: plandokument, sted: kap. {number % 12}, oppgir: "{prose(rng, 1)}"}}
merknad: |
  {prose(rng, rng.randint(2, 6))}
"""


def goal(rng: random.Random, number: int) -> str:
    """Give a goal of about half a kilobyte."""
    return f"""\
# yaml-language-server: $schema=../../schema/maal.json
tittel: {" ".join(rng.sample(WORDS, 6)).capitalize()} {number}
type: delmål
plan: samfunnsdel-2020
overordnet: gode-liv
nummer: "{number // 20}.{number % 20}"
sammendrag: {prose(rng, 2)}
bærekraftsmål: [{rng.randint(1, 17)}]
kilder: [{{kilde: plandokument, sted: side {number % 60}}}]
"""


def indicator(rng: random.Random, number: int, goals: int) -> str:
    """Give an indicator of about half a kilobyte."""
    found = sorted(rng.uniform(10, 90) for _ in range(9))
    values = ", ".join(f"{year}: {value:.1f}" for year, value in zip(range(2015, 2024), found, strict=True))
    return f"""\
# yaml-language-server: $schema=../../schema/indikator.json
tittel: Andel {" ".join(rng.sample(WORDS, 3))} {number}
enhet: prosent
mål: [maal-{number % goals}, maal-{(number + goals // 2) % goals}]
ansvarlig: {rng.choice(("oppvekst", "miljoe"))}
retning: opp
verdier: {{{values}}}
måltall: {{2025: {rng.randint(50, 99)}, 2030: {{minst: {rng.randint(60, 99)}}}}}
kilder: [{{kilde: plandokument, sted: tabell {number % 30}}}]
merknad: {prose(rng, 2)}
"""


def measure(rng: random.Random, number: int, goal_number: int) -> str:
    """Give a measure of about half a kilobyte."""
    return f"""\
# yaml-language-server: $schema=../../schema/tiltak.json
tittel: Tiltak {number} for {" ".join(rng.sample(WORDS, 3))}
nummer: "{number}"
mål: [maal-{goal_number}]
ansvarlig: {rng.choice(("oppvekst", "miljoe"))}
status: pågår
frist: 2030
sammendrag: {prose(rng, 2)}
kilder: [{{kilde: plandokument}}]
"""


def generate(root: Path, files: int) -> None:
    """Write a plan system of about so many files into `root`, on top of the small shared one."""
    rng = random.Random(20240615)  # noqa: S311 - the same files every time is the point
    shutil.copytree(FELLES, root / "plans", dirs_exist_ok=True)
    counts = {kind: files * share // 100 for kind, share in SHARE.items()}
    goals = max(1, counts["maal"])
    texts = {f"maal/b/maal-{n}.yaml": goal(rng, n) for n in range(goals)}
    texts |= {f"planer/b{n % 50}/plan-{n}.yaml": plan(rng, n, goals) for n in range(counts["plan"])}
    texts |= {f"indikatorer/b/indikator-{n}.yaml": indicator(rng, n, goals) for n in range(counts["indikator"])}
    texts |= {f"tiltak/b/tiltak-{n}.yaml": measure(rng, n, n * 3 % goals) for n in range(counts["tiltak"])}
    for path, text in texts.items():
        file = root / "plans" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
