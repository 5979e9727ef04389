"""Links in the manual: codes and commands lead to their pages, and a link that works on GitHub works in the manual."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FENCE = re.compile(r"^(\s*)(`{3,}|~{3,})")
CODE = re.compile(r"(?<![\[`])`([^`\n]+)`(?![\]`])")
LINK = re.compile(r"(?<=\]\()([^)\s#]+)(#[^)\s]*)?(?=\))")


def targets(pages: dict[str, str]) -> dict[str, str]:
    """Return where each rule and command has its page."""
    found = {}
    for place in pages:
        name = place.rpartition("/")[2].removesuffix(".md")
        if name != "index" and place.startswith(("oppslag/regler/", "oppslag/kommandoer/")):
            found[name if place.startswith("oppslag/regler/") else f"planlint {name}"] = place
    return found


def _to(place: str, page: str) -> str:
    return posixpath.relpath(place, posixpath.dirname(page) or ".")


def _coded(line: str, page: str, known: dict[str, str]) -> str:
    def link(match: re.Match[str]) -> str:
        words = match[1].split()
        place = known.get(match[1]) or known.get(" ".join(words[:2]))
        return f"[{match[0]}]({_to(place, page)})" if place else match[0]

    return line if line.startswith("#") else CODE.sub(link, line)


def _moved(line: str, page: str, file: Path, place: Callable[[Path], str]) -> str:
    def link(match: re.Match[str]) -> str:
        if re.match(r"[a-z]+:", match[1]):
            return match[0]
        target = (file.parent / match[1]).resolve()
        return _to(place(target), page) + (match[2] or "") if target.is_file() else match[0]

    return LINK.sub(link, line)


def linked(text: str, page: str, file: Path, known: dict[str, str], place: Callable[[Path], str]) -> str:
    """Return a page with links to rules and commands, and links to files in the repository led to where they now are.

    page is its place in the manual, file the one it is read from; place tells where in the manual a file stands.
    What stands in code blocks is left alone.
    """
    lines, fence = [], ""
    for line in text.splitlines(keepends=True):
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[2]
        elif mark and line.strip().startswith(fence) and set(line.strip()) == {fence[0]}:
            fence = ""
        elif not fence:
            line = _coded(_moved(line, page, file, place), page, known)  # noqa: PLW2901 - the line, with its links
        lines.append(line)
    return "".join(lines)
