"""What has happened to each plan, change by change: its file's versions in git, compared field by field."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planlint.change import git
from planlint.change.changed_fields import details
from planlint.model import KINDS, Enhet
from planlint.source import UnreadableError, decode, parse
from planlint.system import validate_data

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planlint.change.diff_model import Detail

_PLANS = "plans/planer"
_MOST = 6
"""So many versions of a plan are read: each costs the reading of a file."""


class PlanChange(NamedTuple):
    """A change of a plan: the day (year-month-day), the commit, and what was changed; `first` where it came in.

    A change without details is one of what is no field: of comments and ways of writing, or of what cannot be read.
    """

    day: str
    sha: str
    details: tuple[Detail, ...] = ()
    first: bool = False


class ReadVersion(NamedTuple):
    """A version of a file as read: None where that cannot be done, and the fields that cannot be read."""

    enhet: Enhet | None
    broken: frozenset[str]


@lru_cache(maxsize=4096)
def read_version(raw: bytes, kind: str) -> ReadVersion:
    """Read a version of the file of a plan, a goal …; what cannot be read of it is left out."""
    try:
        data = parse(decode(raw))[0]
    except UnreadableError:
        return ReadVersion(None, frozenset())
    result = validate_data(KINDS[kind], data, f"{kind}/x", _PLANS)
    return ReadVersion(result.model if isinstance(result.model, Enhet) else None, frozenset(result.broken))


def between(old: bytes | OSError | None, new: bytes | OSError | None, kind: str) -> tuple[Detail, ...]:
    """Give what is changed from one version to the next; nothing where one of them cannot be read."""
    if not isinstance(old, bytes) or not isinstance(new, bytes):
        return ()
    before, after = read_version(old, kind), read_version(new, kind)
    if before.enhet is None or after.enhet is None:
        return ()
    return tuple(details(before.enhet, after.enhet, skip=before.broken | after.broken))


def _distinct(versions: Iterable[git.GitVersion]) -> list[git.GitVersion]:
    """Leave out what is no new content: the same version merged once more."""
    kept: list[git.GitVersion] = []
    for version in versions:
        if kept and kept[-1].blob == version.blob:
            kept[-1] = version  # the older of the two is when the content came
        else:
            kept.append(version)
    return kept


def plan_changes(root: Path) -> dict[str, tuple[PlanChange, ...]]:
    """Give the latest changes of each plan's file, newest first, by path from the root. Raises GitError."""
    listed: dict[str, list[git.GitVersion]] = defaultdict(list)
    for version in git.history(root, _PLANS, mainline=True):
        listed[version.path].append(version)
    chains = {path: _distinct(versions) for path, versions in listed.items()}
    texts = git.contents(root, (one.blob for chain in chains.values() for one in chain[:_MOST]))
    whole = not git.is_shallow(root)
    return {path: tuple(_changes(chain, texts, whole=whole)) for path, chain in chains.items()}


def _changes(chain: list[git.GitVersion], texts: dict[str, bytes | OSError], *, whole: bool) -> Iterable[PlanChange]:
    """Yield the changes of one file; how it came in is told only where all of the history is here."""
    for new, old in pairwise(chain[:_MOST]):
        yield PlanChange(new.day, new.sha, between(texts.get(old.blob), texts.get(new.blob), "plan"))
    if whole and len(chain) < _MOST:
        yield PlanChange(chain[-1].day, chain[-1].sha, first=True)
