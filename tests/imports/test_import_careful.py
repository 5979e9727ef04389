"""planlint import: what a careful reader of a planstrategi takes from its table, and what it keeps word for word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import docx
import pytest
from support.helpers import fjordvik, write
from support.importtools import Rows, excel, imported, outcome, table, written

from planlint.imports import ChoiceError, Choices
from planlint.imports.run.outside import adopted_in
from planlint.source.yaml import parse
from planlint.system.system import open_system
from planlint.words import WordContext

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

STRATEGY = "planstrategi-2023-2027"
ALL = {"typer": {"*": "temaplan"}, "planstrategi": STRATEGY}


def read(tmp_path: Path, cells: Rows, **ask: Any) -> ImportResult:
    """Give what the import of a sheet would do in Fjordvik."""
    return outcome(fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", cells), **{**ALL, **ask})


def document(tmp_path: Path, *blocks: str | Rows) -> Path:
    """Write a document of paragraphs and tables."""
    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
        else:
            table(made, block)
    made.save(str(tmp_path / "t.docx"))
    return tmp_path / "t.docx"


def decided(result: ImportResult, id_: str) -> dict[str, Any]:
    """Give the decision about one plan; none where there is no decision."""
    found: dict[str, Any] = next(iter((written(result)[id_].get("beslutninger") or {"": {}}).values()))
    return found


def told(result: ImportResult) -> str:
    """Give the sentences of an import as one text."""
    return "\n".join(str(one) for one in result.merknader)


@pytest.mark.parametrize(
    ("cell", "valg"),
    [("Ny plan, ferdig 2027", "ny"), ("Ny 2025", "ny"), ("Ny plan under arbeid", "revideres"),
     ("Oppstart ny plan i 2024", "revideres")],
)  # fmt: skip
def test_a_new_plan_is_the_tables_own_word(tmp_path: Path, cell: str, valg: str) -> None:
    """A decision that is «ny plan» and a time stays new beside an old plan; work on a new one is a revision of it."""
    result = read(tmp_path, [["Plan", "Vedtatt", "Beslutning"], ["Boligplan", "2012", cell]])
    assert decided(result, "boligplan")["valg"] == valg


def test_a_draft_of_what_is_adopted_is_being_made(tmp_path: Path) -> None:
    """«Utkast» is a status of what is only known; of a temaplan it says that the work goes on."""
    rows = [["Plan", "Plantype", "Status"], ["Boligplan", "Temaplan", "Utkast foreligger"]]
    assert written(read(tmp_path, rows))["boligplan"]["status"] == "igangsatt"


def test_a_claim_of_the_law_is_sourced(tmp_path: Path) -> None:
    """That the law requires a plan is quoted from the cell that says so, where the source is known."""
    rows = [["Plan", "Vedtatt", "Lovkrav"], ["Boligplan", "2012", "Ja"], ["Kulturplan", "2013", "kanskje"]]
    root, file = fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", rows)
    assert imported(root, file, "--declare", "--yes").returncode == 0
    found = parse(next((root / "plans").rglob("boligplan.yaml")).read_text(encoding="utf-8"))[0]
    assert found["lovpålagt"] is True
    assert "Lovkrav: Ja" in [ref.get("oppgir") for ref in found["kilder"]]
    other = parse(next((root / "plans").rglob("kulturplan.yaml")).read_text(encoding="utf-8"))[0]
    assert [ref["oppgir"] for ref in other["kilder"] if "kanskje" in ref.get("oppgir", "")] == ["Lovkrav: kanskje"]


def test_how_long_a_plan_is_for_is_kept_with_its_head(tmp_path: Path) -> None:
    """A duration is no period, and no fault: it stands in the remark, before the table's own."""
    rows = [["Plan", "Vedtatt", "Varighet", "Merknad"], ["Boligplan", "2012", "4 år", "Vilkår for tilskudd"]]
    result = read(tmp_path, rows)
    assert written(result)["boligplan"]["merknad"] == "Varighet: 4 år. Vilkår for tilskudd."
    assert not result.endringer[0].uforstaatt


@pytest.mark.parametrize(("cell", "understood"), [("Uavklart", True), ("Årlig", True), ("når vi rekker det", False)])
def test_a_time_that_is_none_stands_in_the_remark_with_its_head(tmp_path: Path, cell: str, understood: bool) -> None:
    """A cell of times without a time is told to the reader of the plan, under its own head."""
    rows = [["Plan", "Beslutning", "Forventet vedtak"], ["Boligplan", "Revideres", cell]]
    result = read(tmp_path, rows)
    assert f"Forventet vedtak: {cell}" in written(result)["boligplan"]["merknad"]
    assert (not result.endringer[0].uforstaatt) == understood


