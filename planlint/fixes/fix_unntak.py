"""PL901, PL903, PL904 and PL905: suppressions and known findings that no longer say anything, or say it wrongly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.edit import NodeChange, is_first_on_line, line_end, line_start
from planlint.fixes.fix import REMOVED, Edit, proposal, told
from planlint.model import suggest
from planlint.source import AVVIK_LIST

if TYPE_CHECKING:
    from planlint.base import Diagnostic, Place
    from planlint.fixes.fix import FixProposal, Source

_CODES = re.compile(r"unntak\[(?P<codes>[^][]*)\]")
_YEAR = re.compile(r"\d{4}")
_HEAD = re.compile(r"^# yaml-language-server:[^\r\n]*", re.MULTILINE)
_GROUP = 2  # avvik.2.gjelder: without it, the rule and the reason say nothing
_UNNTAK = N_("unntak[{fra}] er tatt bort")


def _comment(source: Source, place: Place) -> tuple[str, int, int]:
    """Give a suppression's text, and where it begins and ends. Raises LookupError where the place is no comment."""
    if place.span is None:
        raise LookupError
    start, end = source.stretch(place.file, place.span)
    return source.text(place.file)[start:end], start, end


def _rewritten(source: Source, item: Diagnostic, new: str) -> tuple[tuple[str, NodeChange], ...]:
    old, start, end = _comment(source, item.place)
    return () if new == old else ((item.place.file, NodeChange(start, end, new)),)


def unused(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL903: take the comment out, or this rule's code where it names others; a guess where it may be misplaced."""
    file, code = item.place.file, str(item.finding.args["kode"])
    old, start, end = _comment(source, item.place)
    match = _CODES.search(old)
    if match is None:
        return None
    text = source.text(file)
    rest = [known for known in (part.strip() for part in match["codes"].split(",")) if known and known != code]
    if rest:
        at = match.start("codes")
        cut = NodeChange(start, end, f"{old[:at]}{','.join(rest)}{old[match.end('codes') :]}")
    elif is_first_on_line(text, start):
        cut = NodeChange(line_start(text, start), line_end(text, start), "")
    else:
        cut = NodeChange(len(text[:start].rstrip(" \t")), end, "")
    return proposal(item, _UNNTAK, safe=not item.finding.related, cuts=((file, cut),), drops=(old,), fra=code)


def last_day(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL901: the last day written as 30.6.2027; of two digits the century is a guess."""
    if item.finding.variant != "form":
        return None
    day = str(item.finding.args["dato"])
    right, (old, _, _) = suggest(day), _comment(source, item.place)
    if not right or old.count(day) != 1:
        return None
    cuts = _rewritten(source, item, old.replace(day, right))
    return proposal(
        item, safe=_YEAR.search(day) is not None, cuts=cuts, drops=(old,), sted="unntak", fra=day, til=right
    )


def unknown_rule(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL904: a code that is like another, in plansystem.yaml, plans/avvik/ or a comment; in capitals it is that one."""
    new, code, place = str(item.finding.args.get("forslag", "")), str(item.finding.args["kode"]), item.place
    if not new:
        return None
    if place.span is None:
        edit = Edit(place.file, "rename" if place.part == "key" else "set", place.path, new)
        return proposal(item, safe=new == code.upper(), edits=(edit,), sted=told(place.path), fra=code, til=new)
    old = _comment(source, place)[0]
    cuts = _rewritten(source, item, old.replace(code, new, 1))
    return proposal(item, safe=new == code.upper(), cuts=cuts, drops=(old,), sted="unntak", fra=code, til=new)


def stale(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL905: known findings that nothing matches; of a file that is gone, which may have another name now."""
    places = [item.place, *(other.place for other in item.finding.related)]
    edits = tuple(Edit(place.file, "remove", place.path, whole=_GROUP) for place in places if place.file == AVVIK_LIST)
    files = [place.file for place in places if place.file != AVVIK_LIST]
    facts = item.finding.args
    return proposal(
        item, REMOVED, safe=item.finding.variant != "borte", edits=edits, files=dict.fromkeys(files),
        drops=tuple(_HEAD.findall("\n".join(map(source.text, files)))), sted=facts["regel"], fra=facts["gjelder"],
    )  # fmt: skip
