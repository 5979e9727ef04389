"""PL308 on a day that is two holidays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.helpers import PLAN, check, fjordvik, write


def test_of_two_holidays_on_one_day_the_first_is_named(tmp_path: Path) -> None:
    """17 May 2027 is Whit Monday too; names that are proper names keep their capital."""
    fjordvik(tmp_path)
    for day, name in (("2027-05-17", "andre pinsedag"), ("2024-05-09", "Kristi himmelfartsdag")):
        write(tmp_path, "planer/klimastrategi.yaml", PLAN.replace("2022-02-16", day))
        report = check(tmp_path, date(2027, 6, 15), select=("PL308",))
        assert [item.diagnostic.finding.args["navn"] for item in report.findings] == [name]
