"""The benchmarks measure what they say: the same files every time, files without faults, and one table."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from support.helpers import DATE, fjordvik, run

BENCHMARKS = Path(__file__).parents[2] / "tools" / "benchmarks"


def _script(name: str, *args: str, cwd: Path) -> str:
    command = [sys.executable, str(BENCHMARKS / name), *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}


def _rows(table: str) -> dict[str, list[str]]:
    lines = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in lines}


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, ModuleType]:
    """The benchmarks' own modules for timing and for the table: they are scripts beside each other, not a package."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    return import_module("timing"), import_module("table")


def test_files_are_the_same_every_time(tmp_path: Path) -> None:
    """Two runs write the same bytes, so that two benchmarks measure the same."""
    for name in ("a", "b"):
        _script("generate.py", name, "60", cwd=tmp_path)
    made = _files(tmp_path / "a")
    assert made == _files(tmp_path / "b")
    own = {path: raw for path, raw in made.items() if "/b" in path}
    assert len(own) == 60
    assert all(512 <= len(raw) <= 2560 for raw in own.values())


def test_files_have_no_faults(tmp_path: Path) -> None:
    """A check goes through all that is generated and finds nothing wrong, not among thousands of plans either."""
    _script("generate.py", ".", "6000", cwd=tmp_path)
    done = run("check", "--date", DATE, "--output", "json", cwd=tmp_path)
    counts = json.loads(done.stdout)["counts"]
    assert done.returncode == 0
    assert (counts["feil"], counts["advarsel"]) == (0, 0)
    assert counts["files"] == len(_files(tmp_path))


def test_one_table_of_planlint_alone(tmp_path: Path) -> None:
    """Every row is timed, nothing is left behind, and a dash stands where nothing was tried."""
    args = ("--sizes", "20", "--runs", "1", "--without-peers", "--only", "check", "--only", "diff", "--json", "m.json")
    rows = _rows(_script("run.py", *args, cwd=tmp_path))
    assert next(iter(rows)) == ""
    assert rows[""][:2] == ["Uten filer", "20 filer"]
    for name in ("planlint check, første gang", "planlint check", "planlint diff, 1 % endret"):
        assert rows[name][0] == "–"
        assert rows[name][1].endswith(" MB")
    assert float(rows["diff : check"][1].replace(",", ".")) > 0
    assert "yamllint" not in rows
    told = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert all(row["problem"] == "" and len(row["seconds"]) == 1 for row in told["rows"])
    assert [path.name for path in tmp_path.iterdir()] == ["m.json"]


def test_a_peer_that_is_not_installed_is_said_to_be_missing(modules: tuple[ModuleType, ModuleType]) -> None:
    """It is neither left out nor counted as quick, and no ratio is made of it."""
    timing, table = modules
    row = timing.Row("ryl", [["ryl"]], Path(), missing="ikke installert")
    check = timing.Row("planlint check", [], Path(), seconds=[2.0], kilobytes=2048)
    timing.run_in_turn([row], 1)
    rows = _rows(table.table({("planlint check", 100): check, ("ryl", 100): row}, (100,)))
    assert rows["ryl"][1] == "ikke installert"
    assert rows["planlint check"][1] == "2,00 s, 2,00 MB"
    assert "check : ryl" not in rows


def test_a_command_that_fails_has_no_time(modules: tuple[ModuleType, ModuleType]) -> None:
    """A tool that stops at once is not the quickest one."""
    timing, table = modules
    row = timing.Row("yamllint", [[sys.executable, "-c", "raise SystemExit(7)"]], Path())
    timing.run_in_turn([row], 3)
    assert row.seconds == []
    assert _rows(table.table({("yamllint", 100): row}, (100,)))["yamllint"][1] == "feilet (sluttkode 7)"


