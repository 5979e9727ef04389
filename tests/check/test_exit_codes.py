"""One contract for exit codes: 2 only where a declaration cannot be used, wherever a warning or an error stands."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.gittools import commit
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.cli import planlint

KNOWN = "regel: PL301\ngjelder: plan/klima\ngrunn: Kilden sier ikke mer.\ngodtatt: 2024-06-01\navtrykk: aced38d24593\n"
PLANSYSTEM, AVVIK, KLIMA = "plansystem.yaml", "avvik/pl301-klima.yaml", "planer/klima.yaml"
STANDS = {
    "warning in plansystem.yaml": (PLANSYSTEM, '"9999"', "0301"),
    "warning in a known finding": (AVVIK, "Kilden sier ikke mer.", "no"),
    "warning in a plan": (KLIMA, "7/22", "012"),
    "error in plansystem.yaml": (PLANSYSTEM, "språk: nb", "språk: nb\nkommunenumer: 3"),
    "error in a known finding": (AVVIK, "godtatt:", "funnet: 2024\ngodtatt:"),
    "error in a plan": (KLIMA, "ansvarlig:", "ansvarleg: x\nansvarlig:"),
    "plansystem.yaml cannot be used": (PLANSYSTEM, "plantyper:", "plantyper: ["),
    "a known finding cannot be used": (AVVIK, "regel: PL301", "regel: ["),
}
ASKED: dict[str, tuple[str, ...]] = {
    "everything": (),
    "warnings fail": ("--fail-on", "advarsel"),
    "other rules": ("--fail-on", "advarsel", "--select", "PL3"),
    "not these": ("--fail-on", "advarsel", "--ignore", "PL0,PL9"),
    "other files": ("--fail-on", "advarsel", "plans/maal"),
    "the change": ("--fail-on", "advarsel", "--base", "HEAD"),
}


def laid_out(root: Path, stands: str) -> Path:
    """Lay out Fjordvik, with a known finding, and something wrong in one place; give its folder."""
    write(fjordvik(root), KLIMA, PLAN)
    write(root, AVVIK, KNOWN)
    file, old, new = STANDS[stands]
    path = root / "plans" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def code(root: Path, *words: str) -> int:
    """Run a command in this process; give its exit code."""
    return CliRunner().invoke(planlint, [*words, "--root", str(root), "--date", DATE]).exit_code


@pytest.mark.parametrize("stands", STANDS)
def test_the_check(stands: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning is a warning and an error an error, under every option; 2 is for what cannot be used."""
    root = laid_out(tmp_path, stands)
    commit(root, "2024-06-01")
    monkeypatch.chdir(root)
    found = {name: code(root, "check", *words) for name, words in ASKED.items()}
    if "cannot be used" in stands:
        expected = dict.fromkeys(ASKED, 2)
    elif stands in {"error in plansystem.yaml", "error in a known finding"}:
        expected = dict.fromkeys(ASKED, 1)
    else:
        expected = dict.fromkeys(ASKED, 0) | {"warnings fail": 1, "everything": int("error" in stands)}
    assert found == expected


@pytest.mark.parametrize("stands", STANDS)
def test_what_reads_plans_needs_only_their_declaration(stands: str, tmp_path: Path) -> None:
    """`list` and `coverage` judge nothing: they answer, but where plansystem.yaml cannot be used."""
    root = laid_out(tmp_path, stands)
    expected = 2 if stands == "plansystem.yaml cannot be used" else 0
    assert {code(root, *words) for words in (("list", "plan"), ("coverage",), ("show", "klima"))} == {expected}


@pytest.mark.parametrize("stands", STANDS)
def test_what_tells_of_findings_needs_the_known_ones(stands: str, tmp_path: Path) -> None:
    """`export`, `avvik list` and `avvik prune` stop where the known findings cannot be told from new ones."""
    root = laid_out(tmp_path, stands)
    expected = 2 if "cannot be used" in stands else 0
    assert code(root, "export", "--format", "json", "--out", str(tmp_path / "ut")) == expected
    assert code(root, "avvik", "list") == expected


def test_the_site_is_not_built_without_the_known_findings(tmp_path: Path) -> None:
    """It would show what is known as new, or nothing at all; the sentence says which file to mend."""
    root = laid_out(tmp_path, "a known finding cannot be used")
    done = CliRunner().invoke(planlint, ["build", "--root", str(root), "--date", DATE, "--out", str(tmp_path / "ut")])
    assert done.exit_code == 2
    assert f"plans/{AVVIK} kan ikke brukes" in done.output
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("output", ["text", "json", "github", "markdown", "sarif", "gitlab", "junit"])
@pytest.mark.parametrize("stands", ["warning in plansystem.yaml", "warning in a known finding"])
def test_every_format_says_what_the_exit_code_does(stands: str, output: str, tmp_path: Path) -> None:
    """A warning is told as one, in a check that is passed."""
    root = laid_out(tmp_path, stands)
    words = ["check", "--output", output, "--root", str(root), "--date", DATE]
    done = CliRunner().invoke(planlint, words, env={"GITHUB_ACTIONS": None})
    assert done.exit_code == 0
    if output == "sarif":
        assert json.loads(done.output)["runs"][0]["invocations"][0]["executionSuccessful"] is True
    if output == "junit":
        assert ET.fromstring(done.output).get("failures", "0") == "0"  # noqa: S314 - our own
    if output == "markdown":
        assert "Kontrollen er bestått, med" in done.output


def test_an_exception_hides_a_warning_of_the_declaration(tmp_path: Path) -> None:
    """«Ingen funn» and 0 go together."""
    root = laid_out(tmp_path, "warning in plansystem.yaml")
    path = root / "plans/plansystem.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  nummer:", "  # planlint: unntak[PL008] Avtalt\n  nummer:", 1), encoding="utf-8")
    done = CliRunner().invoke(
        planlint, ["check", "--root", str(root), "--date", DATE, "--ignore", "PL9", "--fail-on", "info"]
    )
    assert (done.exit_code, done.output.split(" (")[0]) == (0, "Ingen funn")


def test_findings_are_accepted_beside_a_warning_and_not_beside_an_error(tmp_path: Path) -> None:
    """`avvik add` works where the declaration can be trusted."""
    root = laid_out(tmp_path / "a", "warning in plansystem.yaml")
    assert code(root, "avvik", "add", "--reason", "x", "--diff") == 0
    assert code(laid_out(tmp_path / "b", "error in plansystem.yaml"), "avvik", "add", "--reason", "x", "--diff") == 2
