"""What git adds to a suspicion: the old words beside the new, and `check --since` for anchors that have no mark."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.change import git
from planlint.output.check_formats import render
from planlint.system.usage_error import UsageError

MARK = "1:9e464aa8f740"  # of trygg-oppvekst in Fjordvik
GOAL = "maal/trygg-oppvekst.yaml"
OLD = "ordlyden var «Barn og unge har en trygg oppvekst»"


def commit(root: Path, day: str) -> None:
    """Commit everything on a day, by somebody."""
    who = {
        f"GIT_{role}_{part}": "planlegger@fjordvik.example"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+0100" for role in ("AUTHOR", "COMMITTER")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for args in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "--allow-empty", "-m", day)):
        subprocess.run(
            ["git", *args], cwd=root, check=True, capture_output=True, env={**os.environ, **who, **when, **alone}
        )


def reword(root: Path, old: str, new: str) -> None:
    """Change the goal's file."""
    file = root / "plans" / GOAL
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik in git since 2022, with a plan that is anchored in a goal."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN)
    commit(tmp_path, "2022-03-01")
    return tmp_path


def pinned(root: Path, anchor: str) -> None:
    """Write the plan's anchor another way."""
    write(root, "planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", f"[{{mål: trygg-oppvekst, {anchor}}}]"))


def told(root: Path, since: str | None = None, select: str = "PL210") -> list[str]:
    """Give what PL210 says, and the notes beside it."""
    data = json.loads(render(check(root, date.fromisoformat(DATE), select=(select,), since=since), "json"))
    rows: list[str] = []
    for item in data["findings"]:
        rows += [f"{item['path']}:{item['line']} {item['message']}"]
        rows += [f"  {other['path']} {other['message']}" for other in item["related"]]
    return rows


def test_the_old_words_stand_beside_the_new(root: Path) -> None:
    """The version that the mark fits is found, whatever the file was called and whenever it was written."""
    pinned(root, f'bekreftet: 2022-02-16, avtrykk: "{MARK}"')
    reword(root, "trygg oppvekst", "god oppvekst")
    commit(root, "2023-01-10")
    reword(root, "god oppvekst", "god start i livet")
    reword(root, "delmål", "hovedmål")
    reword(root, "overordnet: gode-liv\n", "")
    folder = root / "plans/maal/oppvekst"
    folder.mkdir()
    (root / "plans" / GOAL).rename(folder / "trygg-oppvekst.yaml")
    commit(root, "2024-01-10")
    goal = "Målet «Barn og unge har en god start i livet» (trygg-oppvekst)"
    assert told(root) == [
        f"plans/planer/klima.yaml:9 {goal} er endret etter at forankringen ble bekreftet 16.2.2022.",
        f"  plans/maal/oppvekst/trygg-oppvekst.yaml {OLD}, nå er den «Barn og unge har en god start i livet»",
        "  plans/maal/oppvekst/trygg-oppvekst.yaml typen var «delmål», nå er den «hovedmål»",
        "  plans/maal/oppvekst/trygg-oppvekst.yaml målet lå under «gode-liv», nå ligger det ikke under noe annet",
    ]


def test_a_goal_that_was_placed_under_another(root: Path) -> None:
    """The goal above is a part of what a goal means."""
    pinned(root, 'avtrykk: "1:9370e37ec886"')
    reword(root, "overordnet: gode-liv\n", "")
    commit(root, "2022-04-01")
    reword(root, "plan: samfunnsdel-2020\n", "plan: samfunnsdel-2020\noverordnet: gode-liv\n")
    assert (
        told(root)[1]
        == "  plans/maal/trygg-oppvekst.yaml målet lå ikke under noe annet, nå ligger det under «gode-liv»"
    )
    reword(root, "overordnet: gode-liv", "overordnet: naer-natur")
    pinned(root, f'avtrykk: "{MARK}"')
    assert (
        told(root)[1] == "  plans/maal/trygg-oppvekst.yaml målet lå under «gode-liv», nå ligger det under «naer-natur»"
    )


