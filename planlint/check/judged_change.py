"""A change compared with the findings that a check gives before and after it: what `planlint diff` shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base.process_copy import WORTHWHILE
from planlint.base.second_process import Beside
from planlint.change.diff import diff
from planlint.check.request import Request
from planlint.check.run import diagnostics

if TYPE_CHECKING:
    from datetime import date

    from planlint.base.diagnostic import Diagnostic
    from planlint.change.comparison import Comparison
    from planlint.change.diff_model import Diff
    from planlint.system.system import System


def judged(change: Comparison, today: date) -> Diff:
    """Compare a plan system before and after a change; the rules are tried on both at once where there are cores."""
    before = change.before

    def judge(system: System) -> list[Diagnostic]:
        return first.result() if system is before else diagnostics(system, Request(today, base=change.rev))

    many = len(before.contents) >= WORTHWHILE and bool(change.touched)
    first = Beside(lambda: diagnostics(before, Request(today)), worthwhile=many)
    return diff(replace(change, after=change.result()), today, judge)
