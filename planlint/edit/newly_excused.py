"""Suppressions after an edit: a reason that was given for one finding is none for another that the edit has made.

Where a comment covers nothing but what is new, it goes, as its reason is about what is gone. Where it also covers what
it was written for, the edit is refused: the comment must be moved first, and only a person knows where it belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.change import with_new_places
from planlint.check import Locator
from planlint.edit.error import EditError
from planlint.source import find_unntak

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planlint.base import Diagnostic, Span
    from planlint.edit.document import Document
    from planlint.source import Unntak
    from planlint.system import System

_EXCUSES = N_(
    "{sti}: unntaket «{unntak}» ville også dekket noe nytt, som grunnen ikke er gitt for. Flytt det til linjen det "
    "gjelder, og prøv igjen"
)


def drop_newly_excused(
    documents: Mapping[str, Document], after: System, was: Iterable[Diagnostic], found: Sequence[Diagnostic]
) -> list[str]:
    """Take out the comments in edited files that would cover nothing but findings that the edit makes; give them.

    `was` and `found` are the findings before the edit and after it. Raises EditError where a comment would cover such
    a finding beside one that it covered before.
    """
    marks = {item.fingerprint for item in with_new_places(was, found)}
    covered = [item for item in found if item.status == "suppressed" and item.place.file in documents]
    if all(item.fingerprint in marks for item in covered):
        return []
    comments, locator = _comments(after, documents), Locator(after.contents)
    there: dict[tuple[str, Span], list[Diagnostic]] = {}
    for item in covered:
        line = locator.span(item.place).line
        near = [one for one in comments if one.file == item.place.file and one.covers(item.code, line)]
        for one in near[:1]:
            there.setdefault((one.file, one.span), []).append(item)
    dropped: list[str] = []
    for (file, span), items in sorted(there.items(), key=lambda one: one[0], reverse=True):
        if all(item.fingerprint in marks for item in items):
            continue
        dropped.append(text := documents[file].drop_comment(span.line))
        if any(item.fingerprint in marks for item in items):
            raise EditError(_EXCUSES, sti=file, unntak=text.partition("planlint:")[2].strip())
    return dropped


def _comments(after: System, documents: Mapping[str, Document]) -> list[Unntak]:
    """Give the comments of the edited files, in the order in which they count."""
    return find_unntak({file: raw for file, raw in after.contents.items() if file in documents})[0]
