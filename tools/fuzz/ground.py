"""What the fuzzers stand on: the small clean plan system, opened once, and places for one more file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planlint.source.find import SourceFile, find_files
from planlint.system.system import open_system

FELLES = Path(__file__).parents[2] / "tests" / "rules" / "felles"
DAY = date(2024, 6, 15)
PLACES = (
    SourceFile("plans/planer/fuzz.yaml", "plan"),
    SourceFile("plans/maal/fuzz.yaml", "maal"),
    SourceFile("plans/indikatorer/fuzz.yaml", "indikator"),
    SourceFile("plans/plansystem.yaml", ""),
    SourceFile("plans/avvik.yaml", ""),
    SourceFile("plans/planstrategier/planstrategi-2023-2027.yaml", "planstrategi"),
    SourceFile("plans/tiltak/fuzz.yaml", "tiltak"),
    SourceFile("plans/utfordringer/fuzz.yaml", "utfordring"),
    SourceFile("plans/innspill/fuzz.yaml", "innspill"),
)
FILES = find_files(FELLES)
CLEAN = open_system(FELLES, DAY)
CONTENTS = CLEAN.contents


def placed(data: bytes) -> tuple[list[SourceFile], dict[str, bytes | OSError]]:
    """Give the plan system with one file more, or another in its place: the first byte chooses where."""
    place = PLACES[data[0] % len(PLACES)]
    return [*(file for file in FILES if file.path != place.path), place], {**CONTENTS, place.path: data[1:]}
