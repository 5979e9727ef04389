"""The journal of a change of several files: what it takes to go either way, in a hidden folder until it is made."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_
from planlint.edit.error import EditError
from planlint.source import JOURNAL, JOURNAL_FOLDER as FOLDER, is_ours, mark, not_ours, read_journal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_EDITED = ("plans", "import")
"""The folders of a plan system whose files commands change."""
_LAID_OUT = (
    ".github", ".gitea", ".vscode", "schema", ".gitignore", ".pre-commit-config.yaml", "README.md",
    ".gitlab", ".gitlab-ci.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml",
)  # fmt: skip
"""What `init` lays out beside them, on any host, and nothing changes again."""


class JournalEntry(NamedTuple):
    """A file that changes: whether it was there before, and how many of its folders were not."""

    path: str
    existed: bool
    new_folders: int


def is_pending(root: Path) -> bool:
    """Tell whether a change was broken off, so that some files may be new and others old."""
    return os.path.lexists(root / JOURNAL)


def is_left(root: Path) -> bool:
    """Tell whether a change that was broken off has left anything at all."""
    return os.path.lexists(root / FOLDER)


def _is_of_git(name: str) -> bool:
    """Tell whether a name is that of git's own folder, on any machine: cases, short names, and what is not seen."""
    seen = "".join(char for char in name if unicodedata.category(char) != "Cf")
    plain = seen.partition(":")[0].rstrip(" .").casefold()
    return plain == ".git" or plain.startswith("git~")


def _is_the_plan_systems(path: str, parts: tuple[str, ...]) -> bool:
    """Tell whether a path is in what planlint writes, and neither in git's own folder nor in the journal's."""
    if not parts or path.casefold().startswith(("/", FOLDER)) or "\\" in path:
        return False
    return parts[0] in (*_EDITED, *_LAID_OUT) and ".." not in parts and not any(map(_is_of_git, parts))


def look(root: Path, path: str) -> JournalEntry:
    """Look at where a file goes. Raises EditError where that is outside the root, a link or no file."""
    parts = PurePosixPath(path).parts
    if not _is_the_plan_systems(path, parts):
        raise EditError(N_("{sti} ligger utenfor det planlint kan endre"), sti=path)
    place, missing = root, 0
    for number, part in enumerate(parts, start=1):
        place /= part
        if place.is_symlink():
            raise EditError(
                N_("{sti} er en lenke. planlint skriver ikke gjennom lenker"),
                sti=place.relative_to(root).as_posix(),
            )
        last = number == len(parts)
        if place.exists() and not (place.is_file() if last else place.is_dir()):
            text = N_("{sti} er ingen fil") if last else N_("{sti} er ingen mappe")
            raise EditError(text, sti=place.relative_to(root).as_posix())
        missing += not last and not place.exists()
    return JournalEntry(path, place.exists(), missing)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Make the names in a folder last."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_all(root: Path, entries: Iterable[JournalEntry]) -> None:
    """Make the files' new names last."""
    for folder in sorted({(root / entry.path).parent for entry in entries}):
        if folder.is_dir():
            sync(folder)


def stage(
    root: Path, entries: list[JournalEntry], changes: Mapping[str, bytes | None], was: Mapping[str, bytes | None]
) -> None:
    """Write all that is needed to go either way, and the journal last. Raises OSError, and leaves nothing then."""
    folder = root / FOLDER
    try:
        folder.mkdir(parents=True)
        _write(folder / ".gitignore", b"*\n")  # whatever happens, nobody commits this
        for number, entry in enumerate(entries):
            target, data = root / entry.path, changes[entry.path]
            old = target.read_bytes() if entry.existed else None
            if entry.path in was and was[entry.path] != old:
                raise EditError(N_("{sti} er endret av noen andre i mellomtiden. Prøv igjen"), sti=entry.path)  # noqa: TRY301 - one way out
            mode = target.stat().st_mode & 0o777 if entry.existed else 0o644
            with _told_of(target):
                for name, content in ((f"ny-{number}", data), (f"gammel-{number}", old)):
                    if content is not None:
                        _write(folder / name, content)
                        (folder / name).chmod(mode)
        write_journal(root, entries)
    except BaseException:
        with suppress(OSError):
            clear(root)
        raise


def write_journal(root: Path, entries: list[JournalEntry]) -> None:
    """Write the journal, with the mark that tells that it was written here. Raises OSError."""
    folder = root / FOLDER
    _write(folder / "utkast.json", json.dumps({"filer": entries, "merke": mark(folder)}).encode())
    sync(folder)
    (folder / "utkast.json").replace(root / JOURNAL)
    sync(folder)
    sync(folder.parent)


@contextmanager
def _told_of(target: Path) -> Iterator[None]:
    """Tell of a file by its own name, not by that of what is laid aside for it, nor by none as a full disk does."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(target), None
        raise


def take_back(root: Path, entries: list[JournalEntry]) -> None:
    """Give every file its old content. Can be broken off and begun again. Raises OSError."""
    for number, entry in enumerate(entries):
        target, old = root / entry.path, root / FOLDER / f"gammel-{number}"
        if not entry.existed:
            target.unlink(missing_ok=True)
            for folder in list(target.parents)[: entry.new_folders]:
                with suppress(OSError):  # not empty: another file's entry, or somebody else's
                    folder.rmdir()
        elif old.exists():
            old.replace(target)
    sync_all(root, entries)
    (root / JOURNAL).unlink()
    with suppress(OSError):
        clear(root)


def recover(root: Path) -> None:
    """Take back what a journal tells of, and sweep the hidden folder. Raises OSError and EditError."""
    _no_links(root)
    if is_pending(root):
        if not is_ours(root):
            raise EditError(not_ours())
        entries = _told(root)
        for entry in entries:
            _must_be_taken_back(root, entry)
        take_back(root, entries)
    else:
        clear(root)


def _told(root: Path) -> list[JournalEntry]:
    """Give what the journal names. Raises EditError where it is none."""
    try:
        found = read_journal(root)["filer"]
        return [JournalEntry(str(path), bool(existed), int(folders)) for path, existed, folders in found]
    except (ValueError, TypeError, KeyError):
        raise EditError(
            N_("{fil} kan ikke leses. Slett mappen {mappe}, og se over filene"), fil=JOURNAL, mappe=FOLDER
        ) from None


def _must_be_taken_back(root: Path, entry: JournalEntry) -> None:
    """See to it that a file may be put back: old content is only for what commands change, never for the rest."""
    look(root, entry.path)
    if entry.existed and PurePosixPath(entry.path).parts[0] not in _EDITED:
        raise EditError(N_("{sti} ligger utenfor det planlint kan endre"), sti=entry.path)


def _no_links(root: Path) -> None:
    folder = root / FOLDER
    if folder.is_symlink() or (folder.is_dir() and any(path.is_symlink() for path in folder.iterdir())):
        raise EditError(N_("{mappe} er eller inneholder en lenke. Slett den"), mappe=FOLDER)


def clear(root: Path) -> None:
    """Sweep the hidden folder: the journal first, so that it never names what is gone."""
    (root / JOURNAL).unlink(missing_ok=True)
    if (root / FOLDER).exists():
        shutil.rmtree(root / FOLDER)
