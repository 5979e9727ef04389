"""planlint import: heads of two lines, ends of a period, letters with a time behind, and headings with numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.helpers import fjordvik
from support.importtools import Rows, excel, outcome, written

from planlint.imports.plan_draft import RowOrigin
from planlint.text import language

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

STRATEGY = "planstrategi-2023-2027"


def read(tmp_path: Path, cells: Rows, **ask: Any) -> ImportResult:
    """Give what the import of a sheet would do in Fjordvik."""
    given = {"typer": {"*": "temaplan"}, "planstrategi": STRATEGY, **ask}
    return outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", cells), **given)


def told(result: ImportResult) -> str:
    """Give what is told, as one text."""
    return "\n".join(one.in_language(language("nb")) for one in result.merknader)


def decided(result: ImportResult, id_: str) -> dict[str, Any]:
    """Give the decision about one plan."""
    found: dict[str, Any] = next(iter(written(result)[id_]["beslutninger"].values()))
    return found


def test_what_stands_below_wide_heads_is_of_them(tmp_path: Path) -> None:
    """«Vedtak» over «Dato», «Organ» and «Sak» is the vote; «Planperiode» over «Fra» and «Til» is one period."""
    rows = [
        ["Plan", "Vedtak", "", "", "Planperiode", "", "Planstrategi 2024–2027", ""],
        ["", "Dato", "Organ", "Sak", "Fra", "Til", "Tiltak", "Ferdig"],
        ["Kulturplan", "28.4.2021", "Kommunestyret", "41/21", "2021", "2033", "Revideres", "2026"],
        ["Boligplan", "17.6.2009", "Kommunestyret", "61/09", "2009", "", "Utgår", ""],
    ]  # fmt: skip
    found = written(read(tmp_path, rows))
    culture = found["kulturplan"]
    assert culture["hendelser"][0] | {"kilde": ""} == {
        "hva": "vedtatt", "dato": "2021-04-28", "organ": "kommunestyret", "sak": "41/21", "kilde": "",
    }  # fmt: skip
    assert culture["periode"] == {"fra": 2021, "til": 2033}
    assert found["boligplan"]["periode"] == {"fra": 2009}
    assert culture["beslutninger"][STRATEGY]["valg"] == "revideres"


def test_a_parenthesis_below_a_head_is_a_part_of_it(tmp_path: Path) -> None:
    """«Tidsrom» over «(oppstart - vedtak)», beside years below «Ressursbehov»."""
    rows = [
        ["Plan", "Ny/rev.", "Tidsrom", "Ressursbehov", ""],
        ["", "", "(oppstart - vedtak)", "2025 (årsverk)", "2026 (årsverk)"],
        ["Kulturplan", "Rev.", "høst 2025 - 2026", "0,5", "1"],
        ["Boligplan", "Ny", "2026", "", "0,5"],
    ]
    result = read(tmp_path, rows)
    assert decided(result, "kulturplan") == {
        "valg": "revideres", "oppstart": "2025-H2", "ferdig": 2026, "årsverk": {2025: 0.5, 2026: 1},
    }  # fmt: skip
    assert decided(result, "boligplan")["valg"] == "ny"


@pytest.mark.parametrize(
    ("cell", "decision"),
    [
        ("R - 2025/26", {"valg": "revideres", "oppstart": 2025, "ferdig": 2026}),
        ("N - 2026", {"valg": "ny", "ferdig": 2026}),
        ("V", {"valg": "videreføres"}),
        ("S - 2026", {"valg": "slås_sammen", "ferdig": 2026}),
    ],
)
def test_a_letter_may_have_its_time_behind(tmp_path: Path, cell: str, decision: dict[str, Any]) -> None:
    """The letters are explained below the table."""
    rows = [["Plan", "Vedtak", "Hva skal gjøres"], ["Kulturplan", "2016", cell], ["Boligplan", "2018", "R - 2027"],
            ["N = ny plan, R = rullering, V = blir videreført, S = slås sammen"]]  # fmt: skip
    found = decided(read(tmp_path, rows), "kulturplan")
    assert {key: found.get(key) for key in decision} == decision


def test_a_cross_below_a_decision_has_its_time_behind(tmp_path: Path) -> None:
    """«X under 2025/2026» below «Revideres i perioden»; what a cell says of the end goes before the years of work."""
    rows = [
        ["Plan", "Revideres i perioden", "Årsverk 2025", "Årsverk 2026"],
        ["Kulturplan", "X under 2025/2027", "0,5", "0,5"], ["Boligplan", "Videreføres", "", ""],
        ["Veiplan", "X årlig", "0,2", "0,2"],
    ]  # fmt: skip
    result = read(tmp_path, rows)
    assert decided(result, "kulturplan")["ferdig"] == 2027
    assert decided(result, "boligplan")["valg"] == "videreføres"
    assert written(result)["veiplan"]["revisjon"]["rulleres"] == "årlig"


@pytest.mark.parametrize(("letters", "is_read"), [("RNVU", True), ("UUUU", False), ("RUHO", False)])
def test_letters_nobody_explains_are_told_as_they_are_read(tmp_path: Path, letters: str, *, is_read: bool) -> None:
    """«U» beside the others is a plan that goes out; alone it may be anything, and then nothing is read."""
    names = ("Kulturplan", "Boligplan", "Veiplan", "Skoleplan")
    rows = [["Plan", "Vedtatt", "2024", "2025"]]
    rows += [[name, "2018", letter, ""] for name, letter in zip(names, letters, strict=True)]
    result = read(tmp_path, rows)
    assert ("Filen forklarer ikke bokstavene" in told(result)) is is_read
    assert ("beslutninger" in written(result)["skoleplan"]) is is_read


def test_a_heading_numbered_below_another_stands_under_it(tmp_path: Path) -> None:
    """«A1» is below «A», and «B» ends both."""
    rows = [
        ["Plan", "Status"], ["A. Planer etter loven", ""], ["A1. Overordnede", ""], ["Kulturplan", "Planlagt"],
        ["A2. Andre", ""], ["Boligplan", "Planlagt"], ["B. Temaer", ""], ["Veiplan", "Planlagt"],
    ]  # fmt: skip
    headings = dict.fromkeys((row[0] for row in rows if row[0][1:2] in {".", "1", "2"}), "overskrift")
    found = written(read(tmp_path, rows, groups=headings, planstrategi="", opphav=RowOrigin("t")))
    assert {id_: data["kilder"][0]["sted"] for id_, data in found.items()} == {
        "kulturplan": "A. Planer etter loven / A1. Overordnede",
        "boligplan": "A. Planer etter loven / A2. Andre",
        "veiplan": "B. Temaer",
    }


def test_a_status_that_nobody_knows_is_not_concluded(tmp_path: Path) -> None:
    """«Ukjent» is what the table says, whatever shall happen to the plan."""
    result = read(
        tmp_path,
        [["Plan", "Status", "Beslutning"], ["Kulturplan", "Ukjent", "Utgår"], ["Boligplan", "Vedtatt", "Utgår"]],
    )
    assert "status" not in written(result)["kulturplan"]


def test_what_is_concluded_is_told(tmp_path: Path) -> None:
    """Work on a part of the kommuneplan is a revision, and who reads the import is told so."""
    rows = [["Plan", "Årsverk 2025", "Årsverk 2026"], ["Kommuneplanens arealdel", "0,5", "1"],
            ["Boligplan", "0,5", ""]]  # fmt: skip
    result = read(tmp_path, rows)
    assert "Derfor er den ført som" in told(result)
    assert "Kommuneplanens arealdel" in told(result)


def test_a_lone_year_of_a_table_of_spans_is_no_start(tmp_path: Path) -> None:
    """«2022» among «2022-2023» says when it shall be done, and no more; the cell is kept word for word."""
    rows = [["Plan", "Når"], ["Kulturplan", "2026-2027"], ["Boligplan", "2026"]]
    plan = written(read(tmp_path, rows, planstrategi=""))["boligplan"]
    assert plan["arbeid"] == {"ferdig": 2026}


def test_stars_that_a_remark_points_to_keep_the_title_as_it_stood(tmp_path: Path) -> None:
    """«18.06.2019*/24.09.2020**» says nothing without the stars of the title."""
    rows = [["Plan", "Merknad"], ["Plan for sentrum*, herunder boliger**", "Vedtatt 18.06.2019*/24.09.2020**"],
            ["Boligplan", ""]]  # fmt: skip
    text = str(written(read(tmp_path, rows))["plan-for-sentrum-herunder-boliger"])
    assert "Plan for sentrum*, herunder boliger**" in text
