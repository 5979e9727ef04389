"""A file that lacks a required field is shown, mended by commands, and named where it is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.helpers import run

DATE = "2026-11-21"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give an empty plan system with a plan without a type, and a goal without a type."""
    assert (
        run("init", "--empty", "--name", "Fjordvik", "--number", "9999", "--date", DATE, cwd=tmp_path).returncode == 0
    )
    for path, text in {
        "planer/kulturplan.yaml": "tittel: Kulturplan\nstatus: vedtatt\n",
        "maal/et-maal.yaml": "tittel: Et mål\nplan: kulturplan\n",
    }.items():
        (tmp_path / "plans" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "plans" / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_plan_without_a_type_is_listed_and_shown(root: Path) -> None:
    """It is a plan all the same, and `check` says what is lacking."""
    listed = run("list", "plan", "--date", DATE, cwd=root)
    assert "Kulturplan" in listed.stdout
    shown = run("show", "kulturplan", "--date", DATE, cwd=root)
    assert shown.returncode == 0
    assert "type:" not in shown.stdout
    assert "Feltet «type» mangler." in run("check", "--date", DATE, cwd=root).stdout


def test_a_plan_without_a_type_is_on_the_site(root: Path) -> None:
    """Under a heading that says so, in the overview and on its own page."""
    run("build", "--date", DATE, cwd=root)
    assert "Plantype ikke oppgitt" in (root / "site/planer.html").read_text(encoding="utf-8")
    assert "plantype ikke oppgitt" in (root / "site/plan/kulturplan.html").read_text(encoding="utf-8").casefold()


@pytest.mark.parametrize("words", [["list", "maal"], ["build"], ["export", "--format", "csv", "--out", "ut"]])
def test_what_cannot_be_shown_is_named(root: Path, words: list[str]) -> None:
    """The file is told of by its path, what is left is done, and the exit code is 1."""
    done = run(*words, "--date", DATE, cwd=root)
    assert done.returncode == 1, done.stderr
    assert "plans/maal/et-maal.yaml" in done.stderr
    assert "kulturplan.yaml" not in done.stderr


def test_set_mends_what_lacks_a_field(root: Path) -> None:
    """Both the file that can be shown and the one that cannot; then nothing is left out."""
    for id_, type_ in (("kulturplan", "temaplan"), ("et-maal", "delmål")):
        done = run("set", id_, f"type={type_}", "--date", DATE, cwd=root)
        assert done.returncode == 0, done.stderr
    listed = run("list", "maal", "--output", "json", "--date", DATE, cwd=root)
    assert listed.returncode == 0
    assert [row["type"] for row in json.loads(listed.stdout)] == ["delmål"]
