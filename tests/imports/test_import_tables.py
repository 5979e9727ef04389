"""planlint import: tables whose heads nobody has listed, their decisions and years, and lines that are no plans."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import docx
import pytest
import xlsxwriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from support.helpers import fjordvik, write
from support.importtools import Rows, excel, outcome, table, text, written

from planlint.imports.cells import ImportFault
from planlint.tables import CellError, ReadableColumn, cut, read_value

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

ALL = {"typer": {"*": "temaplan"}}
STRATEGY = "planstrategi-2023-2027"


def read(tmp_path: Path, cells: Rows, name: str = "Ark1", **ask: Any) -> ImportResult:
    """Give what the import of a sheet would do in Fjordvik, where every plan of no other type is a temaplan."""
    root = tmp_path / "f"
    return outcome(root if root.exists() else fjordvik(root), excel(tmp_path / "t.xlsx", cells, name), **{**ALL, **ask})


def decisions(result: ImportResult) -> dict[str, dict[str, Any]]:
    """Give the one decision of each plan, by id; plans without one are left out."""
    found = {id_: data.get("beslutninger") for id_, data in written(result).items()}
    return {id_: next(iter(said.values())) for id_, said in found.items() if said}


def columns(result: ImportResult) -> dict[str, str]:
    """Give the field of each column by its head."""
    return {column.head: column.field for column in result.tabeller[0].columns}


# --- heads ---


@pytest.mark.parametrize(
    ("head", "cells", "field"),
    [
        ("Navn på planoppgave", ["Kulturplan", "Skoleplan"], "tittel"),
        ("Planbehov i Fjordvik 2024–2027", ["Kulturplan", "Skoleplan"], "tittel"),
        ("Planbehov 2024–2027", ["Revideres", "Videreføres"], "beslutning"),
        ("Status pr. 2024", ["Vedtatt 2018", "Under arbeid"], "status"),
        ("Vedtatt/revidert", ["2018", "2019"], "vedtatt"),
        ("Ny/revidert plan", ["Ny", "Revisjon"], "beslutning"),
        ("Forventet vedtak", ["2025", "2026"], "ferdig"),
        ("Politisk utvalg", ["Formannskapet", "Formannskapet"], "utvalg"),
        ("Kommunal sektor", ["Oppvekst", "Miljø"], "ansvarlig"),
        ("Samfunnsfloke", ["Uro", "Slitasje"], "utfordring"),
        ("Noe helt annet", ["Revideres", "Videreføres"], "beslutning"),
        ("Farge", ["blå", "grønn"], "ordrett"),
    ],
)
def test_a_head_is_known_by_its_words_or_by_its_cells(tmp_path: Path, head: str, cells: list[str], field: str) -> None:
    """Years, the municipality's name and a slash make no difference; what no word tells, the cells may."""
    titles = ["Plan", "Helseplan", "Vannplan"] if field != "tittel" else ["Merknad", "en", "to"]
    rows = [list(pair) for pair in zip(titles, [head, *cells], strict=True)]
    rows[0].append("Periode")
    rows[1:] = [[*row, "2020-2024"] for row in rows[1:]]
    assert columns(read(tmp_path, rows, planstrategi=STRATEGY))[head] == field


def test_the_user_says_what_a_column_is(tmp_path: Path) -> None:
    """--column goes before what the head and the cells say, and it is told that the user said so."""
    rows = [["Plan", "Når", "Farge"], ["Kulturplan", "2026", "Revideres"]]
    result = read(tmp_path, rows, columns={"Når": "rullering", "Farge": "ordrett"})
    assert columns(result) == {"Plan": "tittel", "Når": "rullering", "Farge": "ordrett"}
    assert written(result)["kulturplan"]["revisjon"] == {"neste": 2026}
    assert "Farge" in written(result)["kulturplan"]["merknad"] or "farge" in written(result)["kulturplan"]["merknad"]


def test_an_empty_head_over_names_is_the_titles(tmp_path: Path) -> None:
    """Years beside a column without a head: its names are the plans, and prose without a head is a remark."""
    rows = [["", "2024", "2025", "", "Kostnad"], ["Kulturplan", "x", "x", "Ny plan i 2025", "100 t"]]
    result = read(tmp_path, rows, planstrategi=STRATEGY, decisions={"*": "ny"})
    assert [change.tittel for change in result.endringer] == ["Kulturplan"]
    assert decisions(result)["kulturplan"] == {"valg": "ny", "oppstart": 2024, "ferdig": 2025}
    assert "100 t" in written(result)["kulturplan"]["merknad"]


