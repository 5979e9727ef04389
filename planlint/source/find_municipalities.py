"""Where the plan systems of several municipalities lie: folders that are named, or that lie in a folder that is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planlint.source.find import PLANS, PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEPTH = 3
"""How far down in a folder of municipalities they are looked for: land/fylke/kommune."""


class Root(NamedTuple):
    """A municipality's folder, and how it is shown: from the folder that they all lie in, with forward slashes."""

    path: Path
    name: str

    @property
    def before(self) -> str:
        """What stands before the paths of its files."""
        return "" if self.name == "." else f"{self.name}/"


class Roots(NamedTuple):
    """The folder that all the municipalities lie in, and each of them, in the order in which they are shown."""

    top: Path
    all: tuple[Root, ...]


def _is_root(folder: Path) -> bool:
    """Tell whether a plan system is meant to be here, also where plansystem.yaml is missing or may not be read."""
    from planlint.model import FOLDERS  # noqa: PLC0415 - the models are slow to import

    try:
        return (folder / PLANSYSTEM).is_file() or any((folder / PLANS / name).is_dir() for name in FOLDERS)
    except PermissionError:
        return True


def _below(folder: Path, depth: int = DEPTH) -> Iterator[Path]:
    """Yield the plan systems in a folder; none lies in another. Hidden folders and links are not gone into.

    A folder that may not be read is given too: whoever opens it says so.
    """
    try:
        with os.scandir(folder) as entries:
            names = [one.name for one in entries if one.name[0] != "." and one.is_dir(follow_symlinks=False)]
    except OSError:
        yield folder
        return
    for name in sorted(names):
        if _is_root(folder / name):
            yield folder / name
        elif depth > 1:
            yield from _below(folder / name, depth - 1)


def several(given: Sequence[Path]) -> Roots | None:
    """Give the plan systems in the folders given, each once; None where there is one folder and it is no collection."""
    found: dict[Path, Path] = {}
    for folder in given:
        for path in [folder] if _is_root(folder) else [*_below(folder)] or [folder]:
            found.setdefault(path.resolve(), Path(os.path.abspath(path)))  # noqa: PTH100 - a link keeps its name
    if len({path.resolve() for path in given}) == 1 and given[0].resolve() in found:
        return None
    top = Path(os.path.commonpath([os.path.abspath(path) for path in given]))  # noqa: PTH100 - as above
    roots = [Root(path, Path(os.path.relpath(path, top)).as_posix()) for path in found.values()]
    return Roots(top, tuple(sorted(roots, key=lambda root: f"{root.before}{PLANS}/")))
