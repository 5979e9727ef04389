"""A plan system in memory that follows its files: one replaced, judged again, and what stands at a place in a text.

May use `check`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.living.living import Living as Living, is_followed as is_followed
    from planlint.living.outline import outline_at as outline_at
    from planlint.living.pointed import (
        SECTIONS as SECTIONS,
        Pointed as Pointed,
        declared as declared,
        kind_of_file as kind_of_file,
        references_in as references_in,
        title_of as title_of,
    )
    from planlint.living.replace_files import listed as listed, replaced as replaced
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Living": "living:Living",
            "Pointed": "pointed:Pointed",
            "SECTIONS": "pointed:SECTIONS",
            "declared": "pointed:declared",
            "is_followed": "living:is_followed",
            "kind_of_file": "pointed:kind_of_file",
            "listed": "replace_files:listed",
            "outline_at": "outline:outline_at",
            "references_in": "pointed:references_in",
            "replaced": "replace_files:replaced",
            "title_of": "pointed:title_of",
        },
    )
