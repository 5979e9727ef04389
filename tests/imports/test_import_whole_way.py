"""The whole way with tables that nobody has seen: an empty folder, answers, a site with every plan and its decision."""

from __future__ import annotations

import csv
import random
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from support.helpers import run

from planlint.system.system import open_system

if TYPE_CHECKING:
    from pathlib import Path

DATE = "2026-11-21"
SUBJECTS = (
    "klima",
    "kultur",
    "skolebygg",
    "eldre",
    "vann og avløp",
    "landbruk",
    "sykkel",
    "folkehelse",
    "støy",
    "bolig",
)
KINDS = ("Temaplan for", "Strategi for", "Plan for", "Handlingsplan for", "Kommunedelplan for")
VALG = {"Ny plan": "ny", "Revideres": "revideres", "Videreføres": "videreføres", "Oppheves": "oppheves"}
SECTORS, BODIES = ("Helse og omsorg", "Teknikk og miljø", "Oppvekst"), ("Utvalg for velferd", "Utvalg for plan")
YEARS = (2024, 2025, 2026, 2027)
Row = tuple[str, str, dict[int, float], str, str]


def rows_of(seed: int) -> list[Row]:
    """Give plans as a planner could have written them: title, decision, person-years, sector and body."""
    chance = random.Random(seed)  # noqa: S311 - the same tables each time
    subjects = chance.sample(SUBJECTS, 7)
    found = []
    for subject in subjects:
        word = chance.choice(list(VALG))
        years = chance.sample(YEARS, 2) if word in {"Ny plan", "Revideres"} else []
        work = {year: chance.choice((0.25, 0.5, 1.0)) for year in sorted(years)}
        found.append((f"{chance.choice(KINDS)} {subject}", word, work, chance.choice(SECTORS), chance.choice(BODIES)))
    return found


def with_years(rows: list[Row]) -> list[list[str]]:
    """Give a table with a column for each year, and the decision in words."""
    head = ["Plan", "Beslutning", *map(str, YEARS), "Ansvarlig", "Politisk utvalg"]
    told = {0.25: "0,25", 0.5: "0,5", 1.0: "1"}
    return [
        head,
        *([title, word, *(told.get(work.get(year, 0), "") for year in YEARS), sector, body]
          for title, word, work, sector, body in rows),
    ]  # fmt: skip


def with_marks(rows: list[Row]) -> list[list[str]]:
    """Give a table with a column for each decision, a cross under one of them, and the last year in words."""
    head = ["Plannavn", *VALG, "Ferdig", "Ansvarlig enhet"]
    return [
        head,
        *([title, *("x" if word == one else "" for one in VALG), str(max(work, default="")), sector]
          for title, word, work, sector, _ in rows),
    ]  # fmt: skip


def with_groups(rows: list[Row]) -> list[list[str]]:
    """Give a table with the decision as a line over its plans, below a title that is no plan."""
    table = [["Planoppgaver i perioden", "", ""], ["Planer", "Ansvarlig", "Merknad"]]
    for word in dict.fromkeys(row[1] for row in rows):
        table.append([word, "", ""])
        table += [[title, sector, "Se vedtaket"] for title, one, _, sector, _ in rows if one == word]
    return table


SHAPES = {"years": with_years, "marks": with_marks, "groups": with_groups}


@pytest.mark.parametrize(("shape", "seed"), [(shape, seed) for seed, shape in enumerate(SHAPES)])
def test_every_plan_and_decision_of_the_table_is_on_the_site(tmp_path: Path, shape: str, seed: int) -> None:
    """Four commands, whatever the table looks like: no plan is lost, and each is told with what is decided of it."""
    rows = rows_of(seed)
    parted = ("--type", "kommunedelplan=kommunedelplan-tema")
    answers = ("--declare", "--type", "*=temaplan", *parted, "--planstrategi", "planstrategi-2024-2027", "--yes")
    assert (
        run("init", "--empty", "--name", "Fjordvik", "--number", "9999", "--date", DATE, cwd=tmp_path).returncode == 0
    )
    with (tmp_path / "tabell.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(SHAPES[shape](rows))
    asked = run("import", "tabell.csv", "--date", DATE, cwd=tmp_path)
    assert asked.returncode == 1, asked.stdout + asked.stderr
    done = run("import", "tabell.csv", *answers, "--date", DATE, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    built = run("build", "--date", DATE, "--format", "html", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    register = open_system(tmp_path, date.fromisoformat(DATE)).register
    assert register is not None
    assert sorted(plan.tittel for plan in register.planer.values()) == sorted(row[0] for row in rows)
    by_title = {plan.tittel: plan.beslutninger["planstrategi-2024-2027"] for plan in register.planer.values()}
    everywhere = shown(tmp_path / "site/planer.html"), shown(tmp_path / "site/planstrategi/planstrategi-2024-2027.html")
    for title, word, work, _, _ in rows:
        assert by_title[title].valg == VALG[word], title
        if shape == "years":
            assert {year: float(number) for year, number in by_title[title].aarsverk.items()} == work, title
        if shape != "groups" and work:
            assert by_title[title].ferdig is not None, title
            assert by_title[title].ferdig.tekst == str(max(work)), title
        assert all(title in page for page in everywhere)


def shown(page: Path) -> str:
    """Give the words of a page, without its tags and outside its scripts."""
    text = re.sub(r"<script.*?</script>", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", text)))
