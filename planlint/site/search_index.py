"""The search index: Pagefind reads the finished pages. Without it the site is whole, and the search page says so."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.site.edition import FOLDER
from planlint.tables import BuildError

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT = 600
_MANY = 3000
_LONG_PARTS = ".sok-innhold"
"""What a large site leaves out of the index: the titles of all that a page holds. Those have pages of their own."""


def is_available() -> bool:
    """Tell whether Pagefind is installed, with its program (the extra «nettsted», `pagefind[bin]`)."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def command(folder: Path, language: str, pages: int) -> list[str]:
    """Give the command that indexes a folder with so many pages."""
    words = [sys.executable, "-m", "pagefind", "--site", os.fspath(folder), "--force-language", language, "--quiet"]
    return [*words, "--exclude-selectors", _LONG_PARTS] if pages > _MANY else words


def index(folder: Path, language: str) -> None:
    """Make the index of a finished site in `pagefind/`. Nothing happens where Pagefind is not installed.

    Raises BuildError when Pagefind fails or is too slow.
    """
    if not is_available():
        return
    pages = sum(1 for page in folder.rglob("*.html") if page.relative_to(folder).parts[0] != FOLDER)
    try:
        subprocess.run(  # noqa: S603 - our own command
            command(folder, language, pages), check=True, capture_output=True, timeout=_TIMEOUT
        )
    except (OSError, subprocess.SubprocessError):
        raise BuildError(
            N_(
                "Pagefind kunne ikke lage søkeregisteret. Nettstedet står som før. Prøv igjen, eller "
                "avinstaller pagefind."
            )
        ) from None
