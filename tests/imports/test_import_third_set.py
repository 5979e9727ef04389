"""planlint import: kinds that a third set of tables by an outsider has: keys, halves by number, headings of years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.helpers import fjordvik
from support.importtools import Rows, excel, outcome, written

from planlint.imports.cells import Sheet, SheetRow
from planlint.imports.run.read_plans import is_key
from planlint.imports.table.groups import decision_in
from planlint.imports.table.heads import end_of_period, field_of

if TYPE_CHECKING:
    from pathlib import Path

STRATEGY = "planstrategi-2023-2027"


def plans(tmp_path: Path, cells: Rows) -> dict[str, dict[str, Any]]:
    """Give the files that the import of a sheet would write in Fjordvik, with the one decision as `said`."""
    file = excel(tmp_path / "t.xlsx", cells)
    made = written(outcome(fjordvik(tmp_path / "f"), file, typer={"*": "temaplan"}, planstrategi=STRATEGY))
    return {id_: {**data, "said": data.get("beslutninger", {}).get(STRATEGY, {})} for id_, data in made.items()}


@pytest.mark.parametrize(("head", "end"), [("Gyldig f.o.m.", "fra"), ("Gyldig t.o.m.", "til"), ("Gjelder tom", "til")])
def test_a_head_of_an_end_of_the_period_may_be_shortened(head: str, end: str) -> None:
    """«f.o.m.» and «t.o.m.» are the two ends of the period."""
    assert (field_of(head)[0], end_of_period(head)) == ("periode", end)


def test_two_columns_of_ends_are_one_period(tmp_path: Path) -> None:
    """The first and the last year stand in a column each, and the last one may be open."""
    rows = [["Plan", "Gyldig f.o.m.", "Gyldig t.o.m."], ["Kulturplan", "2022", "2028"], ["Skoleplan", "2019", ""]]
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["periode"] == {"fra": 2022, "til": 2028}


def test_numbers_below_a_year_are_its_halves(tmp_path: Path) -> None:
    """«1.» and «2.» below each year are halves, and the second line of the head is no plan."""
    rows = [
        ["Plan", "Beslutning", "2025", "", "2026", ""],
        ["", "", "1.", "2.", "1.", "2."],
        ["Kulturplan", "Revideres", "", "x", "x", "V"],
        ["x = planarbeid, V = vedtak"],
    ]
    found = plans(tmp_path, rows)
    assert {*found} == {"kulturplan"}
    assert found["kulturplan"]["said"] == {"valg": "revideres", "oppstart": "2025-H2", "ferdig": "2026-H2"}


def test_a_sheet_of_short_forms_holds_no_plans() -> None:
    """A sheet whose rows are a short word and what it means explains; one with titles of plans does not."""
    key = [("Fjordvik kommune",), ("STR", "Strategi"), ("HP", "Handlingsplan"), ("1. / 2.", "Halvår")]
    assert is_key(Sheet("Forklaring", tuple(SheetRow(n, row) for n, row in enumerate(key, 1))))
    table = [("Plan", "Type"), ("Kulturplan", "Temaplan"), ("Skoleplan", "Temaplan")]
    assert not is_key(Sheet("Planer", tuple(SheetRow(n, row) for n, row in enumerate(table, 1))))


@pytest.mark.parametrize(
    ("text", "valg"),
    [("Planer som gjelder videre uten rullering", "videreføres"), ("Planar som vert vidareførte utan rullering",
     "videreføres"), ("Planer som tas ut", "utgår"), ("Planer uten rullering", "")],
)  # fmt: skip
def test_a_heading_may_say_that_nothing_is_changed(text: str, valg: str) -> None:
    """Plans that are carried on without a revision, and those that are taken out, are decided by their heading."""
    assert decision_in(text) == valg


def test_a_heading_may_be_the_year_of_the_vote(tmp_path: Path) -> None:
    """Below «Vedtak i 2025» a plan is to be adopted then, and below «Vedtak kvart år» every year."""
    rows = [
        ["Plan", "Ny/rullering"],
        ["Vedtak i 2025", ""],
        ["Kulturplan", "Rullering, oppstart 2024"],
        ["Vedtak kvart år", ""],
        ["Skoleplan", "Rullering"],
        ["Planar som går ut", ""],
        ["Vegplan", "–"],
    ]
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["said"] == {"valg": "revideres", "oppstart": 2024, "ferdig": 2025}
    assert (found["skoleplan"]["said"], found["skoleplan"]["revisjon"]) == (
        {"valg": "revideres"},
        {"rulleres": "årlig"},
    )
    assert found["vegplan"]["said"] == {"valg": "utgår"}


def test_a_vote_in_the_column_of_the_plan_in_force_needs_no_case(tmp_path: Path) -> None:
    """A body and a day, or a year, below «Gjeldende plan» are a vote."""
    rows = [["Plan", "Gjeldende plan"], ["Kulturplan", "Kommunestyret 02.02.2021"], ["Skoleplan", "Kst. 2020"]]
    found = plans(tmp_path, rows)
    assert [found[one]["hendelser"][0]["dato"] for one in ("kulturplan", "skoleplan")] == ["2021-02-02", 2020]


def test_years_below_decisions_are_their_times(tmp_path: Path) -> None:
    """Below a wide head the decisions are heads of their own, and the cells say when."""
    rows = [
        ["Plan", "Kva skal skje med planen?", "", ""],
        ["", "Ny", "Rullerast", "Går ut"],
        ["Kulturplan", "2025", "", ""],
        ["Skoleplan", "", "x", ""],
        ["Vegplan", "", "", "x"],
    ]
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["said"] == {"valg": "ny", "ferdig": 2025}
    assert [found[one]["said"]["valg"] for one in ("skoleplan", "vegplan")] == ["revideres", "utgår"]


def test_two_steps_in_one_cell_are_both_read(tmp_path: Path) -> None:
    """«O/V» is the start and the vote of one year; what the legend says of a parenthesis is a condition."""
    rows = [
        ["Plan", "Beslutning", "2025", "2026"],
        ["Kulturplan", "Revideres", "", "O/V"],
        ["Skoleplan", "Revideres", "O", "(V)"],
        ["O = oppstart, V = sluttvedtak, (V) = sluttvedtak dersom det er kapasitet"],
    ]
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["said"] == {"valg": "revideres", "oppstart": 2026, "ferdig": 2026}
    said = found["skoleplan"]["said"]
    assert (said["ferdig"], said["usikker"], said["vilkår"]) == (2026, True, "dersom det er kapasitet")


@pytest.mark.parametrize("text", ["Slås sammen til én oppvekstplan", "Vert ein del av helseplanen"])
def test_a_merger_may_be_told_by_what_it_becomes(tmp_path: Path, text: str) -> None:
    """A plan that becomes a part of another, or is put together to one, is merged."""
    found = plans(tmp_path, [["Plan", "Vurdering"], ["Kulturplan", text], ["Skoleplan", "Revideres"]])
    assert found["kulturplan"]["said"]["valg"] == "slås_sammen"


def test_a_part_may_be_numbered_with_three_letters(tmp_path: Path) -> None:
    """«III» numbers a heading as «I» does, and is no word of it."""
    rows = [["Nr", "Plan", "Vurdering"], ["II", "KULTUR", ""], ["1", "Kulturplan", "Revideres"],
            ["III", "FAGPLANAR", ""],
            ["2", "Vegplan", "Revideres"]]  # fmt: skip
    assert {*plans(tmp_path, rows)} == {"kulturplan", "vegplan"}
