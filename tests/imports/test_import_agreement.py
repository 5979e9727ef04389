"""planlint import: two decisions about one plan, work that is no plan, and two titles of one subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
import pytest
from support.helpers import fjordvik
from support.importtools import Rows, excel, imported, outcome, plan, table, tree, written

from planlint.imports.run.agreement import agreed
from planlint.imports.run.joined import subject

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

STRATEGY = "planstrategi-2031-2035"
ALL = {"typer": {"*": "temaplan"}, "planstrategi": STRATEGY}


def two(tmp_path: Path, one: Rows, other: Rows) -> Path:
    """Write a document of two tables."""
    made = docx.Document()
    for rows in (one, other):
        table(made, rows)
        made.add_paragraph("")
    made.save(str(tmp_path / "t.docx"))
    return tmp_path / "t.docx"


def read(tmp_path: Path, one: Rows, other: Rows, **ask: Any) -> ImportResult:
    """Give what the import of two tables of one document would do."""
    root = tmp_path / "f"
    return outcome(root if root.exists() else fjordvik(root), two(tmp_path, one, other), **{**ALL, **ask})


def decision(result: ImportResult, id_: str) -> dict[str, Any]:
    """Give what the planstrategi decides about a plan."""
    found: dict[str, Any] = written(result)[id_]["beslutninger"][STRATEGY]
    return found


def options(result: ImportResult) -> list[str]:
    """Give every line that may be typed as an answer."""
    return [option for question in result.questions for _, option in question.options]


HEAD = ["Plan", "Beslutning"]


def test_two_tables_that_decide_differently_are_asked_about(tmp_path: Path) -> None:
    """Nothing is written until somebody says which decision holds, and either may be said."""
    one, other = [HEAD, ["Boligplan", "Videreføres"]], [HEAD, ["Boligplan", "Oppheves"]]
    asked = read(tmp_path, one, other)
    assert asked.is_open
    assert {'--decision "Boligplan=videreføres"', '--decision "Boligplan=oppheves"'} <= {*options(asked)}
    for valg in ("videreføres", "oppheves"):
        told = read(tmp_path, one, other, decisions={"Boligplan": valg})
        assert not told.is_open
        assert decision(told, "boligplan")["valg"] == valg


@pytest.mark.parametrize(("one", "other"), [("Videreføres", "Revideres"), ("Revideres", "Videreføres")])
def test_what_is_carried_on_and_made_anew_is_revised(tmp_path: Path, one: str, other: str) -> None:
    """«Videreføres» in one table and «Revideres» in the other is a revision, whichever comes first."""
    told = read(tmp_path, [HEAD, ["Boligplan", one]], [HEAD, ["Boligplan", other]])
    assert not told.is_open
    assert decision(told, "boligplan")["valg"] == "revideres"


def test_another_time_in_another_table_is_told_and_kept(tmp_path: Path) -> None:
    """The first table's time is written, and the other's cell is told of and stands word for word in the file."""
    head = [*HEAD, "Ferdig"]
    told = read(
        tmp_path, [head, ["Boligplan", "Revideres", "2032"]], [head, ["Boligplan", "Revideres", "høsten 2034"]]
    )  # fmt: skip
    assert decision(told, "boligplan")["ferdig"] == 2032
    unclear = [item.tekst for change in told.endringer for item in change.uforstaatt]
    assert "Ferdig: høsten 2034" in unclear
    assert "høsten 2034" in written(told)["boligplan"]["merknad"]


def test_a_period_that_differs_in_part_is_told(tmp_path: Path) -> None:
    """A later table's period fills what is missing, and what it says otherwise is told."""
    head = [*HEAD, "Planperiode"]
    told = read(
        tmp_path, [head, ["Boligplan", "Revideres", "2020–2030"]], [head, ["Boligplan", "Revideres", "2021–2030"]]
    )  # fmt: skip
    assert written(told)["boligplan"]["periode"] == {"fra": 2020, "til": 2030}
    assert "2021–2030" in [item.tekst for change in told.endringer for item in change.uforstaatt]


