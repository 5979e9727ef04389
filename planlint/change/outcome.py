"""Two checks of a plan system compared, finding by finding: what is new, and what is gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base.diagnostic import Diagnostic

# Findings about avvik.yaml and about suppressions follow from the others, and are counted beside them.
RUN_OUT = "PL902"
IDLE = frozenset(("PL903", "PL905"))
HOUSEKEEPING = IDLE | {RUN_OUT}


@dataclass(frozen=True, slots=True)
class Change:
    """What changes from one check to another.

    `covered` counts new findings that an avvik or a suppression already answers for; `idle` counts the avvik and
    suppressions that have nothing left to answer for.
    """

    new: tuple[Diagnostic, ...] = ()
    gone: tuple[Diagnostic, ...] = ()
    covered: int = 0
    idle: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.new or self.gone or self.covered or self.idle)


def firing(diagnostics: Iterable[Diagnostic], beside: frozenset[str] = HOUSEKEEPING) -> dict[str, Diagnostic]:
    """Give the findings that nothing covers, by fingerprint, but for those of the rules `beside`."""
    return {item.fingerprint: item for item in diagnostics if item.status == "new" and item.code not in beside}


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort as a reader asks: the worst first, then by rule and by what it is about."""
    return tuple(sorted(diagnostics, key=lambda item: (item.severity.rank, item.code, item.entity, item.fingerprint)))


def _minus(one: dict[str, Diagnostic], other: Iterable[str]) -> Iterator[Diagnostic]:
    known = set(other)
    return (item for mark, item in one.items() if mark not in known)


def compare(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> Change:
    """Compare two checks by fingerprint."""
    before, after = list(before), list(after)
    old, new = firing(before), firing(after)
    marks = {item.fingerprint for item in before}
    others = [item for item in after if item.fingerprint not in marks and item.fingerprint not in new]
    return Change(
        new=_sorted(_minus(new, old)),
        gone=_sorted(_minus(old, new)),
        covered=sum(item.status != "new" for item in others),
        idle=sum(item.status == "new" for item in others),
    )
