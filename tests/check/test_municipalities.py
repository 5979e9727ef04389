"""Many municipalities in one check: each judged alone, all told of together, in one order, whoever fails."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from support.gittools import commit
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.base import parallel
from planlint.base.diagnostic import Severity
from planlint.base.trouble import verbatim
from planlint.check.municipalities import check_many
from planlint.check.report import Municipality, Report
from planlint.check.request import Request
from planlint.model.kommunenummer import number_on
from planlint.model.plansystem import Kommune
from planlint.output.check_formats import FORMATS, render
from planlint.output.municipalities import markdown_table
from planlint.source.find_municipalities import several
from planlint.system.system import open_system
from planlint.text import language

DAY = date.fromisoformat(DATE)
WRONG = PLAN.replace("[trygg-oppvekst]", "[trygg-opvekst]")
EXPIRED = PLAN.replace("til: 2030", "til: 2023")


def municipality(root: Path, navn: str, nummer: str = "9999", extra: str = "") -> Path:
    """Lay out a municipality with a name and a number of its own."""
    file = fjordvik(root) / "plans" / "plansystem.yaml"
    text = file.read_text(encoding="utf-8").replace("navn: Fjordvik", f"navn: {navn}").replace("9999", nummer)
    file.write_text(text + extra, encoding="utf-8")
    return root


@pytest.fixture
def land(tmp_path: Path) -> Path:
    """Three municipalities, two of them in the folder of a county; two have a finding."""
    top = tmp_path / "land"
    municipality(top / "vest" / "fjordvik", "Fjordvik", "4601")
    write(municipality(top / "vest" / "sandvik", "Sandvik", "4602"), "planer/klima.yaml", WRONG)
    write(municipality(top / "aasnes", "Åsnes", "0301"), "planer/klima.yaml", EXPIRED)
    return top


def data(*args: str, cwd: Path) -> dict[str, Any]:
    """Check, and give the report as JSON."""
    found: dict[str, Any] = json.loads(run("check", "--date", DATE, "--output", "json", *args, cwd=cwd).stdout)
    return found


def test_a_folder_of_municipalities_is_checked_as_one(land: Path) -> None:
    """The findings carry the municipality's folder; a table tells of each, and of all."""
    done = run("check", "--root", "land", "--date", DATE, cwd=land.parent)
    assert done.returncode == 1, done.stderr
    assert "\naasnes/plans/planer/klima.yaml:5:27: feil PL301" in f"\n{done.stdout}"
    assert "\nvest/sandvik/plans/planer/klima.yaml:9:14: feil PL102" in done.stdout
    table = done.stdout.split("\n\n")[-1].splitlines()
    assert [row.split() for row in table] == [
        ["Kommune", "Nummer", "Mappe", "Filer", "Feil", "Advarsler", "Info", "Kjente", "avvik"],
        ["Åsnes", "0301", "aasnes", "8", "1", "0", "0", "0"],
        ["Fjordvik", "4601", "vest/fjordvik", "7", "0", "0", "0", "0"],
        ["Sandvik", "4602", "vest/sandvik", "8", "1", "0", "0", "0"],
        ["I", "alt", "23", "2", "0", "0", "0"],
    ]
    ends = [row.index(number) + len(number) for row, number in zip(table[1:], ["8", "7", "8", "23"], strict=True)]
    assert len(set(ends)) == 1


def test_the_folders_can_be_named_and_their_order_does_not_matter(land: Path) -> None:
    """Roots that are named, in any order and twice, give the same bytes; paths begin where the roots part."""
    first = run("check", "--root", "vest/sandvik", "--root", "aasnes", "--date", DATE, cwd=land).stdout
    again = ("aasnes", "vest/sandvik", "vest/../aasnes")
    second = run("check", *(word for one in again for word in ("--root", one)), "--date", DATE, cwd=land).stdout
    assert first == second
    assert first.count(" feil PL") == 2
    assert "vest/sandvik/plans" in first
    assert "Fjordvik " not in first.split("\n\n")[-1]


