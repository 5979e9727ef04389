"""planlint import: kinds of tables that nobody has shown beforehand, each in the smallest table that is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
import pytest
from support.helpers import fjordvik
from support.importtools import Rows, excel, outcome, table, text, written

from planlint.imports import Choices

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

ALL = {"typer": {"*": "temaplan"}}
STRATEGY = "planstrategi-2023-2027"


def read(tmp_path: Path, cells: Rows, **ask: Any) -> ImportResult:
    """Give what the import of a sheet would do in Fjordvik, where every plan of no other type is a temaplan."""
    root = tmp_path / "f"
    found = excel(tmp_path / "t.xlsx", cells)
    return outcome(root if root.exists() else fjordvik(root), found, **{**ALL, "planstrategi": STRATEGY, **ask})


def decided(result: ImportResult) -> dict[str, dict[str, Any]]:
    """Give the one decision of each plan that has one, by id."""
    found = {id_: data.get("beslutninger") for id_, data in written(result).items()}
    return {id_: next(iter(said.values())) for id_, said in found.items() if said}


@pytest.mark.parametrize(
    ("head", "cell", "valg"),
    [
        ("Hva gjør vi i perioden?", "Revideres, oppstart 2025", "revideres"),
        ("Kva skjer?", "Inga endring", "videreføres"),
        ("Vurdert behov", "Står ved lag", "videreføres"),
        ("Kva gjer vi?", "Blir oppheva når ny plan er vedteken", "oppheves"),
        ("Merknad", "Ny plan, tilskudd fra staten", "ny"),
    ],
)
def test_a_decision_is_known_by_its_first_words(tmp_path: Path, head: str, cell: str, valg: str) -> None:
    """Under a head that asks, and among remarks that begin with decisions, the first words decide."""
    result = read(tmp_path, [["Plan", "Enhet", head], ["Kulturplan", "Kultur", cell]])
    assert decided(result)["kulturplan"]["valg"] == valg


def test_a_vote_below_plans_for_time_is_one_to_come(tmp_path: Path) -> None:
    """«Vedtak» beside «Oppstart» below «Tid» is when the work ends, and no adoption."""
    rows = [
        ["Plan", "Vedtatt", "Beslutning", "Tid", ""],
        ["Plan", "Vedtatt", "Beslutning", "Oppstart", "Vedtak"],
        ["Kulturplan", "2018", "Revideres", "2025", "2026"],
    ]
    assert decided(read(tmp_path, rows))["kulturplan"] == {"valg": "revideres", "oppstart": 2025, "ferdig": 2026}


def test_a_line_above_a_table_may_be_the_decision(tmp_path: Path) -> None:
    """Tables below «Planer som oppheves» and «Nye planer» have their decisions there; a list of types has no plans."""
    document = docx.Document()
    for heading, title in (("4.1 Nye planer", "Kulturplan"), ("4.2 Planer som oppheves", "Skoleplan")):
        document.add_heading(heading, 2)
        table(document, [["Plan", "Merknad"], [title, "Kort."]])
    document.add_heading("Vedlegg", 2)
    table(document, [["Plantype", "Hva den er"], ["Temaplan", "Plan for et tema"], ["Strategi", "Et retningsvalg"]])
    document.save(str(tmp_path / "d.docx"))
    result = outcome(fjordvik(tmp_path / "f"), tmp_path / "d.docx", **ALL, planstrategi=STRATEGY)
    assert {id_: said["valg"] for id_, said in decided(result).items()} == {"kulturplan": "ny", "skoleplan": "oppheves"}
    assert [*written(result)] == ["kulturplan", "skoleplan"]


def test_a_list_without_a_head_is_read(tmp_path: Path) -> None:
    """Headings that end in a colon and names below them are a table, though commas stand in the names."""
    lines = "Planer 2023–2027\n\nNye planer:\nPlan for barn, unge og eldre\nKulturplan – er under arbeid\n\n"
    path = text(tmp_path / "l.csv", f"{lines}Planer som utgår:\nSkoleplan (vedtatt 20.06.2017, sak 48/17)\n")
    result = outcome(fjordvik(tmp_path / "f"), path, **ALL, planstrategi=STRATEGY)
    found = {id_: said["valg"] for id_, said in decided(result).items()}
    assert found == {"plan-for-barn-unge-og-eldre": "ny", "kulturplan": "ny", "skoleplan": "utgår"}
    assert written(result)["skoleplan"]["hendelser"] == [{"hva": "vedtatt", "dato": "2017-06-20", "sak": "48/17"}]
    assert written(result)["kulturplan"]["status"] == "igangsatt"


def test_a_heading_is_asked_about_only_where_something_hinges_on_it(tmp_path: Path) -> None:
    """Where the plans have their types, the words of a heading are kept with them, and nothing is asked."""
    rows = [["Plan", "Status"], ["Indre liv:", ""], ["Kulturplan", "Vedtatt 2018"]]
    result = read(tmp_path, rows)
    assert not result.questions
    assert "Indre liv" in written(result)["kulturplan"]["merknad"]
    asked = read(tmp_path, rows, typer={})
    assert {option for one in asked.questions for _, option in one.usual} >= {
        '--group "*=overskrift"',
        '--type "*=temaplan"',
    }


def test_a_next_revision_is_decided_only_in_a_planstrategi(tmp_path: Path) -> None:
    """A time under «Neste revisjon» is a decision with its end in a planstrategi, and foreseen in a register."""
    rows = [
        ["Plan", "Vedtatt", "Neste revisjon"],
        ["Kulturplan", "2018", "2026"],
        ["Skoleplan", "2019", "Oppstart 2025"],
    ]
    rows.append(["Boligplan", "Ikke vedtatt", "Oppstart 2025"])
    found = decided(read(tmp_path, rows))
    assert "boligplan" not in found
    assert found["kulturplan"] == {"valg": "revideres", "ferdig": 2026}
    assert found["skoleplan"] == {"valg": "revideres", "oppstart": 2025}
    register = written(read(tmp_path, rows, planstrategi=""))["kulturplan"]
    assert register["revisjon"] == {"neste": 2026}
    assert "arbeid" not in register
    assert register["status"] == "vedtatt"
    declared = read(tmp_path, rows, planstrategi="", declare=True)
    assert any("hvilken planstrategi" in one.tekst for one in declared.merknader)
    assert decided(declared)["kulturplan"]["valg"] == "revideres"


def test_planned_work_has_not_begun(tmp_path: Path) -> None:
    """Work in the first year of a planstrategi is planned; a committee that has the matter adopts nothing."""
    rows = [["Plan", "Beslutning 2024–2027", "Oppstart", "Forventet vedtak", "Politisk utvalg"]]
    rows.append(["Kulturplan", "Ny plan", "2024", "2025", "Formannskapet"])
    found = written(read(tmp_path, rows))["kulturplan"]
    assert found["status"] == "planlagt"
    assert found["hendelser"] == [{"hva": "vedtatt", "dato": 2025, "planlagt": True}]


def test_two_separate_marks_are_two_rounds_and_man_months_no_man_years(tmp_path: Path) -> None:
    """2024 and 2027 with nothing between is no work of four years; «Månedsverk» are kept as they stand."""
    rows = [["Plan", "Vedtatt", 2024, 2025, 2026, 2027], ["Kulturplan", "2018", "x", "", "", "x"]]
    said = decided(read(tmp_path, rows))["kulturplan"]
    assert (said["oppstart"], said["ferdig"]) == (2024, 2024)
    assert said["deretter"] == [{"valg": "revideres", "oppstart": 2027, "ferdig": 2027}]
    months = [["Plan", "Vedtatt", "Månedsverk 2024", "Månedsverk 2025"], ["Kulturplan", "2018", 6, 0.5]]
    assert "årsverk" not in decided(read(tmp_path, months))["kulturplan"]


def test_units_may_be_told_by_the_head_of_the_titles(tmp_path: Path) -> None:
    """Below «Tenesteområde/plan» a heading is a unit, but for one that names plans."""
    rows = [["Tenesteområde/plan", "Vedteken"], ["Oppvekst:", ""], ["Skuleplan", "2018"], ["Felles planar:", ""]]
    result = read(tmp_path, [*rows, ["Kystplan", "2019"]], declare=True)
    assert written(result)["skuleplan"]["ansvarlig"]
    assert "ansvarlig" not in written(result)["kystplan"]


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        ("decisions", "Gol kommune", "ingenting i filen trenger"),
        ("rows", "Gol kommune", "ingenting i filen trenger"),
        ("groups", "Gol kommune", "ingenting i filen trenger"),
        ("decisions", "Temaplan for idrett og friluftsliv", "flere tekster"),
        ("rows", "Temaplan for idrett og friluftsliv", "flere tekster"),
    ],
)
def test_an_answer_that_hits_nothing_or_several_stops_the_import(
    tmp_path: Path, option: str, word: str, said: str
) -> None:
    """Nothing is written where an answer is about no text, or is the beginning of several."""
    rows = [["Plan", "Beslutning", 2024, 2025], ["Temaplan for idrett og friluftsliv i nord", "", 1, ""]]
    rows.append(["Temaplan for idrett og friluftsliv i sør", "", "", 0.5])
    answer = {"decisions": "ny", "rows": "oppgave", "groups": "overskrift"}[option]
    result = read(tmp_path, rows, **{option: {word: answer}})
    assert result.is_open
    assert [said in one.tekst for one in result.faults] == [True]


def test_an_answer_of_a_whole_text_begins_no_other(tmp_path: Path) -> None:
    """The title itself goes before a title that begins like it, whichever comes first in the table."""
    rows = [["Plan", "Beslutning", 2024, 2025], ["Temaplan for idrett og friluftsliv i nord", "", 1, ""]]
    rows.append(["Temaplan for idrett og friluftsliv", "", "", 0.5])
    result = read(tmp_path, rows, decisions={"Temaplan for idrett og friluftsliv": "ny"})
    assert not result.is_open
    assert [id_ for id_, one in decided(result).items() if one.get("valg")] == ["temaplan-for-idrett-og-friluftsliv"]


def test_what_will_be_declared_is_not_said_to_be(tmp_path: Path) -> None:
    """A run that writes nothing has put nothing into plansystem.yaml, and says when that will be done."""
    rows = [["Plan", "Vedtatt", "Ansvarlig"], ["Kulturplan", "2019", "Avdeling for drift"]]
    told = [one.tekst for one in read(tmp_path, rows, declare=True).merknader]
    assert [one for one in told if one.startswith("Blir lagt inn")]
    assert not [one for one in told if one.startswith("Lagt inn")]


def test_a_row_is_asked_about_with_what_it_says(tmp_path: Path) -> None:
    """That a row has only a title is said of one that does; of another what it lacks, and what it has."""
    rows = [["Nr", "Plan", "Vedtatt"], [1, "Kulturplan", "2018"], [2, "Skoleplan", "2019"], ["", "Kystplan", "2020"]]
    result = read(tmp_path, [*rows, [3, "Landbruk", ""]])
    (question,) = result.questions
    assert [("bare en tittel" in one.tekst, "2020" in str(one.args)) for one in question.about] == [
        (False, True),
        (True, False),
    ]


def test_a_kind_that_is_parted_in_types_is_asked_about_and_never_declared(tmp_path: Path) -> None:
    """Beside kommunedelplan for area and theme no third type is made; a cell that says which is believed."""
    root = fjordvik(tmp_path / "f")
    system = root / "plans/plansystem.yaml"
    more = "plantyper:\n  kommunedelplan-areal: {navn: kommunedelplan (areal)}\n"
    more += "  kommunedelplan-tema: {navn: kommunedelplan (tema)}\n"
    source = system.read_text(encoding="utf-8").replace("plantyper:\n", more, 1)
    system.write_text(source.replace("  kommunedelplan:\n", "  annenplan:\n"), encoding="utf-8")
    rows = [["Plan", "Type", "Vedtatt"], ["Sentrum", "Kommunedelplan (arealplan)", "2019"]]
    rows += [["Kultur", "Kommunedelplan", "2020"], ["Kommunedelplan for vann", "", "2021"]]
    result = read(tmp_path, rows, declare=True)
    (question,) = result.questions
    assert question.options[0][1] == '--type "kommunedelplan=kommunedelplan-areal"'
    assert written(result)["sentrum"]["type"] == "kommunedelplan-areal"
    assert not [name for name, raw in result.others.items() if b"  kommunedelplan:" in raw]
    answered = read(tmp_path, rows, typer={"kommunedelplan": "kommunedelplan-tema"})
    assert not answered.is_open
    assert {written(answered)[id_]["type"] for id_ in ("kultur", "kommunedelplan-for-vann")} == {"kommunedelplan-tema"}


def test_the_answer_for_all_others_makes_no_adopted_plan_new(tmp_path: Path) -> None:
    """Work on a plan that is in force is not a new plan because the others are; without an answer it is only work."""
    root = fjordvik(tmp_path / "f")
    known = "tittel: Kulturplan\ntype: temaplan\nstatus: vedtatt\n"
    (root / "plans/planer/kulturplan.yaml").write_text(known, encoding="utf-8")
    rows = [["Plan", "Beslutning", 2024, 2025], ["Kulturplan", "", 1, ""], ["Kystplan", "", "", 0.5]]
    result = read(tmp_path, rows, decisions={"*": "ny"})
    assert {id_: one.get("valg") for id_, one in decided(result).items()} == {"kystplan": "ny"}
    assert not any('"*=ny"' in one.tekst for one in result.merknader)


def test_rows_that_are_alike_in_two_tables_are_asked_about(tmp_path: Path) -> None:
    """Two titles are one plan, or two, by the user's own word only; the same title is one plan."""
    root = fjordvik(tmp_path / "f")
    file = tmp_path / "t.docx"
    paper = docx.Document()
    for rows in (
        [["Plan", "Vedtatt"], ["Næringsplan", "2019"], ["Kystplan", "2018"]],
        [["Plan", "Ansvarlig"], ["Næringsplan for kommunen", "Drift"], ["Kystplan", "Drift"]],
    ):
        table(paper, rows)
    paper.save(str(file))
    ask = {**ALL, "planstrategi": STRATEGY}
    (question,) = outcome(root, file, **ask).questions
    assert [option for _, option in question.options][:2] == [
        '--match "Næringsplan for kommunen=naeringsplan"',
        '--new "Næringsplan for kommunen"',
    ]
    for choice, plans in (
        (Choices(match={"Næringsplan for kommunen": "naeringsplan"}), ["kystplan", "naeringsplan"]),
        (
            Choices(new=frozenset(["Næringsplan for kommunen"])),
            ["kystplan", "naeringsplan", "naeringsplan-for-kommunen"],
        ),
    ):
        result = outcome(root, file, **ask, valg=choice)
        assert not result.is_open
        assert sorted(written(result)) == plans
