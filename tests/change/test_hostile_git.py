"""Whatever a repository holds or is set to, git runs no program for us, and what it tells us does no harm."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from support.gittools import ALONE, commit, git, trap
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.change import git as ours
from planlint.change.revision import pair, system_at
from planlint.change.version import plans_version
from planlint.text import language

DAY = date.fromisoformat(DATE)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="traps are set as Unix has them")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system in git, with one change after the first commit."""
    root = fjordvik(tmp_path / "rot")
    commit(root, "2024-01-01")
    write(root, "planer/klima.yaml", PLAN)
    commit(root, "2024-02-01")
    return root


def raw(root: Path, kind: str, data: bytes) -> str:
    """Put an object that git itself would not make into a repository; give its id."""
    words = ["git", "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    done = subprocess.run(words, cwd=root, input=data, check=True, capture_output=True, env={**os.environ, **ALONE})
    return done.stdout.decode().strip()


def committed(root: Path, tree: str, when: str = "1700000000 +0100", message: str = "x") -> str:
    """Make a commit of a tree, at any time; give its id."""
    who = f"<a@b.example> {when}"
    head = git(root, "rev-parse", "HEAD")
    return raw(root, "commit", f"tree {tree}\nparent {head}\nauthor a {who}\ncommitter a {who}\n\n{message}\n".encode())


OPTIONS = ("--upload-pack=touch ../felle", "-x", "--output=../felle", "--exec=x", "-", "--all", "--help", "--git-dir=/")


@pytest.mark.parametrize("rev", OPTIONS)
def test_a_revision_that_looks_like_an_option(root: Path, monkeypatch: pytest.MonkeyPatch, rev: str) -> None:
    """It is no name of a version, and git never sees it."""
    for words in (
        ["check", f"--base={rev}"],
        ["check", f"--since={rev}"],
        ["diff", "--", rev],
        ["diff", "HEAD", "--", rev],
    ):
        done = run(*words, "--date", DATE, cwd=root) if "--" not in words else run(*words, cwd=root)
        assert done.returncode == 2, done.stdout
        assert "Traceback" not in done.stderr
        assert "planlint stoppet" not in done.stderr
    assert sorted(path.name for path in root.parent.iterdir()) == ["rot"]
    asked = []
    way = ours._git  # noqa: SLF001 - the way of asking
    monkeypatch.setattr(ours, "_git", lambda root, *words: asked.extend(words) or way(root, *words))
    with pytest.raises(ours.GitError, match="kjenner ingen versjon"):
        ours.commit(root, rev)
    assert not any(word.startswith(rev) for word in asked if len(rev) > 1)


@pytest.mark.parametrize(
    "rev",
    ["", " ", "a b", "HEAD:plans", "..", "HEAD^{tree}", "a\nb", "a\0b", "\udc80", "x" * 9000, "HEAD~99"],
)
def test_a_revision_that_is_none(root: Path, rev: str) -> None:
    """What git cannot take for a commit is told as that."""
    with pytest.raises(ours.GitError):
        ours.commit(root, rev)


def test_a_ref_with_a_name_to_mislead(root: Path) -> None:
    """Git can hold refs that begin with a dash: their commits are reached by id, and their names are not passed on."""
    head = git(root, "rev-parse", "HEAD")
    (root / ".git/refs/heads/--output=felle").write_text(f"{head}\n", encoding="utf-8")
    with pytest.raises(ours.GitError):
        ours.commit(root, "--output=felle")
    assert ours.commit(root, "refs/heads/--output=felle") == head


def test_no_program_that_a_repository_names_is_run(root: Path) -> None:
    """File watchers, hooks, pagers, viewers, filters: a repository may name them, and none of them is called."""
    mark = trap(root)
    blobs = ours.tree(root, "HEAD", "plans")
    assert ours.contents(root, blobs.values())
    assert ours.history(root, "plans")
    assert ours.changes(root, "plans")
    assert ours.parents(root, "HEAD")
    assert pair(root, "HEAD~1", "HEAD", DAY).after.register
    for words in (["check", "--base", "HEAD~1"], ["check", "--since", "HEAD~1"], ["diff", "HEAD~1"], ["build"]):
        run(*words, *([] if words[0] == "diff" else ["--date", DATE]), cwd=root)
    assert not mark.exists(), mark.read_text()
    env = {**os.environ, **ALONE}
    subprocess.run(["git", "status"], cwd=root, check=False, capture_output=True, env=env)
    assert mark.exists(), "the trap was never set"


@pytest.mark.parametrize("words", [["status"], ["diff", *ours._PLAIN], ["log", "-p", *ours._PLAIN]])  # noqa: SLF001 - ours
def test_whatever_is_asked_runs_no_program(root: Path, words: list[str]) -> None:
    """Our way of asking takes the trap away also from questions that would have walked into it."""
    mark = trap(root)
    (root / ".gitattributes").write_text("* diff=felle\n", encoding="utf-8")
    write(root, "planer/klima.yaml", PLAN + "merknad: ny\n")
    ours._git(root, *words)  # noqa: SLF001 - the way of asking
    assert not mark.exists(), mark.read_text()
    plain = ["git", *(word for word in words if word not in ours._PLAIN)]  # noqa: SLF001 - as above
    subprocess.run(plain, cwd=root, check=False, capture_output=True, env={**os.environ, **ALONE})
    assert mark.exists(), "the trap was never set"


def test_nothing_is_fetched(root: Path) -> None:
    """A repository that says that what is missing can be had by running a program gets no such program run."""
    mark = root.parent / "felle-gikk"
    blob = git(root, "rev-parse", "HEAD:plans/planer/klima.yaml")
    for name, value in (
        ("protocol.ext.allow", "always"), ("remote.origin.url", f"ext::touch {mark}"),
        ("remote.origin.promisor", "true"), ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
    ):  # fmt: skip
        git(root, "config", name, value)
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(ours.GitError, match="hentet hit"):
        system_at(root, "HEAD", DAY)
    assert ours.contents(root, [blob]) == {}
    with pytest.raises(ours.GitError):
        ours._git(root, "cat-file", "blob", blob)  # noqa: SLF001 - what walks into the trap
    assert not mark.exists()
    env = {key: value for key, value in os.environ.items() if key != "GIT_ALLOW_PROTOCOL"} | ALONE
    subprocess.run(["git", "cat-file", "blob", blob], cwd=root, check=False, capture_output=True, env=env)
    assert mark.exists(), "the trap was never set"


NAMES = (b"..", b".git", b".", b"a\\b.yaml", b"a\nb.yaml", b"\xff.yaml", b"-x.yaml", b"a\tb.yaml", b'".yaml', b"..yaml")


@pytest.mark.parametrize("name", NAMES)
def test_hostile_paths_in_a_tree(root: Path, name: bytes) -> None:
    """A tree can name its files anything: what is read from it stays in memory, and comes out as plain text."""
    blob = raw(root, "blob", PLAN.encode())
    inner = raw(root, "tree", b"100644 " + name + b"\0" + bytes.fromhex(blob))
    for entry in (b"planer", name):
        system = raw(root, "tree", b"40000 " + entry + b"\0" + bytes.fromhex(inner))
        top = raw(root, "tree", b"40000 plans\0" + bytes.fromhex(system))
        evil = committed(root, top)
        before = {path for path in root.parent.rglob("*") if ".git" not in path.parts}
        done = run("diff", "HEAD", evil, cwd=root)
        assert done.returncode in {0, 2}
        assert "Traceback" not in done.stderr
        assert "planlint stoppet" not in done.stderr
        assert "\x1b" not in done.stdout
        assert {path for path in root.parent.rglob("*") if ".git" not in path.parts} == before


def test_links_and_submodules_in_a_tree(root: Path) -> None:
    """Neither is a file: the one is not followed, the other not gone into."""
    blob, head = raw(root, "blob", b"/etc/hostname"), git(root, "rev-parse", "HEAD")
    entries = b"160000 modul.yaml\0" + bytes.fromhex(head) + b"120000 pekepinn.yaml\0" + bytes.fromhex(blob)
    planer = raw(root, "tree", entries)
    declared = bytes.fromhex(git(root, "rev-parse", "HEAD:plans/plansystem.yaml"))
    plans = raw(root, "tree", b"40000 planer\0" + bytes.fromhex(planer) + b"100644 plansystem.yaml\0" + declared)
    evil = committed(root, raw(root, "tree", b"40000 plans\0" + bytes.fromhex(plans)))
    assert sorted(ours.tree(root, evil, "plans")) == ["plans/plansystem.yaml"]
    assert list(system_at(root, evil, DAY).contents) == ["plans/plansystem.yaml"]


def test_a_huge_file_in_the_history(root: Path) -> None:
    """It is not fetched into memory; the finding is the one that a file on disk gives."""
    (root / "plans/planer/stor.yaml").write_bytes(b"x" * 5_000_000)
    commit(root, "2024-03-01")
    system = system_at(root, "HEAD", DAY)
    assert isinstance(system.contents["plans/planer/stor.yaml"], OSError)
    assert [(code, found.variant, found.args["kib"]) for code, found in system.loaded.findings] == [
        ("PL010", "stor", 4882)
    ]
    same = pair(root, "HEAD", "", DAY)
    assert same.before.contents == same.after.contents


@pytest.mark.parametrize(
    "when", ["99999999999999 +0000", "253402300800 +0000", "-1 +0000", "18446744073709551615 +0000", "x", "1e3 +9999"]
)
def test_commits_at_impossible_times(root: Path, when: str) -> None:
    """A commit of the year 3170843, or of no time at all, breaks neither the site nor a comparison."""
    write(root, "maal/nytt.yaml", "tittel: x\n")
    commit(root, "2024-03-01")
    evil = committed(root, git(root, "rev-parse", "HEAD^{tree}"), when)
    write(root, "maal/nytt.yaml", "tittel: y\n")
    git(root, "add", "-A")
    tree = git(root, "write-tree")
    git(root, "update-ref", "HEAD", evil)
    git(root, "update-ref", "HEAD", committed(root, tree, when, "a\tb\x1b[31m"))
    assert plans_version(root, language("nb")).dato
    assert all(len(version.day) == 10 for version in ours.history(root, "plans/maal"))
    for words in (["build", "--date", DATE], ["check", "--date", DATE, "--since", "HEAD~1"], ["diff", "HEAD~1"]):
        done = run(*words, cwd=root)
        assert done.returncode in {0, 1}, done.stderr


def test_git_that_never_answers(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a time limit, and a sentence when it is over."""
    slow = root.parent / "bin"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nsleep 30\n", encoding="utf-8")
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow}:{os.environ['PATH']}")
    monkeypatch.setattr(ours, "_SECONDS", 0.2)
    with pytest.raises(ours.GitError, match="svarte ikke"):
        ours.commit(root, "HEAD")
