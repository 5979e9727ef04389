"""Git, asked with a time limit: what files said at an earlier revision. It is only ever read from."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Message, Trouble
from planlint.source import MAX_BYTES, embedded, is_sparse, too_large

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SECONDS = 10
_FETCHING = 120
_MAX_COMMITS = 5000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""A hook is told where its repository is; we look from the plan system's own folder."""
GIT_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # a commit says what it says, not what a ref says that it says
}
_NOTHING = "none"
"""What is not here is not fetched, whatever git is told to fetch it with."""
_PLAIN_WAYS = "file:http:https:ssh"
"""What a base is fetched with: no way that is itself a program."""
_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SET = {
    "core.quotePath": "false",  # what a user may have set otherwise, and what we read rests on
    "log.showRoot": "true",
    "log.showSignature": "false",
    "core.fsmonitor": "false",  # a repository's settings may name programs; none of them is run
    "core.hooksPath": os.devnull,
    "diff.external": "",
    "gc.auto": "0",
    "safe.bareRepository": "explicit",  # no folder of the tree is taken for a repository
    "protocol.ext.allow": "never",
}
GIT_SETTINGS = tuple(word for name, value in _SET.items() for word in ("-c", f"{name}={value}"))
_OWNED = re.compile(r"dubious ownership.*safe\.directory (\S[^\n]*)", re.DOTALL)
"""What git says where another user owns the repository, as in many containers; the remedy is git's own."""
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv")
"""No program of the repository's own is to show what changed."""


class GitError(Trouble):
    """Git is missing, too slow, or does not know; the text is for the user."""


class GitVersion(NamedTuple):
    """One version of a file: the day it was committed (year-month-day), its path, the id of its content, the commit."""

    day: str
    path: str
    blob: str
    sha: str = ""


def _git(root: Path, *args: str, given: bytes = b"", ways: str = _NOTHING, seconds: float = 0) -> bytes:
    """Ask git, which may fetch in these ways. Raises GitError."""
    if inside := embedded(root):
        raise GitError(
            N_("{mappe} er et git-arkiv inne i filene. git ville lest det i stedet for historien. Slett det."),
            mappe=inside,
        )
    program = shutil.which("git")
    if program is None:
        raise GitError(N_("git er ikke installert."))
    environment = {key: value for key, value in os.environ.items() if key not in _OF_A_HOOK} | GIT_ENVIRONMENT
    environment["GIT_ALLOW_PROTOCOL"] = ways
    command, limit = [program, "--no-pager", *GIT_SETTINGS, *args], seconds or _SECONDS
    try:
        done = subprocess.run(  # noqa: S603 - git itself, with arguments that are never options of a user's making
            command, cwd=root, input=given, capture_output=True, check=True, env=environment, timeout=limit
        )
    except subprocess.TimeoutExpired:
        raise GitError(N_("git svarte ikke innen {sekunder} sekunder."), sekunder=limit) from None
    except (OSError, ValueError, subprocess.CalledProcessError) as error:  # ValueError: what no argument can hold
        if owned := _OWNED.search(getattr(error, "stderr", b"").decode(errors="replace")):
            raise GitError(
                N_(
                    "git leser ikke mappen {mappe}, for en annen bruker eier den. Stoler du på den, kjør "
                    "`git config --global --add safe.directory {sti}`."
                ),
                mappe=root,
                sti=owned[1],
            ) from None
        raise GitError(
            N_("git kjenner ikke mappen {mappe}, eller fant ikke det som ble spurt etter."), mappe=root
        ) from None
    return done.stdout


def _day(text: str) -> str:
    """Give a commit's day as git tells it; one that no calendar has is told as git's own first day."""
    return text if _DAY.fullmatch(text) else "1970-01-01"


