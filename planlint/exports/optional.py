"""Libraries that only the office formats need, and that may be missing."""

from __future__ import annotations

import importlib
from typing import Any

from planlint.tables.build_error import BuildError

_TRENGER = {"xlsxwriter": ("Excel-filer", "XlsxWriter"), "docx": ("Word-filer", "python-docx")}


def krev(name: str) -> Any:
    """Give a library of the extra «kontor». Raises BuildError where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        what, package = _TRENGER[name.partition(".")[0]]
        message = f"{what} trenger {package}. Installer det med: pip install {package}"
        raise BuildError(message) from None
