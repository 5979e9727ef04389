"""The lines that a change has written, file by file: those that a reader of the change sees as new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.change.git import diff_lines, tree

if TYPE_CHECKING:
    from pathlib import Path

_FILE = re.compile(r"\+\+\+ b/(.+?)\t?")
_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@.*")


def touched_lines(root: Path, base: str, head: str, folder: str) -> dict[str, set[int]]:
    """Give the new lines of each file in a folder, by path from the root, of what `head` has changed since `base`.

    What is laid out here may be more than `head`: the two merged. A file that is another there is left out, for its
    lines have other numbers. Raises GitError where a commit is not here.
    """
    found: dict[str, set[int]] = {}
    lines: set[int] = set()
    for row in diff_lines(root, base, "HEAD", folder):
        if file := _FILE.fullmatch(row):
            lines = found.setdefault(file[1], set())
        elif hunk := _HUNK.fullmatch(row):
            first, number = int(hunk[1]), int(hunk[2] or 1)
            lines.update(range(first, first + number))
    here, there = tree(root, "HEAD", folder), tree(root, head, folder)
    return {file: new for file, new in found.items() if new and here.get(file) == there.get(file)}
