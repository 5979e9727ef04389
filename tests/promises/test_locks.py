"""Nothing that is installed is looked up when it is installed: the locks name all of it, by version and hash."""

from __future__ import annotations

import re
from pathlib import Path

import check_lock
import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("kjerne", "nettsted", "docs", "dev", "maaling")


def text(name: str) -> str:
    """Give a lock as it stands."""
    return (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")


def versions(name: str) -> set[tuple[str, str]]:
    """Give what a lock names."""
    return {(pin.asked.name, pin.version) for pin in check_lock.pins(text(name))}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_whole(name: str) -> None:
    """Whatever a package asks for, the lock names it, at a version that fits and with the extras; on every machine."""
    found = check_lock.faults(text(name), check_lock.roots(name))
    if name == "maaling":  # installed only where something is measured; `make measuring` first
        found = [fault for fault in found if "nobody knows" not in fault]
    assert found == []


def test_a_lock_without_extras_is_not_whole() -> None:
    """The lock that broke the set-up: pytest-cov asks for coverage[toml], and the lock had coverage alone."""
    bare = re.sub(r"\[[a-z,-]+\]==", "==", text("dev"))
    found = check_lock.faults(bare, check_lock.roots("dev"))
    assert any(re.fullmatch(r"pytest-cov asks for coverage\[toml\].*: without \[toml\]", fault) for fault in found)
    assert any(fault.startswith("pyproject.toml asks for pagefind[bin]") for fault in found)


@pytest.mark.parametrize(
    "line", text("nettsted").strip().replace(" \\\n    ", " ").splitlines(), ids=lambda line: line.split("=")[0]
)
def test_no_line_can_be_taken_away(line: str) -> None:
    """Whichever package is taken out of the lock, somebody asks for it."""
    whole = text("nettsted").replace(" \\\n    ", " ")
    rest = whole.replace(f"{line}\n", "").replace(" --hash", " \\\n    --hash")
    name = re.match(r"[\w.-]+", line)
    assert name
    missing = re.compile(rf" asks for {name[0].replace('-', '[-_.]')}\b.*: not there", re.IGNORECASE)
    assert any(missing.search(fault) for fault in check_lock.faults(rest, check_lock.roots("nettsted")))


def test_a_version_that_nobody_asked_for_is_seen() -> None:
    """A lock that names another version than a package allows is not whole either."""
    other = re.sub(r"^pydantic-core==\S+", "pydantic-core==0.1", text("nettsted"), flags=re.MULTILINE)
    found = check_lock.faults(other, check_lock.roots("nettsted"))
    assert any("pydantic-core" in fault and fault.endswith("0.1 is another version") for fault in found)


@pytest.mark.parametrize("line", ["click>=8", "click==8.*", "click==8.1"])
def test_a_line_names_one_version_and_its_hash(line: str) -> None:
    """A line that leaves the version or the file open is refused."""
    with pytest.raises(ValueError, match="no version, or no hash"):
        check_lock.pins(f"{line}\n")


def test_one_set_holds_the_other() -> None:
    """Who goes from one set to a larger one gets more, and nothing at another version."""
    assert versions("kjerne") <= versions("nettsted") <= versions("dev") <= versions("maaling")


def test_the_installer_is_pinned() -> None:
    """What installs is named like all the rest."""
    names = {pin.asked.name for pin in check_lock.pins(text("installer"))}
    assert names == {"pip", "setuptools"}


def test_no_file_of_requirements_holds_an_address() -> None:
    """Where packages come from is each machine's own to say."""
    for file in sorted((ROOT / "requirements").iterdir()):
        said = file.read_text(encoding="utf-8")
        assert "://" not in said, file.name
        assert not re.search(r"^\s*-(-index-url|-extra-index-url|-find-links|f\b|i\b)", said, re.MULTILINE), file.name
