"""Files that a newer planlint has written: told in one sentence before anything else is read of them.

Read apart from the rest, as the language is: a newer format may be one that this planlint would find full of faults.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint import __version__
from planlint.base import N_
from planlint.model import FORMAT
from planlint.source import PLANSYSTEM
from planlint.system.usage_error import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

_DECLARED = re.compile(
    rb"""^(?:\xef\xbb\xbf)?(["']?)format\1[ \t]*:[ \t]*(["']?)([0-9]{1,9})\2[ \t]*(?:[ \t]#.*)?\r?$""", re.MULTILINE
)


def stop_at_newer(contents: Mapping[str, bytes | OSError]) -> None:
    """Stop at files in a format that is newer than what this planlint reads. Raises UsageError."""
    raw = contents.get(PLANSYSTEM)
    match = _DECLARED.search(raw) if isinstance(raw, bytes) else None
    if match and int(match[3]) > FORMAT:
        raise UsageError(
            N_(
                "Filene i plans/ har format {format}, og denne utgaven av planlint ({utgave}) leser bare format "
                "{siste} og eldre: installer en nyere planlint."
            ),
            format=int(match[3]),
            utgave=__version__,
            siste=FORMAT,
        )
