"""The page that tells what is promised names tests that exist, and all that hold such a promise."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parents[1]
PAGE = HERE.parent / ".github" / "SECURITY.md"


def named() -> list[tuple[str, str]]:
    """Give the tests that the page names, each with the file it is said to be in."""
    found, file = [], ""
    for word in re.findall(r"`((?:tests/\w+/)?test_\w+(?:\.py)?)`", PAGE.read_text(encoding="utf-8")):
        if word.startswith("tests/"):
            file = word
        else:
            found.append((file, word))
    return found


def test_every_promise_has_its_tests() -> None:
    """A test that was renamed or taken away would leave a promise that nobody holds."""
    assert len(named()) > 60
    for file, name in named():
        assert re.search(rf"^def {name}\(", (HERE.parent / file).read_text(encoding="utf-8"), re.MULTILINE), name
    for name in re.findall(r"(?<=`)tests/[\w/]+\.py(?=`)", PAGE.read_text(encoding="utf-8")):
        assert (HERE.parent / name).is_file()


def test_a_planner_can_read_how_to_report() -> None:
    """The page begins in Norwegian, with what to do."""
    start = PAGE.read_text(encoding="utf-8").partition("The rest is in English")[0]
    assert "meld det **privat**" in start