def test_one_municipality_is_what_it_was(land: Path) -> None:
    """A single root, also when named twice, has its own paths, no table, and JSON as before."""
    alone = run("check", "--root", "aasnes", "--date", DATE, cwd=land)
    twice = run("check", "--root", "aasnes", "--root", "aasnes", "--date", DATE, cwd=land)
    assert alone.stdout == twice.stdout
    assert alone.stdout.startswith("plans/planer/klima.yaml:5:27: feil PL301")
    assert "Kommune " not in alone.stdout
    assert "municipalities" not in data("--root", "aasnes", cwd=land)


def test_json_has_each_municipality(land: Path) -> None:
    """The counts of each add up to those in all; the mark of a finding is its municipality's own."""
    write(land / "aasnes", "planer/vann.yaml", EXPIRED)
    write(land / "vest" / "sandvik", "planer/vann.yaml", EXPIRED)
    found = data("--root", "land", cwd=land.parent)
    assert [(one["root"], one["name"], one["number"]) for one in found["municipalities"]] == [
        ("aasnes", "Åsnes", "0301"),
        ("vest/fjordvik", "Fjordvik", "4601"),
        ("vest/sandvik", "Sandvik", "4602"),
    ]
    for key, total in found["counts"].items():
        assert total == sum(one["counts"][key] for one in found["municipalities"]), key
    marks = [(one["code"], one["fingerprint"]) for one in found["findings"]]
    assert len(set(marks)) == len(marks) == 5
    assert [one["path"] for one in found["findings"]] == sorted(one["path"] for one in found["findings"])


def test_nothing_is_shared_between_municipalities(land: Path) -> None:
    """A goal in one municipality answers no reference in another, and an equal id is no duplicate."""
    write(land / "aasnes", "planer/vann.yaml", PLAN.replace("[trygg-oppvekst]", "[bare-sandvik]"))
    goal = "tittel: Bare her\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
    write(land / "vest" / "sandvik", "maal/bare-sandvik.yaml", goal)
    found = data("--root", ".", "--select", "PL1", cwd=land)
    assert [(one["code"], one["path"]) for one in found["findings"]] == [
        ("PL102", "aasnes/plans/planer/vann.yaml"),
        ("PL102", "vest/sandvik/plans/planer/klima.yaml"),
    ]


def test_each_municipality_has_its_own_rules_and_known_findings(land: Path) -> None:
    """What one has switched off, another is told of."""
    file = land / "aasnes" / "plans" / "plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "regler: {PL301: av}\n", encoding="utf-8")
    write(land / "vest" / "sandvik", "planer/gammel.yaml", EXPIRED)
    paths = [one["path"] for one in data("--root", ".", cwd=land)["findings"] if one["code"] == "PL301"]
    assert paths == ["vest/sandvik/plans/planer/gammel.yaml"]


def test_one_that_cannot_be_read_does_not_stop_the_others(land: Path) -> None:
    """It is told of on standard error and in the table, the others are judged, and the exit code is 2."""
    (land / "glemt" / "plans" / "planer").mkdir(parents=True)
    write(municipality(land / "ødelagt", "Ødelagt"), "plansystem.yaml", "kommune: {navn: Ødelagt\n")
    done = run("check", "--root", "land", "--root", "finnes-ikke", "--date", DATE, cwd=land.parent)
    assert done.returncode == 2
    assert "planlint: land/glemt: Det er ingen YAML-filer i land/glemt/plans." in done.stderr
    assert "planlint: finnes-ikke: Mappen finnes-ikke finnes ikke." in done.stderr
    assert "land/aasnes/plans/planer/klima.yaml:5:27: feil PL301" in done.stdout
    assert "land/ødelagt/plans/plansystem.yaml:1:10: feil PL001" in done.stdout
    assert "Ikke kontrollert: Mappen finnes-ikke finnes ikke." in done.stdout
    assert "Reglene er ikke prøvd. Rett land/ødelagt/plans/plansystem.yaml først." in done.stdout
    assert str(land) not in done.stdout + done.stderr
    entries = {one["root"]: one for one in data("--root", ".", cwd=land)["municipalities"]}
    assert entries["glemt"]["error"].startswith("Det er ingen YAML-filer")
    assert entries["ødelagt"]["unjudged"] == "ødelagt/plans/plansystem.yaml"


