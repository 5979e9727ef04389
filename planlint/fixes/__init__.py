"""What `planlint fix` can mend: one file for each rule, safe or as a guess.

May use `edit`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.fixes.alone import LoneFix as LoneFix, each_alone as each_alone
    from planlint.fixes.fix import FixProposal as FixProposal
    from planlint.fixes.fix_request import FixRequest as FixRequest
    from planlint.fixes.fixable import FIXES as FIXES, FORM as FORM, fix_kinds as fix_kinds
    from planlint.fixes.run_fixes import Repaired as Repaired, repair as repair
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "FIXES": "fixable:FIXES",
            "FORM": "fixable:FORM",
            "FixProposal": "fix:FixProposal",
            "FixRequest": "fix_request:FixRequest",
            "LoneFix": "alone:LoneFix",
            "Repaired": "run_fixes:Repaired",
            "each_alone": "alone:each_alone",
            "fix_kinds": "fixable:fix_kinds",
            "repair": "run_fixes:repair",
        },
    )