def test_plain_lists_and_one_known_head_are_enough(tmp_path: Path) -> None:
    """A list of titles under «Planer» is a table of plans; so is a table where only the titles' head is known."""
    assert [one.tittel for one in read(tmp_path, [["Planer"], ["Kulturplan"], ["Skoleplan"]]).endringer] == [
        "Kulturplan", "Skoleplan",
    ]  # fmt: skip
    result = read(tmp_path, [["Plan", "Farge"], ["Kulturplan", "blå"]])
    assert written(result)["kulturplan"]["merknad"] == "Fra tabellen, farge: «blå»."
    with pytest.raises(ImportFault):
        read(tmp_path, [["Farge", "Form"], ["blå", "rund"]])


def test_a_head_in_two_lines_makes_no_plan(tmp_path: Path) -> None:
    """«Plan» merged over two rows, years below a wide head: the second row of the head is no row of the table."""
    path = tmp_path / "m.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Matrise")
        sheet.merge_range("A1:A2", "Plan")
        sheet.merge_range("B1:D1", "Revideres")
        sheet.merge_range("E1:E2", "Merknad")
        sheet.write_row("B2", [2024, 2025, 2026])
        sheet.write_row("A3", ["Kulturplan", "", "x", "x", "Stor"])
    result = outcome(fjordvik(tmp_path / "f"), path, **ALL, planstrategi=STRATEGY)
    assert [change.tittel for change in result.endringer] == ["Kulturplan"]
    assert decisions(result)["kulturplan"] == {"valg": "revideres", "oppstart": 2025, "ferdig": 2026}


# --- years and marks ---

HEAD = ["Plan", 2024, 2025, 2026, 2027, "Forklaring"]
LEGEND = "R = Revideres, U = Utarbeides, O = Oppheves når ny er vedtatt. Bokstaven står i anslått vedtaksår."


@pytest.mark.parametrize(
    ("marks", "decision"),
    [
        (["R", "R", "", ""], {"valg": "revideres", "oppstart": 2024, "ferdig": 2025}),
        (["", "", "R", ""], {"valg": "revideres", "ferdig": 2026}),
        (["U", "", "", ""], {"valg": "ny", "ferdig": 2024}),
        (["", "O", "", ""], {"valg": "oppheves", "vilkår": "når ny er vedtatt", "ferdig": 2025}),
        (
            ["R", "", "", "R"],
            {"valg": "revideres", "ferdig": 2024, "deretter": [{"valg": "revideres", "ferdig": 2027}]},
        ),
        (
            ["U", "O", "", ""],
            {
                "valg": "ny", "ferdig": 2024,
                "deretter": [{"valg": "oppheves", "vilkår": "når ny er vedtatt", "ferdig": 2025}],
            },
        ),
        (["R", "R", "R", "R"], {"valg": "revideres", "oppstart": 2024, "ferdig": 2027, "merknad": "Hvert år."}),
    ],
)  # fmt: skip
def test_letters_under_years_are_read_by_their_legend(
    tmp_path: Path, marks: list[str], decision: dict[str, Any]
) -> None:
    """The letter is the decision, the year is the vote's where the legend says so, and a second letter comes next."""
    document = docx.Document()
    document.add_paragraph(LEGEND)
    table(
        document,
        [["2024", "2025", "2026", "2027", "Oppvekst"], [*marks, "Kulturplan"], ["R", "", "", "", "Skoleplan"]],
    )
    document.save(str(tmp_path / "d.docx"))
    result = outcome(fjordvik(tmp_path / "f"), tmp_path / "d.docx", **ALL, planstrategi=STRATEGY)
    assert decisions(result)["kulturplan"] == decision


def test_the_legend_says_what_no_mark_means(tmp_path: Path) -> None:
    """A plan without a letter is carried on only where a line says so, and the line is the reason."""
    rows = [["Plan", 2024, 2025], ["Kulturplan", "R", ""], ["Skoleplan", "", ""]]
    answers = {"rows": {"*": "plan"}, "planstrategi": STRATEGY}
    assert "skoleplan" not in decisions(read(tmp_path, rows, **answers))
    told = [["For planer der det ikke står bokstav, er det ikke behov for revidering."], *rows]
    found = decisions(read(tmp_path, told, **answers))["skoleplan"]
    assert found["valg"] == "videreføres"
    assert "ikke står bokstav" in found["begrunnelse"]


