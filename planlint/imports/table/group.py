"""A heading inside a table, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GroupKind = Literal["type", "ansvarlig", "valg", "status", "tid", "heading", "unknown"]


@dataclass(frozen=True, slots=True)
class Group:
    """A heading: its words, what kind of thing they say, and that thing (a type, a sector, a decision, a status).

    Of a time it is a year, or `årlig`.
    """

    text: str
    kind: GroupKind
    value: str = ""
