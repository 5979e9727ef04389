"""What planlint reads and writes beside plans/: plain files alone, through no link, and nothing is waited for."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik, run

from planlint.base.plain_files import NotPlainError, no_links, read_plain
from planlint.hosts import handed_on

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes are made as Unix has them")
BESIDE = (
    (["codeowners"], ".github/CODEOWNERS"),
    (["form", "--write"], ".github/ISSUE_TEMPLATE/ny-plan.yml"),
    (["schema"], "schema/plan.json"),
)
WRITE_AND_CHECK = [(words, path) for writes, path in BESIDE for words in (writes, [writes[0], "--check"])]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system in a repository, and a folder outside of it with something secret."""
    root = fjordvik(tmp_path / "rot")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    (tmp_path / "ute").mkdir()
    (tmp_path / "ute/hemmelig").write_text("hemmelig\n", encoding="utf-8")
    return root


def outside(root: Path) -> dict[str, str]:
    """Give what lies outside the root."""
    return {path.name: path.read_text(encoding="utf-8") for path in (root.parent / "ute").iterdir()}


@pytest.mark.parametrize(("words", "path"), WRITE_AND_CHECK, ids=str)
@pytest.mark.parametrize("link", ["file", "folder", "endless"])
def test_a_link_beside_plans_is_not_followed(root: Path, words: list[str], path: str, link: str) -> None:
    """Neither to read nor to write, be it the file or a folder on the way: nothing outside is told or changed."""
    place = root / path
    at = place if link != "folder" else root / path.split("/", maxsplit=1)[0]
    at.parent.mkdir(parents=True, exist_ok=True)
    at.symlink_to({"file": root.parent / "ute/hemmelig", "folder": root.parent / "ute", "endless": "/dev/zero"}[link])
    done = run(*words, cwd=root)
    assert done.returncode == 2, done.stdout
    assert "planlint følger ingen lenker" in done.stderr
    assert outside(root) == {"hemmelig": "hemmelig\n"}
    assert at.is_symlink()


@pytest.mark.parametrize(("words", "path"), WRITE_AND_CHECK, ids=str)
def test_a_pipe_beside_plans_is_not_waited_for(root: Path, words: list[str], path: str) -> None:
    """It is told in one sentence, at once."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(root / path)
    done = run(*words, cwd=root)
    assert done.returncode == 2
    assert "det er ingen vanlig fil" in done.stderr


NAMED = (["import", "t.csv"], ["import", "t.xlsx"], ["form", "t.md"], ["whatif", "vedta", "t.yaml"])


@pytest.mark.parametrize("words", NAMED, ids=" ".join)
@pytest.mark.parametrize("what", ["pipe", "device", "link to a device"])
def test_a_named_file_is_a_plain_one(root: Path, words: list[str], what: str) -> None:
    """Pipes and devices that are named on the command line are told of, and neither waited for nor read."""
    name = words[-1]
    if what == "pipe":
        os.mkfifo(root / name)
    else:
        (root / name).symlink_to("/dev/zero")
    done = run(*words, *(["--date", DATE]), cwd=root)
    assert done.returncode == 2, done.stdout
    assert "det er ingen vanlig fil" in done.stderr


def test_a_named_file_may_be_a_link(root: Path) -> None:
    """The user has pointed it out: what it leads to is read."""
    (root.parent / "ute/t.csv").write_text("Plan;Type\nPlan for idrett;temaplan\n", encoding="utf-8")
    (root / "t.csv").symlink_to(root.parent / "ute/t.csv")
    done = run("import", "t.csv", "--date", DATE, cwd=root)
    assert "Plan for idrett" in done.stdout, done.stderr


@pytest.mark.parametrize("link", ["planlint-svar", "planlint-svar/svar.json", "planlint.md"])
def test_what_is_handed_on_goes_through_no_link(root: Path, link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the answer lies in the checkout itself, a change may have put a link there: nothing is told or written."""
    monkeypatch.chdir(root)
    secret = root.parent / "ute/hemmelig"
    Path("planlint.md").write_text("svar", encoding="utf-8")
    if link == "planlint.md":
        Path(link).unlink()
    Path(link).parent.mkdir(exist_ok=True)
    Path(link).symlink_to(secret.parent if link == "planlint-svar" else secret)
    assert handed_on.main({}) == 1
    assert outside(root) == {"hemmelig": "hemmelig\n"}
    Path(link).unlink()
    Path("planlint.md").write_text("svar", encoding="utf-8")
    assert handed_on.main({}) == 0
    assert handed_on.read(Path("planlint-svar")).report == "svar"


@pytest.mark.parametrize("root_given", [True, False])
def test_the_language_is_not_read_from_a_pipe(root: Path, root_given: bool) -> None:
    """Also what only asks for the language reads plansystem.yaml as a plain file."""
    (root / "plans/plansystem.yaml").unlink()
    os.mkfifo(root / "plans/plansystem.yaml")
    done = run("check", *(["--root", "."] if root_given else []), cwd=root)
    assert done.returncode == 2


def test_what_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    """The limit is the caller's; a folder is no file; a link on the way is one also where the file is plain."""
    (tmp_path / "stor").write_bytes(b"x" * 11)
    assert read_plain(tmp_path / "stor", 11) == b"x" * 11
    assert read_plain(tmp_path / "stor", 10, cut=True) == b"x" * 10
    with pytest.raises(NotPlainError, match="for stor"):
        read_plain(tmp_path / "stor", 10)
    with pytest.raises(IsADirectoryError):
        read_plain(tmp_path, 10)
    (tmp_path / "vei").symlink_to(tmp_path)
    no_links(tmp_path, tmp_path / "stor")
    for path in (tmp_path / "vei/stor", tmp_path / "vei", Path("/") / (tmp_path / "vei/ny/stor").relative_to("/")):
        with pytest.raises(NotPlainError, match="lenke"):
            no_links(tmp_path, path)
