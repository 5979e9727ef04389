"""What a source's table said last time, and what the user answered then: import/ID.yaml beside plans/.

The file is the plan system's own, is read again at the next edition of the same table, and may be edited by hand. It
holds the user's answers and, for each plan, the cells of its row: only what has changed in the table since changes a
file. The names of persons that stood in a column of responsible are never in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.base import N_, read_within, slug
from planlint.edit import plain_file_bytes
from planlint.imports.cells import ImportFault
from planlint.source import UnreadableError, decode, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "import"
_MOST = 64 << 20
_HEAD = (
    "Skrevet av «planlint import». Svarene blir brukt igjen neste gang den samme tabellen leses, og radene er det",
    "tabellen sa sist: bare det som er endret i tabellen siden, endrer filene i plans/.",
)
ANSWERS = ("type", "column", "group", "row", "decision", "match", "new", "skip")


@dataclass(slots=True)
class Memory:
    """What is remembered of one table: where, the answers by option, and each plan's cells by their heads."""

    path: str
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    raw: bytes | None = None

    def bytes(self) -> bytes:
        """Give the file. Raises EditError where a text cannot be written."""
        answers = {name: said for name in ANSWERS if (said := self.answers.get(name))}
        data: dict[str, Any] = {"svar": answers} if answers else {}
        return plain_file_bytes(data | {"rader": dict(sorted(self.rows.items()))}, _HEAD)


def remembered(root: Path, source: str, file: Path) -> Memory:
    """Give what is remembered of a source's table (of a file's, where no source is told). Raises ImportFault."""
    path = f"{FOLDER}/{source or slug(file.stem) or 'tabell'}.yaml"
    raw = read_within(root, root / path, _MOST)
    if raw is None:
        return Memory(path)
    try:
        data: Mapping[str, Any] = parse(decode(raw, _MOST))[0]
        answers = {str(name): _texts(said) for name, said in (data.get("svar") or {}).items()}
        return Memory(path, answers, {str(id_): _texts(row) for id_, row in (data.get("rader") or {}).items()}, raw)
    except (UnreadableError, AttributeError):
        raise ImportFault(N_("{fil} kan ikke leses. Rett den, eller slett den"), fil=path) from None


def _texts(said: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in said.items()}
