"""The search index: Pagefind reads what it takes of the finished pages. Without it the site is whole, and says so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from planlint.base import N_
from planlint.site.edition import FOLDER
from planlint.tables import BuildError

_TIMEOUT = 600
_MANY = 3000
_LONG_PARTS = ".sok-innhold"
"""What a large site leaves out of the index: the titles of all that a page holds. Those have pages of their own."""


_MARK, _WORDS = b"data-pagefind", b"<div hidden>\n<div data-pagefind-body"
_TITLE = re.compile(rb"<h1\b[^>]*>.*?</h1>", re.DOTALL)


def is_available() -> bool:
    """Tell whether Pagefind is installed, with its program (the extra «nettsted», `pagefind[bin]`)."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def command(pages: Path, out: Path, language: str, number: int) -> list[str]:
    """Give the command that indexes a folder with so many pages, for a site in `out`."""
    words = [sys.executable, "-m", "pagefind", "--site", os.fspath(pages), "--output-path", os.fspath(out / "pagefind")]
    words += ["--force-language", language, "--quiet"]
    return [*words, "--exclude-selectors", _LONG_PARTS] if number > _MANY else words


def replacement(page: bytes) -> bytes:
    """Give what the index takes from a page, and nothing else of it: a small page says the same to Pagefind.

    It is the head, the title and the search words at the end, if these have all the marks that the page has: a page of
    a municipality's own may have others, and is then indexed as it is.
    """
    head, title = page.partition(b"</head>")[0], _TITLE.search(page)
    at = page.rfind(_WORDS)
    if title is None or at < 0:
        return page
    words = page[at:].partition(b"</main>")[0]
    small = head + b"</head><body><main>" + title[0] + words + b"</main></body></html>"
    return small if small.count(_MARK) == page.count(_MARK) else page


def _write_small(folder: Path, small: Path) -> int:
    """Write what is indexed of a site's pages; give how many pages the site has."""
    number = 0
    for file in folder.rglob("*.html"):
        path = file.relative_to(folder)
        if path.parts[0] != FOLDER:
            number += 1
            place = small / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(replacement(file.read_bytes()))
    return number


def index(folder: Path, language: str) -> None:
    """Make the index of a finished site in `pagefind/`. Nothing happens where Pagefind is not installed.

    Raises BuildError when Pagefind fails or is too slow.
    """
    if not is_available():
        return
    try:
        with tempfile.TemporaryDirectory(prefix="planlint-") as name:
            pages = Path(name)
            subprocess.run(  # noqa: S603 - our own command
                command(pages, folder, language, _write_small(folder, pages)),
                check=True,
                capture_output=True,
                timeout=_TIMEOUT,
            )
    except (OSError, subprocess.SubprocessError):
        raise BuildError(
            N_(
                "Pagefind kunne ikke lage søkeregisteret. Nettstedet står som før. Prøv igjen, eller "
                "avinstaller pagefind."
            )
        ) from None
