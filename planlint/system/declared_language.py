"""The language that plansystem.yaml declares, read apart from the rest: what is told may be that the rest is faulty."""

from __future__ import annotations

import re
from pathlib import Path

from planlint.source import PLANSYSTEM, find_root, read_file

OWN = "nb"
_DECLARED = re.compile(r"^språk:\s*[\"']?(nb|nn|en)\b", re.MULTILINE)


def declared(root: Path | None = None) -> str:
    """Give the language that plansystem.yaml declares, also where the rest of the file cannot be used; else bokmål."""
    found = root or find_root(Path.cwd())
    try:
        match = _DECLARED.search(read_file(found / PLANSYSTEM).decode()) if found else None
    except (OSError, ValueError):
        return OWN
    return match[1] if match else OWN
