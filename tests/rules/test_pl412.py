"""PL412 where several goals say what they became."""

from __future__ import annotations

from pathlib import Path

from support.helpers import found

GOAL = "tittel: Mål {id}\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\nblir: [{{utfall: utgått}}]\n"


def test_each_goal_that_is_no_draft_is_told(tmp_path: Path) -> None:
    """PL412 goes on after the first: `blir` in a goal that applies is a slip in each of them."""
    files = {f"maal/{id_}.yaml": GOAL.format(id=id_) for id_ in "ab"}
    assert found(tmp_path, "PL412", files) == [("maal/a", "mål"), ("maal/b", "mål")]
