"""planlint import: what tables made by somebody who has never seen it write in other ways than those before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter
from support.helpers import fjordvik, run
from support.importtools import Rows, excel, imported, outcome, written

from planlint.source.yaml import parse

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

STRATEGY = "planstrategi-2023-2027"
ALL = {"typer": {"*": "temaplan"}, "planstrategi": STRATEGY}


def read(tmp_path: Path, cells: Rows, **ask: Any) -> ImportResult:
    """Give what the import of a sheet would do in Fjordvik."""
    return outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", cells), **{**ALL, **ask})


def decided(result: ImportResult, id_: str) -> dict[str, Any]:
    """Give the decision about one plan; none where there is no decision."""
    found: dict[str, Any] = next(iter((written(result)[id_].get("beslutninger") or {"": {}}).values()))
    return found


@pytest.mark.parametrize(
    ("cells", "decision"),
    [
        (["Oppstart", "Høring", "Vedtak"], {"valg": "revideres", "oppstart": 2025, "ferdig": 2027}),
        (["", "Planprogram", "Høring og vedtak"], {"valg": "revideres", "oppstart": 2026, "ferdig": 2027}),
        (["Vedtak", "Vedtak", "Vedtak"],
         {"valg": "revideres", "oppstart": 2025, "ferdig": 2027, "merknad": "Hvert år."}),
        (["", "Utgår", ""], {"valg": "utgår", "ferdig": 2026}),
        (["", "Q4", ""], {"valg": "revideres", "oppstart": "2026-K4", "ferdig": "2026-K4"}),
        (["Q1", "Q1", "Q1"], {"valg": "revideres", "oppstart": "2025-K1", "ferdig": "2027-K1"}),
    ],
)  # fmt: skip
def test_words_and_quarters_below_years_are_times(tmp_path: Path, cells: list[str], decision: dict[str, Any]) -> None:
    """A step of the work below a year is a time, and so is a quarter; what lies between them is kept as it stands."""
    rows = [["Plan", "Vedtatt", 2025, 2026, 2027], ["Kulturplan", "2018", *cells], ["Boligplan", "2019", "Vedtak"]]
    assert decided(read(tmp_path, rows), "kulturplan") == decision


def test_a_column_of_explained_letters_is_the_decision(tmp_path: Path) -> None:
    """«N/R/U» is no head that anybody knows; its letters are explained below the table."""
    rows = [["Plan", "N/R/U", "Enhet"], ["Kulturplan", "R", "SUT"], ["Boligplan", "N", "SUT"], ["Veiplan", "U", "SUT"],
            ["N = ny plan, R = revideres, U = utgår"]]  # fmt: skip
    result = read(tmp_path, rows)
    found = [decided(result, id_)["valg"] for id_ in ("kulturplan", "boligplan", "veiplan")]
    assert found == ["revideres", "ny", "utgår"]


def test_short_forms_of_bodies_and_units_are_spelt_out(tmp_path: Path) -> None:
    """A legend spells out who decided and in which case; a sheet of short forms spells out who is responsible."""
    path = tmp_path / "k.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, short = book.add_worksheet("Planer"), book.add_worksheet("Forkortelser")
        told = "HOU-sak = sak i hovedutvalg for helse og oppvekst. KST = kommunestyret"
        rows = [["Plan", "Vedtatt", "Ansvarlig"], ["Kulturplan", "HOU-sak 8/17", "KD"],
                ["Boligplan", "KST 48/22", "KD og HO"], [told]]  # fmt: skip
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        short.write_row(0, 0, ["KD", "Kommunedirektøren"])
        short.write_row(1, 0, ["HO", "Helse og omsorg"])
    result = outcome(fjordvik(tmp_path / "f"), path, **ALL, declare=True)
    culture, home = written(result)["kulturplan"], written(result)["boligplan"]
    assert [(one["sak"], one["dato"]) for one in culture["hendelser"] + home["hendelser"]] == [
        ("8/17", 2017), ("48/22", 2022),
    ]  # fmt: skip
    assert home["hendelser"][0]["organ"] == "kommunestyret"
    assert culture["ansvarlig"] == "kommunedirektoeren"
    assert home["ansvarlig"] == "kommunedirektoeren-og-helse-og-omsorg"


def test_votes_behind_the_start_are_to_come(tmp_path: Path) -> None:
    """«Oppstart | Vedtak» with years is the work; with days and cases the votes have been."""
    rows = [["Plan", "Status", "Oppstart", "Vedtak"], ["Kulturplan", "Vedtatt 2016", "2023", "Q2 2024"]]
    result = read(tmp_path, rows)
    plan = written(result)["kulturplan"]
    assert plan["arbeid"] == {"oppstart": 2023, "ferdig": "2024-K2"}
    events = plan["hendelser"]
    assert [(event["dato"], event.get("planlagt", False)) for event in events] == [(2016, False), ("2024-K2", True)]
    rows[1][3] = "12.3.2016, sak 8/16"
    assert written(read(tmp_path / "b", rows))["kulturplan"]["hendelser"][0]["dato"] == "2016-03-12"


def test_next_revision_of_a_plan_that_is_not_there_is_work(tmp_path: Path) -> None:
    """A year below «Neste rullering» adopts no plan whose vote is blank; the remark «Ny» decides, word for word too."""
    rows = [["Plan", "Vedtatt", "Neste rullering", "Merknad"], ["Kulturplan", "2018", "2025", ""],
            ["Boligplan", "", "2026", "Ny. Samarbeid med staten"],
            ["Veiplan", "", "2025-2026", "Under arbeid"]]  # fmt: skip
    result = read(tmp_path, rows)
    assert decided(result, "kulturplan")["valg"] == "revideres"
    assert decided(result, "boligplan") == {"valg": "ny", "ferdig": 2026}
    assert written(result)["boligplan"]["status"] == "planlagt"
    road = written(result)["veiplan"]
    assert (road["status"], road["arbeid"]) == ("igangsatt", {"oppstart": 2025, "ferdig": 2026})
    assert "beslutninger" not in road


def test_a_remark_decides_where_no_cross_does(tmp_path: Path) -> None:
    """In a table with crosses below decisions, a row without one may say the decision in its remark."""
    rows = [["Plan", "Vedtatt", "Videreføres", "Revideres", "Merknad"], ["Kulturplan", "2018", "x", "", "Vert vurdert"],
            ["Landbruksplan", "2012", "", "", "Vert vurdert i 2027"], ["Boligplan", "2012", "", "x", ""]]  # fmt: skip
    result = read(tmp_path, rows)
    assert decided(result, "landbruksplan")["valg"] == "vurderes"
    assert decided(result, "kulturplan")["valg"] == "videreføres"


def test_work_under_way_as_heading_revises_what_is_adopted(tmp_path: Path) -> None:
    """«Planer under arbeid i 2024» above a plan with a vote says that it is being revised."""
    rows = [["Plan", "Vedtatt", "Ny behandling"], ["Planer under arbeid i 2024:", "", ""],
            ["Kulturplan", "2018", "2025"], ["Boligplan", "–", "2026"]]  # fmt: skip
    result = read(tmp_path, rows)
    assert written(result)["kulturplan"]["status"] == "under_revisjon"
    assert decided(result, "kulturplan") == {"valg": "revideres", "ferdig": 2025}
    assert written(result)["boligplan"]["status"] == "igangsatt"


def test_a_title_goes_on_in_the_next_row(tmp_path: Path) -> None:
    """A row with only words that go on is part of the title above, and it is told; the user may say otherwise."""
    rows = [["Plan", "Vedtatt", "Beslutning"], ["Hovedplan for vann", "2018", "Revideres"],
            ["og saneringsplan for ledningsnettet", "", ""], ["Kulturplan", "2019", "Videreføres"]]  # fmt: skip
    result = read(tmp_path, rows)
    assert [one.tittel for one in result.endringer] == [
        "Hovedplan for vann og saneringsplan for ledningsnettet", "Kulturplan",
    ]  # fmt: skip
    assert any("resten av tittelen" in str(one) for one in result.merknader)
    own = read(tmp_path / "b", rows, rows={"og saneringsplan for ledningsnettet": "plan"})
    assert len(own.endringer) == 3


def test_sheets_with_the_names_of_units_are_asked_about(tmp_path: Path) -> None:
    """Several sheets alike, without a column of responsible: what their names mean is asked, and never taken."""
    path = tmp_path / "u.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, title in (("Stab", "Beredskapsplan"), ("Plan og drift", "Veiplan")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Plan", "Beslutning"])
            sheet.write_row(1, 0, [title, "Revideres"])
    root = fjordvik(tmp_path / "f")
    asked = imported(root, path, "--planstrategi", STRATEGY)
    assert '--group "Stab=ansvarlig"' in asked.stdout
    result = outcome(root, path, **ALL, groups={"*": "ansvarlig"}, declare=True)
    assert {plan["ansvarlig"] for plan in written(result).values()} == {"stab", "plan-og-drift"}


def test_rows_below_a_heading_of_work_are_asked_about(tmp_path: Path) -> None:
    """«Løpende oppgaver» says that what stands below it is no plans, unless a title names a plan."""
    rows = [["Plan", "Beslutning"], ["Kulturplan", "Revideres"], ["Løpende oppgaver:", ""], ["Digitalt arkiv", "Ny"]]
    result = read(tmp_path, rows, groups={"Løpende oppgaver:": "overskrift"})
    assert [one.tittel for one in result.endringer] == ["Kulturplan"]
    assert any("Digitalt arkiv" in str(line) for question in result.questions for line in question.about)


def test_yellow_rows_are_what_the_line_below_says(tmp_path: Path) -> None:
    """«Gule rader er nye planer» decides, and a row without a mark is carried on where the line says so."""
    path = tmp_path / "g.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, yellow = book.add_worksheet("Program 25-28"), book.add_format({"bg_color": "#FFFF00"})
        sheet.write_row(0, 0, ["Plan", "Vedtatt", 2025, 2026])
        sheet.write_row(1, 0, ["Kulturplan", "2018", "Vedtak", ""])
        sheet.write_row(2, 0, ["Sykkelplan", "", "", "Vedtak"], yellow)
        sheet.write_row(3, 0, ["Boligplan", "2019", "", ""])
        sheet.write(4, 0, "Gule rader er nye planer. Øvrige planer videreføres når det ikke står noe.")
    result = outcome(fjordvik(tmp_path / "f"), path, **ALL)
    assert decided(result, "sykkelplan") == {"valg": "ny", "ferdig": 2026}
    assert decided(result, "boligplan")["valg"] == "videreføres"
    assert decided(result, "kulturplan") == {"valg": "revideres", "ferdig": 2025}


def test_the_answer_for_all_others_changes_no_heading_that_is_understood(tmp_path: Path) -> None:
    """`--group "*=overskrift"` is about the headings that are asked about, and not about those read as units."""
    rows = [["Tenesteområde/plan", "Vedteken"], ["Oppvekst:", ""], ["Skuleplan", "2018"], ["Overordna planar:", ""],
            ["Klimaplan", "2019"]]  # fmt: skip
    result = read(tmp_path, rows, groups={"*": "overskrift"}, declare=True)
    assert written(result)["skuleplan"]["ansvarlig"] == "oppvekst"


# --- the same table again ---


def file_of(root: Path, id_: str) -> dict[str, Any]:
    """Give the file of a plan as it is."""
    found: dict[str, Any] = parse(next((root / "plans").rglob(f"{id_}.yaml")).read_text(encoding="utf-8"))[0]
    return found


ROWS: Rows = [["Plan", "Vedtatt", "Beslutning", "Forventet vedtak"], ["Kulturplan", "2018", "Revideres", "2024"],
              ["Planvask", "", "Ny", "2025"], ["Oppfølging av private planforslag", "", "Ny", "2025"]]  # fmt: skip
FIRST = ("--declare", "--source", "strategi", "--row", "*=oppgave", "--type", "*=temaplan", "--planstrategi", STRATEGY)


def test_what_only_the_last_edition_said_goes_out(tmp_path: Path) -> None:
    """A year that has changed leaves no announced vote of the old one; a task that has changed is changed too."""
    root = fjordvik(tmp_path / "f")
    assert imported(root, excel(tmp_path / "t.xlsx", ROWS), *FIRST, "--yes").returncode == 0
    new = [list(row) for row in ROWS]
    new[1][3], new[2][3] = "2027", "2026"
    told = imported(root, excel(tmp_path / "t.xlsx", new[:3]), "--source", "strategi", "--yes")
    assert told.returncode == 0, told.stdout
    assert "Oppgaven «Oppfølging av private planforslag» sto i tabellen sist" in told.stdout
    plan = file_of(root, "kulturplan")
    assert [str(one["dato"]) for one in plan["hendelser"] if one.get("planlagt")] == ["2027"]
    assert not any("2024" in str(ref.get("oppgir", "")) for ref in plan["kilder"])
    tasks = {one["tittel"]: one for one in file_of(root, STRATEGY)["oppgaver"]}
    assert tasks["Planvask"]["ferdig"] == 2026
    assert tasks["Oppfølging av private planforslag"]["ferdig"] == 2025


def test_a_new_answer_about_the_same_table_is_a_change(tmp_path: Path) -> None:
    """An answer that is given the second time changes what it is about; the same table with no answer changes none."""
    root = fjordvik(tmp_path / "f")
    rows: Rows = [["Plan", "Vedtatt", "2024", "2025"], ["Kulturplan", "2018", "x", ""], ["Boligplan", "", "x", "x"]]
    file = excel(tmp_path / "t.xlsx", rows)
    said = ("--declare", "--source", "strategi", "--type", "*=temaplan", "--planstrategi", STRATEGY)
    assert imported(root, file, *said, "--yes").returncode == 0
    assert file_of(root, "boligplan")["arbeid"] == {"oppstart": 2024, "ferdig": 2025}
    again = ("--source", "strategi", "--planstrategi", STRATEGY, "--yes")
    assert "Ingenting å skrive" in imported(root, file, *again).stdout
    assert imported(root, file, *again, "--decision", "Boligplan=ny").returncode == 0
    plan = file_of(root, "boligplan")
    assert plan["beslutninger"][STRATEGY] == {"valg": "ny", "oppstart": 2024, "ferdig": 2025}
    assert "arbeid" not in plan


VEDTA = ("vedta", "kulturplan", "--dato", "2018-03-01", "--organ", "kommunestyret", "--sak", "10/18")


def test_the_old_adoption_takes_no_coming_revision_away(tmp_path: Path) -> None:
    """`vedta` of a day long past keeps the revision that the table announces."""
    root = fjordvik(tmp_path / "f")
    assert imported(root, excel(tmp_path / "t.xlsx", ROWS), *FIRST, "--yes").returncode == 0
    plan = next((root / "plans").rglob("kulturplan.yaml"))
    text = plan.read_text(encoding="utf-8")
    plan.write_text("\n".join(one for one in text.split("\n") if "dato: 2018" not in one), encoding="utf-8")
    said = run("check", "--select", "PL401", "--date", "2024-06-15", cwd=root).stdout
    assert "viser ikke når den ble vedtatt" in said
    assert "bare ført opp som planlagt" not in said
    told = run(*VEDTA, cwd=root)
    assert told.returncode == 0, told.stderr
    assert [one["hva"] for one in file_of(root, "kulturplan")["hendelser"]] == ["vedtatt", "revidert"]


@pytest.mark.parametrize(
    "words",
    [
        ("set", "samfunnsdel", "arealplan_id=NUMMER"),
        ("new", "plan", "--title", "TITTEL", "--type", "temaplan"),
        ("vedta", "samfunnsdel", "--dato", "2024-01-01", "--organ", "kommunestyret", "--sak", "SAKSNUMMER"),
    ],
)
def test_a_word_in_capitals_is_no_value(tmp_path: Path, words: tuple[str, ...]) -> None:
    """What a printed command has in capitals is to be replaced, and is never written."""
    told = run(*words, cwd=fjordvik(tmp_path / "f"))
    assert told.returncode == 2
    assert "Bytt ut ordene i store bokstaver" in told.stderr


def test_a_word_below_next_revision_decides(tmp_path: Path) -> None:
    """«2027 (ny)» below «Planlagt rullering» is a new plan, also where the votes of others stand in a column."""
    rows = [["Plan", "Vedtatt", "Planlagt rullering"], ["Kulturplan", "2018", "2025"], ["Boligplan", "", "2027 (ny)"]]
    assert decided(read(tmp_path, rows), "boligplan") == {"valg": "ny", "ferdig": 2027}
