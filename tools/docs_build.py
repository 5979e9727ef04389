"""Build the manual: the pages of docs/ and those that the program itself knows, into build/docs.

`python tools/docs_build.py [--out FOLDER]` gathers all pages in docs-src/ of a folder (build/ when none is named), and
lets Zensical make the site of them in docs/ beside it. A dead link or anchor stops the build.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from docs_commands import command_pages
from docs_format import format_pages
from docs_links import linked, targets
from docs_rules import rule_pages
from docs_words import word_pages

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
CONFIG = "mkdocs.yml"
# Pages that live where GitHub looks for them, and are part of the manual too.
ELSEWHERE = {
    "CHANGELOG.md": "endringer.md",
    ".github/CONTRIBUTING.md": "veiledning/foreslaa-endring.md",
    ".github/SECURITY.md": "develop/security.md",
}


def generated() -> dict[str, str]:
    """Return the pages made from the program: commands, rules, the format of the files and words, by their place."""
    return {**command_pages(), **rule_pages(), **format_pages(ROOT / "schema"), **word_pages()}


def written() -> dict[str, Path]:
    """Return the pages that are written by hand, by their place in the manual."""
    pages = {path.relative_to(DOCS).as_posix(): path for path in sorted(DOCS.rglob("*.md"))}
    return {**pages, **{place: ROOT / path for path, place in ELSEWHERE.items()}}


def gather(into: Path) -> dict[str, str]:
    """Write every page into a folder, with what the pages link to beside them, and return the pages."""
    made = generated()
    known = targets(made)
    shutil.rmtree(into, ignore_errors=True)
    pages = dict(made)
    for place, path in written().items():
        pages[place] = linked(path.read_text(encoding="utf-8"), place, path, known, _beside(into))
    for place, text in pages.items():
        file = into / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for path in sorted(DOCS.rglob("*.css")):
        shutil.copy(path, into / path.relative_to(DOCS))
    return pages


def _beside(into: Path) -> Callable[[Path], str]:
    """Return a function that tells where in the manual a file stands; one that is no page is copied there."""

    def place(target: Path) -> str:
        inside = target.relative_to(ROOT).as_posix()
        if inside in ELSEWHERE:
            return ELSEWHERE[inside]
        if target.is_relative_to(DOCS):
            return target.relative_to(DOCS).as_posix()
        copy = into / "filer" / inside
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(target, copy)
        return f"filer/{inside}"

    return place


def config(pages: dict[str, str]) -> str:
    """Return Zensical's settings: those of docs/, with the generated pages put into the table of contents."""

    def pages_of(match: re.Match[str]) -> str:
        """Return a line of the table for each page that begins so; the folder's own page has been named already."""
        found = sorted(place for place in pages if place.startswith(match[2]) and not place.endswith("/index.md"))
        return "".join(f"{match[1]}{place}\n" for place in found)

    return re.sub(r"^( *- )(\S+)\*\n", pages_of, (DOCS / CONFIG).read_text(encoding="utf-8"), flags=re.MULTILINE)


def build(out: Path) -> int:
    """Gather the pages and make the site of them in a folder; return the exit code of Zensical."""
    pages = gather(out / "docs-src")
    (out / CONFIG).write_text(config(pages), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(out / CONFIG)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Build the manual.")
    asked.add_argument("--out", type=Path, default=ROOT / "build", help="the folder; build/ when none is named")
    sys.exit(build(asked.parse_args().out.resolve()))
