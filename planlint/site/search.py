"""The search index: Pagefind reads the finished pages. Without it the site is whole, and the search page says so."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT = 600


def available() -> bool:
    """Tell whether Pagefind is installed (the extra «soek»)."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def index(folder: Path, language: str) -> None:
    """Make the index of a finished site in `pagefind/`. Nothing happens where Pagefind is not installed."""
    if not available():
        return
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--force-language", language, "--quiet"]
    subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT)  # noqa: S603 - our own command
