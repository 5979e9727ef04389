"""planlint import: the sum that a table gives of its man-years is checked, told and kept; the ready line is short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.helpers import fjordvik
from support.importtools import excel, outcome, written

from planlint.imports.plan_draft import RowOrigin
from planlint.imports.ready_line import ready_rows
from planlint.source.yaml import parse
from planlint.text import language

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

HEAD = ["Plan", "Årsverk 2024", "Årsverk 2025", "Merknad"]
ROWS = [["Kulturplan", "0,5", "1", ""], ["Boligplan", "0,25", "", "Ny plan"]]
NEW = "planstrategi-2024-2027"


def read(tmp_path: Path, *rows: list[str], planstrategi: str = NEW) -> ImportResult:
    """Give what the import of a table of man-years would do."""
    return outcome(
        fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", [HEAD, *rows]), typer={"*": "temaplan"},
        planstrategi=planstrategi, declare=True, opphav=RowOrigin("t"),
    )  # fmt: skip


def told(result: ImportResult) -> str:
    """Give what is told, as one text."""
    return "\n".join(one.in_language(language("nb")) for one in result.merknader)


def test_a_sum_that_agrees_is_told_and_kept(tmp_path: Path) -> None:
    """The planstrategi keeps the table's own sum, and what of it no decision holds."""
    result = read(tmp_path, *ROWS, ["SUM", "0,75", "1", ""])
    assert "summen av årsverk stemmer med radene som er lest (2024: 0,75; 2025: 1)" in told(result)
    assert "1 av dem har årsverk i tabellen" in told(result)
    kept = parse(result.others[f"plans/planstrategier/{NEW}.yaml"].decode())[0]["merknad"]
    assert kept.startswith("Tabellen oppgir summen av årsverk slik: 2024: 0,75; 2025: 1. Der er 1 plan med")
    assert kept.endswith("2024: 0,5; 2025: 1.")


def test_a_sum_that_does_not_agree_is_told(tmp_path: Path) -> None:
    """Either a row is missing or the sum is wrong: both numbers are told."""
    result = read(tmp_path, *ROWS, ["SUM", "2", "1", ""])
    assert "2024: 2; 2025: 1. Radene som er lest, blir til sammen 2024: 0,75; 2025: 1." in told(result)


def test_sums_of_parts_are_held_against_their_own_rows(tmp_path: Path) -> None:
    """A sum below each part is of the rows since the last one; a planstrategi keeps none of them."""
    result = read(tmp_path, ROWS[0], ["Sum kultur", "0,5", "1", ""], ROWS[1], ["Sum bolig", "0,25", "", ""])
    assert told(result).count("stemmer med radene") == 2
    assert "blir til sammen" not in told(result)


def test_a_capacity_is_no_sum(tmp_path: Path) -> None:
    """What the municipality has is not what the rows come to."""
    result = read(tmp_path, *ROWS, ["Samlet kapasitet", "5", "5", ""])
    assert "oppgir summen" not in told(result)
    assert "stemmer" not in told(result)


def test_the_numbers_of_what_is_not_decided_are_kept_with_their_years(tmp_path: Path) -> None:
    """They stand as the table has them, with the years that they are of."""
    plan = written(read(tmp_path, *ROWS))["kulturplan"]
    assert plan["kilder"][0]["oppgir"] == "årsverk: 0,5/1; år: 2024–2025"


def test_a_long_ready_line_names_lines_by_fewer_words(tmp_path: Path) -> None:
    """The words are as few as name that line alone, and the answer is used."""
    name = "Planer for utskilte virksomheter og foretak"
    table = [["Nr.", "Planoppgave", "Ny/revidert plan", "Merknad"]]
    table += [[str(at), f"{word}plan", "Ny"] for at, word in enumerate(("Kultur", "Bolig", "Vei", "Skole"), 1)]
    table += [["", name, "Ny"], ["5", "Planer til sjøs", "Ny"]]
    table += [["6", "Utbyggingsavtaler", "", "Fast"], ["7", "Behandling av private planforslag", "", "Fast"]]
    path = excel(tmp_path / "en tabell med et langt navn for kommunen.xlsx", table)
    root = fjordvik(tmp_path / "f")
    given = [f'"{path.name}"', "--sheet Ark1"]
    asked = outcome(root, path, planstrategi="planstrategi-2023-2027")
    whole = ready_rows(asked, language("nb"), ["t.xlsx"])[1]
    assert f'--row "{name}=ikke"' in whole
    short = ready_rows(asked, language("nb"), given)[1]
    named = re.findall(r'--row "([^"*=]+)=ikke"', short)[0]
    assert name.startswith(f"{named} ")
    assert len(named) > len("Planer")
    answered = outcome(root, path, rows={named: "ikke", "*": "oppgave"}, typer={"*": "temaplan"}, declare=True)
    assert not answered.faults
    assert name in [line.text for line in answered.unused]
