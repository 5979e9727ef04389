"""Any bytes as one file that a change adds or edits: the change told in every format, forwards and backwards."""

from __future__ import annotations

from collections.abc import Iterator

import reader
from ground import CLEAN, DAY, placed

from planlint.change.comparison import Comparison
from planlint.check.judged_change import judged
from planlint.output.diff import diff_as_markdown, diff_as_text, markdown_section
from planlint.output.diff_json import diff_as_json
from planlint.system.load import load_files
from planlint.system.system import System, link_system
from planlint.text import language

LANG = language("nb")
ROOM = 400


def seeds() -> Iterator[bytes]:
    """Give what the reader begins with."""
    return reader.seeds()


def _told(before: System, after: System) -> None:
    found = judged(Comparison(before, after, "main", commit="0" * 40), DAY)
    diff_as_text(found, LANG).encode()
    diff_as_markdown(found, LANG).encode()
    diff_as_json(found, LANG, "").encode()
    assert len(markdown_section(found, LANG, ROOM)) <= ROOM


def try_one(data: bytes) -> None:
    """Change one file; anything but a told change is a find."""
    if not data:
        return
    files, contents = placed(data)
    changed = link_system(CLEAN.root, contents, load_files(files, contents), DAY)
    _told(CLEAN, changed)
    _told(changed, CLEAN)
