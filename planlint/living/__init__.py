"""A plan system in memory that follows its files: one replaced, judged again, and what stands at a place in a text.

May use `check`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.living.living import Living as Living, is_followed as is_followed
    from planlint.living.replace_files import replaced as replaced
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Living": "living:Living",
            "is_followed": "living:is_followed",
            "replaced": "replace_files:replaced",
        },
    )
