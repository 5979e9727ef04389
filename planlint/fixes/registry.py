"""The fixes by rule; `planlint.fixes.FIXES` tells of the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml.error import YAMLError

from planlint.fixes import (
    fix_pl002,
    fix_pl003,
    fix_pl004,
    fix_pl006,
    fix_pl007,
    fix_pl008,
    fix_references,
    fix_status,
    fix_unntak,
    marks,
)
from planlint.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal, Source

    Proposer = Callable[[Source, Diagnostic], FixProposal | None]

PROPOSERS: Mapping[str, Proposer] = {
    "PL002": fix_pl002.propose,
    "PL003": fix_pl003.propose,
    "PL004": fix_pl004.propose,
    "PL006": fix_pl006.propose,
    "PL007": fix_pl007.propose,
    "PL008": fix_pl008.propose,
    "PL102": fix_references.unknown,
    "PL103": fix_references.other_kind,
    "PL210": marks.mark,
    "PL402": fix_status.after_events,
    "PL404": fix_status.replaced,
    "PL409": fix_status.after_events,
    "PL705": marks.number,
    "PL901": fix_unntak.last_day,
    "PL903": fix_unntak.unused,
    "PL904": fix_unntak.unknown_rule,
    "PL905": fix_unntak.stale,
}


def propose(source: Source, item: Diagnostic) -> FixProposal | None:
    """Give the fix of a finding; None where there is none, or the file is written so that nobody can tell."""
    make = PROPOSERS.get(item.code)
    try:
        return make(source, item) if make else None
    except (LookupError, TypeError, UnreadableError, YAMLError):
        return None