def test_every_format_tells_of_one_that_cannot_be_read(land: Path) -> None:
    """JUnit has an error, SARIF a run that did not succeed, Markdown the sentence; all end with 2."""
    (land / "glemt" / "plans" / "planer").mkdir(parents=True)
    made = {}
    for name in FORMATS:
        done = run("check", "--root", ".", "--date", DATE, "--output", name, cwd=land)
        assert done.returncode == 2, name
        made[name] = done.stdout
    suite = next(one for one in fromstring(made["junit"]).iter("testsuite") if one.attrib["name"] == "glemt")  # noqa: S314 - our own
    assert suite.attrib["errors"] == "1"
    assert suite.find("testcase/error") is not None
    assert json.loads(made["sarif"])["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert "## Kontrollen er ikke bestått: 2 feil og 1 kommune som ikke er kontrollert" in made["markdown"]
    assert "| glemt |" in made["markdown"]
    assert "Ikke kontrollert: Det er ingen YAML-filer" in made["markdown"]
    paths = [one["location"]["path"] for one in json.loads(made["gitlab"])]
    assert paths == ["aasnes/plans/planer/klima.yaml", "vest/sandvik/plans/planer/klima.yaml"]


def test_the_exit_code_is_the_worst(land: Path) -> None:
    """All well: 0; a finding in one: 1."""
    assert run("check", "--root", "vest/fjordvik", "--root", "aasnes", "--date", DATE, cwd=land).returncode == 1
    municipality(land / "øst", "Øst", "3401")
    assert run("check", "--root", "vest/fjordvik", "--root", "øst", "--date", DATE, cwd=land).returncode == 0


def test_two_with_one_number_are_told_of(land: Path) -> None:
    """It is a sentence and no crash; on a day when the numbers differ, there is none."""
    municipality(land / "ny", "Ny", "4602")
    done = run("check", "--root", ".", "--date", DATE, cwd=land)
    assert done.returncode == 1
    assert "Kommunenummer 4602 står i flere mapper: ny, vest/sandvik." in done.stderr


def test_paths_and_several_roots_do_not_go_together(land: Path) -> None:
    """A path belongs to one plan system."""
    done = run("check", "--root", ".", "aasnes/plans", cwd=land)
    assert done.returncode == 2
    assert done.stderr.startswith("planlint: STI kan ikke brukes når flere kommuner kontrolleres.")


def test_a_folder_without_plan_systems_is_a_mistake(tmp_path: Path) -> None:
    """Nothing found is told as for one, and never taken for «all is well»."""
    (tmp_path / "tom" / "under").mkdir(parents=True)
    done = run("check", "--root", "tom", cwd=tmp_path)
    assert done.returncode == 2
    assert "Fant ikke mappen plans/ i tom." in done.stderr
    assert "Mappen borte finnes ikke." in run("check", "--root", "borte", cwd=tmp_path).stderr


def test_where_municipalities_are_looked_for(land: Path) -> None:
    """Three levels down, not in hidden or linked folders, and not inside another plan system."""
    municipality(land / "a" / "b" / "c", "Tre")
    municipality(land / "a" / "b" / "d" / "e", "Fire")
    municipality(land / ".skjult", "Skjult")
    municipality(land / "aasnes" / "under", "Under")
    (land / "lenke").symlink_to(land / "aasnes")
    (land / "ring").symlink_to(land)
    found = several([land])
    assert found is not None
    assert found.top == land
    assert [root.name for root in found.all] == ["a/b/c", "aasnes", "vest/fjordvik", "vest/sandvik"]
    assert several([land / "aasnes"]) is None


def test_a_plan_system_in_another_s_folder_can_be_named(land: Path) -> None:
    """The folder that they all lie in may be a plan system itself."""
    municipality(land, "Øverst", "0101")
    write(land, "planer/klima.yaml", EXPIRED)
    found = data("--root", ".", "--root", "aasnes", cwd=land)
    assert [one["root"] for one in found["municipalities"]] == ["aasnes", "."]
    assert [one["path"] for one in found["findings"]] == ["aasnes/plans/planer/klima.yaml", "plans/planer/klima.yaml"]


def test_a_folder_that_may_not_be_read_is_told_of(land: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A county nobody may open is no county without findings."""
    (land / "stengt").mkdir()
    scandir = os.scandir

    def refuse(path: Path) -> Any:
        if Path(path).name == "stengt":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    roots = several([land])
    assert roots is not None
    report = check_many(roots, Request(DAY))
    assert [one.root for one in report.municipalities if one.error] == ["stengt"]
    assert report.exit_code(Severity.FEIL) == 2


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), FileNotFoundError(2, "gone")])
def test_what_the_system_refuses_is_a_sentence(land: Path, error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is closed or taken away while it is read stops nothing but itself."""
    roots = several([land])
    assert roots is not None

    def closed(root: Path, _: date) -> Any:
        if root.name == "aasnes":
            raise error
        return open_system(root, DAY)

    monkeypatch.setattr("planlint.check.run.open_system", closed)
    report = check_many(roots, Request(DAY))
    (lost,) = [one for one in report.municipalities if one.error]
    assert lost.root == "aasnes"
    assert str(lost.error).startswith("Mappen kan ikke leses: ")
    assert report.counts["feil"] == 1


def test_the_language_is_theirs_where_they_agree(land: Path) -> None:
    """All nynorsk: nynorsk. Several languages: bokmål. --lang goes before."""
    for name in ("aasnes", "vest/sandvik"):
        file = land / name / "plans" / "plansystem.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("språk: nb", "språk: nn"), encoding="utf-8")
    asked = Request(DAY)
    both = several([land / "aasnes", land / "vest" / "sandvik"])
    every = several([land])
    assert both is not None
    assert every is not None
    assert check_many(both, asked).language == "nn"
    assert check_many(every, asked).language == "nb"
    assert check_many(every, Request(DAY, lang="en")).language == "en"


def test_what_a_change_causes_is_asked_of_each(land: Path) -> None:
    """--base compares each with its own version, in one repository or in several; only what is changed is told."""
    commit(land, "2024-01-02")
    write(land / "vest" / "fjordvik", "planer/klima.yaml", WRONG)
    done = run("check", "--root", ".", "--base", "HEAD", "--date", DATE, "--output", "markdown", cwd=land)
    assert done.returncode == 1, done.stderr
    assert "### vest/fjordvik/plans/planer/klima.yaml" in done.stdout
    assert "sandvik/plans/planer" not in done.stdout
    assert done.stdout.count("## Dette gjør endringen") == 1
    assert "## Dette gjør endringen: Fjordvik" in done.stdout
    assert "planlint check --root . --base" in done.stdout


def test_a_revision_unknown_in_one_repository_stops_only_that(land: Path) -> None:
    """Each municipality may be a repository of its own."""
    commit(land / "vest" / "fjordvik", "2024-01-02")
    done = run(
        "check", "--root", "vest/fjordvik", "--root", "aasnes", "--base", "HEAD", "--date", DATE,
        cwd=land, env={"GIT_CEILING_DIRECTORIES": str(land)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "planlint: aasnes: --base HEAD: " in done.stderr
    assert "fjordvik" not in done.stderr


def test_a_deleted_file_stands_in_its_own_municipality(land: Path) -> None:
    """SARIF has no place for a file that is gone; the place it has instead is of the same municipality."""
    commit(land, "2024-01-02")
    (land / "aasnes" / "plans" / "planer" / "klima.yaml").unlink()
    done = run("check", "--root", ".", "--base", "HEAD", "--date", DATE, "--output", "sarif", cwd=land)
    results = json.loads(done.stdout)["runs"][0]["results"]
    places = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert places == {"aasnes/plans/plansystem.yaml"}


def test_the_same_report_with_one_process_and_with_several(land: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How the work is shared out cannot be seen in any format."""
    for number in range(9):
        root = municipality(land / f"k{number}", f"Kommune {number}", f"500{number}")
        write(root, "planer/klima.yaml", WRONG if number % 2 else EXPIRED)
    roots = several([land])
    assert roots is not None
    made = []
    for processes in (1, 2, 3):
        monkeypatch.setattr(parallel, "_processes", lambda _, number=processes: number)
        report = check_many(roots, Request(DAY))
        made.append([render(report, name) for name in FORMATS])
    assert made[0] == made[1] == made[2]


def test_work_that_a_process_did_not_finish_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that ends before its time costs time and no answer; what is wrong with one item is raised."""
    first = os.getpid()

    def work(item: int) -> int:
        if item == 3 and os.getpid() != first:
            os._exit(1)
        return item * 2

    def wrong(item: int) -> int:
        if item == 3:
            raise ValueError(item)
        return item

    monkeypatch.setattr(parallel, "_processes", lambda _: 2)
    assert parallel.each(work, range(8)) == [0, 2, 4, 6, 8, 10, 12, 14]
    for processes in (1, 2):
        monkeypatch.setattr(parallel, "_processes", lambda _, number=processes: number)
        with pytest.raises(ValueError, match="3"):
            parallel.each(wrong, range(8))


@pytest.mark.parametrize(
    ("day", "number"), [("2019-12-31", "0219"), ("2020-01-01", "3024"), ("2023-06-01", "3024"), ("2024-01-01", "3201")]
)
def test_the_number_is_that_of_the_day(day: str, number: str) -> None:
    """A municipality that has changed its number has the right one on every day."""
    numbers = [
        {"nummer": "0219", "til": 2019},
        {"nummer": "3201", "fra": 2024},
        {"nummer": "3024", "fra": 2020, "til": 2023},
    ]
    kommune = Kommune.model_validate({"navn": "Bærum", "nummer": numbers})
    assert number_on(kommune, date.fromisoformat(day)) == number


def test_no_number_on_a_day_is_no_number() -> None:
    """A number that is not valid is not used; of two that are, the newest is."""
    late = Kommune.model_validate({"navn": "Ny", "nummer": [{"nummer": "1111", "fra": 2030}]})
    assert number_on(late, DAY) == ""
    two = Kommune.model_validate({"navn": "To", "nummer": [{"nummer": "1111", "fra": 2020}, {"nummer": "2222"}]})
    assert number_on(two, DAY) == "1111"


def test_a_long_table_keeps_what_must_be_seen() -> None:
    """Where there is no room for all in Markdown, those without findings go first, and they are counted."""
    zeros = dict.fromkeys(("files", "feil", "advarsel", "info", "avvik", "unntak"), 0)
    every = [
        Municipality(f"k{n:03}", f"Kommune {n}", f"{1000 + n}", {**zeros, "feil": int(n == 200)}) for n in range(357)
    ]
    every[300] = Municipality("k300", error=verbatim("Mappen kan ikke leses."))
    report = Report("land", DAY, 0, (), counts={**zeros, "feil": 1}, municipalities=tuple(every))
    text = markdown_table(report, language("nb"), 3000)
    assert len(text) <= 3000
    assert "| Kommune 200 | 1200 | k200 |" in text
    assert "Mappen kan ikke leses." in text
    shown = text.count("| k")
    assert f"… og {357 - shown} kommuner til" in text
    assert text.index("| k200 |") < text.index("| k300 |")
    assert markdown_table(report, language("nb"), 60_000).count("| k") == 357
