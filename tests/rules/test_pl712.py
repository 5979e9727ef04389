"""PL712: only conflicts have sides, and only of the day that the register describes."""

from __future__ import annotations

from pathlib import Path

from support.helpers import fjordvik, write
from support.rule_cases import told


def test_only_a_conflict_is_asked_for_its_sides(tmp_path: Path) -> None:
    """A challenge has no sides, and before the day that the register describes nothing is asked for."""
    root = fjordvik(tmp_path)
    text = "tittel: Flere eldre\nmål: [gode-liv]\nkilder: [{kilde: plandokument}]\n"
    write(root, "utfordringer/eldre.yaml", text)
    assert told(root, "PL712") == []
    write(root, "utfordringer/eldre.yaml", text + "type: målkonflikt\n")
    assert len(told(root, "PL712")) == 1
    assert told(root, "PL712", "2024-04-30") == []
