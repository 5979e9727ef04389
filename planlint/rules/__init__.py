"""The rules, one file each, and what a rule is. Nobody imports a single rule.

May use `system`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.rules.all_rules import RULES as RULES
    from planlint.rules.rule import Rule as Rule, finding as finding, related as related, titled as titled
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "RULES": "all_rules:RULES",
            "Rule": "rule:Rule",
            "finding": "rule:finding",
            "related": "rule:related",
            "titled": "rule:titled",
        },
    )
