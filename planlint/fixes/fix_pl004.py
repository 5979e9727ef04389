"""PL004: the key that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.edit import NodeChange
from planlint.fixes.fix import REMOVED, REPLACED, Edit, proposal, stem_of, told
from planlint.model import norwegian_key

if TYPE_CHECKING:
    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal, Source


def propose(source: Source, item: Diagnostic) -> FixProposal | None:
    """Another spelling of the same word is certain; a word that is only like it is a guess."""
    file, path = item.place.file, item.place.path
    name, meant = str(path[-1]), str(item.finding.args.get("forslag", ""))
    above = told(path[:-1])
    match item.finding.variant:
        case "mellomrom":
            at = source.node(item.place).start_mark.index + len(meant) + 1
            return proposal(
                item,
                N_("{felt}: mellomrom etter kolon"),
                safe=True,
                cuts=((file, NodeChange(at, at, " ")),),
                felt=meant,
            )
        case "id" if str(source.value(file, path)) == stem_of(file):
            return proposal(item, REMOVED, safe=True, edits=(Edit(file, "remove", path),), sted=told(path), fra=name)
        case "forslag":
            edits = (Edit(file, "rename", path, meant),)
            safe = norwegian_key(name.casefold()) == meant
            text = REPLACED if above else N_("{fra} → {til}")
            return proposal(item, text, safe=safe, edits=edits, sted=above, fra=name, til=meant)
    return None
