"""Bytes and names of all machines: none makes planlint stop by a fault of its own, and each is told as what it is."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from support.gittools import ALONE, commit, git
from support.helpers import DATE, FELLES, PLAN, check, fjordvik, run, write
from support.issueform import FILLED, body, lay_out as issue_forms

from planlint.base.control_signs import visible
from planlint.base.files import is_reserved
from planlint.model.tidspunkt import suggest
from planlint.source.repository import is_sparse
from planlint.tables.harmless_cells import clean, harmless

DAY = date.fromisoformat(DATE)
ODD = os.fsdecode(b"m\xe5l")
POSIX = pytest.mark.skipif(
    os.name != "posix" or sys.platform == "darwin", reason="names of any bytes, as Linux has them"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with one plan of its own."""
    write(fjordvik(tmp_path / "rot"), "planer/klima.yaml", PLAN)
    return tmp_path / "rot"


# What is no UTF-8


def odd_file(root: Path) -> Path:
    """Lay a goal in a file whose name is no UTF-8."""
    return Path(write(root, "maal/x.yaml", (FELLES / "plans/maal/trygg-oppvekst.yaml").read_text())).rename(
        root / f"plans/maal/{ODD}.yaml"
    )


COMMANDS = [
    ("check",), ("check", "--output", "json"), ("check", "--output", "sarif=ut.sarif"), ("check", ODD),
    ("check", "--select", ODD), ("check", "--base", ODD), ("check", "--root", ODD), ("list", "planer"), ("show", ODD),
    ("coverage",), ("diff", ODD), ("set", ODD, "merknad=x"), ("set", "klima", f"merknad={ODD}"),
    ("rename", "klima", ODD), ("rename", ODD, "maal-to"), ("new", "plan", "--type", "strategi", "--title", ODD),
    ("new", "plan", "--type", "strategi", "--title", "By", f"merknad={ODD}"), ("bekreft", "klima", ODD),
    ("avvik", "add", "--reason", ODD), ("avvik", "prune"), ("import", ODD), ("form", ODD), ("fix", "--diff"),
    ("export", "--format", "xlsx"), ("export", "--format", "csv"), ("export", "--format", "json", "--out", ODD),
    ("build", "--format", "json,csv"), ("build", "--out", ODD, "--format", "json"), ("explain", ODD), ("codeowners",),
]  # fmt: skip


@POSIX
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words).encode("ascii", "replace").decode())
def test_a_name_that_is_no_utf8(root: Path, words: tuple[str, ...]) -> None:
    """As a file's name, an argument or a place to write: handled, or one sentence, and never a fault of planlint's."""
    odd_file(root)
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    done = subprocess.run(
        [sys.executable, "-m", "planlint", *words],
        cwd=root, capture_output=True, check=False, timeout=120, env={**os.environ, "PLANLINT_DATE": DATE},
    )  # fmt: skip
    assert done.returncode in {0, 1, 2}, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    if done.returncode:
        assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


@POSIX
def test_a_file_whose_name_is_no_utf8_gets_one_that_is(root: Path) -> None:
    """It is renamed as any other misnamed file, and nothing of it is lost."""
    file = odd_file(root)
    text = file.read_bytes()
    assert run("fix", "--date", DATE, cwd=root).returncode in {0, 1}
    assert not file.exists()
    assert (root / "plans/maal/m-l.yaml").read_bytes() == text


# Names that Windows cannot have


@pytest.mark.parametrize(
    "name", ["con", "PRN", "aux", "nul", "com1", "LPT9", "com0", "con.yaml", "nul.tar.gz", "conin$"]
)
def test_names_that_windows_keeps(name: str) -> None:
    """Whatever ending follows, and in whatever letters."""
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "lpt", "nulla", "aux-plan", "xcon", "", "lpt1-2"])
def test_names_that_look_like_them(name: str) -> None:
    """What only begins so is a name like any other."""
    assert not is_reserved(name)


