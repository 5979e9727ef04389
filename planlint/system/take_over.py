"""What has been read of a plan system without a fault, so that files with the very same bytes need no reading again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model import Enhet, KnownAvvik, Plansystem


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What need not be read again: plansystem.yaml, the known findings of a file, and the entity of a file."""

    plansystem: Plansystem | None = None
    avvik: Mapping[str, list[KnownAvvik]] = field(default_factory=dict)
    entities: Mapping[str, Enhet] = field(default_factory=dict)

    @property
    def files(self) -> frozenset[str]:
        """The files that need no reading."""
        return frozenset((*self.avvik, *self.entities, *((PLANSYSTEM,) if self.plansystem else ())))
