"""A time is told no nearer than it is known: where the files have years alone, no rule tells of a day of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from support.years import only_years

from planlint.base.trouble import Message
from planlint.check.request import Request
from planlint.check.run import report_of
from planlint.output.examples import BASE, lay_out
from planlint.system.system import open_system

EXAMPLES = sorted(path for path in Path(__file__).parent.glob("PL*/bad-*") if not (path / BASE).is_dir())
DAYS = {
    *(("PL310", name) for name in ("valg", "frist", "fra", "til")),  # an election, and what the law counts from it
    *(("PL601", "frist"), ("PL610", "slutt"), ("PL613", "frist"), ("PL615", "til"), ("PL616", "frist")),  # the law's
    ("PL313", "mot"),  # the last day of a term
    *(("PL210", "bekreftet"), ("PL311", "dato"), ("PL311", "ny"), ("PL312", "dato")),  # fields that hold a day
    *(("PL906", "dato"), ("PL907", "dato"), ("PL907", "til")),  # the last day of a known deviation or an exception
}
"""What is a day in a finding all the same, by rule and name."""


def _days(value: object) -> Iterator[date]:
    match value:
        case date():
            yield value
        case Message():
            for one in (*(told for _, told in value.args), *value.mer):
                yield from _days(one)
        case tuple() | list():
            for one in value:
                yield from _days(one)


def test_a_year_in_the_files_is_a_day_in_no_finding(tmp_path: Path) -> None:
    """Every rule's bad examples, with years alone: the days that are told are those of the law and of the day asked."""
    told, years = set(), 0
    for number, example in enumerate(EXAMPLES):
        root = tmp_path / str(number)
        day = lay_out(example, root)
        only_years(root)
        report = report_of(open_system(root, day), Request(day, select=(example.parent.name,)))
        for item in report.findings:
            years += 1
            args = dict(item.diagnostic.finding.args)
            told |= {(item.diagnostic.code, name) for name, value in args.items() if {*_days(value)} - {day}}
    assert told <= DAYS, sorted(told - DAYS)
    assert years > len(EXAMPLES) // 2
