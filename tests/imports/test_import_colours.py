"""planlint import: the colours of cells, in Excel and Word, read as marks where something explains them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter
from support.helpers import fjordvik
from support.importtools import Rows, outcome, written

from planlint.imports.cells import MAX_ROWS
from planlint.imports.colours import colour_name, indexed, tinted
from planlint.imports.guard import safe_zip
from planlint.imports.part import Part
from planlint.imports.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

STRATEGY = "planstrategi-2023-2027"
GREEN, YELLOW, GREY = "#92D050", "#FFFF00", "#D9D9D9"
HEAD = ["Plan", "2024", "2025", "2026", "Ansvarlig"]


def coloured(path: Path, rows: Rows, colours: Mapping[tuple[int, int], str]) -> Path:
    """Write a workbook where some cells have a colour, by row and column."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Ark1")
        formats = {colour: book.add_format({"bg_color": colour}) for colour in sorted(set(colours.values()))}
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if at := colours.get((number, column)):
                    sheet.write(number, column, cell, formats[at])
                elif cell != "":
                    sheet.write(number, column, cell)
    return path


def read(tmp_path: Path, rows: Rows, colours: Mapping[tuple[int, int], str]) -> ImportResult:
    """Give what the import of a coloured sheet would do in Fjordvik."""
    file = coloured(tmp_path / "t.xlsx", rows, colours)
    return outcome(
        fjordvik(tmp_path / "f"), file, typer={"*": "temaplan"}, planstrategi=STRATEGY, decisions={"*": "ny"}
    )


def decided(result: ImportResult) -> dict[str, dict[str, Any]]:
    """Give the one decision of each plan that has one, by id."""
    found = {id_: data.get("beslutninger") for id_, data in written(result).items()}
    return {id_: next(iter(said.values())) for id_, said in found.items() if said}


def unread(result: ImportResult) -> list[int]:
    """Give how many cells or rows are told of that were not read, for each sentence about them."""
    return [dict(message.args)["n"] for _, _, message in result.ulest]


def test_a_colour_that_a_line_explains_is_work_towards_the_vote(tmp_path: Path) -> None:
    """Coloured years are the work, and the letter is the year of the vote, also where its own cell is coloured."""
    rows = [
        HEAD,
        ["Kulturplan", "", "", "R", "Kultur"],
        ["Skoleplan", "R", "", "R", "Kultur"],
        ["Klimaplan", "", "R", "", "Kultur"],
        ["", "", "", "", ""],
        ["R = revidert plan blir vedtatt"],
        ["Grønn skravering viser årene det blir arbeidet med planen."],
    ]
    green = [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)]
    found = decided(read(tmp_path, rows, dict.fromkeys(green, GREEN)))
    assert found["kulturplan"] == {"valg": "revideres", "oppstart": 2024, "ferdig": 2026}
    later = {"valg": "revideres", "oppstart": 2025, "ferdig": 2026}
    assert found["skoleplan"] == {"valg": "revideres", "oppstart": 2024, "ferdig": 2024, "deretter": [later]}
    assert found["klimaplan"] == {"valg": "revideres", "ferdig": 2025}


def test_years_that_are_coloured_after_the_last_vote_are_kept_as_they_stand(tmp_path: Path) -> None:
    """Work after the vote has no place in the decision, and stays with the plan word for word."""
    rows = [HEAD, ["Kulturplan", "R", "", "", "Kultur"], ["R = revidert plan vedtas"], ["Grønn = planarbeid"]]
    result = read(tmp_path, rows, {(1, 1): GREEN, (1, 3): GREEN})
    assert decided(result)["kulturplan"] == {"valg": "revideres", "oppstart": 2024, "ferdig": 2024}
    assert "2026: «■»" in written(result)["kulturplan"]["merknad"]


@pytest.mark.parametrize("legend", [["Fargede felt viser planarbeid"], ["", "Planarbeid"]])
def test_colours_alone_are_the_years_of_work(tmp_path: Path, legend: list[str]) -> None:
    """A line, or a coloured cell with a word beside it, says that the coloured years are those of the work."""
    rows = [HEAD, ["Kulturplan", "", "", "", "Kultur"], ["Skoleplan", "", "", "", "Kultur"], ["", ""], legend]
    colours = {(1, 1): GREEN, (1, 2): GREEN, (2, 3): GREEN, **({(4, 0): GREEN} if not legend[0] else {})}
    result = read(tmp_path, rows, colours)
    assert {id_: (one["oppstart"], one["ferdig"]) for id_, one in decided(result).items()} == {
        "kulturplan": (2024, 2025), "skoleplan": (2026, 2026)
    }  # fmt: skip
    assert not unread(result)


