"""`planlint codeowners`: each sector is asked about its own files, nobody's lines are lost, nothing is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.hosts.codeowners import CodeownersError, block, merged, pattern
from planlint.system.system import open_system

ROOT = Path(__file__).parents[2]
SECTORS = "sektorer:\n  oppvekst: {navn: Oppvekst}\n  miljoe: {navn: Miljø}\n"
OWNED = """\
eiere: "@fjordvik/plan"
sektorer:
  oppvekst: {navn: Oppvekst, eiere: ["@kari-nordmann", oppvekst@fjordvik.example]}
  miljoe: {navn: Miljø, eiere: ["@fjordvik/miljo"]}
  teknisk: {navn: Teknisk}
"""


def declare(root: Path, sectors: str) -> None:
    """Write other sectors in the plan system's declaration."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    assert SECTORS in text
    file.write_text(text.replace(SECTORS, sectors), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with owners, and a plan of each sector."""
    fjordvik(tmp_path)
    (tmp_path / ".git").mkdir()
    declare(tmp_path, OWNED)
    write(tmp_path, "planer/klima.yaml", PLAN)
    write(tmp_path, "planer/barn.yaml", PLAN.replace("miljoe", "oppvekst"))
    write(tmp_path, "planer/vei.yaml", PLAN.replace("miljoe", "teknisk"))
    return tmp_path


def lines(root: Path) -> list[str]:
    """Give the lines of CODEOWNERS that ask somebody, Fjordvik's own three aside."""
    text = (root / ".github/CODEOWNERS").read_text(encoding="utf-8")
    own = ("/plans/planer/arealdel-2021", "/plans/planer/samfunnsdel-2020", "/plans/tiltak/aapne-moeteplasser")
    return [line for line in text.splitlines() if line and not line.startswith(("#", *own))]


def test_each_file_goes_to_its_sector(root: Path) -> None:
    """The declared default comes first, so that the sectors' own lines go before it and the rest fall to it."""
    done = run("codeowners", cwd=root)
    assert (done.returncode, done.stdout) == (0, ".github/CODEOWNERS er skrevet.\n")
    assert lines(root) == [
        "/plans/ @fjordvik/plan",
        "/plans/planer/barn.yaml @kari-nordmann oppvekst@fjordvik.example",
        "/plans/planer/klima.yaml @fjordvik/miljo",
    ]
    text = (root / ".github/CODEOWNERS").read_text(encoding="utf-8")
    assert "# Sektorer uten eiere: Teknisk (teknisk)\n" in text


def test_indicators_and_measures_too(root: Path) -> None:
    """Every kind that names a sector is asked about; goals name none."""
    measure = (root / "plans/tiltak/aapne-moeteplasser.yaml").read_text(encoding="utf-8")
    write(root, "tiltak/ny.yaml", f"{measure}\nansvarlig: miljoe\n".replace("ansvarlig: oppvekst\n", ""))
    write(root, "indikatorer/co2.yaml", "tittel: CO2\nenhet: tonn\nansvarlig: miljoe\nmål: [trygg-oppvekst]\n")
    run("codeowners", cwd=root)
    assert "/plans/indikatorer/co2.yaml @fjordvik/miljo" in lines(root)
    assert "/plans/tiltak/ny.yaml @fjordvik/miljo" in lines(root)
    assert not any("/maal/" in line for line in lines(root))


def test_a_folder_of_one_sector_is_one_line(root: Path) -> None:
    """Two or more files with the same owners in a folder below a kind's: a new plan there is asked about at once."""
    for name in ("a", "b"):
        write(root, f"planer/klima og miljø/{name}{name}.yaml", PLAN)
        write(root, f"planer/blandet/{name}.yaml", PLAN.replace("miljoe", "oppvekst" if name == "a" else "miljoe"))
    write(root, "planer/ensom/c.yaml", PLAN)
    write(root, "planer/klima og miljø/dypt/d.yaml", PLAN)
    run("codeowners", cwd=root)
    assert lines(root) == [
        "/plans/ @fjordvik/plan",
        "/plans/planer/barn.yaml @kari-nordmann oppvekst@fjordvik.example",
        "/plans/planer/blandet/a.yaml @kari-nordmann oppvekst@fjordvik.example",
        "/plans/planer/blandet/b.yaml @fjordvik/miljo",
        "/plans/planer/ensom/c.yaml @fjordvik/miljo",
        "/plans/planer/klima\\ og\\ miljø/ @fjordvik/miljo",
        "/plans/planer/klima.yaml @fjordvik/miljo",
    ]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("plans/a b/c.yaml", "/plans/a\\ b/c.yaml"),
        ("plans/#a/!b/[c]/d*e?.yaml", "/plans/?a/?b/?c?/d?e?.yaml"),
        ("plans/x\n* @alle/y.yaml", "/plans/x??\\ @alle/y.yaml"),
        ("plans/æøå-Ünï\\.yaml", "/plans/æøå-Ünï?.yaml"),
        ("plans/a\u2028b\tc\u202ed.yaml", "/plans/a?b?c?d.yaml"),
    ],
)
def test_a_path_cannot_say_more_than_a_path(path: str, written: str) -> None:
    """No name of a folder begins a comment, a new line or an owner; what cannot be said is one unknown character."""
    assert pattern(path) == written


