"""An edit as small changes of the text, for an editor that has it open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, strategies as st
from support.helpers import fjordvik

from planlint.edit import Workspace, changed
from planlint.edit.small_changes import text_changes
from planlint.system import open_system

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "æ\u2028", "🧭\n", "d"]), max_size=12).map("".join)


@given(LINES, LINES)
def test_the_changes_make_the_other_text(before: str, after: str) -> None:
    """Made together, they give the text that was wanted, and nothing is changed where nothing is another."""
    found = text_changes(before, after)
    assert changed(before, found) == after
    assert bool(found) == (before != after)


def test_a_long_text_is_compared_in_one_go() -> None:
    """Thousands of lines that are all others are one change; the lines around them stay."""
    before = "a\n" + "b\n" * 3000 + "z\n"
    after = "a\n" + "c\n" * 3000 + "z\n"
    (change,) = text_changes(before, after)
    assert (change.start, change.end) == (2, 2 + 6000)


def test_an_edit_of_a_field_is_one_small_change(tmp_path: Path) -> None:
    """What `set` changes in a file is that line alone; a new file is whole, one that is deleted is not told."""
    system = open_system(fjordvik(tmp_path), date(2024, 6, 15))
    work = Workspace(system)
    path, other = sorted(path for path in system.contents if path.startswith("plans/maal/"))[:2]
    work.open(path, "maal").set(("tittel",), "En annen tittel")
    work.files |= {"plans/maal/ny.yaml": b"tittel: Ny\n", other: None}
    found = work.edits()
    assert sorted(found) == sorted([path, "plans/maal/ny.yaml"])
    (change,) = found[path]
    raw = system.contents[path]
    assert isinstance(raw, bytes)
    text = raw.decode()
    assert text[change.start : change.end].startswith("tittel: ")
    assert (change.text, change.end - change.start) == ("tittel: En annen tittel\n", text.index("\n") + 1)
    assert changed(text, [change]).encode() == work.changes()[path]
