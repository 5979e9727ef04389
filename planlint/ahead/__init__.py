"""What lies ahead: the forecast, what-if, and a draft planstrategi with its reasons.

May use `edit`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.ahead.agenda import (
        Agenda as Agenda,
        AgendaRow as AgendaRow,
        make_agenda as make_agenda,
    )
    from planlint.ahead.draft import Utkast as Utkast, utkast as utkast
    from planlint.ahead.due import Due as Due, find_due as find_due
    from planlint.ahead.expected import find_expected as find_expected
    from planlint.ahead.forecast import (
        Forecast as Forecast,
        Quarter as Quarter,
        Start as Start,
        make_forecast as make_forecast,
    )
    from planlint.ahead.half_year import half_year_of as half_year_of
    from planlint.ahead.matter import Matter as Matter
    from planlint.ahead.proposal import PlanProposal as PlanProposal
    from planlint.ahead.todo import Task as Task, Todo as Todo, make_todo as make_todo
    from planlint.ahead.whatif import (
        ProposalError as ProposalError,
        WhatIf as WhatIf,
        adopt as adopt,
        adopt_file as adopt_file,
        delete as delete,
        repeal as repeal,
    )
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "Agenda": "agenda:Agenda",
            "AgendaRow": "agenda:AgendaRow",
            "Due": "due:Due",
            "Forecast": "forecast:Forecast",
            "Matter": "matter:Matter",
            "PlanProposal": "proposal:PlanProposal",
            "ProposalError": "whatif:ProposalError",
            "Quarter": "forecast:Quarter",
            "Start": "forecast:Start",
            "Task": "todo:Task",
            "Todo": "todo:Todo",
            "Utkast": "draft:Utkast",
            "WhatIf": "whatif:WhatIf",
            "adopt": "whatif:adopt",
            "adopt_file": "whatif:adopt_file",
            "delete": "whatif:delete",
            "find_due": "due:find_due",
            "find_expected": "expected:find_expected",
            "half_year_of": "half_year:half_year_of",
            "make_agenda": "agenda:make_agenda",
            "make_forecast": "forecast:make_forecast",
            "make_todo": "todo:make_todo",
            "repeal": "whatif:repeal",
            "utkast": "draft:utkast",
        },
    )