def commit(root: Path, rev: str) -> str:
    """Give the full id of a commit that a user names. Raises GitError."""
    _git(root, "rev-parse", "--git-dir")
    if not rev.startswith("-"):
        try:
            return _git(root, "rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}").decode().strip()
        except GitError:
            pass
    text = N_("git kjenner ingen versjon som heter {versjon}. Skriv en gren, et merke eller en innsjekking.")
    part = N_("Bare en del av historien er hentet hit. Hent resten (i CI: fetch-depth: 0).")
    raise GitError(text, Message.of_text(part) if is_shallow(root) else None, versjon=rev)


def fetch(root: Path, commit_id: str) -> None:
    """Fetch one commit, by its full id, from where the repository came from. Raises GitError."""
    if not _ID.fullmatch(commit_id):
        raise GitError(N_("git kjenner ingen versjon som heter {versjon}."), versjon=commit_id)
    options = ("--quiet", "--no-tags", "--depth=1", "--no-recurse-submodules")
    _git(root, "fetch", *options, "origin", commit_id, ways=_PLAIN_WAYS, seconds=_FETCHING)


def is_before_first(root: Path, rev: str) -> bool:
    """Tell whether a revision is the head of a repository in which nothing has been committed yet."""
    if rev != "HEAD":
        return False
    try:
        _git(root, "symbolic-ref", "--quiet", "HEAD")
    except GitError:
        return False  # no repository, or a head that is a commit
    try:
        return not commit(root, rev)
    except GitError:
        return True


def tree(root: Path, commit_id: str, folder: str) -> dict[str, str]:
    """Give the path and content id of every plain file in a folder at a commit; no links, no submodules.

    Paths are as the root sees them, and one that is no UTF-8 is as Python reads it from a disk. Raises GitError.
    """
    listed = _git(root, "ls-tree", "-r", "-z", commit_id, "--", f"{folder}/").decode(errors="surrogateescape")
    files = (entry.split("\t", 1) for entry in listed.split("\0") if entry)
    return {path: facts.split()[2] for facts, path in files if facts.startswith("100")}


def merge_base(root: Path, one: str, other: str) -> str | None:
    """Give the commit where two commits parted; None where they share nothing that is here. Raises GitError."""
    _git(root, "rev-parse", "--git-dir")
    try:
        return _git(root, "merge-base", one, other).decode().strip()
    except GitError:
        return None