def test_man_years_are_quoted_with_the_remark_beside_them(tmp_path: Path) -> None:
    """The source's words of the work are the amounts in their order, and what it says of them; years left out last."""
    rows = [["Plan", "Årsverk 2024", "Årsverk 2025", "Merknad"], ["Boligplan", "0,5", "", "Pågående"]]
    root, file = fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", rows)
    done = imported(root, file, "--declare", "--decision", "*=ny", "--planstrategi", STRATEGY, "--yes")
    assert done.returncode == 0, done.stdout
    found = parse(next((root / "plans").rglob("boligplan.yaml")).read_text(encoding="utf-8"))[0]
    assert [ref.get("oppgir") for ref in found["kilder"]] == ["årsverk: 0,5; Pågående"]


def test_work_on_the_planstrategi_itself_goes_on(tmp_path: Path) -> None:
    """A plan that is made with the planstrategi, from the table's first year, is under revision in that document."""
    head = ["Plan", "2024", "2025"]
    rows = [head, ["Planstrategi og kommuneplanens samfunnsdel", "x", "x"], ["Boligplan", "x", ""]]
    found = written(read(tmp_path, rows, decisions={"*": "ny"}, typer={"*": "temaplan"}))
    assert found["planstrategi-og-kommuneplanens-samfunnsdel"]["status"] == "under_revisjon"


@pytest.mark.parametrize(("remark", "status"), [("Oppstart 2024", None), ("Startes i 2025", "planlagt")])
def test_work_that_begins_in_the_first_year_may_have_begun(tmp_path: Path, remark: str, status: str | None) -> None:
    """A remark that gives the table's first year as the start leaves open whether the work is planned or under way."""
    rows = [["Plan", "2024", "2025", "Merknad"], ["Boligplan", "x", "x", remark], ["Kulturplan", "x", "", ""]]
    assert written(read(tmp_path, rows, decisions={"*": "ny"}))["boligplan"].get("status") == status


def test_a_lone_year_among_spans_is_no_start(tmp_path: Path) -> None:
    """Where the column of times holds spans, «2024» is when the work ends: nothing says that it begins then, too."""
    rows = [["Plan", "Beslutning", "Når"], ["Boligplan", "Revideres", "2024"], ["Kulturplan", "Revideres", "2025–2026"],
            ["Skoleplan", "Revideres", "våren 2025"]]  # fmt: skip
    result = read(tmp_path, rows)
    assert decided(result, "boligplan") == {"valg": "revideres", "ferdig": 2024}
    assert decided(result, "kulturplan") == {"valg": "revideres", "oppstart": 2025, "ferdig": 2026}
    assert "oppstart" not in decided(result, "skoleplan")


def test_a_lone_year_among_lone_years_is_when_the_work_ends(tmp_path: Path) -> None:
    """Without spans in the column nothing says that the work begins in the year."""
    result = read(tmp_path, [["Plan", "Beslutning", "Når"], ["Boligplan", "Revideres", "2024"]])
    assert decided(result, "boligplan") == {"valg": "revideres", "ferdig": 2024}


def test_a_column_of_committees_may_be_of_those_who_adopt(tmp_path: Path) -> None:
    """The overview says how a column of committees was read, and the answer that they adopt is written on the vote."""
    rows = [["Plan", "Politisk utvalg", "Ny/revidert plan", "Forventet vedtak"],
            ["Boligplan", "Kommunestyret", "Ny", "2027"]]  # fmt: skip
    plain = read(tmp_path / "a", rows)
    assert '--column "Politisk utvalg=organ"' in told(plain)
    assert "organ" not in written(plain)["boligplan"]["hendelser"][0]
    asked = read(tmp_path / "b", rows, columns={"Politisk utvalg": "organ"})
    assert written(asked)["boligplan"]["hendelser"][0]["organ"] == "kommunestyret"
    assert "Politisk utvalg" not in told(asked)


