"""plans/avvik/: a file for each finding that is accepted with a reason; a file goes when nothing matches it.

What is written is read back before anything is said: a list that the checker cannot read stops all checking.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_
from planlint.check import Request, diagnostics
from planlint.edit.avvik_names import name_of
from planlint.edit.error import EditError
from planlint.edit.new import new_file_bytes
from planlint.edit.new_file import has_schema
from planlint.edit.plain_data import get
from planlint.edit.written import Quoted
from planlint.source import AVVIK_LIST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from planlint.base import Diagnostic, Place
    from planlint.edit.workspace import Workspace
    from planlint.system import Loaded


class Acceptance(NamedTuple):
    """Why findings are accepted, from which day, and the last day of each (None: none)."""

    reason: str
    day: date
    ends: Sequence[date | None] = ()


def add(work: Workspace, found: Sequence[Diagnostic], accepted: Acceptance) -> None:
    """Accept findings, each in a file of its own; `accepted.ends` goes with them. Raises EditError."""
    many = Counter((item.code, item.entity) for item in found)
    for item, end in zip(found, accepted.ends, strict=True):
        fields = {
            "regel": item.code, "gjelder": item.entity, "grunn": accepted.reason, "godtatt": accepted.day,
            **({"til": end} if end else {}), "avtrykk": item.fingerprint,
        }  # fmt: skip
        path = _free(work, fields, alone=many[item.code, item.entity] == 1)
        work.files[path] = file_of(fields, schema=has_schema(work))
    if found:
        _read_back(work, found)


def file_of(fields: Mapping[str, object], *, schema: bool) -> bytes:
    """Give the bytes of a known finding's file. Raises EditError where a value cannot be written."""
    quoted = {**fields, "avtrykk": Quoted(fields["avtrykk"])}
    return new_file_bytes("avvik", quoted, depth=2 if schema else 0)


def _free(work: Workspace, fields: Mapping[str, object], *, alone: bool) -> str:
    """Give the path of a new file: named by rule and by what it is about, and by its mark where that is not enough."""
    short, long = (name_of(str(fields["regel"]), str(fields["gjelder"]), mark) for mark in ("", str(fields["avtrykk"])))
    taken = short in work.system.contents or short in work.files
    return short if alone and not taken else long


def _read_back(work: Workspace, found: Sequence[Diagnostic]) -> None:
    """See to it that what was written is read as what was meant: each finding is known now."""
    after = work.after()
    here = {(item.code, item.fingerprint): item.status for item in diagnostics(after, Request(work.today))}
    if after.unusable or any(here.get((item.code, item.fingerprint)) != "known" for item in found):
        raise EditError(N_("avvikene ville ikke blitt lest slik de var ment"))


def prune(work: Workspace, stale: Iterable[Place]) -> int:
    """Take out known findings that nothing matches, by their places; give how many. Raises EditError.

    Only their own files go, and in a list of format 1 only their own lines; a group that is left empty goes too.
    """
    lists: dict[str, dict[tuple[str | int, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    number = 0
    for place in stale:
        number += 1
        if place.file == AVVIK_LIST:
            lists[place.file][place.path[:-1]].append(int(place.path[-1]))
        else:
            work.files[place.file] = None
    for file, gone in lists.items():
        _prune_list(work, file, gone)
    if number:
        _nothing_new(work)
    return number


def _prune_list(work: Workspace, file: str, gone: Mapping[tuple[str | int, ...], list[int]]) -> None:
    document = work.open(file, "avvik")
    for path, positions in sorted(gone.items(), key=lambda pair: [str(step) for step in pair[0]], reverse=True):
        taken = {*positions}
        left = [mark for at, mark in enumerate(get(document.data, path)) if at not in taken]
        document.set(path, left) if left else document.remove(path)
    groups = get(document.data, ("avvik",)) or []
    empty = [number for number, group in enumerate(groups) if not group.get("gjelder")]
    document.remove_all(("avvik",), empty)


def _nothing_new(work: Workspace) -> None:
    """See to it that nothing else was let go: what was known is known, and no file has got a fault."""
    before, after = diagnostics(work.system, Request(work.today)), work.after()
    was = {(item.code, item.fingerprint, item.status) for item in before}
    found = diagnostics(after, Request(work.today))
    if after.unusable or any((item.code, item.fingerprint, item.status) not in was for item in found):
        raise EditError(N_("avvikene ville ikke blitt lest slik de var ment"))


def accepted_until(loaded: Loaded) -> Counter[date]:
    """Give how many known findings end on each day."""
    return Counter(known.avvik.til for known in loaded.avvik if known.avvik.til)
