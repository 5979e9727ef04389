"""Writing: beside first, then renamed, so that no file is ever half written."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex

_STREAMS = frozenset((Path("/dev"), Path("/dev/fd")))

_PORTS = (f"{port}{at}" for port in ("com", "lpt") for at in "0123456789¹²³")
RESERVED = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))
"""What Windows keeps for devices, whatever ending follows: no file or folder can have these names there."""


def is_reserved(name: str) -> bool:
    """Tell whether no Windows machine can have a file or a folder of a name."""
    return name.partition(".")[0].rstrip(" ").casefold() in RESERVED


def beside(path: Path) -> Path:
    """Give a hidden name in the same folder, that nobody has; never longer than the file system allows."""
    return path.with_name(f".planlint-{token_hex(6)}")


def is_stream(path: Path) -> bool:
    """Tell whether a path is a stream or a device, which is never replaced: `/dev/stdout` may lead to a file, too."""
    absolute = path.absolute()
    if os.name != "nt" and (absolute.parent in _STREAMS or Path("/proc") in absolute.parents):
        return True
    return path.exists() and not path.is_file() and not path.is_dir()


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    A stream or a device is written to as it stands. Raises OSError that names the file, and leaves nothing behind then,
    nor when it is interrupted.
    """
    if is_stream(path):
        with open(os.open(path, os.O_WRONLY | os.O_APPEND), "wb") as stream:  # noqa: PTH123 - never made, never emptied
            stream.write(data)
        return
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
