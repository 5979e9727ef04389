"""planlint import: no cell is lost, answers are remembered, and a new edition changes what the table has changed."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st
from support.helpers import fjordvik
from support.importtools import Rows, excel, imported, outcome, plan, text, tree, written

from planlint.imports import ImportFault, result_rows
from planlint.imports.plan_draft import RowOrigin
from planlint.imports.run.memory import Memory, remembered
from planlint.source import MAX_BYTES
from planlint.text import language

SOURCE = ("--source", "planoversikt-2021")
CELL = st.sampled_from(
    ["", "2018", "Vedtatt 12.06.2018, sak K 24/18", "Revideres", "x", "Rull. 2022-23", "Oppvekst", "noe helt annet",
     "1,5", "Ny plan i perioden (under arbeid)", "4 år", "-", "Kari Nordmann", "Erstatter vannplan 2010"]
)  # fmt: skip
HEADS = [
    "Vedtatt",
    "Status",
    "Beslutning",
    "2024",
    "2025",
    "Når",
    "Prioritet",
    "Farge",
    "",
    "Merknad",
    "Ansvarlig",
    "Type",
]


@settings(max_examples=40, deadline=None)
@given(
    heads=st.lists(st.sampled_from(HEADS), min_size=1, max_size=5),
    rows=st.lists(st.lists(CELL, min_size=1, max_size=6), min_size=1, max_size=4),
)
@example(heads=["2024"] * 4, rows=[[""]])
def test_no_cell_is_lost(heads: list[str], rows: list[list[str]]) -> None:
    """Every filled cell ends in a field, word for word in the file, or in the overview; also beside the heads."""
    with TemporaryDirectory() as folder:
        root = fjordvik(Path(folder) / "f")
        lines = [["Plan", *heads], *([f"Temaplan {number}", *row] for number, row in enumerate(rows))]
        file = text(Path(folder) / "t.csv", "\n".join(";".join(f'"{cell}"' for cell in line) for line in lines))
        ask: dict[str, Any] = {
            "typer": {"*": "temaplan"},
            "rows": {"*": "plan"},
            "planstrategi": "planstrategi-2024-2027",
        }
        result = outcome(root, file, **ask, opphav=RowOrigin("planoversikt-2021"))
        files = " ".join(change.raw.decode() for change in result.endringer if change.raw)
        told = _plain(files + result_rows(result, language("nb"), {}))
        for row in lines[1:]:
            for cell in row:
                if cell not in {"", "-", "x"}:
                    assert _plain(cell) in told or _facts(cell) <= {*re.findall(r"\w+", told)}, (cell, told)


def _plain(said: str) -> str:
    return " ".join(re.findall(r"\w+", said.lower()))


def _facts(cell: str) -> set[str]:
    """Give the words that the facts of a cell must hold, where it need not stand word for word."""
    known = {
        "Vedtatt 12.06.2018, sak K 24/18": {"2018", "06", "12", "24", "18", "vedtatt"},
        "Rull. 2022-23": {"2022", "2023"},
        "1,5": {"1", "5"},
        "4 år": {"4", "år"},
    }
    return known.get(cell, {"ingenting", "slikt"})


HEAD = ["Plan", "Vedtatt", "Periode", "Farge"]


def test_hand_made_corrections_stay_and_what_the_table_changes_changes(tmp_path: Path) -> None:
    """The same table again changes nothing; a new edition changes only the cells that say something else."""
    root = fjordvik(tmp_path / "f")
    rows: Rows = [HEAD, ["Kulturplan", "2018", "2018-2026", "blå"], ["Skoleplan", "2019", "2019-2023", ""]]
    file = excel(tmp_path / "t.xlsx", rows)
    assert imported(root, file, "--yes", *SOURCE).returncode == 0
    path = root / "plans/planer/kulturplan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("til: 2026", "til: 2030"), encoding="utf-8")
    before = tree(root)
    assert imported(root, file, "--yes", *SOURCE).returncode == 0
    assert tree(root) == before
    rows[1] = ["Kulturplan", "2018", "2018-2026", "grønn"]
    rows[2] = ["Skoleplan", "2024", "2024-2028", ""]
    assert imported(root, excel(tmp_path / "t.xlsx", rows), "--yes", *SOURCE).returncode == 0
    assert plan(root, "kulturplan")["periode"] == {"fra": 2018, "til": 2030}
    assert "Farge: grønn" in str(plan(root, "kulturplan")["kilder"])
    assert plan(root, "skoleplan")["periode"] == {"fra": 2024, "til": 2028}
    assert [event["dato"] for event in plan(root, "skoleplan")["hendelser"]] == [2019, 2024]


def test_the_answers_are_remembered_and_may_be_read(tmp_path: Path) -> None:
    """The next edition needs no answer that was given once; they stand in import/ID.yaml beside plans/."""
    root = fjordvik(tmp_path / "f")
    rows = [["Plan", "Type", "Når"], ["Kulturplan", "QQ", "2027"], ["Andre ting", "", ""]]
    file = excel(tmp_path / "t.xlsx", rows)
    assert imported(root, file, "--yes", *SOURCE, others="").returncode == 1
    assert not (root / "import").exists()
    answers = ("--type", "QQ=strategi", "--column", "Når=rullering", "--row", "Andre ting=ikke")
    assert imported(root, file, "--yes", *SOURCE, *answers, others="").returncode == 0
    kept = (root / "import/planoversikt-2021.yaml").read_text(encoding="utf-8")
    assert "QQ: strategi" in kept
    rows.append(["Skoleplan", "QQ", "2028"])
    assert imported(root, excel(tmp_path / "t.xlsx", rows), "--yes", *SOURCE, others="").returncode == 0
    assert plan(root, "skoleplan")["revisjon"]["neste"] == 2028
    (root / "import/planoversikt-2021.yaml").write_text("svar: [", encoding="utf-8")
    with pytest.raises(ImportFault):
        outcome(root, file, opphav=RowOrigin("planoversikt-2021"))


def test_a_memory_of_any_size_is_read_again(tmp_path: Path) -> None:
    """What is written of the longest table that import takes is read at its next edition."""
    kept = Memory("import/t.yaml", rows={f"plan-{n}": {"Plan": f"Plan nummer {n} om noe"} for n in range(6000)})
    raw = kept.bytes()
    assert len(raw) > MAX_BYTES
    (tmp_path / "import").mkdir()
    (tmp_path / "import/t.yaml").write_bytes(raw)
    assert remembered(tmp_path, "t", tmp_path / "t.csv").rows == kept.rows


def test_a_name_of_a_person_is_not_remembered(tmp_path: Path) -> None:
    """What stood in a column of responsible and is no unit, is in no file."""
    root = fjordvik(tmp_path / "f")
    file = excel(tmp_path / "t.xlsx", [["Plan", "Status", "Ansvarlig"], ["Kulturplan", "Planlagt", "Kari Nordmann"]])
    assert imported(root, file, "--yes", *SOURCE).returncode == 0
    assert "Nordmann" not in (root / "import/planoversikt-2021.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "status", "successor"),
    [
        ("står", "vedtatt", None),
        ("utgått", "utgått", None),
        ("trafikkplan-2026-2029", "erstattet", ["trafikkplan-2022-2025"]),
    ],
)
def test_a_plan_that_is_gone_is_asked_about_and_its_successor_offered(
    tmp_path: Path, answer: str, status: str, successor: list[str] | None
) -> None:
    """The import stops until somebody says what became of it; the same title with other years is offered."""
    root = fjordvik(tmp_path / "f")
    old = excel(tmp_path / "a.xlsx", [["Plan", "Vedtatt"], ["Trafikkplan 2022-2025", "2022"], ["Kulturplan", "2019"]])
    assert imported(root, old, "--yes", *SOURCE).returncode == 0
    new = excel(tmp_path / "b.xlsx", [["Plan", "Vedtatt"], ["Trafikkplan 2026-2029", "2026"], ["Kulturplan", "2019"]])
    asked = imported(root, new, "--yes", *SOURCE)
    assert asked.returncode == 1
    assert '--gone "trafikkplan-2022-2025=trafikkplan-2026-2029"' in asked.stdout
    answered = imported(root, new, "--yes", *SOURCE, "--gone", f"trafikkplan-2022-2025={answer}")
    assert answered.returncode == 0
    assert "ingenting i filen svarer til det" not in answered.stdout
    assert plan(root, "trafikkplan-2022-2025")["status"] == status
    assert plan(root, "trafikkplan-2026-2029").get("erstatter") == successor
    assert imported(root, new, "--yes", *SOURCE).returncode == 0


def test_one_plan_in_two_tables_of_a_file_is_one(tmp_path: Path) -> None:
    """The tables are put together by titles that are the same; --match names one that is made here."""
    csv = "Plan;Vedtatt\nTemaplan for klima og energi;2018\nRisikoanalyse;2019\n"
    root = fjordvik(tmp_path / "f")
    import docx  # noqa: PLC0415 - only here

    document = docx.Document()
    for lines in (csv, "Plan;Beslutning\nTemaplan klima- og energi;Revideres\nROS for kommunen;Revideres\n"):
        rows = [line.split(";") for line in lines.splitlines()]
        made = document.add_table(len(rows), 2)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                made.cell(number, column).text = cell
        document.add_paragraph("")
    document.save(str(tmp_path / "d.docx"))
    from planlint.imports import Choices  # noqa: PLC0415 - only here

    choice = Choices({"ROS for kommunen": "risikoanalyse", "Temaplan klima- og energi": "temaplan-for-klima-og-energi"})
    ask: dict[str, Any] = {"typer": {"*": "temaplan"}, "planstrategi": "planstrategi-2024-2027", "valg": choice}
    found = written(outcome(root, tmp_path / "d.docx", **ask))
    assert [*found] == ["temaplan-for-klima-og-energi", "risikoanalyse"]
    assert all(data["beslutninger"]["planstrategi-2024-2027"]["valg"] == "revideres" for data in found.values())


def test_the_next_edition_is_from_the_source_that_was_named_after_the_table(tmp_path: Path) -> None:
    """The first import declares a source by the file's name; a plan that is new in the next one is from it too."""
    root = fjordvik(tmp_path / "f")
    file = text(tmp_path / "oversikt.csv", "Plan;Type\nPlan for vann;temaplan\n")
    assert imported(root, file, "--yes", "--declare").returncode == 0
    text(tmp_path / "oversikt.csv", "Plan;Type\nPlan for vann;temaplan\nPlan for skog;temaplan\n")
    told = imported(root, file, "--yes")
    assert "Planene får ingen kilde" not in told.stdout
    assert plan(root, "plan-for-skog")["kilder"][0]["kilde"] == "oversikt"
    unused = imported(root, file, "--yes", "--gone", "finnes-ikke=står")
    assert "--gone «finnes-ikke»: ingenting i filen svarer til det." in unused.stdout
