"""A goal that hangs under a draft, which is no goal yet: every report is made, and nothing stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik, run, write

from planlint.base.rings import find_rings

DRAFT = "tittel: Godt liv\ntype: hovedmål\nplan: samfunnsdel-2020\nutkast: true\n"
GOAL = "tittel: Fast mål\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: utkast-godt-liv\n"


def test_a_link_out_of_the_ids_is_no_link() -> None:
    """What leads out of the ids leads to no ring; a ring beside it is found all the same."""
    assert find_rings({"a": {"ute"}, "b": {"a"}, "c": {"d", "ute"}, "d": {"c"}}) == {"c", "d"}


@pytest.mark.parametrize("command", ["check", "todo", "coverage", "export --format json", "forecast", "build --out ut"])
def test_every_report_is_made_of_a_goal_under_a_draft(command: str, tmp_path: Path) -> None:
    """A goal under a draft is judged as one without a goal above it, in every command."""
    write(fjordvik(tmp_path), "maal/utkast-godt-liv.yaml", DRAFT)
    write(tmp_path, "maal/fast.yaml", GOAL)
    done = run(*command.split(), "--date", DATE, cwd=tmp_path)
    assert done.returncode in {0, 1}, done.stderr
