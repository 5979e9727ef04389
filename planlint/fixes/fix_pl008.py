"""PL008: put quotes around what is text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.edit import NodeChange, Quoted, scalar
from planlint.fixes.fix import REPLACED, proposal, told
from planlint.source import scalar as read

if TYPE_CHECKING:
    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal, Source


def propose(source: Source, item: Diagnostic) -> FixProposal | None:
    """Quote a value exactly as it is written; one that is a number here as well keeps being one."""
    file, place = item.place.file, item.place
    node = source.scalar_at(file, place.span) if place.span else source.node(place)
    start, end = node.start_mark.index, node.end_mark.index
    raw = source.text(file)[start:end]
    if node.id != "scalar" or node.style or (not item.finding.variant and not isinstance(read(raw), str)):
        return None
    quoted = scalar(Quoted(raw))
    facts: dict[str, object] = {"fra": raw, "til": quoted, "linje": node.start_mark.line + 1, "sted": told(place.path)}
    text = REPLACED if place.path else N_("linje {linje}: {fra} → {til}")
    return proposal(item, text, safe=True, cuts=((file, NodeChange(start, end, quoted)),), **facts)