def test_such_an_id_is_refused(root: Path) -> None:
    """A new thing, a new name and a form say so in a sentence; an import finds another id."""
    for words in (
        ("new", "plan", "--type", "strategi", "--title", "CON"),
        ("new", "plan", "--type", "strategi", "--title", "Konsepter", "--id", "nul"),
        ("rename", "klima", "aux"),
    ):
        done = run(*words, "--date", DATE, cwd=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Windows har reservert navnet" in done.stderr
    (root / "inn.csv").write_text("Plan;Type\nCON;strategi\n", encoding="utf-8")
    assert run("import", "inn.csv", "--yes", "--date", DATE, cwd=root).returncode == 0
    assert [path.name for path in root.rglob("con*.yaml")] == ["con-2.yaml"]


def test_a_form_does_not_make_such_a_file(tmp_path: Path) -> None:
    """Its answer says which name the title gives."""
    root = issue_forms(fjordvik(tmp_path))
    (root / "sak.md").write_text(body(root, "ny-plan", **{**FILLED["ny-plan"], "Tittel": "COM1"}), encoding="utf-8")
    done = run("form", "sak.md", "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert "«com1», som Windows har reservert" in done.stderr
    assert not list(root.rglob("com1*"))


def test_yaml_saved_as_a_text_file(root: Path) -> None:
    """It is told, not read; a guess renames it, a safe fix does not."""
    (root / "plans/planer/klima.yaml").rename(root / "plans/planer/klima.yaml.txt")
    told = [(item.diagnostic.code, item.diagnostic.finding.variant) for item in check(root, DAY).findings]
    assert told == [("PL007", "txt")]
    assert run("fix", "--date", DATE, cwd=root).returncode == 1
    assert run("fix", "--unsafe", "--date", DATE, cwd=root).returncode == 0
    assert (root / "plans/planer/klima.yaml").read_text(encoding="utf-8") == PLAN


# Control characters


def test_control_characters_are_signs() -> None:
    """Each has its own; those that have none, and tabs and line breaks, are as they are elsewhere."""
    assert visible("a\x00\x1b\x7f\x9b\t\n\r") == "a␀␛␡\ufffd\t\n\r"
    assert clean("\x1b[31m\r\n\ud800") == "␛[31m\n\ufffd"


@pytest.mark.parametrize("code", [0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F])
def test_a_control_character_is_an_error(root: Path, code: int) -> None:
    """Written as a code it is PL008, as an error; as itself it stops the reading of the file."""
    write(
        root,
        "planer/klima.yaml",
        PLAN.replace("Klimastrategi for", f'"Klima\\x{code:02x} for').replace("vik\n", 'vik"\n', 1),
    )
    (found,) = check(root, DAY).findings
    assert (found.diagnostic.code, found.diagnostic.finding.variant) == ("PL008", "kontroll")
    assert found.diagnostic.severity == "feil"
    write(root, "planer/klima.yaml", PLAN.replace("Klima", f"Kli{chr(code)}ma"))
    (found,) = check(root, DAY).findings
    assert (found.diagnostic.code, found.diagnostic.finding.variant) == ("PL001", "kontrolltegn")


def test_no_output_has_a_control_character(root: Path) -> None:
    """Not the pages, not the tables, not the reports: they show the sign of it."""
    hostile = PLAN.replace("Klimastrategi for Fjordvik", '"Klima\\u001b[31m\\u0007 ROD"')
    write(root, "planer/klima.yaml", hostile.replace("vedtatt", "igangsatt", 1))
    assert run("build", "--date", DATE, cwd=root).returncode == 0
    for form in ("text", "json", "github", "markdown", "sarif", "gitlab", "junit"):
        run("check", "--date", DATE, "--output", f"{form}=ut.{form}", cwd=root)
    texts = [path for path in (*root.glob("ut.*"), *(root / "site").rglob("*")) if path.suffix in SUFFIXES]
    assert len(texts) > 30
    for path in texts:
        assert not {"\x1b", "\x07"} & set(path.read_text(encoding="utf-8")), path
    assert "Klima␛[31m␇ ROD" in (root / "site/planer.html").read_text(encoding="utf-8")
    assert "Klima␛\\[31m␇ ROD" in (root / "site/planstrategi.md").read_text(encoding="utf-8")


SUFFIXES = {
    ".html",
    ".md",
    ".json",
    ".csv",
    ".ics",
    ".xml",
    ".jsonld",
    ".ttl",
    ".text",
    ".markdown",
    ".github",
    ".sarif",
}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(root: Path, sign: str) -> None:
    """Also in the wide letters of East Asia; what is guarded is read back as it was."""
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"
    write(root, "planer/klima.yaml", PLAN.replace("Klimastrategi for Fjordvik", f'"{sign}HYPERLINK(1)"'))
    assert run("export", "--format", "csv", "--out", "ut", "--date", DATE, cwd=root).returncode == 0
    text = (root / "ut/plan.csv").read_text(encoding="utf-8-sig")
    assert f"'{sign}HYPERLINK(1)" in {cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row}
    done = run("import", "ut/plan.csv", "--date", DATE, cwd=root)
    assert done.returncode == 0
    assert "HYPERLINK" not in done.stdout


# Git


def test_files_that_are_held_back(root: Path) -> None:
    """A check says in a line how many are not here; a comparison with them stops instead of calling them removed."""
    commit(root, "2024-01-01")
    assert not is_sparse(root)
    git(root, "sparse-checkout", "set", "--no-cone", "/plans/planer/", "/plans/plansystem.yaml")
    assert is_sparse(root)
    done = run("check", "--date", DATE, cwd=root)
    assert "filer i plans/ er ikke hentet ut hit." in done.stderr
    assert "git sparse-checkout disable" in done.stderr
    for words in (("diff", "HEAD"), ("check", "--base", "HEAD")):
        done = run(*words, "--date", DATE, cwd=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert "bare en del av filene i plans/ er hentet ut hit." in done.stderr
    assert "er ikke hentet ut hit." in run("set", "klima", "merknad=x", "--date", DATE, cwd=root).stderr
    git(root, "sparse-checkout", "disable")
    assert run("check", "--date", DATE, cwd=root).stderr == ""
    assert run("diff", "HEAD", "--date", DATE, cwd=root).returncode == 0


def test_a_worktree_has_its_own(root: Path) -> None:
    """What is held back in one place is not held back in another of the same repository."""
    commit(root, "2024-01-01")
    other = root.parent / "annen"
    git(root, "worktree", "add", "-q", str(other))
    assert not is_sparse(other)
    git(other, "sparse-checkout", "set", "--no-cone", "/plans/planer/")
    assert (is_sparse(other), is_sparse(root)) == (True, False)


def test_a_repository_of_another_user(root: Path) -> None:
    """It is told with git's own remedy, as in a container; without a comparison nothing asks git."""
    commit(root, "2024-01-01")
    owner = {**ALONE, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    for words in (("diff", "HEAD"), ("check", "--base", "main")):
        done = run(*words, "--date", DATE, cwd=root, env=owner)
        assert done.returncode == 2
        assert "for en annen bruker eier den" in done.stderr
        assert f"git config --global --add safe.directory {root}" in done.stderr
    assert run("check", "--date", DATE, cwd=root, env=owner).returncode == 0


# Where things are written


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--output", "text=plans/plansystem.yaml"), ("check", "--output", "json=plans/planer/ut.json"),
        ("check", "--output", "sarif=lenke/ut.sarif"), ("build", "--out", "plans"), ("build", "--out", "plans/site"),
        ("export", "--format", "xlsx", "--out", "plans/planer/klima.yaml", "--overwrite"),
        ("export", "--format", "csv", "--out", "plans/ut"), ("export", "--format", "parquet", "--out", "plans"),
        ("schema", "--out", "plans/planer"), ("form", "sak.md", "--out", "plans"),
    ],
)  # fmt: skip
def test_nothing_is_written_among_the_plans(root: Path, words: tuple[str, ...]) -> None:
    """No option that says where to write may say the plan system itself, not even through a link."""
    (root / "lenke").symlink_to("plans")
    before = {path: path.read_bytes() for path in (root / "plans").rglob("*") if path.is_file()}
    done = run(*words, cwd=root, env={"PLANLINT_DATE": DATE})
    assert done.returncode == 2
    assert "ligger i plansystemet selv" in done.stderr
    assert {path: path.read_bytes() for path in (root / "plans").rglob("*") if path.is_file()} == before


# Days as others save them


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-19T00:00:00.000Z", "2025-11-19"), ("2025-11-19T00:00:00", "2025-11-19"),
        ("2025-11-19 00:00:00", "2025-11-19"), ("2025-11-19T00:00Z", "2025-11-19"),
        ("2025-11-19t00:00:00z", "2025-11-19"),
        ("2025-11-19T00:00:00+00:00", "2025-11-19"), ("2025-11-19T12:30:00Z", ""), ("2025-11-18T23:00:00Z", ""),
        ("2025-11-19T00:00:00+02:00", ""), ("2025-13-19T00:00:00Z", ""),
    ],
)  # fmt: skip
def test_midnight_is_a_day(text: str, day: str) -> None:
    """Of Greenwich, or of nowhere in particular; any other moment may be another day here."""
    assert suggest(text) == day


def test_a_timestamp_is_mended(root: Path) -> None:
    """A safe fix writes the day; an import reads it."""
    write(root, "planer/klima.yaml", PLAN.replace("dato: 2022-02-16", "dato: 2022-02-16T00:00:00.000Z"))
    assert run("fix", "--date", DATE, cwd=root).returncode == 0
    assert (root / "plans/planer/klima.yaml").read_text(encoding="utf-8") == PLAN
    (root / "inn.csv").write_text("Plan;Type;Vedtatt\nVannplan;strategi;2024-02-14T00:00:00\n", encoding="utf-8")
    done = run("import", "inn.csv", "--yes", "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stdout
    assert "dato: 2024-02-14" in (root / "plans/planer/vannplan.yaml").read_text(encoding="utf-8")
