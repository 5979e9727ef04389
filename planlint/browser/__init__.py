"""A plan system in a reader's browser: what a site brings of its files, and a change judged as it is typed.

May use `exports`, `imports`, `forms`, `hosts`, `start` and `lsp`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.browser.brought import read_register as read_register, register_file as register_file
    from planlint.browser.visit import Visit as Visit
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Visit": "visit:Visit",
            "read_register": "brought:read_register",
            "register_file": "brought:register_file",
        },
    )
