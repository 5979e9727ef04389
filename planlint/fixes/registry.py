"""The fixes by rule; `planlint.fixes.FIXES` tells of the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml.error import YAMLError

from planlint.fixes import fix_pl002 as pl002
from planlint.fixes import fix_pl003 as pl003
from planlint.fixes import fix_pl004 as pl004
from planlint.fixes import fix_pl006 as pl006
from planlint.fixes import fix_pl007 as pl007
from planlint.fixes import fix_pl008 as pl008
from planlint.fixes import fix_references as referanser
from planlint.fixes import fix_status as status
from planlint.fixes import fix_unntak as unntak
from planlint.fixes import marks as merker
from planlint.source.read import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.base.diagnostic import Diagnostic
    from planlint.fixes.fix import Proposal, Source

    Proposer = Callable[[Source, Diagnostic], Proposal | None]

PROPOSERS: Mapping[str, Proposer] = {
    "PL002": pl002.propose,
    "PL003": pl003.propose,
    "PL004": pl004.propose,
    "PL006": pl006.propose,
    "PL007": pl007.propose,
    "PL008": pl008.propose,
    "PL102": referanser.unknown,
    "PL103": referanser.other_kind,
    "PL210": merker.mark,
    "PL402": status.after_events,
    "PL404": status.replaced,
    "PL409": status.after_events,
    "PL705": merker.number,
    "PL901": unntak.last_day,
    "PL903": unntak.unused,
    "PL904": unntak.unknown_rule,
    "PL905": unntak.stale,
}


def propose(source: Source, item: Diagnostic) -> Proposal | None:
    """Give the fix of a finding; None where there is none, or the file is written so that nobody can tell."""
    make = PROPOSERS.get(item.code)
    try:
        return make(source, item) if make else None
    except (LookupError, TypeError, UnreadableError, YAMLError):
        return None
