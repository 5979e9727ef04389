"""Libraries that only the office formats need, and that may be missing."""

from __future__ import annotations

import importlib
from typing import Any

from planlint.base import N_
from planlint.tables import BuildError

_NEEDED_FOR = {"xlsxwriter": (N_("Excel-filer"), "XlsxWriter"), "docx": (N_("Word-filer"), "python-docx")}


def need_kontor(name: str) -> Any:
    """Give a library of the extra «kontor». Raises BuildError where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        what, package = _NEEDED_FOR[name.partition(".")[0]]
        text = N_("{filer} trenger {pakke}. Installer det med: `pip install {pakke}`")
        raise BuildError(text, filer=what, pakke=package) from None
