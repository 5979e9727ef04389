"""The plan of work: what a check finds, gathered by what is to be done, and what matters most first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.ahead.todo_commands import todo_commands
from planlint.ahead.todo_foreseen import foreseen
from planlint.ahead.whatif import register_in
from planlint.base import RuleClass, Severity, add_months
from planlint.rules import RULES
from planlint.text import alphabetical, has_kept_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planlint.base import Diagnostic, Message
    from planlint.system import System

_ABOUT_EXCEPTIONS = "PL9"
_CLASSES = (RuleClass.FORMAT, RuleClass.LOV, RuleClass.LOKAL)
_MONTHS, _LATE = 4, 6
"""The first last day is so many months ahead, as PL906 reminds 90 days before it; where that is after June, the last
one is at the end of the year after: nobody goes through everything in one autumn."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: the new findings of one rule, the most serious first, and what to type for the first of them.

    `is_acceptable`: they may be accepted as known findings; what is said of the list of those itself cannot.
    """

    code: str
    findings: tuple[Diagnostic, ...]
    commands: tuple[Message, ...]

    @property
    def severity(self) -> Severity:
        """How serious the most serious of them is."""
        return self.findings[0].severity

    @property
    def counts(self) -> dict[Severity, int]:
        """How many there are of each severity that there is any of, the most serious first."""
        counted = Counter(item.severity for item in self.findings)
        return {one: counted[one] for one in Severity if counted[one]}

    @property
    def is_acceptable(self) -> bool:
        """Whether `planlint avvik add` takes them."""
        return not self.code.startswith(_ABOUT_EXCEPTIONS)


@dataclass(frozen=True, slots=True)
class Todo:
    """All that is to be done, the most important first; and the days between which the rest may be accepted.

    `titles` are those of what the findings are about, by kind and id. `kept` are the titles of what has words of a
    table in its remark that the import did not understand.
    """

    tasks: tuple[Task, ...]
    titles: Mapping[str, str]
    today: date
    first: date
    last: date
    kept: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity, as `planlint check` counts them."""
        return {one: sum(task.counts.get(one, 0) for task in self.tasks) for one in Severity}

    @property
    def acceptable(self) -> int:
        """How many findings may be accepted for a time."""
        return sum(len(task.findings) for task in self.tasks if task.is_acceptable)


def make_todo(found: Iterable[Diagnostic], system: System) -> Todo:
    """Gather the new findings of a check: errors before warnings, the format and the law before one's own rules.

    `system` is what was checked, with its declaration.
    """
    register = register_in(system)
    by: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in sorted(found, key=lambda one: (one.severity.rank, one.entity, one.fingerprint)):
        if item.status == "new":
            by[item.code].append(item)
    tasks = [
        Task(code, tuple(items), (*foreseen(items[0], system), *todo_commands(items[0], register)))
        for code, items in by.items()
    ]
    tasks.sort(key=_weight)
    first = add_months(register.today.replace(day=1), _MONTHS)
    last = first.replace(year=first.year + (first.month > _LATE), month=12, day=31)
    every = [entity for entities in register.entities.values() for entity in entities.values()]
    kept = tuple(
        sorted((one.tittel for one in every if has_kept_words(getattr(one, "merknad", "") or "")), key=alphabetical)
    )
    return Todo(
        tuple(tasks),
        {one.entity: one.tittel for one in every},
        register.today,
        first,
        last,
        tuple(sorted(kept, key=alphabetical)),
    )


def _weight(task: Task) -> tuple[int, int, int, str]:
    return task.severity.rank, _CLASSES.index(RULES[task.code].klasse), -len(task.findings), task.code