def test_what_the_planstrategi_has_decided_is_not_overwritten_in_silence(tmp_path: Path) -> None:
    """A second import with another decision in the same planstrategi asks; the next edition of one table does not."""
    root = fjordvik(tmp_path / "f")
    first = excel(tmp_path / "en.xlsx", [HEAD, ["Boligplan", "Videreføres"], ["Kulturplan", "Videreføres"]])
    other = excel(tmp_path / "to.xlsx", [HEAD, ["Boligplan", "Oppheves"], ["Kulturplan", "Revideres"]])
    say = ("--planstrategi", STRATEGY, "--yes", "--declare")
    assert imported(root, first, *say, "--source", "en").returncode == 0
    before = tree(root)
    asked = imported(root, other, *say, "--source", "to")
    assert (asked.returncode, tree(root)) == (1, before)
    assert '--decision "Boligplan=oppheves"' in asked.stdout
    assert "Kulturplan=" not in asked.stdout
    done = imported(root, other, *say, "--source", "to", "--decision", "Boligplan=oppheves")
    assert done.returncode == 0, done.stdout
    assert plan(root, "boligplan")["beslutninger"][STRATEGY]["valg"] == "oppheves"
    assert plan(root, "kulturplan")["beslutninger"][STRATEGY]["valg"] == "revideres"
    excel(tmp_path / "en.xlsx", [HEAD, ["Boligplan", "Utgår"], ["Kulturplan", "Videreføres"]])
    assert imported(root, first, *say, "--source", "en").returncode == 0
    assert plan(root, "boligplan")["beslutninger"][STRATEGY]["valg"] == "utgår"
    assert plan(root, "kulturplan")["beslutninger"][STRATEGY]["valg"] == "revideres"


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [("", "ny", "ny"), ("ny", "", "ny"), ("oppheves", "oppheves", "oppheves"), ("ny", "videreføres", "revideres"),
     ("utsettes", "ny", ""), ("vurderes", "revideres", "")],
)  # fmt: skip
def test_what_two_decisions_say_together(one: str, other: str, both: str) -> None:
    """Only what goes on can be two decisions at once."""
    assert agreed(one, other) == both


def test_less_priority_for_work_that_is_planned_is_no_decision(tmp_path: Path) -> None:
    """«Nedprioriteres» beside man-years, or of a task, stays a remark; a plan without any work is not prioritised."""
    head = ["Plan", 2031, 2032, "Merknad"]
    rows = [head, ["Kulturplan", 1, 0.5, "Pågående planprosess"], ["Vannplan", 1, 0, "Felles med naboene"],
            ["Boligplan", 0, 0, "Nedprioriteres pga. kapasitet"],
            ["Skoleplan", 1, 0.5, "Nedprioriteres pga. kapasitet"],
            ["Behandling av private planforslag", 2, 1, "Nedprioriteres pga. kapasitet"]]  # fmt: skip
    answers = {"rows": {"Behandling av private planforslag": "oppgave"}, "decisions": {"*": "ny"}}
    told = outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", rows), **{**ALL, **answers})
    assert decision(told, "boligplan")["valg"] == "ikke_prioritert"
    assert decision(told, "skoleplan")["valg"] == "ny"
    assert "Nedprioriteres" in written(told)["skoleplan"]["merknad"]
    strategy = next(raw.decode() for path, raw in told.others.items() if STRATEGY in path)
    assert "Nedprioriteres pga. kapasitet" in strategy
    assert "ikke_prioritert" not in strategy


def test_a_task_without_a_planstrategi_is_listed_with_its_cells(tmp_path: Path) -> None:
    """In a register that decides nothing there is no planstrategi for a task, and each of its cells is told."""
    rows = [["Plan", "Vedtatt", "Merknad"], ["Boligplan", "2018", ""], ["Planvask", "", "Hele året"]]
    file = excel(tmp_path / "t.xlsx", rows)
    told = outcome(fjordvik(tmp_path / "f"), file, typer={"*": "temaplan"}, rows={"Planvask": "oppgave"})
    assert [(line.text, line.rest) for line in told.unused] == [("Planvask", "Merknad: Hele året")]


