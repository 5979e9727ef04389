"""Formats that move: plansystem.yaml says its format, `planlint upgrade` lifts old files, newer ones are told of."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.base.phrases import N_
from planlint.check import Request
from planlint.cli.lazy_group import COMMANDS, planlint
from planlint.edit.error import EditError
from planlint.edit.format_steps import STEPS, FormatStep
from planlint.edit.upgrade import format_of, lift
from planlint.edit.workspace import FaultError, Workspace
from planlint.model.format import FIRST, FORMAT
from planlint.site.living_site import LivingSite
from planlint.source.find import PLANSYSTEM
from planlint.system.system import open_system

DAY = date.fromisoformat(DATE)
NEWER = FORMAT + 1
SENTENCE = f"planlint: Filene i plans/ har format {NEWER}, og denne utgaven av planlint ("
DOORS = {
    "check": ((),),
    "build": ((),),
    "serve": (("--port", "0"),),
    "show": (("arealdel-2021",),),
    "list": (("plan",), ("mål",)),
    "forecast": ((),),
    "whatif": (("opphev", "arealdel-2021"),),
    "propose": (("--valgperiode", "2027-2031"),),
    "coverage": ((),),
    "todo": ((),),
    "diff": (("HEAD",), ("HEAD", "HEAD")),
    "new": (("plan", "--title", "Klimastrategi", "--type", "strategi"),),
    "set": (("arealdel-2021", "status=opphevet"), ("plansystem", "språk=nn")),
    "vedta": (("arealdel-2021", "--dato", "2024-01-01", "--sak", "1/24"),),
    "rename": (("arealdel-2021", "arealdel"),),
    "omforanke": (("samfunnsdel-2020", "arealdel-2021"),),
    "review": ((), ("--list",), ("--all-unchanged",), ("--id", "arealdel-2021")),
    "fix": ((), ("--diff",)),
    "upgrade": ((), ("--yes",)),
    "import": (("planer.csv",),),
    "export": (("--format", "json", "--out", "ut.json"), ("--format", "csv", "--out", "ut")),
    "form": (("skjema.md",), ("--write",), ("--check",)),
    "codeowners": ((), ("--check",)),
    "avvik": (("add", "--reason", "Gamle kilder"), ("list",), ("prune",)),
    "bekreft": (("arealdel-2021", "trygg-oppvekst"), ("--alle-til", "trygg-oppvekst")),
}
NO_FILES = {"explain", "rules", "init", "law", "schema", "lsp"}
"""Commands that read no file of a plan system, and the one that answers in the editor (tests/lsp)."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Fjordvik, where we stand."""
    monkeypatch.chdir(fjordvik(tmp_path))
    monkeypatch.setenv("PLANLINT_DATE", DATE)
    return tmp_path


def text_of(root: Path, path: str = PLANSYSTEM) -> str:
    """Give a file as it stands, line endings and all."""
    return (root / path).read_bytes().decode()


def declare(root: Path, value: object) -> None:
    """Let plansystem.yaml say a format, last in the file."""
    file = root / PLANSYSTEM
    file.write_bytes(file.read_bytes().rstrip() + f"\nformat: {value}\n".encode())


def told(*words: str) -> tuple[int, str]:
    """Run the command line; give exit code and answer."""
    done = CliRunner().invoke(planlint, words)
    return done.exit_code, done.output


def snapshot(root: Path) -> dict[str, bytes]:
    """Give every file outside git's own folder."""
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file() and ".git" not in path.parts}


def test_every_command_is_a_door_or_reads_no_file() -> None:
    """A new command has to say how it meets files that are newer than it is."""
    assert set(COMMANDS) == {*DOORS, *NO_FILES}


@pytest.mark.parametrize("command", DOORS)
def test_every_door_tells_of_a_newer_format(root: Path, command: str) -> None:
    """One sentence, exit code 2, and nothing is written: also where the newer file holds what nobody here knows."""
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], cwd=root, check=True)
    (root / "planer.csv").write_text("Tittel\nKlimastrategi\n")
    (root / "skjema.md").write_text("x")
    declare(root, f"{NEWER}  # fra en nyere planlint\nframtid: [1, 2]")
    if command == "diff":
        subprocess.run([*git, "commit", "-qam", "y"], cwd=root, check=True)
    before = snapshot(root)
    for words in DOORS[command]:
        code, answer = told(command, *words)
        assert (code, answer.count("\n")) == (2, 1), answer
        assert answer.startswith(SENTENCE), answer
        assert snapshot(root) == before


