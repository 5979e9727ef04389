"""planlint import: halves of years and steps of work, short forms, dashes, question marks, and what holds for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.helpers import fjordvik
from support.importtools import Rows, excel, outcome, written

from planlint.imports.cells import Sheet, SheetRow
from planlint.imports.rows.colour_marks import place_colours
from planlint.imports.run.read_plans import short_forms
from planlint.imports.table.groups import decision_in
from planlint.imports.table.heads import part_of_year
from planlint.imports.table.legend import is_blank, legend, step_of
from planlint.imports.table.lines import line_kind

if TYPE_CHECKING:
    from pathlib import Path

STRATEGY = "planstrategi-2023-2027"
HALVES: Rows = [["Plan", "Vurdering", "2025", "", "2026", ""], ["", "", "1. h.", "2. h.", "1. h.", "2. h."]]


def plans(tmp_path: Path, cells: Rows) -> dict[str, dict[str, Any]]:
    """Give the files that the import of a sheet would write in Fjordvik, with the one decision as `said`."""
    file = excel(tmp_path / "t.xlsx", cells)
    made = written(outcome(fjordvik(tmp_path / "f"), file, typer={"*": "temaplan"}, planstrategi=STRATEGY))
    return {id_: {**data, "said": data.get("beslutninger", {}).get(STRATEGY, {})} for id_, data in made.items()}


@pytest.mark.parametrize(
    ("head", "part"),
    [("1. h.", "H1"), ("2. halvår", "H2"), ("H2", "H2"), ("Vår", "H1"), ("Haust", "H2"), ("3. kv.", "K3"), ("Q4", "K4"),
     ("Sak", "")],
)  # fmt: skip
def test_a_head_below_a_year_names_a_part_of_it(head: str, part: str) -> None:
    """Halves, quarters and seasons are parts of a year, in the usual ways to write them."""
    assert part_of_year(head) == part


def test_steps_of_work_below_halves_of_years_are_times(tmp_path: Path) -> None:
    """A start and a vote are times of a half; a hearing, and votes that come again, are kept as they stand."""
    rows = [
        *HALVES,
        ["Kulturplan", "Revideres", "O", "H", "(V)", ""],
        ["Skoleplan", "Revideres", "", "V", "", "V"],
        ["O = oppstart, H = høring, V = vedtak. Parentes = usikkert."],
    ]
    found = plans(tmp_path, rows)
    said = {"valg": "revideres", "oppstart": "2025-H1", "ferdig": "2026-H1", "usikker": True}
    assert found["kulturplan"]["said"] == said
    assert "H (høring)" in found["kulturplan"]["merknad"]
    assert found["skoleplan"]["said"] == {"valg": "revideres"}
    assert "2025: 2. h., 2026: 2. h.: «V (vedtak)»" in found["skoleplan"]["merknad"]


def test_crosses_below_halves_of_years_are_a_run_of_work(tmp_path: Path) -> None:
    """Crosses in halves that follow each other are one work; after a gap the next one comes."""
    rows = [*HALVES, ["Kulturplan", "Revideres", "", "x", "x", ""], ["Skoleplan", "Revideres", "x", "", "x", ""]]
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["said"] == {"valg": "revideres", "oppstart": "2025-H2", "ferdig": "2026-H1"}
    assert found["skoleplan"]["said"]["ferdig"] == "2025-H1"
    assert found["skoleplan"]["said"]["deretter"][0]["oppstart"] == "2026-H1"


def test_colours_of_years_stand_beside_parts_of_years() -> None:
    """Work by colour before a vote in a half of a year begins that work, and an earlier start stays."""
    decision: dict[str, Any] = {"oppstart": "2025-H2", "ferdig": "2026-H1"}
    place_colours(decision, rest := [], [2025, 2027], [])
    assert decision == {"oppstart": "2025-H2", "ferdig": "2026-H1"}
    assert rest == [("2027", "■")]


@pytest.mark.parametrize(
    ("word", "phase"), [("Oppstart av arbeidet", "oppstart"), ("vedtak i kommunestyret", "ferdig"),
                        ("høyring", "høring"), ("handlingsplan", "")],
)  # fmt: skip
def test_an_explanation_is_a_step_of_the_work(word: str, phase: str) -> None:
    """The words of a legend that begin with a step of the work are that step."""
    assert step_of(word) == phase


def test_short_forms_stand_in_a_table_of_their_own() -> None:
    """Rows of a short word and its meaning are short forms; longer words are none."""
    rows = (SheetRow(1, ("Kode", "Betydning")), SheetRow(2, ("T", "Temaplan")), SheetRow(3, ("Temaplan", "Fagleg")))
    assert short_forms([Sheet("s", rows)]) == {"kode": "Betydning", "t": "Temaplan"}


def test_a_step_of_the_work_is_no_type(tmp_path: Path) -> None:
    """«H» that the legend calls a hearing is not the name of a type."""
    rows = [
        ["Plan", "Type", "Vurdering", "2025", "2026"],
        ["Kultur i bygda", "H", "Revideres", "O", "V"],
        ["O = oppstart, H = høring, V = vedtak"],
    ]
    result = outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", rows))
    assert [item.tekst for change in result.endringer for item in change.uforstaatt if item.kolonne == "type"] == ["H"]


def test_a_line_says_who_adopted_all(tmp_path: Path) -> None:
    """The body of all votes is put on each vote that names none, and on no other."""
    rows = [
        ["Plan", "Vedtatt"],
        ["Kulturplan", "12.06.2018"],
        ["Skoleplan", "Formannskapet 13.06.2018"],
        ["Alle planer er vedtatt av kommunestyret."],
    ]
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["hendelser"][0]["organ"] == "kommunestyret"
    assert found["skoleplan"]["hendelser"][0].get("organ") != "kommunestyret"
    assert legend(["Alle planane er vedtekne av heradsstyret"]).body == "heradsstyret"


def test_a_question_and_a_word_among_crosses_are_read(tmp_path: Path) -> None:
    """«?» is what the legend says, else a doubtful cross; «under arbeid» in place of a cross is a status too."""
    rows = [
        ["Plan", "Revideres", "Ny plan"],
        ["Kulturplan", "", "?"],
        ["Skoleplan", "", "under arbeid"],
        *([f"Plan for {one}", "", "x"] for one in ("bygg", "veg", "vatn", "skog")),
    ]
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["said"] == {"valg": "ny", "usikker": True}
    assert (found["skoleplan"]["said"]["valg"], found["skoleplan"]["status"]) == ("ny", "igangsatt")
    (tmp_path / "b").mkdir()
    explained = plans(tmp_path / "b", [*rows, ["? = behovet vurderes nærmere i perioden"]])
    assert explained["kulturplan"]["said"] == {"valg": "vurderes"}


def test_a_dash_says_nothing_and_a_last_year_fits_the_title(tmp_path: Path) -> None:
    """A dash is an empty cell; a last year alone gets the first year of a period in the title that ends in it."""
    rows = [
        ["Plan", "Vedtatt", "Sak", "Gjelder til", "Vurdering"],
        ["Kulturplan 2018–2026", "2018", "–", "2026", "Revideres"],
        ["Skoleplan 2018–2026", "2018", "—", "2027", "Revideres"],
    ]
    found = plans(tmp_path, rows)
    assert found["kulturplan-2018-2026"]["periode"] == {"fra": 2018, "til": 2026}
    assert found["skoleplan-2018-2026"]["periode"] == {"til": 2027}
    assert not any("merknad" in data for data in found.values())
    assert (is_blank("–"), is_blank("- x")) == (True, False)


def test_a_column_of_required_that_names_laws_is_of_laws(tmp_path: Path) -> None:
    """Laws below «Lovkrav» are provisions; yes and no there say whether a law requires the plan."""
    rows = [["Plan", "Lovkrav"], ["Kulturplan", "Pbl. § 11-1"], ["Skoleplan", "Forureiningslova"]]
    assert plans(tmp_path, rows)["kulturplan"]["hjemmel"] == ["pbl-11-1"]


@pytest.mark.parametrize(
    ("heading", "valg"),
    [
        ("A. Planer som videreføres (gjelder uendret i perioden)", "videreføres"),
        ("Planar som vert vidareførte utan endring", "videreføres"),
        ("B) Planer som skal revideres", "revideres"),
        ("Planar som vert reviderte", "revideres"),
        ("A. Kommunedelplaner", ""),
    ],
)
def test_a_heading_with_a_letter_or_in_brackets_decides(heading: str, valg: str) -> None:
    """A letter before a heading, a parenthesis behind it, and «vert» say nothing of their own."""
    assert decision_in(heading) == valg


@pytest.mark.parametrize("line", ["Antall", "Til saman 8", "Tal"])
def test_a_sum_is_no_plan(line: str) -> None:
    """The words that sum up a table are no plans, alone or with a number."""
    assert line_kind(line, alone=False) == "sum"
