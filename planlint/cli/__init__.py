"""The commands: parse what was asked, hand it on, print the answer. The only room that knows click.

May use `site`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.cli.lazy_group import planlint as planlint
    from planlint.cli.stopped import listen as listen
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "listen": "stopped:listen",
            "planlint": "lazy_group:planlint",
        },
    )
