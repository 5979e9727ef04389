"""Several files change all or none: when something fails, when the machine stops, and when a name leads astray."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.edit import journal
from planlint.edit.error import EditError
from planlint.edit.journal import FOLDER, JournalEntry, _told_of, is_pending
from planlint.edit.transaction import _alone, apply, left_behind, recover
from planlint.source.find import JOURNAL
from planlint.source.journal_mark import mark

OLD = {"plans/a.yaml": b"a: 1\n", "plans/planer/b.yaml": b"b: 1\n", "plans/planer/c.yaml": b"c: 1\n"}
CHANGES = {
    "plans/a.yaml": b"a: 2\n",
    "plans/planer/b.yaml": None,
    "plans/planer/ny/d.yaml": b"d: 2\n",
    "plans/planer/ny/e.yaml": b"e: 2\n",
}
NEW = {**OLD, **{path: raw for path, raw in CHANGES.items() if raw is not None}}
del NEW["plans/planer/b.yaml"]
EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree")
INJECT = """
import errno, json, os, sys
from pathlib import Path
from planlint.edit.transaction import _alone, apply, left_behind, recover
what, at, root, changes = sys.argv[1], int(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4])
step = 0

def hook(event, args):
    global step
    if event in {events} and args and str(args[0]).startswith(root):
        step += 1
        if step == at and what == "kill":
            os._exit(9)
        if step == at or (step > at and what == "fail-on"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(args[0]))

sys.addaudithook(hook)
if changes:
    apply(Path(root), {{path: raw and raw.encode() for path, raw in changes.items()}})
else:
    recover(Path(root))
print(step)
"""


def lay_out(root: Path) -> Path:
    """Make the old files anew; give the root."""
    shutil.rmtree(root, ignore_errors=True)
    for path, raw in OLD.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    return root


def tree(root: Path) -> dict[str, bytes]:
    """Give every file below a root."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def folders(root: Path) -> set[str]:
    """Give every folder below a root."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_dir()}


def broken_off(root: Path, *files: tuple[str, bool, int], old: str = "a: 0\n") -> Path:
    """Leave what a change leaves that is broken off in the middle; give the hidden folder."""
    folder = root / FOLDER
    folder.mkdir()
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    (folder / "gammel-0").write_text(old, encoding="utf-8")
    journal.write_journal(root, [JournalEntry(*file) for file in files])
    return folder


def inject(root: Path, what: str, at: int, *, recovering: bool = False) -> subprocess.CompletedProcess[str]:
    """Change the files in a process that is killed, or told that the disk is full, at a step."""
    changes = {} if recovering else {path: raw and raw.decode() for path, raw in CHANGES.items()}
    return subprocess.run(
        [sys.executable, "-c", INJECT.format(events=EVENTS), what, str(at), str(root), json.dumps(changes)],
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> int:
    """Give how many steps the change takes on the disk."""
    return int(inject(lay_out(tmp_path_factory.mktemp("steg") / "r"), "count", 0).stdout)


def test_all_files_change(tmp_path: Path) -> None:
    """Changed, new and deleted files are as they shall be, with the old file's rights, and nothing else is left."""
    root = lay_out(tmp_path / "r")
    (root / "plans/a.yaml").chmod(0o640)
    apply(root, CHANGES, {"plans/a.yaml": OLD["plans/a.yaml"], "plans/planer/ny/d.yaml": None})
    assert tree(root) == NEW
    assert (root / "plans/a.yaml").stat().st_mode & 0o777 == 0o640
    assert folders(root) == {"plans", "plans/planer", "plans/planer/ny"}
    apply(root, {})
    assert tree(root) == NEW


def test_a_kill_at_any_step_leaves_the_old_or_the_new(tmp_path: Path, steps: int) -> None:
    """Whoever comes next finds one of the two, whole, after taking back what was broken off."""
    seen = set()
    assert steps > 20
    for at in range(1, steps + 1):
        root = lay_out(tmp_path / "r")
        assert inject(root, "kill", at).returncode == 9
        broken_off = is_pending(root)
        assert recover(root) == broken_off
        now = {path: raw for path, raw in tree(root).items() if not path.startswith(FOLDER)}
        assert now in (OLD, NEW), at
        assert broken_off <= (now == OLD)
        seen.add((broken_off, now == OLD))
        apply(root, {"plans/a.yaml": b"a: 3\n"})
        assert tree(root) == {**now, "plans/a.yaml": b"a: 3\n"}
    assert seen == {(False, True), (True, True), (False, False)}


