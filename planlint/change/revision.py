"""A plan system as it was at a git revision, read into memory; nothing is checked out or written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.change.comparison import Comparison, Origin
from planlint.change.git import GitError, commit, committed, contents, held_back, is_shallow, merge_base, parents, tree
from planlint.source import PLANS, pick_files
from planlint.system import System, UsageError, open_system, system_of, unchanged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from planlint.change.comparison import Start
    from planlint.system import Unchanged

_NO_NAME = re.compile(r"[0-9a-f]{7,}|HEAD|@|.*[~^@:].*")
"""A revision that is the id of a commit, or counts back from something: it tells a reader nothing."""


def system_at(root: Path, rev: str, today: date) -> System:
    """Give the plan system of a folder as it was at a revision, on a day.

    Raises GitError when there is no git, no such revision, or no plan system in it.
    """
    blobs = _something(_blobs(root, commit(root, rev)), rev)
    return _system(root, _texts(root, {rev: blobs})[rev], today)


def parted(root: Path, base: str, head: str = "HEAD") -> str:
    """Give the commit that a change began from: where `head` left `base`, so that what came later is not its doing.

    Where that is not here (a shallow clone), `base` itself. Raises GitError.
    """
    one, other = commit(root, base), commit(root, head)
    return merge_base(root, one, other) or one


def pair(root: Path, base: str, head: str, today: date) -> Comparison:
    """Read a plan system before and after a change, from where the change began; "" as `head` is the files on disk.

    What is the same in both is read and parsed once. Before the change there need not have been a plan system.
    Raises GitError, also where so little of the history is here that nobody can see where the change began; and
    UsageError where there is no plan system on disk.
    """
    base_commit = commit(root, base)
    head_commit = commit(root, head) if head else ""
    start, why = _start(root, base_commit, head_commit or _here(root, base_commit))
    blobs = {"": _blobs(root, start)} | ({head: _something(_blobs(root, head_commit), head)} if head else {})
    texts = _texts(root, blobs)
    if head:
        after = _system(root, texts[head], today)
        before = texts[""]
    else:
        if held_back(root, PLANS):
            raise GitError(
                N_("bare en del av filene i {plans}/ er hentet ut hit. Hent ut alle: `git sparse-checkout disable`."),
                plans=PLANS,
            )
        after = open_system(root, today)
        before = {path: _as_on_disk(raw, after.contents.get(path)) for path, raw in texts[""].items()}
    return Comparison(_system(root, before, today, unchanged(after, before)), after, base, head, start, why)


def since_revision(root: Path, rev: str, today: date) -> Comparison:
    """Read a plan system before a change (where it left a revision) and after it (the files on disk), for a check.

    Raises UsageError when git cannot give the one, or there is nothing to read of the other.
    """
    try:
        found = pair(root, rev, "", today)
        name = "" if _NO_NAME.fullmatch(rev) else rev
        return replace(found, origin=Origin(name, found.commit, committed(root, found.commit), found.start))
    except GitError as error:
        raise UsageError(N_("--base {versjon}: {feil}"), versjon=rev, feil=error) from None


def _here(root: Path, otherwise: str) -> str:
    """Give the commit that the files on disk rest on; before the first one, another."""
    try:
        return commit(root, "HEAD")
    except GitError:
        return otherwise


def _start(root: Path, base: str, head: str) -> tuple[str, Start]:
    found = merge_base(root, base, head)
    if found:
        return found, "" if found == base else "parted"
    if not is_shallow(root):
        return base, "unrelated"
    if base in parents(root, head):
        return base, "shallow"
    raise GitError(
        N_("for lite av historien er hentet hit til å se hvor endringen begynte. Hent resten (i CI: fetch-depth: 0).")
    )


def _blobs(root: Path, commit_id: str) -> dict[str, str]:
    """Give path and content id of what a plan system is read from, at a commit."""
    blobs = tree(root, commit_id, PLANS)
    return {file.path: blobs[file.path] for file in pick_files(blobs)}


def _something(blobs: dict[str, str], rev: str) -> dict[str, str]:
    if not blobs:
        raise GitError(N_("Det er ingen filer i {plans}/ i versjonen {versjon}."), plans=PLANS, versjon=rev)
    return blobs


def _texts(root: Path, revisions: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, bytes | OSError]]:
    """Give the files of some revisions in one question to git; what two have in common is the same bytes."""
    texts = contents(root, (blob for blobs in revisions.values() for blob in blobs.values()))
    for rev, blobs in revisions.items():
        if any(blob not in texts for blob in blobs.values()):
            of, all_ = (
                N_("Ikke alle filene i versjonen {versjon} er hentet hit."),
                N_("Ikke alle filene er hentet hit."),
            )
            fetch = Message.of_text(N_("Hent hele historien (i CI: fetch-depth: 0)."))
            raise GitError(of if rev else all_, fetch, versjon=rev)
    return {rev: {path: texts[blob] for path, blob in blobs.items()} for rev, blobs in revisions.items()}


def _as_on_disk(raw: bytes | OSError, here: bytes | OSError | None) -> bytes | OSError:
    """Give a file of git's with the line breaks that git gave it on this disk: those are no change."""
    if (
        isinstance(here, bytes)
        and isinstance(raw, bytes)
        and here != raw
        and here.replace(b"\r\n", b"\n") == raw.replace(b"\r\n", b"\n")
    ):
        return here
    return raw


def _system(root: Path, texts: Mapping[str, bytes | OSError], today: date, shared: Unchanged | None = None) -> System:
    return system_of(root, pick_files(texts), texts, today, shared)