def test_rows_with_the_names_of_work_are_asked_about(tmp_path: Path) -> None:
    """«Utbyggingsavtaler» is not written as a plan without a yes: the line to type is given, until it is answered."""
    rows = [["Plan", "Beslutning"], ["Boligplan", "Revideres"], ["Utbyggingsavtaler**", "Revideres"],
            ["Gjennomgang av handlingsplan for kultur", "Revideres"]]  # fmt: skip
    plain = read(tmp_path / "a", rows)
    assert [line.text for line in plain.tabeller[0].asked] == ["Utbyggingsavtaler**"]
    assert "utbyggingsavtaler" not in written(plain)
    options = [option for question in plain.questions for _, option in question.options]
    assert '--row "Utbyggingsavtaler=oppgave"' in options
    assert [option for question in plain.questions for _, option in question.usual] == ['--row "*=oppgave"']
    for answer in ("oppgave", "plan", "ikke"):
        told = read(tmp_path / answer, rows, rows={"Utbyggingsavtaler": answer})
        assert not told.questions
        assert ("utbyggingsavtaler" in written(told)) == (answer == "plan")


def test_an_administrative_vote_is_of_a_body_that_nobody_elected(tmp_path: Path) -> None:
    """«Administrativt» is declared as the administration, which is no political body."""
    rows = [["Plan", "Vedtatt"], ["Smittevernplan", "2020 (administrativt)"]]
    root, file = fjordvik(tmp_path / "f"), excel(tmp_path / "t.xlsx", rows)
    assert imported(root, file, "--declare", "--yes").returncode == 0
    system = parse((root / "plans" / "plansystem.yaml").read_text(encoding="utf-8"))[0]
    assert system["organer"]["administrasjonen"] == {"navn": "administrasjonen", "politisk": False}


def test_what_a_line_above_says_of_all_plans_is_with_each(tmp_path: Path) -> None:
    """«Administrative planer …» above a table is kept as the place in the source, and as a remark of each plan."""
    head = ["2024", "2025", "Helse"]
    file = document(
        tmp_path, "Tabell over politiske planer", [head, ["R", "", "Boligplan"], ["", "R", "Kulturplan"]],
        "Administrative planer som ikke skal på høring", [head, ["R", "", "Pandemiplan"], ["", "R", "Klimaregnskap"]],
    )  # fmt: skip
    result = outcome(fjordvik(tmp_path / "f"), file, **ALL)
    found = {change.tittel: (written(result)[change.navn.partition("/")[2]], change) for change in result.endringer}
    assert found["Pandemiplan"][0]["merknad"].startswith("Administrativ plan")
    assert "Administrativ plan" not in found["Boligplan"][0].get("merknad", "")


def test_the_head_once_more_in_two_lines_is_no_plan(tmp_path: Path) -> None:
    """A wide head over years that stands again in the middle of the table is the head, whichever of its lines."""
    head = [["Plan", "Status", "Arbeid", "", "Enhet"], ["Plan", "Status", "2024", "2025", "Enhet"]]
    rows = [*head, ["Boligplan", "Vedtatt 2018", "x", "", "Helse"], *head, ["Kulturplan", "", "", "x", "Kultur"]]
    assert set(written(read(tmp_path, rows))) == {"boligplan", "kulturplan"}


TABLES = [
    [["Plan", "Vedtatt"], ["Kommunal ROS-analyse", "2017"], ["Strategisk næringsplan", "2016"], ["Boligplan", "2012"]],
    [["Plan", "Beslutning"], ["Risiko- og sårbarhetsanalyse", "Revideres"], ["Næringsplan", "Revideres"]],
]


def test_rows_of_two_tables_may_all_be_said_to_be_one_plan(tmp_path: Path) -> None:
    """Titles that differ in small words, or in a short form, are asked about, with one answer for all of them."""
    root, file = fjordvik(tmp_path / "f"), document(tmp_path, TABLES[0], "Beslutninger", TABLES[1])
    asked = outcome(root, file, **ALL)
    assert len(asked.questions) == 2
    assert all('--match "*=samme"' in str(question.options) for question in asked.questions)
    done = outcome(root, file, **ALL, valg=Choices({"*": "samme"}))
    assert not done.questions
    assert set(written(done)) == {"kommunal-ros-analyse", "strategisk-naeringsplan", "boligplan"}
    assert decided(done, "strategisk-naeringsplan")["valg"] == "revideres"


def test_the_answer_for_all_rows_names_no_plan(tmp_path: Path) -> None:
    """No plan is what every row is about."""
    with pytest.raises(ChoiceError, match="svaret for alle er «samme»"):
        read(tmp_path, [["Plan", "Vedtatt"], ["Boligplan", "2012"]], valg=Choices({"*": "klimaplan"}))


