"""babel's way to write dates, had without asking which zone the machine is in.

babel asks when it is imported: it opens the file that TZ names, also one of that name where we stand, and fails where
it is no zone. Nothing of ours depends on a zone, so TZ is away meanwhile.
"""

from __future__ import annotations

import os

__all__ = ["format_date", "format_skeleton"]
_zone = os.environ.pop("TZ", None)
try:
    from babel.dates import format_date, format_skeleton
finally:
    if _zone is not None:
        os.environ["TZ"] = _zone
