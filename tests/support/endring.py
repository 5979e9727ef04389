"""What the page «Foreslå endring» sends, for tests."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

KLIMA = "plans/planer/klima.yaml"


def git_name(raw: bytes) -> str:
    """Give what git calls a file with this content, reckoned by git's own recipe."""
    return hashlib.sha1(b"blob " + str(len(raw)).encode() + b"\0" + raw, usedforsecurity=False).hexdigest()


def sent(root: Path, edits: Any, file: str = KLIMA, version: str | None = None) -> str:
    """Give the body of an issue with edits of a file, as it is unless another version is said."""
    path = root / file
    known = version if version is not None else git_name(path.read_bytes()) if path.is_file() else ""
    text = edits if isinstance(edits, str) else json.dumps(edits, ensure_ascii=False)
    return "\n\n".join(
        [
            "### Skjema\n\nEndring",
            f"### Fil\n\n{file}",
            f"### Utgave\n\n{known or '_No response_'}",
            f"### Endringer\n\n```json\n{text}\n```",
        ]
    )