def test_man_years_under_years_are_kept_as_numbers(tmp_path: Path) -> None:
    """1 and 0,5 under years are årsverk; the work lasts from the first year with some to the last."""
    rows = [["Plan", "Årsverk 2024", "Årsverk 2025", "Årsverk 2026"], ["Kulturplan", 1, 0.5, 0], ["Skoleplan", 0, 0, 1]]
    result = read(tmp_path, rows, planstrategi=STRATEGY, decisions={"*": "ny"})
    assert decisions(result) == {
        "kulturplan": {"valg": "ny", "oppstart": 2024, "ferdig": 2025, "årsverk": {2024: 1, 2025: 0.5, 2026: 0}},
        "skoleplan": {"valg": "ny", "oppstart": 2026, "ferdig": 2026, "årsverk": {2024: 0, 2025: 0, 2026: 1}},
    }
    undecided = read(tmp_path, rows, planstrategi=STRATEGY)
    assert written(undecided)["kulturplan"]["arbeid"] == {"oppstart": 2024, "ferdig": 2025}
    assert "2025: 0,5" in written(undecided)["kulturplan"]["merknad"]


def test_marks_under_decisions_are_the_decisions(tmp_path: Path) -> None:
    """Videreføres | Revideres | Ny plan | Utgår with crosses; a cross in a parenthesis is a doubt."""
    rows = [
        ["Plan", "Vedtatt", "Videreføres", "Revideres", "Ny plan", "Utgår"],
        ["Kulturplan", "2018", "x", "", "", ""],
        ["Skoleplan", "2019", "", "(x)", "", ""],
        ["Vannplan", "", "", "", "X", ""],
        ["Landbruksplan", "2011", "", "", "", "x"],
    ]
    assert decisions(read(tmp_path, rows, planstrategi=STRATEGY)) == {
        "kulturplan": {"valg": "videreføres"},
        "skoleplan": {"valg": "revideres", "usikker": True},
        "vannplan": {"valg": "ny"},
        "landbruksplan": {"valg": "utgår"},
    }


def test_work_on_a_plan_in_force_is_a_revision_of_it(tmp_path: Path) -> None:
    """Crosses and no decision: an adopted plan is revised; what nobody decides, is asked about and kept as work."""
    rows = [["Plan", "Vedtatt", 2025, 2026], ["Kulturplan", "2018", "x", ""], ["Skoleplan", "", "", "x"]]
    result = read(tmp_path, rows, planstrategi=STRATEGY)
    assert decisions(result) == {"kulturplan": {"valg": "revideres", "oppstart": 2025, "ferdig": 2025}}
    assert written(result)["skoleplan"]["arbeid"] == {"oppstart": 2026, "ferdig": 2026}
    assert any('--decision "Skoleplan=VALG"' in str(one) for one in result.merknader)


# --- groups and lines ---


def test_a_heading_may_be_a_decision_a_unit_or_a_type_and_is_never_inherited(tmp_path: Path) -> None:
    """«Utgår som planoppgaver:» under «Nr.», «Nye planer», a sector, a type; an unknown one stops the import."""
    rows = [
        ["Nr.", "Planoppgave", "Vedtatt"],
        ["Nye planer", "", ""],
        ["1", "Kulturplan", ""],
        ["Utgår som planoppgaver:", "", ""],
        ["2", "Skoleplan", "2012"],
        ["Strategier", "", ""],
        ["3", "Klimaplan", "2019"],
        ["Landbruk:", "", ""],
        ["4", "Beiteplan", "2020"],
    ]
    asked = read(tmp_path, rows, planstrategi=STRATEGY, typer={})
    assert any("overskriftene" in one.text.tekst for one in asked.questions)
    result = read(tmp_path, rows, planstrategi=STRATEGY, groups={"Landbruk:": "overskrift"})
    assert not result.is_open
    found = written(result)
    assert found["kulturplan"]["beslutninger"][STRATEGY]["valg"] == "ny"
    assert found["skoleplan"]["beslutninger"][STRATEGY]["valg"] == "utgår"
    assert (found["klimaplan"]["type"], "beslutninger" in found["klimaplan"]) == ("strategi", False)
    assert (found["beiteplan"]["type"], "beslutninger" in found["beiteplan"]) == ("temaplan", False)


