"""A check from the request to the report: which rules run, what is known or excepted, where it stands.

May use `change`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.check.engine import (
        count_findings as count_findings,
        is_declared_fault as is_declared_fault,
    )
    from planlint.check.judged_change import judged as judged
    from planlint.check.locate import (
        NOWHERE as NOWHERE,
        Located as Located,
        LocatedRelated as LocatedRelated,
        Locator as Locator,
    )
    from planlint.check.municipalities import check_many as check_many, sentence as sentence
    from planlint.check.report import Municipality as Municipality, Report as Report
    from planlint.check.request import Request as Request
    from planlint.check.run import (
        Checked as Checked,
        check as check,
        diagnostics as diagnostics,
        is_whole as is_whole,
        report_of as report_of,
        report_on as report_on,
        report_steps as report_steps,
    )
    from planlint.check.settings import read_settings as read_settings
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Checked": "run:Checked",
            "Located": "locate:Located",
            "LocatedRelated": "locate:LocatedRelated",
            "Locator": "locate:Locator",
            "Municipality": "report:Municipality",
            "NOWHERE": "locate:NOWHERE",
            "Report": "report:Report",
            "Request": "request:Request",
            "check": "run:check",
            "check_many": "municipalities:check_many",
            "count_findings": "engine:count_findings",
            "diagnostics": "run:diagnostics",
            "is_declared_fault": "engine:is_declared_fault",
            "is_whole": "run:is_whole",
            "judged": "judged_change:judged",
            "read_settings": "settings:read_settings",
            "report_of": "run:report_of",
            "report_on": "run:report_on",
            "report_steps": "run:report_steps",
            "sentence": "municipalities:sentence",
        },
    )