# --- outside the tables ---


def test_text_outside_the_tables_is_listed(tmp_path: Path) -> None:
    """What nothing was taken from is told of; what explains the table, names its years or is a note, was read."""
    rows = [["Plan", "2024", "2025"], ["Boligplan*", "R", ""], ["Kulturplan", "", "R"]]
    file = document(
        tmp_path, "Planstrategi 2024–2027", "R = revideres", "Her er planene våre.", rows, "* Lovpålagt.", "Avtaler"
    )  # fmt: skip
    done = imported(fjordvik(tmp_path / "f"), file, "--planstrategi", STRATEGY, "--dry-run")
    listed = [line for line in done.stdout.splitlines() if "utenfor tabellene" in line]
    assert listed == ["  utenfor tabellene: Her er planene våre.", "  utenfor tabellene: Avtaler"]


def test_a_long_text_is_counted_and_begun(tmp_path: Path) -> None:
    """Of many paragraphs the first are listed, and the overview says how many there are."""
    file = document(tmp_path, [["Plan", "Vedtatt"], ["Boligplan", "2012"]], *(f"Avsnitt {n}." for n in range(25)))
    result = outcome(fjordvik(tmp_path / "f"), file, **ALL)
    assert sum(line.kind == "outside" for line in result.unused) == 20
    assert "Filen har 25 avsnitt utenfor tabellene" in told(result)


ROWS = [["Plan", "Beslutning"], ["Boligplan", "Revideres"]]


def test_a_vote_on_the_planstrategi_is_offered_as_a_command(tmp_path: Path) -> None:
    """What the file says of who adopted the planstrategi is not written, and the command that notes it is shown."""
    file = document(tmp_path, "Vedtatt i Fjordvik kommunestyre 5.sept.-24 KS-sak 80/24", "Planstrategi 2028–2031", ROWS)
    result = outcome(fjordvik(tmp_path / "f"), file, day="2026-11-29", declare=True, typer=ALL["typer"])
    new = "planlint vedta planstrategi-2028-2031 --dato 2024-09-05 --organ kommunestyret --sak 80/24"
    assert new in told(result)
    assert not any("hendelser" in raw.decode() for raw in result.others.values() if b"valgperiode" in raw)


def test_a_vote_that_is_noted_is_not_offered_again(tmp_path: Path) -> None:
    """A planstrategi whose vote stands in its file needs no command."""
    root = fjordvik(tmp_path / "f")
    vote = "hendelser: [{hva: vedtatt, dato: 2024-03-05, organ: kommunestyret, sak: 80/24}]"
    write(root, f"planstrategier/{STRATEGY}.yaml", f"tittel: Planstrategi\nvalgperiode: 2023-2027\n{vote}\n")
    file = document(tmp_path, "Vedtatt av kommunestyret 05.03.2024, sak 80/24", ROWS)
    assert "planlint vedta" not in told(outcome(root, file, **ALL))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Vedtatt av kommunestyret per 18.09.2024"], ("2024-09-18", "kommunestyret", "")),
        (["Planstrategien er vedtatt 12.09.2024, K-sak 67/24"], ("2024-09-12", "kommunestyret", "67/24")),
        (["Vedteken av kommunestyret 12.09.2024", "Vedtatt 12.9.2024"], ("2024-09-12", "", "")),
        (["Vedtatt av kommunestyret 12.09.2024", "Vedtatt av kommunestyret 13.09.2024"], None),
        (["Planprogram vedtatt 12.09.2024"], None),
        (["Planstrategien skal vedtas, vedtatt 12.09.2024"], None),
        (["Boligplanen ble vedtatt 12.09.2024"], None),
        (["Vedtatt høsten 2024"], None),
        (["Vedtatt 12.09.2044"], None),
        ([f"Vedtatt 12.09.2024 {'x' * 200}"], None),
        (["Ingenting"], None),
    ],
)
def test_only_a_line_that_says_one_day_is_of_the_vote(
    tmp_path: Path, lines: list[str], found: tuple[str, str, str] | None
) -> None:
    """The day, the body and the case are read where one line says when the planstrategi was adopted, and none else."""
    system = open_system(fjordvik(tmp_path / "f"), date(2026, 11, 29))
    assert system.register is not None
    vote = adopted_in(lines, WordContext.of(system.register.plansystem, system.register.today))
    assert (vote and tuple(vote)[1:]) == found
