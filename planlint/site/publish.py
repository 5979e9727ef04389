"""Put a finished site in place: all of it or nothing, and pages that are gone are gone."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.site.render import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MARK = ".planlint-site"
"""A file that says that planlint made the folder, and may replace it."""


def publish(out: Path, files: Mapping[str, bytes], finish: Callable[[Path], None], mark: str = MARK) -> None:
    """Write files into a new folder beside `out`, let `finish` add to it, and put it in the place of `out`.

    `mark` is the file that says what made the folder. Raises BuildError when `out` holds something that planlint did
    not make, and OSError when it cannot be written; the old folder is then as it was.
    """
    if out.exists() and any(out.iterdir()) and not (out / mark).exists():
        message = f"Mappen {out} finnes fra før og er ikke laget av planlint. Velg en annen med --out, eller tøm den."
        raise BuildError(message)
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
    try:
        fresh.chmod(0o755)
        for name, data in {**files, mark: b""}.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        finish(fresh)
        _swap(out, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(out: Path, fresh: Path) -> None:
    """Put `fresh` in the place of `out`; the old folder is put back if that fails."""
    old = fresh.with_name(f"{fresh.name}.old")
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except BaseException:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