def test_colours_of_a_table_without_other_marks_are_marks(tmp_path: Path) -> None:
    """One colour below the years, and nothing else there, is a cross in Excel as in Word."""
    rows = [HEAD, ["Kulturplan", "", "", "", "Kultur"], ["Skoleplan", "", "", "", "Kultur"]]
    found = decided(read(tmp_path, rows, {(1, 1): GREEN, (2, 2): GREEN}))
    assert (found["kulturplan"]["ferdig"], found["skoleplan"]["ferdig"]) == (2024, 2025)


@pytest.mark.parametrize(
    ("cross", "colours", "count"),
    [("x", {(1, 2): GREEN, (2, 3): GREEN}, 2), ("x", {(1, 2): GREEN}, 1),
     ("", {(1, 2): GREEN, (2, 3): YELLOW}, 2)],
)  # fmt: skip
def test_colours_that_nothing_explains_are_told_of(
    tmp_path: Path, cross: str, colours: Mapping[tuple[int, int], str], count: int
) -> None:
    """Beside crosses, or of two kinds, a colour may mean anything: it is not read, and the overview says so."""
    rows = [HEAD, ["Kulturplan", cross, "", "", "Kultur"], ["Skoleplan", cross, "", "", "Kultur"]]
    result = read(tmp_path, rows, colours)
    assert unread(result) == [count]
    assert all(one.get("ferdig", 2024) == 2024 for one in decided(result).values())


def test_a_colour_may_be_a_decision_or_something_else(tmp_path: Path) -> None:
    """Each colour is read as its own explanation says; one of no decision and no work is kept in words."""
    rows = [
        HEAD, ["Kulturplan", "", "", "", "Kultur"], ["Skoleplan", "", "", "", "Kultur"], ["Gul = ny plan"],
        ["Grå: lovpålagt"],
    ]  # fmt: skip
    result = read(tmp_path, rows, {(1, 1): YELLOW, (2, 2): GREY, (1, 3): GREY})
    assert decided(result)["kulturplan"]["valg"] == "ny"
    assert decided(result)["kulturplan"]["oppstart"] == 2024
    assert "■ grå (lovpålagt)" in written(result)["skoleplan"]["merknad"]
    assert "skoleplan" not in decided(result)


def test_one_colour_may_be_the_work_and_another_the_vote(tmp_path: Path) -> None:
    """Where the legend says which colour is the vote, that year is the end, and the others before it are the work."""
    rows = [HEAD, ["Kulturplan", "", "", "", "Kultur"], ["Skoleplan", "", "", "", "Kultur"],
            ["Helseplan", "R", "", "", "Helse"], ["Grønn = planarbeid, gul = politisk vedtak"]]  # fmt: skip
    green, yellow = [(1, 1), (1, 2)], [(1, 3), (2, 1), (2, 3), (3, 2)]
    result = read(tmp_path, rows, dict.fromkeys(green, GREEN) | dict.fromkeys(yellow, YELLOW))
    found = decided(result)
    assert found["kulturplan"] == {"valg": "ny", "oppstart": 2024, "ferdig": 2026}
    assert found["skoleplan"]["ferdig"] == 2024
    assert found["skoleplan"]["deretter"] == [{"valg": "revideres", "ferdig": 2026}]
    assert found["helseplan"]["valg"] == "revideres"
    assert "2025: «■»" in written(result)["helseplan"]["merknad"]


@pytest.mark.parametrize(
    ("legend", "valg"), [("Gul = planen skal revideres", "revideres"), ("Gul: planen utgår", "utgår")]
)
def test_a_colour_is_a_decision_also_in_a_sentence(tmp_path: Path, legend: str, valg: str) -> None:
    """«Planen skal revideres» is the decision that the sentence names."""
    result = read(tmp_path, [HEAD, ["Kulturplan", "", "", "", "Kultur"], [legend]], {(1, 1): YELLOW})
    assert decided(result)["kulturplan"]["valg"] == valg


def test_a_letter_goes_before_a_colour_of_another_decision(tmp_path: Path) -> None:
    """A cell with a letter and a colour that decides says the letter, and the colour is kept in words."""
    rows = [HEAD, ["Kulturplan", "R", "", "", "Kultur"], ["Gul = ny plan"]]
    result = read(tmp_path, rows, {(1, 1): YELLOW})
    assert decided(result)["kulturplan"]["valg"] == "revideres"
    assert "■ gul (ny plan)" in written(result)["kulturplan"]["merknad"]


def test_the_colour_of_a_whole_row_decides_where_a_line_says_so(tmp_path: Path) -> None:
    """«De gule radene er nye planer» makes the plans of yellow rows new, and nothing of the others."""
    rows = [HEAD, ["Kulturplan", "x", "", "", "Kultur"], ["Skoleplan", "x", "", "", "Kultur"],
            ["Helseplan", "x", "", "", "Helse"], ["De gule radene er nye planer."]]  # fmt: skip
    file = coloured(tmp_path / "t.xlsx", rows, {(1, at): YELLOW for at in range(5)})
    result = outcome(fjordvik(tmp_path / "f"), file, typer={"*": "temaplan"}, planstrategi=STRATEGY)
    assert [id_ for id_, one in decided(result).items() if one["valg"] == "ny"] == ["kulturplan"]
    assert not unread(result)