def test_lines_that_are_no_plans_are_not_written_without_a_yes(tmp_path: Path) -> None:
    """Sums, legends and sentences are left out and told; a title alone is asked about; a yes takes it in."""
    rows = [
        ["Plan", "Status"],
        ["Kulturplan", "Vedtatt 2018"],
        ["Andre oppgaver", ""],
        ["SUM", "12"],
        ["(x) = dersom kapasiteten tillater det", ""],
        ["Kommunen skal i perioden gå gjennom alle planer som er eldre enn ti år.", ""],
    ]
    result = read(tmp_path, rows)
    assert [one.kind for one in result.unused] == ["sum", "legend", "sentence"]
    assert result.is_open
    for answer, ids in (("plan", ["kulturplan", "andre-oppgaver"]), ("ikke", ["kulturplan"])):
        told = read(tmp_path, rows, rows={"*": answer}) if answer == "ikke" else None
        told = told or read(tmp_path, rows, rows={"Andre oppgaver": answer})
        assert not told.is_open
        assert [*written(told)] == ids


def test_several_plans_in_one_cell_are_told(tmp_path: Path) -> None:
    """A list of plans in a cell is no long name: the row is of each; where a cell has more lines, it is asked about."""
    rows = [["Plan", "Status"], ["Kulturplan\nSkoleplan", "Vedtatt 2018"], ["Vannplan", "Planlagt"]]
    result = read(tmp_path, rows)
    assert [*written(result)] == ["kulturplan", "skoleplan", "vannplan"]
    assert written(result)["skoleplan"]["hendelser"] == [{"hva": "vedtatt", "dato": 2018}]
    assert any("flere planer" in one.tekst for one in result.merknader)
    lined = read(tmp_path, [rows[0], [rows[1][0], "Vedtatt 2018\nVedtatt 2020"], rows[2]])
    assert lined.is_open
    assert [line.text for line in lined.tabeller[0].asked] == ["Kulturplan\nSkoleplan"]
    assert "kulturplan-skoleplan" in written(read(tmp_path, rows, rows={"Kulturplan Skoleplan": "plan"}))


def test_work_that_is_no_plan_goes_into_the_planstrategi(tmp_path: Path) -> None:
    """A row that the user calls a task is written among the planstrategi's own tasks, with its years."""
    rows = [["Plan", "Beslutning", 2024, 2025], ["Kulturplan", "Revideres", "x", ""], ["Private planer", "", 2, 1.5]]
    result = read(tmp_path, rows, planstrategi="planstrategi-2031-2035", rows={"Private planer": "oppgave"})
    made = next(raw.decode() for path, raw in result.others.items() if "planstrategier" in path)
    assert "tittel: Private planer" in made
    assert "private-planer" not in written(result)


# --- questions ---


def test_a_plan_without_a_type_is_asked_about_with_the_words_to_type(tmp_path: Path) -> None:
    """Nothing is written, and the answer for all is among the options; a code is answered by itself."""
    rows = [["Plan", "Type", "Vedtatt"], ["Kulturplan", "QQ", "2018"], ["Skoleplan", "", "2019"]]
    result = read(tmp_path, rows, typer={})
    options = [option for question in result.questions for _, option in question.options]
    assert {'--type "QQ=ID"', '--type "*=ID"', "--declare"} <= {*options}
    told = written(read(tmp_path, rows, typer={"QQ": "strategi", "*": "temaplan"}))
    assert (told["kulturplan"]["type"], told["skoleplan"]["type"]) == ("strategi", "temaplan")


def test_an_answer_that_is_about_nothing_is_told(tmp_path: Path) -> None:
    """Every option that names a word in the file is held against it."""
    said = {name: {"Ukjent": word} for name, word in (("columns", "tid"), ("groups", "overskrift"), ("rows", "plan"))}
    result = read(tmp_path, [["Plan", "Status"], ["Kulturplan", "Planlagt"]], **said)
    told = [one for one in [*result.merknader, *result.faults] if "ingenting i filen" in one.tekst]
    assert len(told) == len(said)


def test_which_planstrategi_is_asked_for_or_follows_from_the_years(tmp_path: Path) -> None:
    """The years in a head give the one of that valgperiode; of years without one, a new one is offered."""
    there = "tittel: Planstrategi 2024–2027\nvalgperiode: 2023-2027\n"
    write(fjordvik(tmp_path / "f"), "planstrategier/planstrategi-2023-2027.yaml", there)
    for years, questions in (("2024–2027", 0), ("2032–2035", 1)):
        rows = [["Plan", f"Vurdering {years}"], ["Kulturplan", "Revideres"]]
        assert len(read(tmp_path, rows).questions) == questions, years
    made = read(tmp_path, [["Plan", "Vurdering 2032–2035"], ["Kulturplan", "Revideres"]], declare=True)
    assert b"valgperiode: 2031-2035" in made.others["plans/planstrategier/planstrategi-2032-2035.yaml"]


