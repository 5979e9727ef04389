"""A change compared with the findings that a check gives before and after it: what `planlint diff` shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base.process_copy import WORTHWHILE
from planlint.base.second_process import Beside
from planlint.change.comparison import Comparison
from planlint.change.diff import diff
from planlint.check.request import Request
from planlint.check.run import diagnostics

if TYPE_CHECKING:
    from datetime import date

    from planlint.base.diagnostic import Diagnostic
    from planlint.change.diff import Asked
    from planlint.change.diff_model import Diff
    from planlint.change.revision import Pair
    from planlint.system.system import System


def _against(pair: Pair) -> System:
    """Give the plan system after the change, as the result of it: for the rules that compare."""
    before, after = pair.before, pair.after
    if before.register is None or after.register is None:
        return after
    unclear = Comparison("", before, after).unclear
    return replace(after, register=after.register.mot(before.register, unclear))


def judged(pair: Pair, asked: Asked, today: date) -> Diff:
    """Compare a plan system before and after a change; the rules are tried on both at once where there are cores."""
    after = _against(pair)

    def judge(system: System) -> list[Diagnostic]:
        return first.result() if system is pair.before else diagnostics(system, Request(today, base=asked.base))

    many = len(pair.before.contents) >= WORTHWHILE and pair.before.contents != after.contents
    first = Beside(lambda: diagnostics(pair.before, Request(today)), worthwhile=many)
    return diff(replace(pair, after=after), asked, today, judge)
