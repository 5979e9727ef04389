"""What --select and --ignore never leave out: why nothing, or not all, could be judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik, run, write

ASKED = [("--select", "PL6"), ("--ignore", "PL0"), ("--select", "PL6", "--ignore", "PL0")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system."""
    return fjordvik(tmp_path)


@pytest.mark.parametrize("asked", ASKED)
def test_a_plansystem_that_cannot_be_read_is_told_whatever_is_asked_for(root: Path, asked: tuple[str, ...]) -> None:
    """Nothing could be judged, so «Ingen funn» would be untrue."""
    write(root, "plansystem.yaml", "plantyper: [\n")
    done = run("check", "--date", DATE, *asked, cwd=root)
    assert done.returncode == 2
    assert "plans/plansystem.yaml:2:1: feil PL001" in done.stdout
    assert "Ingen funn" not in done.stdout
    assert "1 feil" in done.stdout
    assert "Reglene er ikke prøvd." in done.stdout


@pytest.mark.parametrize("output", ["text", "json", "github", "markdown", "sarif", "gitlab", "junit"])
def test_each_format_says_why(root: Path, output: str) -> None:
    """A file that is read by a program tells of the fault too."""
    write(root, "plansystem.yaml", "plantyper: [\n")
    done = run("check", "--date", DATE, "--select", "PL6", "--output", output, cwd=root)
    assert done.returncode == 2
    assert "PL001" in done.stdout


def test_an_error_of_the_declaration_is_told_whatever_is_asked_for(root: Path) -> None:
    """The rules could be tried, so it is a finding like any, but no rule is sure before it is mended."""
    text = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(root, "plansystem.yaml", f"{text}\nkommunenumer: 3\n")
    write(root, "maal/ulest.yaml", "tittel: [\n")
    done = run("check", "--date", DATE, "--select", "PL3", cwd=root)
    assert done.returncode == 1
    assert "PL004" in done.stdout
    assert "maal/ulest.yaml" not in done.stdout
