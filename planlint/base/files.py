"""Writing: beside first, then renamed, so that no file is ever half written."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


_PORTS = (f"{port}{at}" for port in ("com", "lpt") for at in "0123456789¹²³")
RESERVED = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))
"""What Windows keeps for devices, whatever ending follows: no file or folder can have these names there."""


def is_reserved(name: str) -> bool:
    """Tell whether no Windows machine can have a file or a folder of a name."""
    return name.partition(".")[0].rstrip(" ").casefold() in RESERVED


def beside(path: Path) -> Path:
    """Give a hidden name in the same folder, that nobody has; never longer than the file system allows."""
    return path.with_name(f".planlint-{token_hex(6)}")


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises OSError that names the file, and leaves nothing behind then, nor when it is interrupted.
    """
    fresh = beside(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("xb") as file:
            file.write(data)
        fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        fresh.replace(path)
    except BaseException as error:
        fresh.unlink(missing_ok=True)
        if isinstance(error, OSError) and (error.filename in {None, str(fresh)}):
            error.filename, error.filename2 = str(path), None
        raise


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text with line feeds, whole or not at all; what no UTF-8 has, as its code. Raises OSError."""
    write_bytes(path, text.encode(errors="backslashreplace"))
