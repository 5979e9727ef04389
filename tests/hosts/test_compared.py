"""What a change is compared with is asked by planlint itself, and no file in the change can answer instead."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from support.gittools import commit, git
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.change import git as ours
from planlint.hosts import compared

pytestmark = pytest.mark.skipif(os.name != "posix", reason="traps are set as Unix has them")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with a plan system in a folder, a base and a merge of a change that drops a goal."""
    top = tmp_path / "rot"
    root = fjordvik(top / "kommune")
    write(root, "planer/klima.yaml", PLAN)
    commit(top, "2024-01-01")
    git(top, "checkout", "-q", "-b", "forslag")
    write(root, "planer/klima.yaml", PLAN.replace("periode:", "periodee:"))
    commit(top, "2024-02-01")
    git(top, "checkout", "-q", "main")
    git(top, "merge", "-q", "--no-ff", "-m", "merge", "forslag")
    return top


def asked(top: Path, capsys: pytest.CaptureFixture[str], **env: str) -> tuple[int, str]:
    """Ask as action/check.sh does; give the exit code and what was printed."""
    code = compared.main({"ROOT": str(top / "kommune"), "GITHUB_ACTIONS": "true", **env})
    return code, capsys.readouterr().out.strip()


def test_the_base_is_what_is_merged_into(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the merge itself; where the head is another, by what the event says; and whether plans are another since."""
    base, head = git(top, "rev-parse", "HEAD^1"), git(top, "rev-parse", "HEAD^2")
    assert asked(top, capsys, HEAD_SHA=head, BASE_SHA="1" * 40) == (0, f"{base} true")
    assert asked(top, capsys, HEAD_SHA="", BASE_SHA=head) == (0, f"{head} false")
    code, said = asked(top, capsys, HEAD_SHA=head[:-1], BASE_SHA="--upload-pack=x")
    assert code == 2
    assert said.startswith("::error::planlint finner ikke det endringen skal sammenlignes med.")


def embed(top: Path, mark: Path, way: str) -> None:
    """Put files into the plan system's folder that git would take for a repository, with a program to fetch by."""
    inside, objects = top / "kommune", top / ".git/objects"
    (inside / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    place = inside
    if way == "commondir":
        place = inside / "annet"
        place.mkdir()
        (inside / "commondir").write_text("annet\n", encoding="utf-8")
    shutil.copytree(objects, place / "objects")
    (place / "refs/replace").mkdir(parents=True)
    base, own = git(top, "rev-parse", "HEAD^1"), git(top, "rev-parse", "HEAD")
    (place / "refs/replace" / base).write_text(f"{own}\n", encoding="utf-8")
    (place / "refs/heads").mkdir()
    (place / "refs/heads/main").write_text(f"{own}\n", encoding="utf-8")
    settings = f'[core]\n\tbare = true\n[protocol]\n\tallow = always\n[remote "origin"]\n\turl = ext::touch {mark}\n'
    (place / "config").write_text(settings, encoding="utf-8")


@pytest.mark.parametrize("way", ["bare", "commondir"])
def test_a_repository_in_the_tree_is_not_asked(top: Path, capsys: pytest.CaptureFixture[str], way: str) -> None:
    """Files that git would take for a repository run no program and change no answer: they are told of."""
    mark, base = top.parent / "felle-gikk", git(top, "rev-parse", "HEAD^1")
    embed(top, mark, way)
    assert git(top / "kommune", "rev-parse", "--git-dir") != str(top / ".git"), "the trap was never set"
    for wanted in (base, "1" * 40):
        code, said = asked(top, capsys, HEAD_SHA="", BASE_SHA=wanted)
        assert code == 2
        assert "er et git-arkiv inne i filene" in said
    for words in (["check", "--base", base], ["check", "--since", base], ["diff", base]):
        done = run(*words, *(["--date", DATE] if words[0] == "check" else []), cwd=top / "kommune")
        assert done.returncode == 2, done.stdout
        assert "er et git-arkiv inne i filene" in done.stderr
    assert not mark.exists()


def test_git_itself_is_told_to_take_no_folder_for_a_repository(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where our own look would miss it."""
    mark = top.parent / "felle-gikk"
    embed(top, mark, "bare")
    monkeypatch.setattr(ours, "embedded", lambda _root: None)
    for way in (lambda root: ours.fetch(root, "1" * 40), lambda root: ours.commit(root, "HEAD")):
        with pytest.raises(ours.GitError):
            way(top / "kommune")
    assert not mark.exists()


def test_a_program_is_no_way_to_fetch(top: Path) -> None:
    """The repository's own settings may name one; a base is not fetched with it."""
    mark = top.parent / "felle-gikk"
    git(top, "config", "protocol.ext.allow", "always")
    git(top, "config", "remote.origin.url", f"ext::touch {mark}")
    for wanted in ("1" * 40, "HEAD", "--upload-pack=x", "main", ""):
        with pytest.raises(ours.GitError):
            ours.fetch(top / "kommune", wanted)
    assert not mark.exists()


def test_a_commit_says_what_it_says(top: Path) -> None:
    """A ref that puts another commit in its place (git replace) silences nothing."""
    base, root = git(top, "rev-parse", "HEAD^1"), top / "kommune"
    before = run("check", "--base", base, "--date", DATE, cwd=root)
    git(top, "replace", base, git(top, "rev-parse", "HEAD"))
    assert git(top, "rev-parse", f"{base}^{{tree}}") == git(top, "rev-parse", "HEAD^{tree}"), "the trap was never set"
    after = run("check", "--base", base, "--date", DATE, cwd=root)
    assert (before.returncode, after.returncode) == (1, 1)
    assert before.stdout == after.stdout
