"""planlint import: shapes of tables that others make: heads with a year, explanations elsewhere, numbers, brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter
from support.helpers import fjordvik
from support.importtools import Rows, excel, outcome, written

from planlint.imports.table.heads import field_of
from planlint.imports.table.legend import legend
from planlint.imports.table.title_cell import read_title

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

STRATEGY = "planstrategi-2023-2027"
YEARS = ["Plan", "2024", "2025", "2026", "2027"]


def read(tmp_path: Path, cells: Rows, **ask: Any) -> ImportResult:
    """Give what the import of a sheet would do in Fjordvik."""
    told = {"typer": {"*": "temaplan"}, "planstrategi": STRATEGY} | ask
    return outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", cells), **told)


def plans(tmp_path: Path, cells: Rows, **ask: Any) -> dict[str, dict[str, Any]]:
    """Give the files that the import of a sheet would write in Fjordvik, with the one decision as `said`."""
    made = written(read(tmp_path, cells, **ask))
    return {id_: {**data, "said": data.get("beslutninger", {}).get(STRATEGY, {})} for id_, data in made.items()}


@pytest.mark.parametrize(
    ("head", "field"),
    [("#", "nummer"), ("Gjeldande plan vedteken", "vedtatt"), ("Kva plan", "tittel"), ("Planstart", "oppstart"),
     ("Prosjekteier", "ansvarlig"), ("Føresetnader", "vilkår"), ("Kva gjer vi i perioden?", "beslutning")],
)  # fmt: skip
def test_heads_of_others_are_known(head: str, field: str) -> None:
    """A head in nynorsk is the head in bokmål, and a sign of numbers is a head of numbers."""
    assert field_of(head)[0] == field


def test_a_head_with_a_year_above_words_is_read_by_its_word(tmp_path: Path) -> None:
    """«Status 2024» above words is a status; «Notat 2024» above words is kept word for word."""
    rows = [["Plan", "Status 2024", "Notat 2024", "Revisjon 2024–27"],
            ["Kulturplan", "Vedtatt 12.06.2018", "Sjekk kart først", "Nei"],
            ["Skoleplan", "Vedtatt 2012. Planarbeid pågår", "Sjekk tall først", "Ja, vedtas 2025"]]  # fmt: skip
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["hendelser"][0]["dato"] == "2018-06-12"
    assert "Sjekk kart først" in found["kulturplan"]["merknad"]
    assert (found["skoleplan"]["status"], found["skoleplan"]["said"]["ferdig"]) == ("under_revisjon", 2025)


def test_a_column_of_who_and_when_is_of_votes(tmp_path: Path) -> None:
    """«Vedteken av/dato» above bodies with their days is of votes; a column of bodies alone is not."""
    both = [["Namn på plan", "Vedteken av/dato", "Kva skal gjerast?"],
            ["Kulturplan", "Formannskapet 24.03.2022, sak 21/22", "Revisjon er i gang"],
            ["Skuleplan", "Formannskapet 2005", "Ny plan"]]  # fmt: skip
    found = plans(tmp_path / "a", both)["kulturplan"]
    assert (found["hendelser"][0]["dato"], found["said"]["valg"]) == ("2022-03-24", "revideres")
    alone = [["Namn på plan", "Vedteken av", "Status"], ["Kulturplan", "Formannskapet", "Vedtatt 2018"]]
    assert "organ" in {column.field for column in read(tmp_path / "b", alone).tabeller[0].columns}


def test_a_line_that_explains_crosses_with_a_colon_is_no_plan(tmp_path: Path) -> None:
    """«X: arbeid dette året. Planene vedtas det siste året» explains, so that a lone cross is the year of the vote."""
    rows = [[*YEARS], ["Kulturplan", "X", "", "", ""], ["X: arbeid dette året. Planene vedtas det siste året."]]
    found = plans(tmp_path, rows)
    assert {*found} == {"kulturplan"}
    assert found["kulturplan"]["arbeid"] == {"ferdig": 2024}


def test_codes_of_plan_types_stand_in_a_column_of_their_own(tmp_path: Path) -> None:
    """A column «Kode» with a few short words, each many times, is of types; with another code a row it is not."""
    few = [["Plan", "Kode", "Vedtatt"], ["Kulturplan", "TP", "2018"], ["Skoleplan", "TP", "2019"]]
    each = [["Plan", "Kode", "Vedtatt"], ["Kulturplan", "K1", "2018"], ["Skoleplan", "K2", "2019"]]
    assert "type" in {column.field for column in read(tmp_path / "a", few).tabeller[0].columns}
    assert "type" not in {column.field for column in read(tmp_path / "b", each).tabeller[0].columns}


def test_a_start_that_is_told_stands_beside_a_lone_year(tmp_path: Path) -> None:
    """A lone year among spans is the end, and no start; one that another cell has told stands."""
    rows = [["Plan", "Status", "Beslutning", "År"], ["Kulturplan", "Ny, oppstart 2025", "Ny plan", "2026"],
            ["Skoleplan", "", "Ny plan", "2026"], ["Vegplan", "", "Ny plan", "2025-2027"]]  # fmt: skip
    found = plans(tmp_path, rows)
    assert (found["kulturplan"]["said"]["oppstart"], found["kulturplan"]["said"]["ferdig"]) == (2025, 2026)
    assert found["skoleplan"]["said"]["ferdig"] == 2026
    assert "oppstart" not in found["skoleplan"]["said"]


def two_sheets(path: Path, lines: list[str]) -> Path:
    """Write a workbook with a sheet of lines before the table."""
    with xlsxwriter.Workbook(path) as book:
        first, second = book.add_worksheet("Forklaring"), book.add_worksheet("Planer")
        for at, line in enumerate(lines):
            first.write(at, 0, line)
        rows = [[*YEARS], ["Kulturplan", "O", "H", "V", ""], ["Skoleplan", "", "O", "", "V"]]
        for at, row in enumerate(rows):
            second.write_row(at, 0, [int(cell) if cell.isdigit() else cell for cell in row])
    return path


def test_a_sheet_of_explanations_explains_the_table(tmp_path: Path) -> None:
    """What a sheet without a table explains is used, told of, and no longer listed; its other lines are."""
    file = two_sheets(tmp_path / "t.xlsx", ["Tavla", "O = oppstart, H = høring, V = vedtak"])
    result = outcome(fjordvik(tmp_path / "f"), file, typer={"*": "temaplan"}, planstrategi=STRATEGY)
    assert written(result)["kulturplan"]["arbeid"] == {"oppstart": 2024, "ferdig": 2026}
    assert [line.text for line in result.unused if line.sheet == "Forklaring"] == ["Tavla"]
    assert any("O = oppstart" in str(told.args) for told in result.merknader)


def test_letters_that_nobody_explains_decide_nothing_beside_strange_ones(tmp_path: Path) -> None:
    """«V» beside «O» and «H» is no «videreføres»: the letters are kept word for word."""
    file = two_sheets(tmp_path / "t.xlsx", ["Uten forklaring her"])
    result = outcome(fjordvik(tmp_path / "f"), file, typer={"*": "temaplan"}, planstrategi=STRATEGY)
    made = written(result)["kulturplan"]
    assert "beslutninger" not in made
    assert "«V»" in made["merknad"]


def test_a_parenthesis_has_the_terms_that_the_legend_gives(tmp_path: Path) -> None:
    """What a parenthesis is said to mean is the terms of the marks in one; that it is uncertain is a doubt only."""
    rows = [[*YEARS], ["Kulturplan", "", "(R)", "", ""], ["Skoleplan", "R", "", "", ""], ["Vegplan", "(x)", "", "", ""]]
    told = plans(tmp_path / "a", [*rows, ["Bokstav i parentes betyr at arbeidet avhenger av midler."]])
    assert told["kulturplan"]["said"]["vilkår"] == "arbeidet avhenger av midler"
    assert "vilkår" not in told["skoleplan"]["said"]
    assert told["vegplan"]["arbeid"]["usikker"] is True
    only = plans(tmp_path / "b", [*rows, ["Parentes = tidspunktet er usikkert."]])
    assert "vilkår" not in only["kulturplan"]["said"]
    assert legend(["Parentes: dersom det er kapasitet."]).doubt == "dersom det er kapasitet"


def test_a_line_in_capitals_and_a_number_above_others_are_headings(tmp_path: Path) -> None:
    """Alone in its row, a line in capitals is a heading among plans that are not, and «2» is one above «2.1»."""
    rows = [["Nr", "Plan", "Vedtatt"], ["", "AREAL OG SAMFUNN", ""], ["1.1", "Kulturplan", "2018"],
            ["2", "Planer for oppvekst", ""], ["2.1", "Skoleplan", "2019"]]  # fmt: skip
    assert {*plans(tmp_path, rows)} >= {"kulturplan", "skoleplan"}
    assert {"planer-for-oppvekst", "areal-og-samfunn"}.isdisjoint(plans(tmp_path / "b", rows))
    loud = [["Plan", "Vedtatt"], ["KULTURPLAN", "2018"], ["SKOLEPLAN", "2019"], ["VEGPLAN", ""]]
    assert [line.text for table in read(tmp_path / "c", loud).tabeller for line in table.asked] == ["VEGPLAN"]


@pytest.mark.parametrize(
    ("cell", "text", "valg"),
    [("Kommuneplanens arealdel, rullering", "Kommuneplanens arealdel", "revideres"),
     ("Hovedplan for vann – hovedrevisjon", "Hovedplan for vann", "revideres"),
     ("Rutiner for revisjon", "Rutiner for revisjon", ""), ("Revidere kulturplan", "Kulturplan", "revideres")],
)  # fmt: skip
def test_what_shall_be_done_may_stand_behind_the_title(cell: str, text: str, valg: str) -> None:
    """A revision behind a comma or a dash is a decision, and no part of the title."""
    assert (read_title(cell).text, read_title(cell).valg) == (text, valg)


def test_a_cell_of_terms_that_says_only_a_status_is_one(tmp_path: Path) -> None:
    """«Under arbeid» below a head of terms is that the work goes on; real terms are terms."""
    rows = [["Plan", "Vedtatt", "Beslutning", "Forutsetninger"], ["Kulturplan", "2018", "Revideres", "Under arbeid"],
            ["Skoleplan", "2019", "Revideres", "Ny elevtallsprognose må foreligge"]]  # fmt: skip
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["status"] == "under_revisjon"
    assert "vilkår" not in found["kulturplan"]["said"]
    assert "Under arbeid" in found["kulturplan"]["merknad"]
    assert found["skoleplan"]["said"]["vilkår"] == "Ny elevtallsprognose må foreligge"


def test_work_that_ends_in_the_next_period_has_no_end_in_this_one(tmp_path: Path) -> None:
    """The last mark is no end where a cell says that the plan is finished in the next period; a column's end stays."""
    later = "Ferdigstillelse i neste kommunestyreperiode"
    rows = [[*YEARS, "Merknad"], ["Kulturplan", "", "", "", "R", later], ["Skoleplan", "", "", "", "R", ""],
            ["Vegplan", "", "", "", "", later]]  # fmt: skip
    found = plans(tmp_path / "a", rows)
    assert found["kulturplan"]["said"] == {"valg": "revideres", "oppstart": 2027}
    assert found["skoleplan"]["said"]["ferdig"] == 2027
    assert found["vegplan"]["said"] == {}
    column = [["Plan", "Beslutning", "Ferdig", "Merknad"], ["Kulturplan", "Revideres", "2027", later]]
    assert plans(tmp_path / "b", column)["kulturplan"]["said"]["ferdig"] == 2027


def test_a_status_of_a_day_and_a_case_is_a_vote(tmp_path: Path) -> None:
    """«K-sak 12/16, 18.02.2016» as a status is the vote; a day alone as a status is not known to be one."""
    rows = [["Plan", "Status", "Ansvarlig"], ["Kulturplan", "K-sak 12/16, 18.02.2016", ""],
            ["Skoleplan", "18.02.2016", ""]]  # fmt: skip
    found = plans(tmp_path, rows)
    assert found["kulturplan"]["hendelser"][0]["sak"] == "12/16"
    assert "hendelser" not in found["skoleplan"]


def test_what_is_revised_in_every_period_is_revised_in_this_one(tmp_path: Path) -> None:
    """Once a valgperiode, with the law that says so, is a revision in the planstrategi; the law is the legal basis."""
    rows = [["Plan", "Status", "Revisjon 2024–27"],
            ["Eierskapsmelding", "Vedtatt 2020", "Én gang i valgperioden, jf. kommuneloven § 26-1"]]  # fmt: skip
    found = plans(tmp_path, rows)["eierskapsmelding"]
    assert found["said"]["valg"] == "revideres"
    assert found["hjemmel"] == ["koml-26-1"]
