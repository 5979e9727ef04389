"""Put an export in place: whole or not at all, and never over what somebody may have worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.base.files import write_bytes
from planlint.exports.publish import publish
from planlint.tables.build_error import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MERKE = ".planlint-eksport"
"""A file that says that an export made the folder, and may replace it."""


def _finnes(path: Path) -> BuildError:
    text = N_(
        "{sti} finnes fra før, med et annet innhold. Er den endret, kan du lese den inn med `planlint import`. Velg "
        "et annet navn med --out, eller skriv over med --overwrite."
    )
    return BuildError(text, sti=path)


def skriv_fil(path: Path, data: bytes, *, overwrite: bool) -> bool:
    """Write a file; give False where it was so already.

    Raises BuildError where it is there with another content and may not be written over, OSError where it cannot be.
    """
    if path.is_file():
        if path.read_bytes() == data:
            return False
        if not overwrite:
            raise _finnes(path)
    write_bytes(path, data)
    return True


def _innhold(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != MERKE and path.is_file()}


def skriv_mappe(folder: Path, files: Mapping[str, bytes], *, overwrite: bool) -> bool:
    """Write the files into a folder of their own; give False where they were so already.

    Raises BuildError where the folder is not an export, or has been worked on and may not be written over; OSError.
    """
    if (folder / MERKE).is_file():
        if (found := _innhold(folder)) == files:
            return False
        if found and not overwrite:
            raise _finnes(folder)
    publish(folder, files, lambda _: None, MERKE)
    return True
