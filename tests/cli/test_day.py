"""The day: midnight, leap days, and other zones. `today` is Oslo's, and every command can be asked on any day."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from support.helpers import PLAN, fjordvik, run, write

from planlint.base.days import add_months, add_years, oslo_day

MOMENTS = {
    "2024-02-28T22:59:59+00:00": "2024-02-28",
    "2024-02-28T23:00:00+00:00": "2024-02-29",
    "2024-02-29T23:00:00+00:00": "2024-03-01",
    "2023-12-31T23:00:00+00:00": "2024-01-01",
    "2024-06-14T21:59:59+00:00": "2024-06-14",
    "2024-06-14T22:00:00+00:00": "2024-06-15",
    "2024-03-31T00:59:59+00:00": "2024-03-31",
    "2024-10-26T22:30:00+00:00": "2024-10-27",
    "2024-10-27T22:30:00+00:00": "2024-10-27",
    "2024-06-15T12:30:00+14:00": "2024-06-15",
    "2024-06-15T12:00:00-12:00": "2024-06-16",
}
DAYS = ("2024-02-29", "2000-02-29", "2023-02-28", "2024-12-31", "2025-01-01", "1900-01-01", "2100-12-31", "2096-02-29")
COMMANDS = (
    ("check",),
    ("todo",),
    ("build", "--format", "html,markdown,csv,json,ics"),
    ("forecast", "--until", "2030-12-31"),
    ("whatif", "opphev", "arealdel-2021"),
    ("propose", "--valgperiode", "2027-2031"),
    ("coverage",),
    ("upgrade",),
    ("review", "--list"),
    ("list", "plan"),
    ("show", "arealdel-2021"),
    ("export", "--format", "json", "--out", "ut.json"),
)


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_day_is_oslos(moment: str) -> None:
    """Around midnight, on leap days and when the clocks change, from whatever zone the moment is told."""
    assert str(oslo_day(datetime.fromisoformat(moment))) == MOMENTS[moment]


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001 - made aware below
def test_a_moment_has_one_day(moment: datetime, minutes: int) -> None:
    """The zone in which a moment is told makes no difference."""
    aware = moment.replace(tzinfo=UTC)
    assert oslo_day(aware) == oslo_day(aware.astimezone(timezone(timedelta(minutes=minutes))))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "UTC", "America/St_Johns", ":ikke/en/sone", ""])
def test_the_machines_own_zone_is_not_asked(tmp_path: Path, zone: str) -> None:
    """A runner in California and a laptop in Oslo judge on the same day, and write the same report."""
    code = (
        "from datetime import datetime as d, UTC; from planlint.base.days import oslo_day; "
        "print(oslo_day(d(2024, 2, 28, 23, 30, tzinfo=UTC)), oslo_day(d(2024, 2, 29, 22, 30, tzinfo=UTC)))"
    )
    done = subprocess.run([sys.executable, "-c", code], env={"TZ": zone}, capture_output=True, check=True, timeout=60)
    assert done.stdout == b"2024-02-29 2024-02-29\n"
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN.replace("2030", "2023"))
    here, there = (run("check", "--date", "2024-02-29", cwd=root, env=env) for env in ({}, {"TZ": zone}))
    assert (here.returncode, here.stdout) == (there.returncode, there.stdout)


@pytest.mark.parametrize("zone", [":/etc/passwd", "/dev/null", "UTC", "Europe/Oslo", ":", "x" * 300])
def test_a_zone_that_is_none_is_not_opened(tmp_path: Path, zone: str) -> None:
    """Neither a file that TZ names, nor one of a zone's name that lies where we stand."""
    root = fjordvik(tmp_path)
    (root / "Europe").mkdir()
    for name in ("UTC", "Europe/Oslo"):
        (root / name).write_text("ingen sone", encoding="utf-8")
    done = run("list", "plan", "--date", "2024-02-29", cwd=root, env={"TZ": zone})
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_every_command_on_every_kind_of_day(tmp_path: Path, words: tuple[str, ...], day: str) -> None:
    """29 February, New Year, and the first and last day that planlint reckons with: an answer, never a crash."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN.replace("2022-02-16", "2020-02-29"))
    done = run(*words, "--date", day, cwd=root)
    assert "Traceback" not in done.stderr
    if "2000-01-01" < day < "2030-01-01":
        assert done.returncode in {0, 1}, done.stderr
    else:  # long before or after the plans there may be nothing to tell of, and that is said
        assert done.returncode in {0, 1} or (done.returncode == 2 and done.stderr.startswith("planlint: ")), done.stderr


def test_a_leap_day_is_counted_as_people_do() -> None:
    """What was adopted on 29 February is four years old on 29 February, and due on the 28th in a common year."""
    leap = date(2024, 2, 29)
    assert [str(add_years(leap, years)) for years in (1, 4, -1, -24)] == [
        "2025-02-28", "2028-02-29", "2023-02-28", "2000-02-29",
    ]  # fmt: skip
    assert str(add_months(date(2024, 1, 31), 1)) == "2024-02-29"
    assert str(add_months(date(2023, 12, 31), 2)) == "2024-02-29"
