"""What is said to the host of a repository: the comment, the nightly issue, CODEOWNERS.

May use `tables`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.hosts.codeowners import (
        CodeownersError as CodeownersError,
        block as block,
        merged as merged,
        place as place,
        repository as repository,
    )
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "CodeownersError": "codeowners:CodeownersError",
            "block": "codeowners:block",
            "merged": "codeowners:merged",
            "place": "codeowners:place",
            "repository": "codeowners:repository",
        },
    )