def is_shallow(root: Path) -> bool:
    """Tell whether only the newest part of the history is here. Raises GitError."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def held_back(root: Path, folder: str) -> int:
    """Give how many files of a folder are not on disk, for only a part is checked out (sparse). Raises GitError.

    Where the repository has never been told to, git is not asked.
    """
    if not is_sparse(root):
        return 0
    listed = _git(root, "ls-files", "-t", "-z", "--", f"{folder}/").split(b"\0")
    return sum(one.startswith(b"S ") for one in listed)


def parents(root: Path, commit_id: str) -> list[str]:
    """Give the commits that a commit was made from, by its own word: they need not be here. Raises GitError."""
    head, _, _ = _git(root, "cat-file", "commit", commit_id).partition(b"\n\n")
    return [row.split()[1].decode() for row in head.splitlines() if row.startswith(b"parent ")]


def committed(root: Path, commit_id: str) -> date:
    """Give the day of a commit, where it was made. Raises GitError."""
    return date.fromisoformat(_day(_git(root, "show", "--no-patch", "--format=%cs", commit_id).decode().strip()))


def history(root: Path, folder: str, *, mainline: bool = False, gone: bool = False) -> list[GitVersion]:
    """Give the versions of every file in a folder, newest first, in one look through the log. Raises GitError.

    `mainline`: only as it was on the branch itself, so that each version follows from the next in the list; what was
    merged into it counts from the merge. `gone`: where a file was taken away is a version, too, without content ("").
    """
    look = (
        "log",
        *_PLAIN,
        *(("--first-parent",) if mainline else ()),
        "-m",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--relative",
        f"--max-count={_MAX_COMMITS}",
        "--format=%cs %H",
    )
    day, sha, found = "", "", []
    for row in _git(root, *look, "--", folder).decode(errors="replace").splitlines():
        if row.startswith(":"):
            facts, _, path = row.partition("\t")
            if gone or facts[-1] != "D":
                blob = "" if facts[-1] == "D" else facts.split()[3]
                found.append(GitVersion(day, path.strip('"'), blob, sha))
        elif row:
            day, _, sha = row.partition(" ")
            day = _day(day)
    return found


def contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes | OSError]:
    """Give what is in each of these blobs; those that are not here are left out. Raises GitError.

    One that is too large to be a planner's file is not fetched; the reason stands in its place, as for one on disk.
    """
    sizes = _sizes(root, blobs)
    wanted = [blob for blob, size in sizes.items() if size <= MAX_BYTES]
    out = _git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in wanted).encode()) if wanted else b""
    found: dict[str, bytes | OSError] = {blob: too_large(size) for blob, size in sizes.items() if size > MAX_BYTES}
    at = 0
    for blob in wanted:
        at = out.index(b"\n", at) + 1
        found[blob] = out[at : at + sizes[blob]]
        at += sizes[blob] + 1
    return found


def _sizes(root: Path, blobs: Iterable[str]) -> dict[str, int]:
    """Give how many bytes are in each of these blobs that are here."""
    asked = "".join(f"{blob}\n" for blob in sorted(set(blobs))).encode()
    told = _git(root, "cat-file", "--batch-check", given=asked).decode().splitlines() if asked else []
    found = (row.split(" ") for row in told if not row.endswith(" missing"))
    return {blob: int(size) for blob, _, size in found}


def diff_lines(root: Path, old: str, new: str, folder: str) -> list[str]:
    """Give the difference of a folder between two commits as rows, without context; paths are as the root sees them.

    Rows that a file holds begin with a plus or a minus of their own. Raises GitError.
    """
    look = ("diff", *_PLAIN, "--unified=0", "--find-renames", "--relative", "--src-prefix=a/", "--dst-prefix=b/")
    said = _git(root, *look, commit(root, old), commit(root, new), "--", f"{folder}/").decode(errors="replace")
    rows, inside = [], 0
    for row in said.split("\n"):
        if inside and row[:1] in {"+", "-", "\\"}:
            inside -= row[:1] != "\\"
        elif row.startswith(("+++ ", "@@ ")):
            rows.append(row)
            inside = _in_hunk(row)
    return rows


def is_touched(root: Path, old: str, new: str, paths: Iterable[str]) -> bool:
    """Tell whether anything below these paths is another between two commits. Raises GitError."""
    look = ("diff", *_PLAIN, "--name-only", "--relative", "-z", commit(root, old), commit(root, new), "--", *paths)
    return bool(_git(root, *look))


def _in_hunk(row: str) -> int:
    """Give how many rows of text follow the heading of a stretch; none follow any other row."""
    found = _HUNK.match(row)
    return sum(int(number or 1) for number in found.groups()) if found else 0


class GitChange(NamedTuple):
    """A commit that touched a file: its id, its day (year-month-day) and the first line of its message."""

    sha: str
    day: str
    subject: str


def changes(root: Path, folder: str) -> dict[str, list[GitChange]]:
    """Give what has happened to each file in a folder, newest first, by path from the root. Raises GitError."""
    form = "--format=%x00%H%x09%cs%x09%s"
    look = ("log", *_PLAIN, "--name-only", "--relative", f"--max-count={_MAX_COMMITS}", form)
    found: dict[str, list[GitChange]] = {}
    for entry in _git(root, *look, "--", folder).decode(errors="replace").split("\0")[1:]:
        head, *paths = entry.strip("\n").split("\n")
        sha, day, subject = head.split("\t", 2)
        for path in paths:
            if path:
                found.setdefault(path.strip('"'), []).append(GitChange(sha, _day(day), subject))
    return found
