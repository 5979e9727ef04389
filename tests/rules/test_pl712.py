"""PL712: only conflicts have sides, and only of the day that the register describes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import fjordvik, found, write
from support.rule_cases import told

CONFLICT = "tittel: A mot B\ntype: målkonflikt\nmål: [naer-natur, gode-liv]\nsider: [A, B]\nmål_på_side: {side}\n"


def test_only_a_conflict_is_asked_for_its_sides(tmp_path: Path) -> None:
    """A challenge has no sides, and before the day that the register describes nothing is asked for."""
    root = fjordvik(tmp_path)
    text = "tittel: Flere eldre\nmål: [gode-liv]\nkilder: [{kilde: plandokument}]\n"
    write(root, "utfordringer/eldre.yaml", text)
    assert told(root, "PL712") == []
    write(root, "utfordringer/eldre.yaml", text + "type: målkonflikt\n")
    assert len(told(root, "PL712")) == 1
    assert told(root, "PL712", "2024-04-30") == []


@pytest.mark.parametrize(
    ("side", "variants"),
    [
        ("{naer-natur: A, gode-liv: B}", []),
        ("{naer-natur: A}", []),
        ("{naer-natur: C}", ["ukjent"]),
        ("{trygg-oppvekst: A}", ["utenfor"]),
        ("{trygg-oppvekst: C, gode-liv: a}", ["ukjent", "ukjent"]),
    ],
)
def test_a_goal_stands_on_one_of_the_sides_and_is_in_the_conflict(
    side: str, variants: list[str], tmp_path: Path
) -> None:
    """A side is one of those of the conflict, letter by letter, and the goal one of its goals."""
    files = {"utfordringer/k.yaml": CONFLICT.replace("{side}", side)}
    assert [variant for _, variant in found(tmp_path, "PL712", files)] == variants


def test_a_goal_outside_the_conflict_is_told_of_on_every_day(tmp_path: Path) -> None:
    """It is how the file is written, and no matter of what was known on the day."""
    files = {"utfordringer/k.yaml": CONFLICT.replace("{side}", "{trygg-oppvekst: A}")}
    assert [variant for _, variant in found(tmp_path, "PL712", files, "2024-04-30")] == ["utenfor"]