def test_a_mark_of_an_unknown_method_shows_the_words_of_its_day(root: Path) -> None:
    """The mark cannot be read, so the day decides; without a day there are no words."""
    reword(root, "trygg oppvekst", "god oppvekst")
    commit(root, "2023-01-10")
    for anchor, words in (
        ('bekreftet: 2022-12-31, avtrykk: "v9:x"', OLD),
        ('bekreftet: 2023-01-10, avtrykk: "v9:x"', "målet slik det er nå"),
        ('bekreftet: 2021-01-10, avtrykk: "v9:x"', "målet slik det er nå"),
        ('avtrykk: "v9:x"', "målet slik det er nå"),
    ):
        pinned(root, anchor)
        assert words in told(root)[1]


def test_without_git_there_is_a_suspicion_and_no_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, no program, versions that cannot be read: the finding is the same."""
    fjordvik(tmp_path)
    pinned(tmp_path, 'bekreftet: 2022-02-16, avtrykk: "1:4ec99ca0b722"')
    bare = told(tmp_path)
    assert bare[1] == "  plans/maal/trygg-oppvekst.yaml målet slik det er nå"
    goal = (tmp_path / "plans" / GOAL).read_text(encoding="utf-8")
    for number, text in enumerate(("tittel: [", "type: delmål\n", "\x00", goal)):
        write(tmp_path, GOAL, text)
        commit(tmp_path, f"2022-01-0{number + 1}")
    assert told(tmp_path) == bare
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told(tmp_path) == bare
    with pytest.raises(UsageError, match="git er ikke installert"):
        told(tmp_path, since="HEAD")


def test_goals_that_have_changed_since_a_revision(root: Path) -> None:
    """One finding per goal, at what has changed, with every plan that is anchored in it; reformatting is no change."""
    write(root, "planer/miljoe.yaml", PLAN)
    commit(root, "2022-06-01")
    assert told(root, since="HEAD~1") == []
    reword(root, "tittel: Barn", "tittel:   Barn")
    assert told(root, since="HEAD") == []
    reword(root, "trygg oppvekst", "god oppvekst")
    assert told(root, since="HEAD") == [
        (
            f"plans/{GOAL}:1 Målet er endret siden HEAD. Disse planene er forankret i det: "
            "«Klimastrategi for Fjordvik» (klima) og «Klimastrategi for Fjordvik» (miljoe)."
        ),
        f"  plans/maal/trygg-oppvekst.yaml {OLD}, nå er den «Barn og unge har en god oppvekst»",
        "  plans/planer/klima.yaml forankret her",
        "  plans/planer/miljoe.yaml forankret her",
    ]
    assert told(root) == []
    assert told(root, since="main", select="PL3") == []


def test_a_new_goal_is_not_a_changed_one(root: Path) -> None:
    """What was not there at the revision, or could not be read, cannot have changed since."""
    write(root, "maal/ny.yaml", "tittel: Nytt\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n")
    write(root, "planer/klima.yaml", PLAN.replace("trygg-oppvekst", "ny"))
    assert told(root, since="main") == []
    write(root, "maal/ny.yaml", "tittel: [")
    commit(root, "2022-06-01")
    write(root, "maal/ny.yaml", "tittel: Nytt\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n")
    assert told(root, since="main") == []


def test_what_is_confirmed_is_not_suspected_by_git(root: Path) -> None:
    """A mark decides alone; a day alone is enough when the goal has said the same ever since."""
    reword(root, "trygg oppvekst", "god oppvekst")
    commit(root, "2023-01-10")
    reword(root, "1.1", "1.2")
    commit(root, "2023-06-10")
    for anchor, number in (
        ("bekreftet: 2023-01-09", 1),
        ("bekreftet: 2023-01-10", 0),
        ('avtrykk: "1:4ec99ca0b722"', 0),
        ("merknad: x", 1),
    ):
        pinned(root, anchor)
        assert len([row for row in told(root, since="main~2") if not row.startswith(" ")]) == number, anchor
    reword(root, "god oppvekst", "fin oppvekst")
    pinned(root, "bekreftet: 2024-06-01")
    assert len(told(root, since="main~2")) == 3  # not committed yet, so nobody knows the day


def test_faulty_goals_are_for_other_rules(root: Path) -> None:
    """A goal with a fault in what it means is mended first, with a mark and without; an ended one is for PL202."""
    reword(root, "overordnet: gode-liv", "overordnet: finnes-ikke")
    assert told(root, since="main") == []
    pinned(root, f'avtrykk: "{MARK}"')
    assert told(root) == []
    write(root, "planer/klima.yaml", PLAN)
    reword(root, "overordnet: finnes-ikke", "overordnet: naer-natur")
    assert len(told(root, since="main")) == 3
    write(root, "plansystem.yaml", "kommune: [")
    assert told(root, since="main") == ["plans/plansystem.yaml:2 Her ventes en verdi."]


def test_the_command_line_tells_what_git_does_not_know(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A misspelt revision, an option in its place, or no repository: a sentence and exit code 2."""
    for rev in ("finnes-ikke", "--all", "HEAD:plans", ""):
        done = run("check", "--date", DATE, f"--since={rev}", cwd=root)
        assert done.returncode == 2
        assert f"git kjenner ingen versjon som heter {rev}." in done.stderr
        with pytest.raises(git.GitError):
            git.commit(root, rev)
    done = run("check", "--date", DATE, "--since", "HEAD", cwd=fjordvik(tmp_path_factory.mktemp("uten")))
    assert done.returncode == 2
    assert "git kjenner ikke mappen" in done.stderr
    reword(root, "trygg oppvekst", "god oppvekst")
    hook = {"GIT_DIR": str(root / "finnes-ikke")}
    done = run("check", "--date", DATE, "--since", "main", "--fail-on", "advarsel", cwd=root, env=hook)
    assert done.returncode == 1
    assert "planlint bekreft --alle-til trygg-oppvekst»." in done.stdout