@pytest.mark.parametrize("work", [["Planvask"], ["Planvask", "Utbyggingsavtaler"]])
def test_the_ready_line_has_one_answer_for_all_lines(tmp_path: Path, work: list[str]) -> None:
    """Lines with only a title and rows of work cannot share `*`: the more numerous have it."""
    alone = ["Samfunnssikkerhet", "Helhetlig arbeid"] if len(work) == 1 else ["Samfunnssikkerhet"]
    rows = [HEAD, ["Boligplan", "Revideres"], *([one, ""] for one in alone), *([one, "Revideres"] for one in work)]
    file, root = excel(tmp_path / "t.xlsx", rows), fjordvik(tmp_path / "f")
    asked = outcome(root, file, **ALL)
    usual = [option.partition('"')[2][:-1] for question in asked.questions for _, option in question.usual]
    assert len([one for one in usual if one.startswith("*")]) == 1
    answered = outcome(root, file, **ALL, rows=dict(one.split("=") for one in usual))
    assert not answered.is_open
    assert [*written(answered)] == ["boligplan"]


def test_a_part_of_a_plan_that_is_rolled_is_work(tmp_path: Path) -> None:
    """«Rullering næringsplan handlingsdel» is asked about; a row with a type or a vote of its own is a plan."""
    rows = [["Plan", "Plantype", "Beslutning"], ["Rullering næringsplan handlingsdel", "", "Revideres"],
            ["Kartlegging av friluftsområder", "temaplan", "Revideres"], ["Boligplan", "", "Revideres"]]  # fmt: skip
    told = outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", rows), **ALL)
    assert [*written(told)] == ["kartlegging-av-friluftsomraader", "boligplan"]
    assert '--row "Rullering næringsplan handlingsdel=oppgave"' in options(told)


def test_a_column_of_yes_and_no_decides(tmp_path: Path) -> None:
    """«Ja» below «Ny plan?» and «Revideres?» is that decision, and «Nei» below a revision is to carry the plan on."""
    rows = [["Plan", "Gyldig til", "Revideres?", "Ny plan?", "Kven"], ["Boligplan", 2030, "Nei", "", "Miljø"],
            ["Kulturplan", "2026", "Ja", "Nei", ""], ["Vannplan", "", "", "Ja", ""]]  # fmt: skip
    told = outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", rows), **ALL)
    valg = {id_: decision(told, id_)["valg"] for id_ in ("boligplan", "kulturplan", "vannplan")}
    assert valg == {"boligplan": "videreføres", "kulturplan": "revideres", "vannplan": "ny"}
    assert written(told)["boligplan"]["periode"] == {"til": 2030}
    assert written(told)["boligplan"]["ansvarlig"] == "miljoe"


@pytest.mark.parametrize(("title", "status"), [("Klimaplan (2011)", None), ("Klimabudsjett 2033", "planlagt")])
def test_a_new_plan_where_the_title_is_of_an_older_one_is_not_said_to_be_only_planned(
    tmp_path: Path, title: str, status: str | None
) -> None:
    """«Klimaplan (2011)» that is to be made anew in 2033 is there already: nothing is said of its status."""
    rows = [[*HEAD, "Ferdig"], [title, "Ny plan", "2033"], ["Boligplan", "Ny plan", "2034"]]
    told = outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", rows), **ALL)
    found = {data["tittel"]: data.get("status") for data in written(told).values()}
    assert found == {title: status, "Boligplan": "planlagt"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vann- og avløpsplan", "Hovedplan for vann og avløp"),
        ("Trafikksikkerhetsplan", "Kommunedelplan trafikksikkerhet"),
        ("Kulturplan", "Temaplan kultur"),
    ],
)
def test_titles_of_one_subject_in_two_tables_are_asked_about(tmp_path: Path, one: str, other: str) -> None:
    """A kind of plan said before its subject, or behind it, may be one plan: it is asked about, and never assumed."""
    assert subject(one) == subject(other) != ""
    told = read(tmp_path, [HEAD, [one, "Revideres"]], [HEAD, [other, "Revideres"]])
    assert f'--new "{other}"' in options(told)
