"""From a catalogue as people write it (.po) to the file that is quick to load (.mo), for the build of the package.

Nothing of planlint is imported here: hatch_build.py runs this file before planlint is installed.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = {"nb": "nb", "nn": "nn", "en": "en_GB"}
"""The languages, and what each is called where dates, numbers and plurals are looked up."""
_NO_DAY = datetime(2020, 1, 1, tzinfo=UTC)  # babel writes days into the file: the same catalogue, the same bytes


def compiled(source: Path) -> bytes:
    """Give the .mo of a .po that is named after its language. Raises OSError where it cannot be read."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - an installed planlint has its .mo files
    from babel.messages.pofile import read_po  # noqa: PLC0415 - as above

    catalogue = read_po(io.BytesIO(source.read_bytes()), locale=LANGUAGES[source.stem])
    catalogue.creation_date = catalogue.revision_date = _NO_DAY
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()