def test_a_plan_system_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    """The plan system need not lie at the top, and folders may have any letters in their names."""
    root = tmp_path / "kommune å"
    write(fjordvik(root), "planer/klima.yaml", PLAN)
    folder = root / 'plans/maal/bærekraft «x» "y"'
    folder.mkdir()
    (root / "plans" / GOAL).rename(folder / "trygg-oppvekst.yaml")
    commit(tmp_path, "2022-03-01")
    goal = folder / "trygg-oppvekst.yaml"
    goal.write_text(goal.read_text(encoding="utf-8").replace("trygg opp", "god opp"), encoding="utf-8")
    assert len(told(root, since="main")) == 3
    pinned(root, f'avtrykk: "{MARK}"')
    assert OLD in told(root)[1]


def test_git_gets_ten_seconds(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A git that hangs is left behind, with a sentence."""

    def slow(*_: Any, **__: Any) -> None:
        raise subprocess.TimeoutExpired(cmd="git", timeout=10)

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(git.GitError, match="innen 10 sekunder"):
        git.history(root, "plans/maal")


def test_a_blob_that_is_not_here_is_left_out(root: Path) -> None:
    """A partial clone has not everything, and nothing is fetched."""
    blob = next(iter(git.tree(root, git.commit(root, "HEAD"), "plans/maal").values()))
    found = git.contents(root, ["0" * 40, blob, "f" * 40])
    assert list(found) == [blob]
    assert git.contents(root, []) == {}


def test_pl210_off_leaves_the_error_to_pl202(tmp_path: Path) -> None:
    """Switching off a warning hides no error: what the work list would have had, PL202 reports."""
    from planlint.output.examples import lay_out  # noqa: PLC0415 - only here

    lay_out(Path(__file__).parents[1] / "rules/PL210/bad-ny-samfunnsdel", tmp_path)
    assert len([row for row in told(tmp_path, select="PL2") if row[0] != " "]) == 1
    file = tmp_path / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "regler: {PL210: av}\n", encoding="utf-8")
    rows = [row for row in told(tmp_path, select="PL202") if row[0] != " "]
    assert len(rows) == 2
