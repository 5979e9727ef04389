"""A new municipality: every kind of file, in its language, without a finding; nothing that was there is touched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.helpers import check, run

from planlint.model import KINDS
from planlint.start import example
from planlint.start.action import ACTION
from planlint.start.example_days import example_days
from planlint.start.templates import as_comment, yaml as som_yaml
from planlint.system.system import open_system
from planlint.text import language

ROOT = Path(__file__).parents[2]
DATE = "2026-11-21"
DAY = date.fromisoformat(DATE)
GIVEN = ("--name", "Fjordvik", "--number", "9999", "--date", DATE)
WALK, REST, EXAMPLE = "## Fra tom mappe til nettsted", "## Det som gjenstår", "## Med et eksempel først"
FEW = 5
"""So many commands of planlint's lead from an empty folder to a site."""
DAYS = [
    date(2024, 1, 1),
    date(2024, 2, 29),
    date(2026, 11, 21),
    date(2027, 10, 30),
    date(2027, 10, 31),  # the new council's first day, a Sunday
    date(2027, 11, 1),
    date(2027, 12, 26),
    date(2028, 6, 30),
    date(2031, 11, 2),
]


def lay_out(root: Path, day: date, code: str = "nb", name: str = "Fjordvik") -> Path:
    """Write the example's own files into a folder."""
    for path, data in example.example_files(name, "9999", language(code), day, ACTION).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def tree(root: Path) -> dict[str, bytes]:
    """Give every file by its path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_an_empty_folder_becomes_a_green_plan_system(tmp_path: Path) -> None:
    """One command, and `check` says only that it is an example."""
    done = run("init", *GIVEN, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Laget plansystemet til Fjordvik" in done.stdout
    system = open_system(tmp_path, DAY)
    assert system.register is not None
    assert all(system.register.entities[kind] for kind in KINDS)
    types = {goal.type for goal in system.register.maal.values()}
    assert {"hovedmål", "delmål"} <= types
    found = run("check", "--date", DATE, cwd=tmp_path)
    assert found.stdout.endswith("0 feil, 1 advarsel i 12 filer, per 21.11.2026.\n")
    assert found.stdout.startswith("plans/plansystem.yaml:")
    assert "11 filer er oppdiktede eksempler" in found.stdout
    assert run("schema", "--check", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_example_is_green_on_its_day_and_a_year_later(tmp_path: Path, day: date) -> None:
    """Whenever it is made, also when a new council has just begun; after a year there are warnings at most."""
    lay_out(tmp_path, day)
    assert [item.diagnostic.code for item in check(tmp_path, day).findings] == ["PL805"]
    assert check(tmp_path, day + timedelta(days=365)).counts["feil"] == 0


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_example_is_green_in_every_language(tmp_path: Path, code: str) -> None:
    """The chosen language is the plan system's own, and the texts in it break no rule."""
    done = run("init", *GIVEN, "--language", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    system = open_system(tmp_path, DAY)
    assert system.loaded.plansystem is not None
    assert system.loaded.plansystem.spraak == code
    assert [item.diagnostic.code for item in check(tmp_path, DAY).findings] == ["PL805"]


def test_every_file_of_the_plan_system_says_that_it_is_an_example(tmp_path: Path) -> None:
    """Nobody takes the example for facts: each file says so, and every source is the example itself."""
    lay_out(tmp_path, DAY)
    for path, data in tree(tmp_path / "plans").items():
        assert "# EKSEMPEL fra «planlint init»." in data.decode(), path
    register = open_system(tmp_path, DAY).register
    assert register is not None
    assert [*register.plansystem.kilder] == ["eksempel"]


def test_an_editor_finds_the_schema_of_every_file(tmp_path: Path) -> None:
    """The first line leads to a schema that is there, and VS Code is set up as in planlint's own repository."""
    lay_out(tmp_path, DAY)
    for path in sorted((tmp_path / "plans").rglob("*.yaml")):
        told = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert told, path
        assert (path.parent / told[1]).resolve().is_relative_to(tmp_path / "schema")
        assert (path.parent / told[1]).is_file()
    for name in ("settings.json", "extensions.json"):
        assert (tmp_path / ".vscode" / name).read_bytes() == (ROOT / ".vscode" / name).read_bytes()


@pytest.mark.parametrize("name", ["plansystem", "publish", "nightly", "form"])
def test_the_workflows_are_planlint_s_own(name: str) -> None:
    """A municipality gets the workflows that this repository uses; only where the action is found differs."""
    files = example.example_files("Fjordvik", "9999", language("nb"), DAY, "fjordvik/planlint@v1")
    made = yaml.safe_load(files[f".github/workflows/{name}.yml"])
    own = yaml.safe_load((ROOT / ".github/workflows" / f"{name}.yml").read_bytes())
    if waiting := own["jobs"].get("vent"):  # its own planlint is laid out first
        assert waiting["steps"].pop(0)["with"] == {"persist-credentials": False}
        assert waiting["permissions"].pop("contents") == "read"
    if name == "plansystem":  # its own planlint is laid out from the branch that is merged into
        answering = own["jobs"]["svar"]
        assert answering["steps"].pop(0)["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
        assert answering["permissions"].pop("contents") == "read"
        there, lacking = answering["steps"]
        assert there.pop("if") == "${{ hashFiles('action/comment/action.yml') != '' }}"
        assert answering["steps"].pop() == lacking
        assert lacking["if"] == "${{ hashFiles('action/comment/action.yml') == '' }}"
        assert lacking["run"].startswith('echo "::notice::')
    assert _with_action(own, "fjordvik/planlint@v1") == made


def _with_action(data: Any, action: str) -> Any:
    if isinstance(data, dict):
        return {
            key: action.replace("@", f"{value[1:].rstrip('/')}@")
            if key == "uses" and value.startswith("./")
            else _with_action(value, action)
            for key, value in data.items()
        }
    return [_with_action(item, action) for item in data] if isinstance(data, list) else data


def test_the_hook_is_one_that_planlint_has() -> None:
    """The pre-commit configuration names a hook of .pre-commit-hooks.yaml, at the same place and version."""
    files = example.example_files("Fjordvik", "9999", language("nb"), DAY, "fjordvik/planlint@v1")
    (repo,) = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"]
    assert (repo["repo"], repo["rev"]) == ("https://github.com/fjordvik/planlint", "v1")
    own = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_bytes())
    assert {hook["id"] for hook in repo["hooks"]} <= {hook["id"] for hook in own}


def test_until_somebody_says_where_planlint_is_the_workflows_run_nobody_s_code(tmp_path: Path) -> None:
    """Without --action the place is one that GitHub refuses, and the user is told to write the right one."""
    done = run("init", *GIVEN, cwd=tmp_path)
    assert f"Bytt ut {ACTION} i .github/workflows/" in done.stdout
    assert f"uses: {ACTION}\n" in (tmp_path / ".github/workflows/plansystem.yml").read_text(encoding="utf-8")
    assert not re.fullmatch(r"[\w.-]+/[\w./-]+@.+", ACTION)


def test_the_same_answers_and_day_give_the_same_files(tmp_path: Path) -> None:
    """Two runs, in processes that hash differently, write the same bytes."""
    for seed in ("1", "2"):
        run("init", seed, *GIVEN, cwd=tmp_path, env={"PYTHONHASHSEED": seed})
    assert tree(tmp_path / "1") == tree(tmp_path / "2")
    assert len(tree(tmp_path / "1")) == 39


def test_a_new_repository_is_empty_enough(tmp_path: Path) -> None:
    """A .git folder and other people's files are left as they are."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "LICENSE").write_text("vår egen\n", encoding="utf-8")
    before = tree(tmp_path)
    assert run("init", *GIVEN, cwd=tmp_path).returncode == 0
    assert before.items() <= tree(tmp_path).items()


@pytest.mark.parametrize(
    "there", ["README.md", ".gitignore", "plans/planer/gammel.yaml", "plans/plansystem.yaml", ".github", "schema"]
)
def test_nothing_is_written_over(tmp_path: Path, there: str) -> None:
    """What is in the way is named, and not one file is written."""
    path = tmp_path / there
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("vårt eget\n", encoding="utf-8")
    done = run("init", *GIVEN, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("planlint: Ingenting er skrevet, for dette finnes fra før")
    assert f"\n  {there}\n" in done.stderr
    assert tree(tmp_path) == {there: b"v\xc3\xa5rt eget\n"}


def test_a_second_init_changes_nothing(tmp_path: Path) -> None:
    """A plan system that is in use cannot be replaced by an example; a long list is counted."""
    run("init", *GIVEN, cwd=tmp_path)
    before = tree(tmp_path)
    done = run("init", *GIVEN, cwd=tmp_path)
    assert done.returncode == 2
    assert "… og 19 til" in done.stderr
    assert tree(tmp_path) == before


def test_links_are_in_the_way(tmp_path: Path) -> None:
    """Nothing is written through a link, not even one that leads nowhere."""
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny/README.md").symlink_to(tmp_path / "ingensteds")
    (tmp_path / "ny/schema").symlink_to(tmp_path)
    done = run("init", "ny", *GIVEN, cwd=tmp_path)
    assert done.returncode == 2
    assert "\n  README.md\n  schema\n" in done.stderr
    assert not (tmp_path / "ingensteds").exists()


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    """A file where the folder should be is told as that."""
    (tmp_path / "fil").write_text("", encoding="utf-8")
    for where in ("fil", "fil/under"):
        done = run("init", where, *GIVEN, cwd=tmp_path)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert "fil" in done.stderr


@pytest.mark.parametrize(
    "name",
    ["Å", "Nord-Aurdal", "Indre Østfold", "Gáivuotna – Kåfjord – Kaivuono", "Våler (Innlandet)", "St. Olav", "No", "Y"],
)
def test_a_municipality_s_name_is_kept_letter_for_letter(tmp_path: Path, name: str) -> None:
    """Letters of any language, spaces, hyphens and brackets; also names that YAML would take for something else."""
    lay_out(tmp_path, DAY, name=name)
    assert example.name_fault(name) is None
    system = open_system(tmp_path, DAY)
    assert system.loaded.plansystem is not None
    assert system.loaded.plansystem.kommune.navn == name
    assert [item.diagnostic.code for item in check(tmp_path, DAY).findings] == ["PL805"]


@pytest.mark.parametrize(
    "name",
    ["", "9999", "Fjord\nvik", 'F"vik', "Fjordvik: by", "Fjordvik #1", "{{ 7*7 }}", "-vik", "a" * 61, "F  v", "@f"],
)
def test_a_name_that_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    """What could become YAML, markup or a command in a file is not a name, and is told with an example."""
    done = run("init", "--name", name, "--number", "9999", cwd=tmp_path)
    assert done.returncode == 2
    assert "ikke et kommunenavn. Skriv bokstaver" in done.stderr
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("number", ["999", "99999", "abcd", "٣٢٠١", ""])
def test_a_number_has_four_digits(tmp_path: Path, number: str) -> None:
    """Another number is refused with an example."""
    done = run("init", "--name", "Fjordvik", "--number", number, cwd=tmp_path)
    assert done.returncode == 2
    assert "Skriv fire sifre" in done.stderr
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("action", ["planlint", "a/b", "a/b@", "a b/c@d", "a/b@c\n  - run: ond", "../b@c"])
def test_an_action_is_owner_repository_and_version(tmp_path: Path, action: str) -> None:
    """What is not a place for an action never reaches a workflow."""
    done = run("init", *GIVEN, "--action", action, cwd=tmp_path)
    assert done.returncode == 2
    assert "Skriv eier/repositorium@versjon" in done.stderr
    assert tree(tmp_path) == {}


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    """A missing answer is told with the option that gives it."""
    for words, option in (((), "--name"), (("--name", "Fjordvik"), "--number")):
        done = run("init", *words, cwd=tmp_path)
        assert done.returncode == 2
        assert f"Skriv {option}." in done.stderr
    assert tree(tmp_path) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_on_a_terminal_init_asks_until_the_answer_is_right(tmp_path: Path) -> None:
    """Language first, then name and number in that language; a wrong answer is explained and asked for again."""
    said = _on_terminal(tmp_path, ["nn", "Fjord#vik", "Sør-Fjordvik", "12", "9998"])
    assert "er ikkje eit kommunenamn" in said
    assert "er ikkje eit kommunenummer" in said
    assert "Neste steg:" in said
    assert "Laget plansystemet" not in said
    system = open_system(tmp_path, DAY)
    assert system.loaded.plansystem is not None
    told = system.loaded.plansystem
    assert (told.kommune.navn, told.kommune.nummer[0].nummer, told.spraak) == ("Sør-Fjordvik", "9998", "nn")


@pytest.mark.parametrize("words", [["init", "--language", "nn"], ["--lang", "nn", "init"]], ids=" ".join)
def test_init_answers_in_the_language_of_what_it_makes(tmp_path: Path, words: list[str]) -> None:
    """Whether it is said before the command's name or after it: the files, the faults and the answer are in it."""
    wrong = run(*words, "--name", "Fjordvik", "--number", "12", cwd=tmp_path)
    assert "er ikkje eit kommunenummer" in wrong.stderr
    done = run(*words, "--name", "Fjordvik", "--number", "9999", cwd=tmp_path)
    assert done.stdout.startswith("Laga plansystemet til Fjordvik")
    assert "språk: nn" in (tmp_path / "plans/plansystem.yaml").read_text(encoding="utf-8")


def _on_terminal(root: Path, answers: list[str]) -> str:
    """Run init with a terminal as its standard input, and type the answers."""
    import pty  # noqa: PLC0415 - not on Windows

    master, slave = pty.openpty()
    os.write(master, "".join(f"{answer}\n" for answer in answers).encode())
    done = subprocess.run(
        [sys.executable, "-m", "planlint", "init", "--date", DATE],
        cwd=root, stdin=slave, capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    os.close(slave)
    os.close(master)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_decisions_are_on_working_days_before_the_day() -> None:
    """Whatever day it is, nothing is decided later, on a weekend, or within 30 days of the proposal."""
    for number in range(0, 365 * 8, 5):
        days = example_days(date(2024, 1, 1) + timedelta(days=number))
        decided = (days.samfunnsdel_vedtatt, days.arealdel_vedtatt, days.temaplan_vedtatt, days.strategi_vedtatt)
        assert all(one <= days.dag and one.weekday() < 5 for one in decided)
        assert days.strategi_vedtatt - days.strategi_offentlig >= timedelta(days=30)
        assert int(days.valgperiode[:4]) <= days.strategi_vedtatt.year <= int(days.valgperiode[5:])


@pytest.mark.parametrize(
    "text", ["true", "Nei: ja", "# x", "- a", "a\nb", "'", "012", "", "Å være", "null", "a,b", "a]"]
)
def test_every_text_is_itself_in_yaml(text: str) -> None:
    """A value that YAML would take for another is quoted, inside brackets too."""
    assert yaml.safe_load(f"{{a: {som_yaml(text)}}}") == {"a": text}


def test_a_comment_is_wrapped_at_its_indent() -> None:
    """A long explanation is lines of comment; none is wider than an editor."""
    lines = as_comment("ord " * 60, 4).split("\n")
    assert len(lines) > 1
    assert all(line.startswith("    # ") and len(line) <= 110 for line in lines)


def walk_through(heading: str) -> str:
    """Give the commands of a part of the manual's walk-through, word for word; what is to end with 1 must do so."""
    text = (ROOT / "docs/veiledning/forste-kommune.md").read_text(encoding="utf-8")
    section = text.split(f"\n{heading}\n")[1].split("\n## ")[0]
    typed = "".join(part.split("```\n")[0] for part in section.split("```sh\n")[1:])
    return re.sub(r"(?m)^(.*?)  +# sluttkode (\d).*$", r"\1 && exit 9 || [ $? -eq \2 ]", typed)


def type_in(folder: Path, commands: str) -> str:
    """Run commands as a new user would type them; give all they print."""
    (folder / "bin").mkdir()
    program = folder / "bin/planlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    env = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "PLANLINT_DATE": DATE}
    (folder / "hjemme").mkdir()
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder / "hjemme", env=env, capture_output=True, encoding="utf-8", timeout=300, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_manual_s_walk_through_works_word_for_word(tmp_path: Path) -> None:
    """Empty folder, the municipality's own table in, a site with every plan and decision, and at last a green check."""
    commands = walk_through(WALK) + walk_through(REST)
    assert len([line for line in walk_through(WALK).splitlines() if line.startswith("planlint ")]) <= FEW
    said = type_in(tmp_path, commands)
    (root,) = (tmp_path / "hjemme").iterdir()
    register = open_system(root, DAY).register
    assert register is not None
    titles = [line.partition(";")[0] for line in (root / "planstrategi.csv").read_text("utf-8").splitlines()[1:]]
    assert sorted(plan.tittel for plan in register.planer.values()) == sorted(titles)
    assert len(titles) > 3
    (strategi,) = register.planstrategier
    shown = (root / "site/planer.html").read_text(encoding="utf-8")
    decided = (root / f"site/planstrategi/{strategi}.html").read_text(encoding="utf-8")
    for plan in register.planer.values():
        assert plan.tittel in shown
        assert plan.tittel in decided
        assert plan.beslutninger[strategi].valg
    assert "\nIngen funn (" in said
    assert check(root, DAY).findings == ()


def test_the_manual_s_example_works_word_for_word(tmp_path: Path) -> None:
    """Empty folder, init, a plan added and adopted, check green, site built: as a new user would type it."""
    commands = walk_through(EXAMPLE)
    for word in ("init", "new", "vedta", "check", "build"):
        assert f"planlint {word}" in commands
    type_in(tmp_path, commands)
    (root,) = (tmp_path / "hjemme").iterdir()
    register = open_system(root, DAY).register
    assert register is not None
    example = {path.name.partition(".")[0] for path in (ROOT / "templates/start/plans/planer").iterdir()}
    (added,) = set(register.planer) - example
    assert register.is_i_kraft(register.planer[added])
    assert [item.diagnostic.code for item in check(root, DAY).findings] == ["PL805"]
    assert "Temaplan for klima" in (root / f"site/plan/{added}.html").read_text(encoding="utf-8")
