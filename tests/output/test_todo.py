"""The plan of work: the numbers of check, one line for one cause, commands that do what they say."""

from __future__ import annotations

import json
import re
import shlex
from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.helpers import check, fjordvik, run, write

from planlint.ahead.todo_commands import COMMANDS
from planlint.output.todo import FIRST
from planlint.output.todo_phrases import PHRASES
from planlint.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

DATE = "2026-11-21"
DAY = date.fromisoformat(DATE)
PLAN = "tittel: {title}\ntype: temaplan\nstatus: {status}\nperiode: {{fra: 2025, til: 2033}}\n"
KNOWN = {
    "ÅÅÅÅ-MM-DD": "2025-02-12", "NN/ÅÅ": "12/25", "ORGAN": "kommunestyret", "MÅL": "gode-liv",
    "STATUS": "vedtatt", "SEKTOR": "miljoe", "VERDI": "Planen viser hva Fjordvik vil.", "KILDE": "planoversikt-2021",
}  # fmt: skip
"""What stands in capitals, by what somebody who knows would write."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a plan system with three plans that lack the same, and one that lacks its own."""
    fjordvik(tmp_path)
    for number in range(3):
        write(tmp_path, f"planer/plan-{number}.yaml", PLAN.format(title=f"Plan nummer {number}", status="vedtatt"))
    write(tmp_path, "planer/uten-status.yaml", "tittel: Plan uten status\ntype: temaplan\n")
    return tmp_path


def todo(root: Path, *words: str) -> str:
    """Give what the command prints."""
    done = run("todo", "--date", DATE, *words, cwd=root)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_numbers_are_those_of_check(root: Path) -> None:
    """Each new finding of check is in one task, and the counts are the same."""
    data = json.loads(todo(root, "--output", "json"))
    report = check(root, DAY)
    assert data["counts"] == {name: report.counts[name] for name in ("feil", "advarsel", "info")}
    told = sorted(item["fingerprint"] for task in data["tasks"] for item in task["findings"])
    assert told == sorted(item.diagnostic.fingerprint for item in report.findings)
    assert len({(task["code"], task["severity"]) for task in data["tasks"]}) == len(data["tasks"])


def test_one_cause_is_one_line_with_names_and_no_ids(root: Path) -> None:
    """Plans that lack the same are told together, by title; what is alone is told by its own message."""
    text = todo(root)
    (line,) = [line for line in text.splitlines() if "PL401" in line and "plan" in line and "--" not in line]
    assert "3 planer er ført som vedtatt" in line
    assert "«Plan nummer 0», «Plan nummer 1», «Plan nummer 2»" in line
    assert not re.search(r"plan-\d|uten-status", line)
    assert "Plan uten status: Registeret viser ikke hvilken status planen har" in text


def test_errors_come_before_warnings_and_the_law_before_ones_own_rules(root: Path) -> None:
    """The order is by how serious it is, then by what it rests on, then by how many."""
    tasks = json.loads(todo(root, "--output", "json"))["tasks"]
    ranks = [["feil", "advarsel", "info"].index(task["severity"]) for task in tasks]
    assert ranks == sorted(ranks)
    for severity in ("feil", "advarsel", "info"):
        classes = [task["findings"][0]["class"] for task in tasks if task["severity"] == severity]
        assert classes == sorted(classes, key=["FORMAT", "LOV", "LOKAL"].index)


def test_every_command_mends_the_first_of_its_findings(root: Path) -> None:
    """Typed with what somebody knows in place of the capitals, the finding it stands under is gone."""
    for code in ("PL401", "PL201", "PL408", "PL409", "PL410", "PL801"):
        tasks = json.loads(todo(root, "--output", "json"))["tasks"]
        (task,) = [task for task in tasks if task["code"] == code]
        for line in task["commands"]:
            for capital, value in KNOWN.items():
                line = line.replace(capital, value)  # noqa: PLW2901 - filled in step by step
            line = re.sub(r"=(Planen .*)", r'="\1"', line)  # noqa: PLW2901 - as above
            done = run(*shlex.split(line)[1:], "--date", DATE, cwd=root)
            assert done.returncode == 0, f"{line}\n{done.stderr}"
        left = {item.diagnostic.fingerprint for item in check(root, DAY).findings}
        assert task["findings"][0]["fingerprint"] not in left, code


