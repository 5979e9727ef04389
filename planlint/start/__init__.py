"""A new municipality's plan system: a small, whole example that is to be replaced file by file.

May use `tables`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.start import example as example
    from planlint.start.action import ACTION as ACTION, CHECK as CHECK
    from planlint.start.example import obstacles as obstacles
    from planlint.start.other_hosts import GITHUB as GITHUB, OTHERS as OTHERS, on_host as on_host
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "ACTION": "action:ACTION",
            "CHECK": "action:CHECK",
            "GITHUB": "other_hosts:GITHUB",
            "OTHERS": "other_hosts:OTHERS",
            "example": ":example",
            "obstacles": "example:obstacles",
            "on_host": "other_hosts:on_host",
        },
    )
