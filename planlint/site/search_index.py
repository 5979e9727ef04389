"""The search index: Pagefind reads what it takes of the finished pages. Without it the site is whole, and says so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Self

from planlint.base import N_
from planlint.site.edition import FOLDER
from planlint.tables import BuildError

if TYPE_CHECKING:
    from types import TracebackType

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


class SearchIndex:
    """The index of a site that is being written: it is given the pages as they come, and made while the rest is made.

    Nothing happens where Pagefind is not installed. What is on its way ends with the block it is opened in.
    """

    def __init__(self, out: Path, language: str, *, wanted: bool = True) -> None:
        """Know the site's folder, where `pagefind/` is put, and its language; `wanted` tells whether to index it."""
        self._out, self._language, self._wanted = out, language, wanted and is_available()
        self._small: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Make room for the pages."""
        if self._wanted:
            self._small = tempfile.TemporaryDirectory(prefix="planlint-")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Leave nothing."""
        if self._process and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if self._small:
            self._small.cleanup()

    def add(self, path: str, data: bytes) -> None:
        """Take in a file of the site, if it is a page of today's; from any process. Raises OSError."""
        if self._small and path.endswith(".html") and not path.startswith(f"{FOLDER}/"):
            place = Path(self._small.name, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(replacement(data))

    def begin(self) -> None:
        """Begin to index the pages that have come; there come no more. Raises BuildError."""
        if self._small:
            pages = Path(self._small.name)
            words = command(pages, self._out, self._language, sum(1 for _ in pages.rglob("*.html")))
            nothing = subprocess.DEVNULL
            try:
                self._process = subprocess.Popen(words, stdin=nothing, stdout=nothing, stderr=nothing)  # noqa: S603 - our own
            except OSError:
                raise _fault() from None

    def end(self) -> None:
        """Wait for the index. Raises BuildError when Pagefind fails or is too slow."""
        try:
            if self._process and self._process.wait(_TIMEOUT):
                raise _fault()
        except subprocess.TimeoutExpired:
            raise _fault() from None


def _fault() -> BuildError:
    return BuildError(
        N_("Pagefind kunne ikke lage søkeregisteret. Nettstedet står som før. Prøv igjen, eller avinstaller pagefind.")
    )


def index(folder: Path, language: str) -> None:
    """Make the index of a finished site in `pagefind/`. Nothing happens where Pagefind is not installed.

    Raises BuildError when Pagefind fails or is too slow.
    """
    try:
        with SearchIndex(folder, language) as made:
            for file in folder.rglob("*.html"):
                made.add(file.relative_to(folder).as_posix(), file.read_bytes())
            made.begin()
            made.end()
    except OSError:
        raise _fault() from None
