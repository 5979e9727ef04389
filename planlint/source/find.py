"""Find the files of a plan system, in one order everywhere."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PLANS = "plans"
PLANSYSTEM = f"{PLANS}/plansystem.yaml"
AVVIK = f"{PLANS}/avvik"
"""The folder of known findings, one file each."""
AVVIK_LIST = f"{AVVIK}.yaml"
"""The list of format 1: all known findings in one file."""
JOURNAL_FOLDER = f"{PLANS}/.planlint"
JOURNAL = f"{JOURNAL_FOLDER}/journal.json"  # there while `planlint.edit.transaction` puts files in place


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file by its path from the root (forward slashes); `kind` is empty where the folder says none."""

    path: str
    kind: str

    @property
    def stem(self) -> str:
        """The file's name without folder and extension."""
        return self.path.rpartition("/")[2].rpartition(".")[0]


def _kind(path: str) -> str:
    """Give the kind that a file's folder says that it holds; "" where it says none."""
    from planlint.model import FOLDERS  # noqa: PLC0415 - the models are slow to import, and to find a root needs none

    return FOLDERS.get(path.split("/")[1], "") if path.count("/") > 1 else ""


def entity_of(path: str) -> str:
    """Give the entity that a file holds, as "kind/id"; the path itself where the folder says no kind."""
    kind = _kind(path)
    return f"{kind}/{SourceFile(path, kind).stem}" if kind else path


def is_avvik(path: str) -> bool:
    """Tell whether a file holds known findings: one of them in its folder, or the list of format 1."""
    return path == AVVIK_LIST or (path.startswith(f"{AVVIK}/") and not is_text_file(path))


def find_root(start: Path) -> Path | None:
    """Give the nearest folder from `start` upwards that holds plans/plansystem.yaml, or None."""
    for folder in (start, *start.parents):
        try:
            if (folder / PLANSYSTEM).is_file():
                return folder
        except PermissionError:
            return folder  # it has a plans/ that may not be read: whoever opens it says so
    return None


def _linked_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether a folder is only a link to one: it is not gone into, but told of as a file is."""
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:
        return False  # a ring


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) or is_text_file(name)


def is_text_file(path: str) -> bool:
    """Tell whether a file is YAML by its name, saved as a text file: Windows does not show the ending."""
    return path.lower().endswith((".yaml.txt", ".yml.txt"))


def _walk(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{prefix}{entry.name}/")
        elif _is_yaml(entry.name) or _linked_folder(entry):
            yield prefix + entry.name


def _source(path: str) -> SourceFile:
    return SourceFile(path, _kind(path))


def find_files(root: Path) -> list[SourceFile]:
    """List every YAML file under plans/, sorted by path; folders that begin with a dot are left out.

    What has the name of a YAML file and is none (a link, a pipe), and a folder that is a link, are listed, too: whoever
    reads them says so.

    Raises OSError when a folder cannot be read.
    """
    return [_source(path) for path in sorted(_walk(os.fspath(root / PLANS), f"{PLANS}/"))]


def pick_files(paths: Iterable[str]) -> list[SourceFile]:
    """Give those of the paths that `find_files` would find, sorted: what a git revision holds is no folder to walk."""
    return [
        _source(path)
        for path in sorted(paths)
        if _is_yaml(path) and not any(step.startswith(".") for step in path.split("/"))
    ]