def test_a_kill_while_taking_back_can_be_taken_back(tmp_path: Path, steps: int) -> None:
    """Taking back can itself be broken off anywhere, and begun again."""
    root = tmp_path / "r"
    half = next(
        at for at in range(steps, 0, -1) if inject(lay_out(root), "kill", at).returncode == 9 and is_pending(root)
    )
    count = int(inject(root, "count", 0, recovering=True).stdout)
    assert tree(root) == OLD
    for at in range(1, count + 1):
        inject(lay_out(root), "kill", half)  # anew, and not as a copy: a journal is only for where it was written
        assert inject(root, "kill", at, recovering=True).returncode == 9, half
        recover(root)
        assert {path: raw for path, raw in tree(root).items() if not path.startswith(FOLDER)} == OLD
    assert folders(root) - {FOLDER} == {"plans", "plans/planer"}


def test_an_error_at_any_step_changes_nothing(tmp_path: Path, steps: int) -> None:
    """A disk that is full once gives one sentence, and every file is as it was; once the change is made, it is made."""
    for at in range(1, steps + 1):
        root = lay_out(tmp_path / "r")
        done = inject(root, "fail", at)
        if done.returncode:
            assert "disken er full. Ingen filer er endret" in done.stderr.split("EditError")[-1]
            assert tree(root) == OLD, at
            assert folders(root) == {"plans", "plans/planer"}, at
        else:
            recover(root)
            assert {path: raw for path, raw in tree(root).items() if not path.startswith(FOLDER)} == NEW


def test_an_error_that_lasts_is_told_as_such(tmp_path: Path, steps: int) -> None:
    """Where not even the old can be put back, that is said, and the next one does it."""
    stuck = 0
    for at in range(1, steps + 1):
        root = lay_out(tmp_path / "r")
        done = inject(root, "fail-on", at)
        assert "Traceback" not in done.stderr or "EditError" in done.stderr
        stuck += "kan ikke settes tilbake ennå" in done.stderr
        recover(root)
        now = {path: raw for path, raw in tree(root).items() if not path.startswith(FOLDER)}
        assert now == (OLD if done.returncode else NEW)
    assert stuck


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("../ute.yaml", "ligger utenfor"),
        ("/ute.yaml", "ligger utenfor"),
        ("plans/../../ute.yaml", "ligger utenfor"),
        (".git/config", "ligger utenfor"),
        (JOURNAL, "ligger utenfor"),
        ("plans\\a.yaml", "ligger utenfor"),
        ("", "ligger utenfor"),
        ("plans/planer", "plans/planer er ingen fil"),
        ("plans/a.yaml/b.yaml", "plans/a.yaml er ingen mappe"),
        ("plans/lenke.yaml", "plans/lenke.yaml er en lenke"),
        ("plans/bort/x.yaml", "plans/bort er en lenke"),
        ("plans/roer", "plans/roer er ingen fil"),
    ],
)
def test_names_that_lead_astray(tmp_path: Path, path: str, sentence: str) -> None:
    """Nothing is written outside the root, through a link, or over what is no file; nor are the others."""
    root = lay_out(tmp_path / "r")
    (tmp_path / "ute").mkdir()
    (root / "plans/lenke.yaml").symlink_to(root / "plans/a.yaml")
    (root / "plans/bort").symlink_to(tmp_path / "ute")
    os.mkfifo(root / "plans/roer")
    before = tree(root)
    with pytest.raises(EditError, match=sentence):
        apply(root, {"plans/a.yaml": b"a: 2\n", path: b"x"})
    assert tree(root) == before
    assert not list((tmp_path / "ute").iterdir())


def test_a_file_that_somebody_else_changed_is_not_written_over(tmp_path: Path) -> None:
    """What was read must still be what is there."""
    root = lay_out(tmp_path / "r")
    for was in (b"noe annet", None):
        with pytest.raises(EditError, match=r"plans/a\.yaml er endret av noen andre i mellomtiden"):
            apply(root, CHANGES, {"plans/a.yaml": was})
        assert tree(root) == OLD


