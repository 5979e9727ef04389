"""A plan system in a reader's browser: what a site brings of its files, and a change judged as it is typed.

May use `forms`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.browser.register_file import (
        Brought as Brought,
        read_register as read_register,
        register_file as register_file,
    )
    from planlint.browser.session import Session as Session
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Brought": "register_file:Brought",
            "Session": "session:Session",
            "read_register": "register_file:read_register",
            "register_file": "register_file:register_file",
        },
    )
