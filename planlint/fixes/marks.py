"""PL210 and PL705: a mark and a number that are right, and only written in another way.

A goal that has changed is no matter for a fix: that somebody has read it again is for that person to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.edit import Quoted
from planlint.fixes.fix import Edit, proposal, stem_of, told
from planlint.model import DELMAAL
from planlint.register import former_ids, is_mark_of

if TYPE_CHECKING:
    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal, Source

_MARK = re.compile(r"(?:[vV]?1:)?\s*([0-9a-fA-F]{12})")


def mark(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL210: a mark without its method, or in capitals, that is still the goal's mark of today."""
    path, register = item.place.path, source.register
    if item.finding.variant != "ukjent metode":
        return None
    anchor = register.planer[stem_of(item.place.file)].forankring[int(path[1])]
    written, maal = _MARK.fullmatch((anchor.avtrykk or "").strip()), register.find_maal(anchor.maal)
    if written is None or maal is None:
        return None
    right = f"1:{written[1].lower()}"
    if not is_mark_of(right, maal, former_ids(register, maal)):
        return None
    edits = (Edit(item.place.file, "set", path, Quoted(right)),)
    return proposal(item, safe=True, edits=edits, sted=told(path), fra=anchor.avtrykk, til=right)


def number(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL705: a target with a capital letter or a blank in it."""
    file, path = item.place.file, item.place.path
    old = str(source.value(file, path))
    new = "".join(old.split()).lower()
    maal, _, delmaal = new.partition(".")
    if maal not in DELMAAL or (delmaal and delmaal not in DELMAAL[maal]):
        return None
    edits = (Edit(file, "set", path, new if delmaal else int(maal)),)
    return proposal(item, safe=True, edits=edits, sted=told(path), fra=old, til=new)
