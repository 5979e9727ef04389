"""Setting up: one way on every system, done again when something has changed and only then."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
import setup

ROOT = Path(__file__).parents[2]
PYPROJECT = """\
[tool.hatch.build.targets.wheel]
packages = ["planlint"]
[tool.hatch.build.targets.wheel.force-include]
"templates" = "planlint/_data/templates"
"""


class Machine:
    """A project of three files, where commands are written down and not run."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Lay out the project."""
        self.folder, self.said = folder, [""]
        self.write("pyproject.toml", PYPROJECT)
        for name in ("installer", "dev", "maaling"):
            self.write(f"requirements/{name}.txt", f"{name}==1\n")
        self.write("planlint/__init__.py", "")
        self.write("templates/side.j2", "")
        self.write(".venv/ready", "")
        monkeypatch.setattr(setup, "ROOT", folder)
        monkeypatch.setattr(setup, "VENV", folder / ".venv")
        monkeypatch.setattr(setup, "STAMP", folder / ".venv/.installed")
        monkeypatch.setattr(setup, "works", lambda _: True)
        monkeypatch.setattr(setup, "run", lambda *words, **_: self.said.append(" ".join(map(str, words[1:]))))

    def write(self, name: str, text: str) -> None:
        """Write a file of the project."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def install(self, lock: str = "dev", *, editable: bool = False) -> list[str]:
        """Set up; give the locks that were installed, and how planlint itself was."""
        self.said.clear()
        setup.install(lock, editable=editable)
        own = {"--force-reinstall .": "copy", "--editable .": "editable"}
        return [own.get(" ".join(words[-2:]), words[-1]) for words in (said.split() for said in self.said)]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A project that nobody has set up."""
    return Machine(tmp_path, monkeypatch)


ALL = ["requirements/installer.txt", "requirements/dev.txt", "copy"]


def test_once_is_enough(machine: Machine) -> None:
    """The first time everything, the second time nothing."""
    assert machine.install() == ALL
    assert machine.install() == []


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ("planlint/__init__.py", ["copy"]),
        ("templates/ny.j2", ["copy"]),
        ("pyproject.toml", ["copy"]),
        ("requirements/dev.txt", ALL[:2]),
        ("requirements/installer.txt", ALL[:2]),
        ("planlint/__pycache__/x.pyc", []),
        ("plans/planer/ny.yaml", []),
    ],
)
def test_what_has_changed_is_installed_again(machine: Machine, change: str, again: list[str]) -> None:
    """A new lock brings new packages, a new source a new planlint, and anything else nothing."""
    machine.install()
    machine.write(change, f"{PYPROJECT}\n")
    assert machine.install() == again


def test_a_file_that_is_taken_away_is_a_change(machine: Machine) -> None:
    """What is no longer in the source must not stay installed."""
    machine.install()
    (machine.folder / "templates/side.j2").unlink()
    assert machine.install() == ["copy"]


def test_a_larger_set_is_not_taken_back(machine: Machine) -> None:
    """Who has what measuring needs, has what testing needs."""
    machine.install()
    assert machine.install("maaling") == [ALL[0], "requirements/maaling.txt"]
    assert machine.install("dev") == []


def test_a_checkout_that_is_worked_in_stays_so(machine: Machine) -> None:
    """After `make dev`, edits take effect at once also through `make test`."""
    assert machine.install(editable=True) == [*ALL[:2], "editable"]
    machine.write("planlint/__init__.py", "NY = 1\n")
    assert machine.install() == []


def test_what_was_stopped_halfway_is_done_again(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set-up that failed leaves no mark that it was done."""
    machine.install()
    machine.write("requirements/dev.txt", "dev==2\n")
    with monkeypatch.context() as stopped:
        stopped.setattr(setup, "run", lambda *_, **__: pytest.fail("no network", pytrace=False))
        with pytest.raises(pytest.fail.Exception):
            setup.install()
    assert machine.install() == ALL


def test_nothing_is_looked_up(machine: Machine) -> None:
    """Every installation takes the files that are named and no others, and builds with what is there."""
    machine.install("maaling")
    assert all("--no-deps" in said and "--no-build-isolation" in said for said in machine.said)
    assert all(("--require-hashes" in said) != ("--no-index" in said) for said in machine.said)


def test_programs_are_where_windows_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment has its programs in Scripts there, and in bin elsewhere."""
    monkeypatch.setattr(setup, "os", SimpleNamespace(name="nt"))
    assert setup.program("planlint") == setup.VENV / "Scripts" / "planlint.exe"
    monkeypatch.setattr(setup, "os", SimpleNamespace(name="posix"))
    assert setup.program("planlint") == setup.VENV / "bin" / "planlint"


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence that says what is needed, and not a stack trace."""
    monkeypatch.setattr(setup, "OLDEST", (99, 1))
    with pytest.raises(SystemExit, match=r"planlint trenger Python 99\.1 eller nyere\. Dette er \d\.\d+\.$"):
        setup.main(["site"])


@pytest.mark.parametrize("arguments", [["bygg"], ["site", "test"]])
def test_an_unknown_step_is_told(arguments: list[str]) -> None:
    """The steps that there are."""
    with pytest.raises(
        SystemExit, match=r"Bruk: python tools/setup\.py \[install \| dev \| measuring \| site \| test\]"
    ):
        setup.main(arguments)


@pytest.mark.parametrize("step", ["site", "test", "install", "dev", "measuring"])
def test_make_has_no_way_of_its_own(step: str) -> None:
    """`make` does what `python tools/setup.py` does, with the Python that is chosen."""
    done = subprocess.run(
        ["make", "--dry-run", step, "PYTHON=min-python"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if not key.startswith("MAKE")},  # one make inside another
    )
    assert done.stdout.strip().splitlines() == [f"min-python tools/setup.py {step}"]


def test_ci_runs_the_suite_once_and_the_set_up() -> None:
    """One run of the tests, with the branches counted; the set-up in fresh folders; a sample of what takes hours."""
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    steps = [line.removeprefix("make ") for line in lines if line.startswith("make ")]
    assert steps == ["runtime", "test", "try", "lint", "sample"]
    assert not any("pytest" in line for line in lines)


def test_what_is_counted_is_there() -> None:
    """Every place where each branch must be tested is a place with code; one that has moved is no longer counted."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]
    assert read["report"]["fail_under"] == 100
    for pattern in read["run"]["include"]:
        assert any(file.suffix == ".py" for file in ROOT.glob(pattern.removeprefix("*/"))), pattern


def test_a_mark_of_an_older_planlint_is_no_mark(machine: Machine) -> None:
    """A clone that was set up when the mark was an empty file is set up anew, and does not stop."""
    machine.write(".venv/.installed", "")
    assert machine.install() == ALL
    assert machine.install() == []