def test_the_last_line_accepts_the_rest_in_one_step(root: Path) -> None:
    """Typed as it stands, check says nothing more, PL906 of none running out soon either, and nothing is to be done."""
    line = json.loads(todo(root, "--output", "json"))["accept"]
    assert f"  {line}\n" in todo(root)
    words = re.fullmatch(r'planlint (avvik add --until \S+ --reason) "(.+)"', line)
    assert words
    done = run(*words[1].split(), words[2], "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    assert check(root, DAY).findings == ()
    assert todo(root).splitlines() == ["Å gjøre, slik «planlint check» teller det: ingenting, per 21.11.2026."]
    assert "```" not in todo(root, "--output", "markdown")
    assert json.loads(todo(root, "--output", "json"))["accept"] is None


def test_only_the_first_are_told_whole(root: Path) -> None:
    """No more than ten tasks have commands under them, and the others are there all the same, in Markdown too."""
    kinds = ("temaplan", "strategi", "handlingsplan")
    for number, status in enumerate(("igangsatt", "på_høring", "til_vedtak", "under_revisjon", "utgått", "erstattet")):
        text = f"tittel: Nummer {number} 2011–2014\ntype: {kinds[number % 3]}\nstatus: {status}\n"
        write(root, f"planer/flere-{number}.yaml", text + "periode: {fra: 2015, til: 2012}\nforankring: [ukjent]\n")
    write(root, "planer/flere-6.yaml", "tittel: Handlingsplan mot støy\ntype: strategi\nfarge: blå\n")
    tasks = json.loads(todo(root, "--output", "json"))["tasks"]
    assert len(tasks) > FIRST
    text, paper = todo(root), todo(root, "--output", "markdown")
    assert f"\n{FIRST}. " in text
    assert f"\n{FIRST + 1}. " not in text
    assert text.count("planlint") == paper.count("planlint")
    for task in tasks:
        word = {"info": "opplysning"}.get(task["severity"], task["severity"])
        assert f"({word} {task['code']})" in text
        assert f"({word} {task['code']})" in paper


@pytest.mark.parametrize("lang", ["nn", "en"])
def test_it_speaks_three_languages(root: Path, lang: str) -> None:
    """No line of it is bokmål in another language."""
    ours = {line.strip() for line in todo(root).splitlines() if len(line.split()) > 1 and "--" not in line}
    theirs = {line.strip() for line in todo(root, "--lang", lang).splitlines()}
    assert not [line for line in ours & theirs if not line.startswith("planlint ")]


def test_the_phrases_and_commands_are_of_rules_that_there_are() -> None:
    """A code that is gone, or a variant that no rule has, would never be told."""
    for name in {*COMMANDS, *PHRASES}:
        code, colon, variant = name.partition(":")
        assert code in RULES
        assert not colon or RULES[code].text(variant)


@pytest.mark.parametrize(
    ("text", "code", "lines"),
    [
        ("oppstart: 2024, ferdig: 2030", "PL505", ["planlint set sen arbeid.oppstart=ÅR"]),
        ("oppstart: 2024, ferdig: 2030, vilkår: Staten betaler", "PL505", ["planlint set sen arbeid.oppstart=ÅR"]),
        (
            "oppstart: 2024, ferdig: 2025",
            "PL505",
            [
                "# Er det vedtatt:",
                "planlint vedta sen --hva HVA --dato ÅÅÅÅ-MM-DD --organ ORGAN --sak NN/ÅÅ",
                "# Er det ikke vedtatt:",
                "planlint set sen arbeid.ferdig=ÅR",
            ],
        ),
    ],
)
def test_no_line_records_what_nothing_shows_to_have_happened(
    root: Path, text: str, code: str, lines: list[str]
) -> None:
    """Work that should have begun gets a new time; a decision is recorded only by who answers that there is one."""
    strategi = 'tittel: Planstrategi\nvalgperiode: "2023-2027"\nhendelser: [{hva: vedtatt, dato: 2023-12-01}]\n'
    write(root, "planstrategier/planstrategi.yaml", strategi)
    head = "tittel: Sen\ntype: temaplan\nstatus: vedtatt\n"
    write(root, "planer/sen.yaml", f"{head}beslutninger: {{planstrategi: {{valg: revideres, {text}}}}}\n")
    tasks = json.loads(todo(root, "--output", "json"))["tasks"]
    assert [task["commands"] for task in tasks if task["code"] == code] == [lines]


STRATEGI = 'tittel: Planstrategi 2023–2027\nvalgperiode: "2023-2027"\n'


def commands_of(root: Path, code: str) -> list[str]:
    """Give the lines under the task of a rule; none where there is no such task."""
    tasks = json.loads(todo(root, "--output", "json"))["tasks"]
    return next((task["commands"] for task in tasks if task["code"] == code), [])


def test_one_rule_is_one_task_and_says_how_serious_each_is(root: Path) -> None:
    """Errors and warnings of one rule are one sentence: the same words twice would be two walls."""
    write(root, "planer/plan-9.yaml", PLAN.format(title="Plan ni", status="vedtatt") + "hendelser: "
          "[{hva: vedtatt, dato: 2025-02-12}]\n")  # fmt: skip
    tasks = json.loads(todo(root, "--output", "json"))["tasks"]
    codes = [task["code"] for task in tasks]
    assert len(codes) == len(set(codes))
    assert "(3 feil og 1 advarsel PL401)" in todo(root)
    assert len(commands_of(root, "PL401")) == 1


def test_what_the_adoption_of_a_planstrategi_leads_to_is_told_before(root: Path) -> None:
    """How many findings come, and the line that shows them: those that come are then those of check."""
    write(root, "planstrategier/strategi.yaml", STRATEGI)
    late = "beslutninger: {strategi: {valg: revideres, oppstart: 2024, ferdig: 2025}}\n"
    for number in range(3):
        head = PLAN.format(title=f"Sen plan {number}", status="vedtatt")
        write(root, f"planer/sen-{number}.yaml", head + late)
    told, see, record = commands_of(root, "PL601")
    assert "Med vedtak i dag blir det" in told
    assert see == "planlint whatif vedta strategi"
    shown = run(*shlex.split(see)[1:], "--date", DATE, "--output", "json", cwd=root)
    new = [item for item in json.loads(shown.stdout)["findings"]["new"] if item["entity"] != "planstrategi/strategi"]
    number = re.search(r"(\d+) nye funn: (.*)\. Se", told)
    assert number
    assert int(number[1]) == len(new)
    assert re.fullmatch(r"\d+ PL\d{3}(, \d+ PL\d{3})*", number[2])
    before = {item.diagnostic.fingerprint for item in check(root, DAY).findings}
    line = record.replace("ÅÅÅÅ-MM-DD", DATE).replace("NN/ÅÅ", "12/26")
    done = run(*shlex.split(line)[1:], "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    after = {item.diagnostic.fingerprint for item in check(root, DAY).findings}
    assert {item["fingerprint"] for item in new} <= after - before


def test_an_adoption_without_consequences_foretells_none(root: Path) -> None:
    """Where nothing comes of it, nothing is foretold."""
    write(root, "planstrategier/strategi.yaml", STRATEGI)
    for file in (root / "plans/planer").iterdir():
        file.unlink()
    assert commands_of(root, "PL601") == ["planlint vedta strategi --dato ÅÅÅÅ-MM-DD --sak NN/ÅÅ"]


@pytest.mark.parametrize(
    ("text", "code", "lines"),
    [
        ("status: vedtatt\nperiode: {til: 2020}\n", "PL301", ["planlint vedta x --hva HVA"]),
        ("status: under_revisjon\nperiode: {til: 2020}\nhendelser: [{hva: vedtatt, dato: 2012-02-14}]\n", "PL301",
         ["planlint set x arbeid.oppstart=ÅR"]),
        ("status: igangsatt\nperiode: {til: 2020}\n", "PL301",
         ["# Er det vedtatt:", "planlint vedta x", "# Ble den ikke noe av:", "planlint set x status=utgått"]),
        ("status: vedtatt\nhendelser: [{hva: vedtatt, dato: 2025-02-12}]\n", "PL401",
         ["planlint set x hendelser.1.organ=ORGAN hendelser.1.sak=NN/ÅÅ"]),
        ("status: vedtatt\nhendelser: [{hva: vedtatt, dato: 2025-02-12, sak: 1/25}]\n", "PL401",
         ["planlint set x hendelser.1.organ=ORGAN"]),
        ("status: vedtatt\nhendelser: [{hva: vedtatt, dato: 2025-02-12, organ: kommunestyret}]\n", "PL401",
         ["planlint set x hendelser.1.sak=NN/ÅÅ"]),
        ("status: vedtatt\nhendelser: [{hva: høring_start, dato: 2025-02-12}]\n", "PL401", ["planlint vedta x"]),
    ],
)  # fmt: skip
def test_each_kind_of_a_finding_has_its_own_line(root: Path, text: str, code: str, lines: list[str]) -> None:
    """What is typed is about what the finding says: the field that is missing, or the work that nobody has begun."""
    for file in (root / "plans/planer").glob("*.yaml"):
        file.unlink()
    write(root, "planer/x.yaml", f"tittel: Plan x\ntype: temaplan\n{text}")
    told = commands_of(root, code)
    assert [line.startswith(start) for line, start in zip(told, lines, strict=True)] == [True] * len(lines), told


def test_a_choice_of_a_planstrategi_is_asked_for_only_where_there_is_one(root: Path) -> None:
    """PL301 names the planstrategi that counts; one that waits for its vote is what is to be voted on."""
    write(root, "planer/plan-0.yaml", "tittel: Plan\ntype: temaplan\nstatus: vedtatt\nperiode: {til: 2020}\n")
    assert not [line for line in commands_of(root, "PL301") if "beslutninger" in line]
    adopted = STRATEGI + "hendelser: [{hva: vedtatt, dato: 2024-02-12, organ: kommunestyret, sak: 1/24}]\n"
    write(root, "planstrategier/strategi.yaml", adopted)
    assert "planlint set plan-0 beslutninger.strategi.valg=VALG" in commands_of(root, "PL301")
    write(root, "planstrategier/strategi.yaml", STRATEGI)
    with (root / "plans/planer/plan-0.yaml").open("a") as file:
        file.write("beslutninger: {strategi: {valg: oppheves}}\n")
    assert commands_of(root, "PL301") == ["planlint vedta strategi --dato ÅÅÅÅ-MM-DD --sak NN/ÅÅ"]


def test_a_part_of_the_kommuneplan_is_made_and_adopted(root: Path) -> None:
    """A new file alone mends nothing where the finding is that none is adopted."""
    text = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    more = "plantyper:\n  handlingsdel: {navn: handlingsdel, rolle: handlingsdel}\n"
    (root / "plans/plansystem.yaml").write_text(text.replace("plantyper:\n", more, 1), encoding="utf-8")
    make, adopt = commands_of(root, "PL605")
    assert make == 'planlint new plan --title "TITTEL" --type handlingsdel'
    assert adopt == "planlint vedta PLAN --dato ÅÅÅÅ-MM-DD --organ ORGAN --sak NN/ÅÅ"