def test_a_newer_format_in_git_is_told_too(root: Path) -> None:
    """What a change is compared with may be the newer one: the same sentence."""
    declare(root, NEWER)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], cwd=root, check=True)
    declare(fjordvik(root), FORMAT)
    for words in (("check", "--base", "HEAD"), ("diff", "HEAD")):
        code, answer = told(*words)
        assert (code, answer.startswith(SENTENCE)) == (2, True), answer


def test_one_newer_municipality_among_many(root: Path, tmp_path: Path) -> None:
    """The others are judged; the newer one is told of, and the exit code is 2."""
    for name in ("en", "to"):
        fjordvik(tmp_path / "mange" / name)
    declare(tmp_path / "mange" / "to", NEWER)
    code, answer = told("check", "--root", "mange")
    assert (code, f"har format {NEWER}" in answer) == (2, True), answer
    assert root.is_dir()


def test_the_served_page_tells_of_a_newer_format(root: Path) -> None:
    """Files that become newer while `serve` runs are told of on the page; the site stays as it was."""
    site = LivingSite(root, lambda: Request(DAY))
    page = site.find("index.html").data
    declare(root, NEWER)
    site.changed([str(root / "plans/plansystem.yaml")])
    shown = site.find("index.html")
    assert shown.data == page
    assert shown.faults[0].startswith(SENTENCE.removeprefix("planlint: "))