@pytest.mark.parametrize(("numbers", "told"), [([1], 1), ([1, 3], 0), ([1, 2, 3, 4], 0)])
def test_coloured_rows_are_told_of_unless_they_are_dressing(tmp_path: Path, numbers: list[int], told: int) -> None:
    """One coloured row may mean something, and is told of; every other row, or all, is for the eye."""
    rows = [HEAD, *([f"{name}plan", "x", "", "", "Kultur"] for name in ("Kultur", "Skole", "Helse", "Klima"))]
    result = read(tmp_path, rows, {(number, at): GREY for number in numbers for at in range(5)})
    assert len(unread(result)) == told
    assert {one["ferdig"] for one in decided(result).values()} == {2024}


@pytest.mark.parametrize(
    ("code", "name"),
    [("FF92D050", "grønn"), ("E2EFDA", "grønn"), ("FFC000", "gul"), ("ED7D31", "oransje"), ("FF0000", "rød"),
     ("FFC7CE", "rød"), ("DDEBF7", "blå"), ("7030A0", "lilla"), ("FF99CC", "rosa"), ("F2F2F2", "grå"), ("FFFFFF", ""),
     ("000000", "svart"), ("auto", ""), ("", "")],
)  # fmt: skip
def test_a_colour_has_the_name_that_people_give_it(code: str, name: str) -> None:
    """Digits become a name, light shades too; white and what is no colour have none."""
    assert colour_name(code) == name


def test_a_colour_of_a_theme_or_of_the_palette_is_found() -> None:
    """A place in the theme, made lighter or darker, is a colour; so is a number of the palette."""
    assert [colour_name(tinted("70AD47", tint)) for tint in (0.6, -0.3)] == ["grønn", "grønn"]
    assert (tinted("ingen", 0.4), indexed(64), indexed(10)) == ("ingen", "", "FF0000")


def _parts(*parts: tuple[str, str]) -> Scan:
    """Give what the look through some XML parts finds."""
    scan = Scan(".xlsx")
    for name, text in parts:
        Part(scan, name).feed(text.encode(), last=True)
    return scan


THEME = (
    "<theme><themeElements><clrScheme>{}</clrScheme><fontScheme/></themeElements><x><srgbClr val='FF0000'/></x></theme>"
)
STYLES = (
    "<styleSheet><fonts><font><color rgb='FFFF0000'/></font></fonts>"
    "<fills><fill><patternFill patternType='none'/></fill>"
    "<fill><patternFill patternType='solid'><fgColor theme='9' tint='0,4'/><bgColor/></patternFill></fill>"
    "<fill><gradientFill><stop><color indexed='10'/></stop></gradientFill></fill>"
    "<fill><patternFill patternType='solid'><fgColor theme='0'/></patternFill></fill></fills>"
    "<borders><border><color rgb='FF00FF00'/></border></borders>"
    "<cellXfs><xf fillId='0'/><xf fillId='1'/><xf fillId='2'/><xf fillId='3'/><xf fillId='9'/></cellXfs>"
    "<dxfs><dxf><fill><patternFill><fgColor rgb='FFFF0000'/></patternFill></fill></dxf></dxfs></styleSheet>"
)


def test_fills_are_found_in_the_styles_and_the_theme() -> None:
    """Colours come from fills alone, by digits, palette or theme, whichever part stands first."""
    names = ("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")
    theme = THEME.format("".join(f"<c><srgbClr val='{one}'/></c>" for one in (*names, *["0563C1"] * 4)))
    scan = _parts(("xl/styles.xml", STYLES), ("xl/theme/theme1.xml", theme))
    assert [scan.coloured_as(style) for style in range(6)] == ["", "grønn", "rød", "", "", ""]
    assert len(scan.theme) == 12


def test_dressed_cells_outside_any_table_are_let_go() -> None:
    """A coloured cell at the far end of a sheet takes no room, and is no reason to refuse the file."""
    cell = f"<c r='A1' s='1'/><c r='XFD{MAX_ROWS + 5}' s='1'/>"
    scan = _parts(("xl/worksheets/sheet1.xml", f"<worksheet><row>{cell}</row></worksheet>"))
    assert scan.sheets["xl/worksheets/sheet1.xml"].dressed == [((0, 0), 1)]


def test_colours_do_not_change_what_is_safe(tmp_path: Path) -> None:
    """A workbook with colours passes the same look as one without."""
    file = coloured(tmp_path / "t.xlsx", [HEAD, ["Kulturplan", "", "", "", ""]], {(1, 1): GREEN})
    copy, scan = safe_zip(file.read_bytes(), ".xlsx")
    assert zipfile.ZipFile(copy).testzip() is None
    assert any(scan.coloured_as(style) == "grønn" for _, style in scan.facts("Ark1").dressed)
