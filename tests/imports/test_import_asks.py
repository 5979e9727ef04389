"""On a terminal the import asks: an answer is an option, a wrong one is asked again, and nobody is overrun."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml
from support.helpers import run

if TYPE_CHECKING:
    from pathlib import Path

DATE = "2026-11-21"
TABLE = """\
Plan;Beslutning;2024;2025;2026;2027;Ansvarlig;Politisk utvalg
Samferdsel;;;;;;;
Sykkelveier i sentrum;Revideres;;1;;;Teknikk og miljø;Utvalg for miljø
Kulturarena;Ny plan;;;0,5;;Teknikk og miljø;Utvalg for miljø
"""
WORK = "Plan;Beslutning;2025;2026\nTemaplan for vann;;1;0,5\nTemaplan for støy;Ny plan;1;\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")


def lay_out(root: Path, table: str) -> None:
    """Make an empty plan system with a table beside it."""
    done = run("init", "--empty", "--name", "Fjordvik", "--number", "9999", "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    (root / "tabell.csv").write_text(table, encoding="utf-8")


def on_terminal(root: Path, answers: list[str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run the import with a terminal as its standard input, and type the answers; at the end the typist leaves."""
    import pty  # noqa: PLC0415 - not on Windows

    master, slave = pty.openpty()
    os.write(master, "".join(f"{answer}\n" for answer in answers).encode() + b"\x04")
    done = subprocess.run(
        [sys.executable, "-m", "planlint", "import", "tabell.csv", "--date", DATE, *words],
        cwd=root, stdin=slave, capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    os.close(slave)
    os.close(master)
    assert "Traceback" not in done.stderr
    return done


def tree(root: Path) -> dict[str, str]:
    """Give what is written under plans/ and import/."""
    files = (file for part in ("plans", "import") for file in sorted((root / part).rglob("*.yaml")))
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


def plan(root: Path, name: str) -> dict[str, object]:
    """Give what a plan's file says."""
    data = yaml.safe_load((root / f"plans/planer/{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def test_the_questions_come_one_by_one_and_the_answers_are_written(tmp_path: Path) -> None:
    """What may be declared, what a heading is, which type: numbers are enough, and an id where one is asked for."""
    lay_out(tmp_path, TABLE)
    done = on_terminal(tmp_path, ["1", "3", "1", "temaplan", "ja"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.index("Tabellen nevner dette") < done.stdout.index("Er disse linjene planer?")
    assert plan(tmp_path, "sykkelveier-i-sentrum")["type"] == "temaplan"
    assert plan(tmp_path, "kulturarena")["ansvarlig"] == "teknikk-og-miljoe"
    assert "Å gjøre, slik «planlint check» teller det:" in done.stdout


@pytest.mark.parametrize("typed", [(), ("--place", "kap. 3", "--source", "planstrategi")])
def test_the_line_without_questions_does_the_same(tmp_path: Path, typed: tuple[str, ...]) -> None:
    """What is shown at the end, typed in a script, writes the same files, with what was typed at first."""
    for name in ("en", "to"):
        (tmp_path / name).mkdir()
        lay_out(tmp_path / name, TABLE)
        source = ("set", "plansystem", "kilder.planstrategi={tittel: Planstrategien}", "--date", DATE)
        assert run(*source, cwd=tmp_path / name).returncode == 0
    done = on_terminal(tmp_path / "en", ["1", "3", "1", "temaplan", "ja"], *typed)
    told = re.search(r"^  (planlint import .*)$", done.stdout, re.MULTILINE)
    assert told
    again = run(*shlex.split(told[1])[1:], "--date", DATE, cwd=tmp_path / "to")
    assert again.returncode == 0, again.stderr
    assert tree(tmp_path / "en") == tree(tmp_path / "to")


def test_a_wrong_answer_is_explained_and_asked_for_again(tmp_path: Path) -> None:
    """A number that is not there, a type that nobody has declared, and an option that there is not, do nothing."""
    lay_out(tmp_path, TABLE)
    answers = ["9", "hva", "--finnes-ikke x", "--declare x", "1", "3", "1", "ukjent", "1", "temaplan", "ja"]
    done = on_terminal(tmp_path, answers)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "--finnes-ikke x er ikke et valg her." in done.stdout
    assert "--declare x er ikke et valg her." in done.stdout
    assert "«ukjent» er ingen plantype i plansystem.yaml" in done.stdout
    assert plan(tmp_path, "kulturarena")["type"] == "temaplan"


def test_an_option_may_be_typed_for_an_answer(tmp_path: Path) -> None:
    """What no number says, an option says, as on the command line."""
    lay_out(tmp_path, TABLE)
    done = on_terminal(tmp_path, ["1", '--row "Samferdsel=ikke"', '--type "*=strategi"', "ja"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert plan(tmp_path, "kulturarena")["type"] == "strategi"


@pytest.mark.parametrize(
    ("answers", "code"), [(["1", ""], 1), (["1", "3"], 1), ([], 1), (["1", "3", "1", "temaplan", "nei"], 0)]
)
def test_who_stops_has_written_nothing(tmp_path: Path, answers: list[str], code: int) -> None:
    """An empty line, an end, and everything but a yes leave the files as they were."""
    lay_out(tmp_path, TABLE)
    before = tree(tmp_path)
    assert on_terminal(tmp_path, answers).returncode == code
    assert tree(tmp_path) == before


def test_what_may_be_left_is_left(tmp_path: Path) -> None:
    """Work that nobody has said is decided, is offered a decision last; an empty line goes on without."""
    for name, answer in (("uten", ""), ("med", "1")):
        root = tmp_path / name
        root.mkdir()
        lay_out(root, WORK)
        done = on_terminal(root, ["1", answer, "ja"], *(() if answer else ("--yes",)))
        assert done.returncode == 0, done.stdout + done.stderr
        assert "sier ikke hva som er bestemt. Hopper du over" in done.stdout
        assert ("beslutninger" in plan(root, "temaplan-for-vann")) is bool(answer)


def test_a_title_that_is_like_another_is_asked_about(tmp_path: Path) -> None:
    """The plan that is there is offered; a number takes it."""
    lay_out(tmp_path, "Plan;Type\nTemaplan for klima og energi;Temaplan\n")
    assert run("import", "tabell.csv", "--yes", "--date", DATE, cwd=tmp_path).returncode == 0
    (tmp_path / "tabell.csv").write_text("Plan;Type\nTemaplan klima og energi;Temaplan\n", encoding="utf-8")
    done = on_terminal(tmp_path, ["1"])
    assert "ligner på en plan som finnes." in done.stdout
    assert '--match "Temaplan klima og energi=temaplan-for-klima-og-energi"' in done.stdout
    assert done.returncode == 0, done.stdout


def test_nobody_is_asked_to_look(tmp_path: Path) -> None:
    """With --dry-run all is shown as in a script, and nothing is asked."""
    lay_out(tmp_path, TABLE)
    done = on_terminal(tmp_path, [], "--dry-run")
    assert done.returncode == 1
    assert "Svar med nummeret" not in done.stdout
    assert '--row "*=plan"' in done.stdout


PARTED = """\
Plan;Beslutning;2025;2026
Kommunedelplan for sentrum;Revideres;1;
Kommunedelplanen (arealplan) for havna;Revideres;1;
Kommunedelplan for idrett;Ny plan;;0,5
Fellesplan for vann;Ny plan;1;
Fellesplan vann;Ny plan;1;
"""


def test_the_ready_line_leaves_what_nobody_can_know_to_fill_in(tmp_path: Path) -> None:
    """A kommunedelplan is for land use or for a theme: one word is left in capitals, and a title may be told apart."""
    lay_out(tmp_path, PARTED)
    asked = run("import", "tabell.csv", "--date", DATE, cwd=tmp_path)
    assert asked.returncode == 1
    assert "2 planer er kalt «kommunedelplan»" in asked.stdout  # the third says itself which it is
    line = next(line.strip() for line in asked.stdout.splitlines() if line.startswith("  planlint import"))
    assert '--type "kommunedelplan=TYPE"' in line
    assert "bytt ut ordet i store bokstaver" in asked.stdout
    assert "skriv den også: --type" in asked.stdout
    untouched = run(*shlex.split(line)[1:], "--date", DATE, cwd=tmp_path)
    assert untouched.returncode == 2
    assert "«TYPE» er ingen plantype" in untouched.stderr
    assert not (tmp_path / "plans/planer").exists()
    words = shlex.split(line.replace("TYPE", "kommunedelplan-areal"))[1:]
    words += ["--type", "Kommunedelplan for idrett=kommunedelplan-tema"]
    done = run(*words, "--date", DATE, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    types = {file.stem: plan(tmp_path, file.stem)["type"] for file in (tmp_path / "plans/planer").glob("*.yaml")}
    assert types == {
        "kommunedelplan-for-sentrum": "kommunedelplan-areal",
        "kommunedelplanen-arealplan-for-havna": "kommunedelplan-areal",
        "kommunedelplan-for-idrett": "kommunedelplan-tema",
        **{name: "temaplan" for name in types if "vann" in name},
    }