@pytest.mark.parametrize(
    ("value", "newer"),
    [
        (NEWER, True),
        (f'"{NEWER}"', True),
        (f"'{NEWER}'   # merknad", True),
        (999999999, True),
        (FORMAT, False),
        (FIRST, False),
        (f'"{FORMAT}"', False),
        ("tre", False),
        (0, False),
        (-1, False),
        (2.5, False),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_is_a_newer_format(root: Path, value: object, newer: bool, ending: str) -> None:
    """Quotes, comments and line endings make no difference; what is no format at all is a finding at its line."""
    declare(root, value)
    file = root / PLANSYSTEM
    file.write_bytes(file.read_bytes().replace(b"\n", ending.encode()))
    code, answer = told("check")
    assert answer.startswith(SENTENCE[:37]) == newer, answer
    right = value in {FORMAT, FIRST}
    assert code == (2 if newer else 0 if right else code)
    assert ("format" in answer and "PL00" in answer) == (not newer and not right), answer


def test_a_nested_format_is_none(root: Path) -> None:
    """The word in a source's own text, or inside another field, is not the files' format."""
    text = text_of(root).replace("kilder:\n", "kilder:\n  ny:\n    tittel: |\n      x\n      format: 9\n", 1)
    assert "format: 9" in text
    (root / PLANSYSTEM).write_text(text)
    assert told("check")[0] == 0


def test_the_sentence_is_in_the_readers_language(root: Path) -> None:
    """Nynorsk and English, as all that stops a command."""
    declare(root, NEWER)
    assert f"The files in plans/ have format {NEWER}" in told("--lang", "en", "check")[1]
    assert f"Filene i plans/ har format {NEWER}" not in told("--lang", "nn", "check")[1]


def test_upgrade_shows_first(root: Path) -> None:
    """Without --yes nothing is written: what each step does is told in words, with --diff line by line; exit 1."""
    before = snapshot(root)
    code, words = told("upgrade")
    assert (code, snapshot(root)) == (1, before)
    assert words.splitlines()[0] == f"Fra format 1 til format {FORMAT}:"
    assert "- plansystem.yaml sier hvilket format filene er skrevet i\n" in words
    assert words.endswith("Ingenting er skrevet. Kjør «planlint upgrade --yes» for å skrive.\n")
    code, lines = told("upgrade", "--diff", "--yes")
    assert (code, snapshot(root)) == (1, before)
    assert f"+format: {FORMAT}\n" in lines


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_upgrade_keeps_the_rest(root: Path, ending: str, bom: bytes) -> None:
    """Comments, line endings, indentation and a byte order mark stay; one line comes; the second time nothing does."""
    file = root / PLANSYSTEM
    old = "# først\n" + text_of(root).replace("kommune:", "kommune:   # vår", 1) + "# sist\n"
    file.write_bytes(bom + old.replace("\n", ending).encode())
    rest = {path: raw for path, raw in snapshot(root).items() if path != str(file)}
    code, words = told("upgrade", "--yes")
    assert (code, words.splitlines()[-1]) == (0, "Skrevet.")
    new = file.read_bytes()
    assert new.startswith(bom)
    rows = new.removeprefix(bom).decode().split(ending)
    rows.remove(f"format: {FORMAT}")
    assert ending.join(rows) == old.replace("\n", ending)
    assert {path: raw for path, raw in snapshot(root).items() if path != str(file)} == rest
    assert told("upgrade") == (
        0,
        f"Filene er i format {FORMAT}, som er det nyeste. Det er ingenting å løfte.\n",
    )
    assert file.read_bytes() == new
    assert told("check")[0] == 0


def test_init_writes_the_newest_format(tmp_path: Path) -> None:
    """What planlint makes is never old."""
    assert run("init", "ny", "--name", "Fjordvik", "--number", "3024", cwd=tmp_path).returncode == 0
    assert f"\nformat: {FORMAT}\n" in text_of(tmp_path / "ny")
    done = run("upgrade", cwd=tmp_path / "ny")
    assert (done.returncode, done.stderr) == (0, "")


def test_upgrade_of_what_cannot_be_read(root: Path) -> None:
    """A format that is none, and a file that is no YAML: a sentence, exit 2, and nothing is written."""
    for text in ("format: to\n", "format: [\n", "format: 2.0\n"):
        (root / PLANSYSTEM).write_text(text_of(fjordvik(root)).rstrip() + "\n" + text)
        before = snapshot(root)
        code, words = told("upgrade", "--yes")
        assert (code, snapshot(root)) == (2, before), words
        assert words.startswith("planlint: Ingenting er endret: "), words


def test_every_format_has_its_steps() -> None:
    """From each format there is a step to the next, no step leads further than the newest, and names are their own."""
    assert {step.start for step in STEPS} == set(range(FIRST, FORMAT))
    assert all(step.to == step.start + 1 <= FORMAT for step in STEPS)
    assert len({step.name for step in STEPS}) == len(STEPS)
    assert [step.start for step in STEPS] == sorted(step.start for step in STEPS)


def _tell(work: Workspace) -> None:
    work.files["plans/planer/ny.yaml"] = PLAN.encode()


def _idle(work: Workspace) -> None:
    assert work.changes()


def _destroy(work: Workspace) -> None:
    work.open("plans/planer/klima.yaml", "plan").set(("status",), "vet ikke")


def _lose(work: Workspace) -> None:
    work.files[PLANSYSTEM] = b"kommune: {navn: Fjordvik}\n"


def test_steps_work_in_order_and_only_those_that_do_something_are_told(root: Path) -> None:
    """Another helper's step edits files, makes and removes them; one that changes nothing is not shown."""
    idle = FormatStep("idle", 1, 2, N_("plan"), _idle)
    new = FormatStep("new", 1, 2, N_("plan"), _tell)
    lifted = lift(open_system(root, DAY), DAY, (*STEPS, new, idle))
    assert [step.name for step, _ in lifted.steps] == ["format", "new"]
    assert sorted(lifted.work.changes()) == ["plans/planer/ny.yaml", PLANSYSTEM]


def test_a_step_that_makes_a_fault_is_refused(root: Path) -> None:
    """What the lifted files would say is read back by the checker before anything is written."""
    write(root, "planer/klima.yaml", PLAN)
    bad = FormatStep("bad", 1, 2, N_("plan"), _destroy)
    with pytest.raises(FaultError):
        lift(open_system(root, DAY), DAY, (bad,))
    with pytest.raises(EditError, match="kan ikke brukes"):
        lift(open_system(root, DAY), DAY, (FormatStep("lose", 1, 2, N_("plan"), _lose),))


def test_faults_that_were_there_hinder_nobody(root: Path) -> None:
    """A municipality with a broken plan lifts its files all the same, and the fault is still told."""
    write(root, "planer/klima.yaml", PLAN.replace("status: vedtatt", "status: vet ikke"))
    write(root, "planer/rot.yaml", "tittel: [\n")
    assert told("upgrade", "--yes")[0] == 0
    assert format_of(open_system(root, DAY)) == FORMAT
    assert told("check")[0] == 1