def test_lines_of_others_are_kept(root: Path) -> None:
    """Planlint's part is put in place of the one it had, and what stands around it is untouched."""
    file = root / "CODEOWNERS"
    file.write_text("* @drift\n", encoding="utf-8")
    assert run("codeowners", cwd=root).stdout == "CODEOWNERS er skrevet.\n"
    first = file.read_text(encoding="utf-8")
    assert first.startswith("* @drift\n\n# planlint: start")
    file.write_text(first + "/kode/ @utvikler\n", encoding="utf-8")
    declare_again = (root / "plans/plansystem.yaml").read_text(encoding="utf-8").replace("@fjordvik/plan", "@ny")
    (root / "plans/plansystem.yaml").write_text(declare_again, encoding="utf-8")
    assert run("codeowners", "--check", cwd=root).returncode == 1
    run("codeowners", cwd=root)
    assert file.read_text(encoding="utf-8") == first.replace("@fjordvik/plan", "@ny") + "/kode/ @utvikler\n"
    assert not (root / ".github").exists()


@pytest.mark.parametrize(
    "old",
    ["# planlint: start\n", "# planlint: slutt\n", "# planlint: slutt\n# planlint: start\n", "# planlint: start\n" * 2],
)
def test_half_a_part_is_not_guessed_at(old: str, root: Path) -> None:
    """A mark that is lost could take a line of somebody's with it, so nothing is written."""
    with pytest.raises(CodeownersError):
        merged(old, "ny\n")
    (root / "CODEOWNERS").write_text(old, encoding="utf-8")
    done = run("codeowners", cwd=root)
    assert done.returncode == 2
    assert "skal stå én gang hver" in done.stderr
    assert (root / "CODEOWNERS").read_text(encoding="utf-8") == old


def test_check_tells_and_writes_nothing(root: Path) -> None:
    """Exit code 1 where the file is missing or old, 0 where it is right."""
    done = run("codeowners", "--check", cwd=root)
    assert (done.returncode, done.stdout) == (1, ".github/CODEOWNERS stemmer ikke. Kjør «planlint codeowners».\n")
    assert not (root / ".github").exists()
    run("codeowners", cwd=root)
    before = (root / ".github/CODEOWNERS").read_bytes()
    assert run("codeowners", "--check", cwd=root).returncode == 0
    run("codeowners", cwd=root)
    assert (root / ".github/CODEOWNERS").read_bytes() == before


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("planer/klima.yaml", "tittel: ["),
        ("planer/klima.yaml", PLAN.replace("ansvarlig: miljoe", "ansvarlig: [miljoe]")),
        ("plansystem.yaml", "kommune: ["),
    ],
)
def test_a_fault_takes_nobodys_line(root: Path, path: str, text: str) -> None:
    """A file that cannot be read says nothing about who owns it, so CODEOWNERS stays as it was."""
    run("codeowners", cwd=root)
    before = (root / ".github/CODEOWNERS").read_bytes()
    write(root, path, text)
    done = run("codeowners", cwd=root)
    assert done.returncode == 2
    assert "planlint check" in done.stderr
    assert (root / ".github/CODEOWNERS").read_bytes() == before


@pytest.mark.parametrize("owner", ["fjordvik", "@", "@a b", "@fjordvik/miljo x", "@-a", "a@b", "@a/b/c", "@a # @b"])
def test_an_owner_that_github_does_not_know_the_form_of(root: Path, owner: str) -> None:
    """A finding on the line, and CODEOWNERS is not written without it."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8").replace('"@fjordvik/miljo"', f'"{owner}"')
    file.write_text(text, encoding="utf-8")
    found = [item.diagnostic.code for item in check(root, date.fromisoformat(DATE)).findings]
    assert "PL006" in found
    assert run("codeowners", cwd=root).returncode == 2


def test_a_plan_system_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    """GitHub reads one file for the whole repository, so the paths are the repository's."""
    (tmp_path / ".git").mkdir()
    declare(fjordvik(tmp_path / "kommune å"), OWNED)
    done = run("codeowners", "--root", "kommune å", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert lines(tmp_path)[0] == "/kommune\\ å/plans/ @fjordvik/plan"


def test_nobody_is_invented(tmp_path: Path) -> None:
    """Without owners nobody is asked, and the file says so."""
    register = open_system(fjordvik(tmp_path), date.fromisoformat(DATE)).register
    assert register is not None
    text = block(register, [])
    assert [line[0] for line in text.splitlines()] == ["#"] * 4
    assert "Ingen er ført som eiere" in text
    assert "# Sektorer uten eiere: Oppvekst (oppvekst), Miljø (miljoe)\n" in text


def test_this_repository() -> None:
    """The sources name nobody, and .github/CODEOWNERS is what the command writes."""
    done = run("codeowners", "--check", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_owners_are_not_published(root: Path) -> None:
    """Who reads changes is for the repository, not for the open data."""
    done = run("build", "--date", DATE, "--format", "json", "--out", str(root / "ut"), cwd=root)
    assert done.returncode == 0, done.stderr
    for file in (root / "ut").rglob("*.json"):
        assert "kari-nordmann" not in file.read_text(encoding="utf-8"), file
        assert "@fjordvik/plan" not in file.read_text(encoding="utf-8"), file
