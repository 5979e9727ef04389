"""What git remembers of a plan is told change by change, as fields and not as the words of a commit."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.gittools import commit, git
from support.helpers import fjordvik, write

from planlint.change.file_history import plan_changes
from planlint.change.version import plans_version
from planlint.text import language

X = "plans/planer/x.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan that was adopted, then written otherwise, then broken, then mended."""
    root = fjordvik(tmp_path / "rot")
    for day, text in (
        ("2024-01-01", "tittel: X\ntype: fagplan\nstatus: igangsatt\n"),
        ("2024-02-01", "tittel: X\ntype: fagplan\nstatus: vedtatt\n"),
        ("2024-03-01", "type: fagplan\ntittel: X\nstatus: vedtatt\n"),
        ("2024-04-01", "tittel: [X\n"),
        ("2024-05-01", "tittel: X\ntype: fagplan\nstatus: vedtatt\nperiode: {til: 2030}\n"),
    ):
        write(root, "planer/x.yaml", text)
        commit(root, day)
    return root


def told(root: Path) -> list[tuple[str, list[tuple[object, ...]], bool]]:
    """Give the day of each change of the plan, what was changed, and whether it is the first."""
    return [(one.day, [item.path for item in one.details], one.first) for one in plan_changes(root)[X]]


def test_each_change_tells_what_is_different(root: Path) -> None:
    """Newest first; a way of writing changes nothing; what cannot be read is not guessed at."""
    assert told(root) == [
        ("2024-05-01", [], False),
        ("2024-04-01", [], False),
        ("2024-03-01", [], False),
        ("2024-02-01", [("status",)], False),
        ("2024-01-01", [], True),
    ]


def test_a_merge_is_the_change_that_it_brings(root: Path) -> None:
    """What was written on a branch counts from the day it came in, and is not told twice."""
    git(root, "switch", "-q", "-c", "gren")
    write(root, "planer/x.yaml", "tittel: Y\ntype: fagplan\nstatus: vedtatt\nperiode: {til: 2030}\n")
    commit(root, "2024-06-01")
    git(root, "switch", "-q", "-")
    write(root, "planer/annen.yaml", "tittel: Annen\ntype: fagplan\n")
    commit(root, "2024-06-02")
    git(root, "merge", "-q", "--no-ff", "-m", "Flett", "gren")
    first, second, *_ = plan_changes(root)[X]
    assert [item.path for item in first.details] == [("tittel",)]
    assert second.day == "2024-05-01"


def test_half_a_history_does_not_say_when_a_plan_came(root: Path, tmp_path: Path) -> None:
    """In a shallow clone the oldest version at hand is not called the first."""
    git(tmp_path, "clone", "-q", "--depth", "2", root.as_uri(), "grunn")
    assert told(tmp_path / "grunn") == [("2024-05-01", [], False)]


def test_the_changes_are_read_where_they_are_shown(root: Path, tmp_path: Path) -> None:
    """An export does not pay for them, and where there is no git there are none."""
    assert plans_version(root, language("nb")).endringer == {}
    assert set(plans_version(root, language("nb"), with_changes=True).endringer) >= {X}
    bare = fjordvik(tmp_path / "uten")
    assert plans_version(bare, language("nb"), with_changes=True).endringer == {}