def test_units_and_bodies_are_gathered_and_declared_in_the_same_run(tmp_path: Path) -> None:
    """Each is declared once, with its name; a name of a person is never."""
    rows = [
        ["Plan", "Ansvarlig", "Utvalg", "Beslutning"],
        ["Kulturplan", "HR og beredskap", "Formannskapet", "Revideres"],
        ["Skoleplan", "HR og beredskap", "Formannskapet", "Revideres"],
        ["Vannplan", "Kari Nordmann", "", "Revideres"],
    ]
    result = read(tmp_path, rows, planstrategi=STRATEGY, declare=True)
    system = result.others["plans/plansystem.yaml"].decode()
    assert system.count("HR og beredskap") == 1
    assert "Kari" not in system
    assert "Kari" not in str(written(result))
    found = written(result)["skoleplan"]
    assert found["ansvarlig"] == "hr-og-beredskap"
    assert found["beslutninger"][STRATEGY]["utvalg"] == "formannskapet"


def test_the_words_of_the_registers_own_language(tmp_path: Path) -> None:
    """A register in nynorsk gets remarks in nynorsk."""
    root = fjordvik(tmp_path / "f")
    system = root / "plans/plansystem.yaml"
    system.write_text(system.read_text(encoding="utf-8").replace("språk: nb", "språk: nn"), encoding="utf-8")
    result = outcome(root, text(tmp_path / "t.csv", "Plan;Status;Farge\nKulturplan;Planlagt;blå\n"), **ALL)
    assert written(result)["kulturplan"]["merknad"] == "Frå tabellen, farge: «blå»."


def test_a_cell_that_is_full_is_told(tmp_path: Path) -> None:
    """Excel holds 32,767 characters in a cell, and counts an emoji as two: what stood behind is likely to be gone."""
    rows: Rows = [["Plan", "Merknad"], ["Kulturplan", "😀" + "a" * 32_765], ["Skoleplan", "a" * 32_000]]
    told = [one for one in read(tmp_path, rows).merknader if "kuttet" in one.tekst]
    assert len(told) == 1


def test_what_a_cell_holds_is_counted_as_excel_counts() -> None:
    """A text is cut where Excel would cut it, and never in the middle of an emoji."""
    assert cut("a" * 32_767) == "a" * 32_767
    assert cut("a" * 32_766 + "😀") == "a" * 32_766
    assert cut("😀" * 20_000) == "😀" * 16_383


def test_a_day_in_a_column_of_text_is_no_text() -> None:
    """Excel has made a day of what somebody typed: nobody can tell what it was, and it is not guessed at."""
    column = ReadableColumn("sak", ("sak",), "tekst")
    assert read_value(column, "12/26") == "12/26"
    with pytest.raises(CellError):
        read_value(column, date(2026, 1, 12))


@pytest.mark.parametrize("mark", ["", "x"])
def test_a_shade_below_a_year_is_a_mark(tmp_path: Path, mark: str) -> None:
    """An empty cell with a colour under a year is a cross, where the table has no crosses; else it is only coloured."""
    document = docx.Document()
    head = ["Plan", "Vedtatt", "2024", "2025", "2026"]
    made = table(document, [head, ["Kulturplan", "2018", "", "", ""], ["Skoleplan", "2019", mark, "", ""]])
    for row, column in ((1, 3), (1, 4), (2, 0)):
        shade = OxmlElement("w:shd")
        shade.set(qn("w:fill"), "FFC000")
        made.cell(row, column)._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the library offers no other way
    document.save(str(tmp_path / "d.docx"))
    found = decisions(outcome(fjordvik(tmp_path / "f"), tmp_path / "d.docx", **ALL, planstrategi=STRATEGY))
    assert ("kulturplan" in found, "skoleplan" in found) == (not mark, bool(mark))
    assert not mark or found["skoleplan"] == {"valg": "revideres", "oppstart": 2024, "ferdig": 2024}
    assert mark or found["kulturplan"] == {"valg": "revideres", "oppstart": 2025, "ferdig": 2026}


def test_a_priority_alone_decides_nothing(tmp_path: Path) -> None:
    """A plan in force with a priority and no work is not said to be revised; the priority is kept word for word."""
    rows = [
        ["Plan", "Vedtatt", "Prioritet", "Vurdering"],
        ["Kulturplan", "2018", "Må", ""],
        ["Skoleplan", "", "2", "Ny"],
    ]
    result = read(tmp_path, rows, planstrategi=STRATEGY)
    assert decisions(result) == {"skoleplan": {"valg": "ny", "prioritet": 2}}
    assert "prioritet: «Må»" in written(result)["kulturplan"]["merknad"]
