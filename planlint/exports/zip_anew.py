"""An office file is a zip: packed anew in one order and with one time, so that the same content is the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date

_FIRST_YEAR = 1980
"""The first year that a zip can tell of."""


def zip_anew(raw: bytes, day: date, without: Container[str] = ()) -> bytes:
    """Give a zip with the same files, those in `without` left out, all of them made on the day."""
    out = io.BytesIO()
    when = (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in without:
                info = zipfile.ZipInfo(name, when)
                info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 0, 0
                new.writestr(info, old.read(name))
    return out.getvalue()