def test_medians_and_ratios(modules: tuple[ModuleType, ModuleType]) -> None:
    """Ratios are of medians; memory and time per file are told from the smallest size and from a thousand files."""
    timing, table = modules
    took = {
        ("planlint check", 1_000): ([0.5, 9.0, 0.4], 60_000), ("yamllint", 1_000): ([6.0], 0),
        ("check-jsonschema", 1_000): ([4.0], 0), ("planlint check", 100_000): ([60.0], 1_050_000),
    }  # fmt: skip
    results = {
        key: timing.Row(key[0], [], Path(), seconds=seconds, kilobytes=memory)
        for key, (seconds, memory) in took.items()
    }
    rows = _rows(table.table(results, (1_000, 100_000)))
    assert rows["check : (yamllint + check-jsonschema)"][:3] == ["–", "0,050", "–"]
    assert rows["check, ms per fil : ved 1 000 filer"][:3] == ["–", "–", "1,20"]
    assert rows["check, kB minne per fil"][:3] == ["–", "–", "10,0"]


def test_a_check_imports_only_what_it_needs(tmp_path: Path) -> None:
    """Of a small check, imports are most: what compares, edits, exports or draws is left alone."""
    done = run("check", "--date", DATE, cwd=fjordvik(tmp_path), env={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    tops = {".".join(name.split(".")[:2]) if name.startswith("planlint.") else name for name in imported}
    assert "planlint.rules" in tops
    unwanted = {f"planlint.{name}" for name in ("diff", "edit", "exports", "fixes", "history", "site", "start")}
    assert not tops & (unwanted | {"holidays", "jinja2", "ruamel.yaml", "subprocess", "multiprocessing"})


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells")
def test_whose_memory_a_peak_is(modules: tuple[ModuleType, ModuleType]) -> None:
    """What a command starts is told apart from the command itself, by the programs' names."""
    timing, table = modules
    own = "import subprocess, time; subprocess.run(['sleep', '0.4']); b = bytearray(60_000_000); time.sleep(0.3)"
    row = timing.Row("planlint build", [[sys.executable, "-c", own]], Path(), whose=True)
    timing.run_in_turn([row], 1)
    (python,) = (name for name in row.peaks if name.startswith("python"))
    assert row.peaks[python] > 60_000 > row.peaks["sleep"] > 0
    assert len(row.seconds) == 1
    assert "; sleep " in _rows(table.table({("planlint build", 100): row}, (100,)))["planlint build"][1]


def test_each_maker_of_sites_is_given_the_same_texts(
    tmp_path: Path, modules: tuple[ModuleType, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many pages, and each with a file's whole text."""
    assert modules
    monkeypatch.syspath_prepend(BENCHMARKS)
    workspace = import_module("workspace")
    fjordvik(tmp_path)
    workspace.site_projects(tmp_path, tmp_path / "sites", 12)
    for name in ("mkdocs", "hugo", "eleventy", "zensical"):
        made = sorted((tmp_path / "sites" / name).rglob("*.md"))
        assert len(made) == 12
        assert all("# Side " in path.read_text(encoding="utf-8") for path in made)
        assert "kommune" in "".join(path.read_text(encoding="utf-8") for path in made)


def test_what_an_editor_waits_for_is_timed(tmp_path: Path, modules: tuple[ModuleType, ModuleType]) -> None:
    """A plan is saved and a key is pressed; each has its time, and the plan is as it was."""
    assert modules
    editing = import_module("editing")
    before = _files(fjordvik(tmp_path))
    rows = [*editing.serve(tmp_path, 1), editing.lsp(tmp_path, 1)]
    assert [(row.name, len(row.seconds), row.failed) for row in rows] == [
        (name, 1, "") for name in (editing.PAGE, editing.FINDINGS, editing.KEY)
    ]
    assert all(0 < row.median < 60 for row in (rows[0], rows[2]))
    assert _files(tmp_path) == before


def test_what_is_alone_at_a_size_is_timed_alone(modules: tuple[ModuleType, ModuleType]) -> None:
    """Every ratio that has an aim is made of rows that are timed, and every size is among those that are tried."""
    _, table = modules
    rows, ratios, run = (import_module(name) for name in ("rows", "ratios", "run"))
    assert set(rows.ALONE) <= set(run.SIZES)
    assert {name for groups in rows.ALONE.values() for name in groups} <= set(rows.GROUPS)
    names = {one.name for one in ratios.RATIOS}
    aimed = {name for name in table.AIMS if " : " in name}
    assert aimed <= names
