"""What has happened to the register, commit by commit: every file that is an entity, as it was before and after."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from planlint.change import git
from planlint.change.file_history import between, read_version
from planlint.model import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from planlint.change.diff_model import Detail

_MOST = 30
"""So many commits are told of, the newest."""
_READ = 40
"""A commit that changes more files than this is counted, and not read."""


class EntityChange(NamedTuple):
    """What a commit did to a plan, a goal …: its kind and id, its title then, and what is changed in it.

    `is_new` where it came into the register, `is_gone` where it was taken out of it.
    """

    kind: str
    id: str
    tittel: str
    details: tuple[Detail, ...] = ()
    is_new: bool = False
    is_gone: bool = False


class RegisterChange(NamedTuple):
    """A commit: the day (year-month-day), its id, how many entities it touched, and what it did to each.

    Where there are too many to read, `is_read` is False, and `entities` empty.
    """

    day: str
    sha: str
    number: int
    entities: tuple[EntityChange, ...]
    is_read: bool


class _Step(NamedTuple):
    """A file's way from one version to the next: their content's ids, "" for none."""

    kind: str
    id: str
    before: str
    after: str


def register_changes(root: Path) -> tuple[RegisterChange, ...]:
    """Give the newest changes of the register, newest first. Raises GitError."""
    days, steps = _steps(git.history(root, "plans", mainline=True, gone=True), whole=not git.is_shallow(root))
    shas = list(steps)[:_MOST]
    read = [step for sha in shas if len(steps[sha]) <= _READ for step in steps[sha]]
    texts = git.contents(root, dict.fromkeys(blob for step in read for blob in (step.before, step.after) if blob))
    return tuple(_change(days[sha], sha, steps[sha], texts) for sha in shas)


def _change(day: str, sha: str, steps: list[_Step], texts: Mapping[str, bytes | OSError]) -> RegisterChange:
    is_read = len(steps) <= _READ
    return RegisterChange(day, sha, len(steps), tuple(_told(steps, texts)) if is_read else (), is_read)


def _steps(versions: Iterable[git.GitVersion], *, whole: bool) -> tuple[dict[str, str], dict[str, list[_Step]]]:
    """Give the day of each commit, and what it did to each file of an entity, in the order of the log.

    A file that is moved to another folder of its kind is the same one. `whole`: what has nothing before it, is new.
    """
    days: dict[str, str] = {}
    chains: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for version in versions:
        path = PurePosixPath(version.path)
        kind = FOLDERS.get(path.parts[1]) if len(path.parts) > 2 and path.suffix == ".yaml" else None  # noqa: PLR2004 - plans, kind, file
        days.setdefault(version.sha, version.day)
        if kind:
            chain = chains[kind, path.stem]
            chain[version.sha] = chain.get(version.sha) or version.blob
    found: dict[str, list[_Step]] = {sha: [] for sha in days}
    for (kind, id_), chain in sorted(chains.items()):
        told = list(chain.items())
        for at, (sha, blob) in enumerate(told):
            before = told[at + 1][1] if at + 1 < len(told) else None
            if (before is not None or whole) and (before or "") != blob:
                found[sha].append(_Step(kind, id_, before or "", blob))
    return days, {sha: steps for sha, steps in found.items() if steps}


def _told(steps: list[_Step], texts: Mapping[str, bytes | OSError]) -> Iterable[EntityChange]:
    """Yield what a commit did; nothing of what cannot be read."""
    for step in steps:
        old, new = texts.get(step.before), texts.get(step.after)
        raw = new if isinstance(new, bytes) else old
        title = _title(raw, step.kind) if isinstance(raw, bytes) else ""
        if not step.before or not step.after:
            yield EntityChange(step.kind, step.id, title, is_new=not step.before, is_gone=not step.after)
        elif changed := between(old, new, step.kind):
            yield EntityChange(step.kind, step.id, title, changed)


def _title(raw: bytes, kind: str) -> str:
    found = read_version(raw, kind).enhet
    return found.tittel if found else ""
