"""The manual, built beforehand by somebody else: laid beside the pages, which then lead to it.

Its address is known only where it is published, so it is published with the site: the link is relative, and is there
exactly when the manual is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.tables import BuildError

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "brukerveiledning"
FRONT = f"{FOLDER}/index.html"


def manual_files(folder: Path) -> dict[str, bytes]:
    """Return the files of a built manual by their paths in the site; links are left out.

    Raises BuildError where there is no manual in the folder, OSError where it cannot be read.
    """
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    found = {f"{FOLDER}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths}
    if FRONT not in found:
        raise BuildError(
            N_("Mappen {sti} har ingen brukerveiledning: index.html mangler. Kjør `make docs` først."), sti=folder
        )
    return found