def test_only_one_at_a_time(tmp_path: Path) -> None:
    """While another one writes, a sentence says so."""
    fcntl = pytest.importorskip("fcntl")
    root = lay_out(tmp_path / "r")
    handle = os.open(root / "plans", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(EditError, match="en annen planlint holder på"):
            apply(root, CHANGES)
    finally:
        os.close(handle)
    assert tree(root) == OLD


@pytest.mark.parametrize("told", ["x", [], ["plans/a.yaml"], [["plans/a.yaml"]], 1, None])
def test_a_journal_that_cannot_be_read(tmp_path: Path, told: object) -> None:
    """One of our own that says nothing is left for a person to look at, with a sentence."""
    root = lay_out(tmp_path / "r")
    broken_off(root)
    (root / JOURNAL).write_text(json.dumps({"filer": told, "merke": mark(root / FOLDER)}), encoding="utf-8")
    if told == []:
        assert recover(root)
        return
    with pytest.raises(EditError, match=r"kan ikke leses\. Slett mappen"):
        recover(root)


OUTSIDE = (
    "../ute.yaml", "/ute.yaml", ".venv/bin/planlint", "min-tabell.xlsx", "templates/side.md.j2", "site/index.html",
    ".git/hooks/pre-commit", ".GIT/hooks/pre-commit", "plans/.Git/config", "plans/.git./config", "plans/.git /config",
    "plans/GIT~1/config", "plans/.g\u200cit/config", "plans/.git::$INDEX_ALLOCATION/x", "plans/.PLANLINT/ny-0", "",
    "Plans/a",
)  # fmt: skip


@pytest.mark.parametrize("existed", [True, False])
@pytest.mark.parametrize("path", OUTSIDE)
def test_a_journal_from_a_stranger_reaches_nothing_outside(tmp_path: Path, path: str, existed: bool) -> None:
    """Even one with the mark of this machine reaches only what planlint edits: no program, not git's own folder."""
    root = lay_out(tmp_path / "r")
    broken_off(root, (path, existed, 0), old="fremmed")
    before = tree(tmp_path)
    with pytest.raises(EditError, match="ligger utenfor"):
        recover(root)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("path", [".github/workflows/plansystem.yml", "README.md", "schema/plan.json"])
def test_what_is_only_laid_out_gets_no_old_content(tmp_path: Path, path: str) -> None:
    """What `init` lays out is taken away again when that is broken off, and never written by a journal."""
    root = lay_out(tmp_path / "r")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("vår", encoding="utf-8")
    broken_off(root, (path, True, 0), old="fremmed")
    with pytest.raises(EditError, match="ligger utenfor"):
        recover(root)
    assert (root / path).read_text(encoding="utf-8") == "vår"


def test_a_journal_with_a_link_in_it(tmp_path: Path) -> None:
    """What the link leads to is neither read nor moved."""
    root = lay_out(tmp_path / "r")
    (tmp_path / "ute.yaml").write_text("her", encoding="utf-8")
    broken_off(root, ("plans/a.yaml", True, 0))
    (root / FOLDER / "gammel-0").unlink()
    (root / FOLDER / "gammel-0").symlink_to(tmp_path / "ute.yaml")
    with pytest.raises(EditError, match="lenke"):
        recover(root)
    assert (tmp_path / "ute.yaml").read_text(encoding="utf-8") == "her"


def committed_journal(root: Path, text: str) -> None:
    """Lay a stranger's journal in the plan system, as a change out of git does."""
    (root / FOLDER).mkdir()
    (root / FOLDER / "gammel-0").write_text("fremmed", encoding="utf-8")
    (root / FOLDER / ".gitignore").write_text("*\n", encoding="utf-8")
    (root / JOURNAL).write_text(text, encoding="utf-8")


STRANGERS = (
    '{"filer": [["plans/planer/klima.yaml", true, 0]]}',
    '{"filer": [["plans/planer/klima.yaml", true, 0]], "merke": [1, 2]}',
    '{"filer": [["plans/planer/klima.yaml", false, 0]], "merke": null}',
    '{"filer": [["plans/planer/klima.yaml", false, 0]], "merke": []}',
    "[" * 50_000, "", "1", "[]", "{}", "\0",
)  # fmt: skip


@pytest.mark.parametrize("text", STRANGERS, ids=range(len(STRANGERS)))
@pytest.mark.parametrize(
    "words", [("set", "klima", "merknad=x"), ("fix",), ("check",), ("show", "klima")], ids=" ".join
)
def test_a_journal_that_was_not_written_here(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    """Nothing in the plan system follows it, not in plans/ either: it is told of, and what to do with it."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN)
    committed_journal(root, text)
    before = tree(root)
    done = run(*words, "--date", DATE, cwd=root)
    assert done.returncode == 2, done.stdout
    assert "mappen plans/.planlint er ikke laget av planlint på denne maskinen" in done.stderr
    assert tree(root) == before


@pytest.mark.parametrize("way", ["copy", "link", "pipe", "huge"])
def test_our_own_journal_carried_elsewhere_is_a_strangers(tmp_path: Path, way: str) -> None:
    """The mark is the file system's own: a copy of the folder has another, and what is no plain file has none."""
    root = lay_out(tmp_path / "r")
    folder = broken_off(root, ("plans/a.yaml", True, 0), old="a: 0\n")
    if way == "copy":
        shutil.copytree(folder, tmp_path / "kopi")
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "kopi", folder)
    else:
        kept = (root / JOURNAL).rename(tmp_path / "journal.json")
        if way == "link":
            (root / JOURNAL).symlink_to(kept)
        elif way == "pipe":
            os.mkfifo(root / JOURNAL)
        else:
            (root / JOURNAL).write_bytes(kept.read_bytes() + b" " * (17 << 20))
    with pytest.raises(EditError, match="lenke" if way == "link" else "ikke laget av planlint på denne maskinen"):
        recover(root)
    assert (root / "plans/a.yaml").read_bytes() == OLD["plans/a.yaml"]


def test_commands_meet_a_change_that_was_broken_off(tmp_path: Path) -> None:
    """A command that reads stops with a sentence; one that edits takes the change back and goes on."""
    root = fjordvik(tmp_path)
    file = write(root, "planer/klima.yaml", PLAN)
    folder = broken_off(root, ("plans/planer/klima.yaml", True, 0), old=PLAN.replace("2030", "2040"))
    for args in (("check",), ("build",), ("show", "klima")):
        done = run(*args, "--date", DATE, cwd=root)
        assert done.returncode == 2
        assert "En endring av filene ble avbrutt midt i." in done.stderr
    done = run("set", "klima", "periode.fra=2023", "--date", DATE, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("En endring som var avbrutt, er tatt tilbake.\n")
    assert "periode: {fra: 2023, til: 2040}" in file.read_text(encoding="utf-8")
    assert not folder.exists()


def test_what_the_system_says_is_said_in_norwegian(tmp_path: Path) -> None:
    """A folder without room for new files gives the file's name and the reason."""
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    root = lay_out(tmp_path / "r")
    (root / "plans/planer").chmod(0o500)
    try:
        with pytest.raises(EditError, match=r"kan ikke skrive plans/planer/.*: du har ikke tilgang"):
            apply(root, CHANGES)
    finally:
        (root / "plans/planer").chmod(0o700)
    assert tree(root) == OLD


def test_what_a_change_lays_aside_is_hidden_from_git(tmp_path: Path, steps: int) -> None:
    """Wherever it is killed, «stage all» commits nothing of it."""
    for at in range(1, steps + 1):
        root = lay_out(tmp_path / "r")
        inject(root, "kill", at)
        if (root / FOLDER).exists() and any((root / FOLDER).iterdir()):
            assert (root / FOLDER / ".gitignore").read_text(encoding="utf-8") in {"*\n", ""}


EDITS = [
    ("set", "finnes-ikke", "merknad=x"), ("set", "klima", "merknad="), ("rename", "klima", "klima å"),
    ("rename", "finnes-ikke", "ny"), ("vedta", "klima", "--dato", "2024-01-01", "--sak", " "),
    ("new", "plan", "--type", "strategi", "--title", " "), ("bekreft", "klima"), ("omforanke", "klima", "klima"),
    ("avvik", "add", "--reason", " "), ("import", "finnes-ikke.csv"), ("fix", "--select", "PL301"), ("upgrade",),
    ("review", "--id", "finnes-ikke"), ("form", "finnes-ikke.md"),
]  # fmt: skip


@pytest.mark.parametrize("words", EDITS, ids=" ".join)
def test_every_edit_recovers_first(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Also one that is refused: what was broken off is taken back, and nothing of it is left."""
    root = fjordvik(tmp_path)
    file = write(root, "planer/klima.yaml", PLAN)
    folder = broken_off(root, ("plans/planer/klima.yaml", True, 0), old=PLAN.replace("2030", "2040"))
    run(*words, cwd=root, env={"PLANLINT_DATE": DATE})
    assert not folder.exists()
    assert "til: 2040" in file.read_text(encoding="utf-8")


def test_a_check_tells_what_is_left(tmp_path: Path) -> None:
    """In one line, for a change that never began; a command that edits sweeps it without a word of files put back."""
    root = fjordvik(tmp_path)
    folder = root / FOLDER
    folder.mkdir()
    (folder / "ny-0").write_text("x", encoding="utf-8")
    done = run("check", "--date", DATE, cwd=root)
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1
    assert "En endring ble avbrutt, og plans/.planlint/ ligger igjen." in done.stderr
    with _alone(root):
        assert left_behind(root) is None, "somebody is at it"
    done = run("set", "finnes-ikke", "merknad=x", "--date", DATE, cwd=root)
    assert "tatt tilbake" not in done.stdout
    assert not folder.exists()
    assert run("check", "--date", DATE, cwd=root).stderr == ""
    assert left_behind(root) is None


def test_a_full_disk_is_told_by_the_file_that_was_to_be_written(tmp_path: Path) -> None:
    """Not by what is laid aside for it, nor by no name at all."""
    root = lay_out(tmp_path / "r")
    with pytest.raises(OSError, match="full") as told, _told_of(root / "plans/a.yaml"):
        raise OSError(errno.ENOSPC, "full")
    assert told.value.filename == str(root / "plans/a.yaml")
