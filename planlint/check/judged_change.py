"""A change compared with the findings that a check gives before and after it: what `planlint diff` shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import WORTHWHILE, Beside
from planlint.change import make_diff
from planlint.check.request import Request
from planlint.check.run import diagnostics

if TYPE_CHECKING:
    from datetime import date

    from planlint.base import Diagnostic
    from planlint.change import Comparison, Diff
    from planlint.system import System


def judged(change: Comparison, today: date) -> Diff:
    """Compare a plan system before and after a change; the rules are tried on both at once where there are cores."""
    before, asked = change.before, Request(today, base=change.rev, full=change.edited)

    def judge(system: System) -> list[Diagnostic]:
        return first.result() if system is before else diagnostics(system, asked)

    many = len(before.contents) >= WORTHWHILE and bool(change.touched)
    first = Beside(lambda: diagnostics(before, Request(today)), worthwhile=many)
    return make_diff(replace(change, after=change.result()), today, judge)
