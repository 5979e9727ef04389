"""Put an export in place: whole or not at all, and never over what somebody may have worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, write_bytes
from planlint.exports.publish import publish_folder
from planlint.tables import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MARK = ".planlint-eksport"
"""A file that says that an export made the folder, and may replace it."""


def _exists(path: Path) -> BuildError:
    text = N_(
        "{sti} finnes fra før, med et annet innhold. Er den endret, kan du lese den inn med `planlint import`. Velg "
        "et annet navn med --out, eller skriv over med --overwrite."
    )
    return BuildError(text, sti=path)


def write_file(path: Path, data: bytes, *, overwrite: bool) -> bool:
    """Write a file; give False where it was so already.

    Raises BuildError where it is there with another content and may not be written over, OSError where it cannot be.
    """
    if path.is_file():
        if path.read_bytes() == data:
            return False
        if not overwrite:
            raise _exists(path)
    write_bytes(path, data)
    return True


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != MARK and path.is_file()}


def write_folder(folder: Path, files: Mapping[str, bytes], *, overwrite: bool) -> bool:
    """Write the files into a folder of their own; give False where they were so already.

    Raises BuildError where the folder is not an export, or has been worked on and may not be written over; OSError.
    """
    if (folder / MARK).is_file():
        if (found := _contents(folder)) == files:
            return False
        if found and not overwrite:
            raise _exists(folder)
    publish_folder(folder, files, lambda _: None, MARK)
    return True
