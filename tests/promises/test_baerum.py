"""The real plan system in plans/: what is known to be true of it must be found, on its own day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from support.helpers import check

from planlint.base import Severity
from planlint.output.words import words_of
from planlint.system.system import open_system
from planlint.text import language

ROOT = Path(__file__).parents[2]
DAYS = (date(2019, 6, 1), date(2024, 2, 2), date(2026, 11, 21))


@cache
def found(day: date) -> dict[str, set[str]]:
    """Give the entities that each rule has something to say about, known deviations and gaps included."""
    report = check(ROOT, day)
    by_rule: dict[str, set[str]] = {}
    for item in (*report.findings, *report.known, *report.suppressed, *report.gaps):
        by_rule.setdefault(item.diagnostic.code, set()).add(item.diagnostic.entity.rpartition("/")[2])
    return by_rule


def errors(day: date) -> int:
    """Give how many errors of the day are not accepted."""
    return sum(item.diagnostic.severity is Severity.FEIL for item in check(ROOT, day).findings)


@pytest.mark.parametrize("day", DAYS)
def test_files_are_sound(day: date) -> None:
    """No file is broken, no reference is open, and no goal hangs in a ring, whatever the day."""
    assert not [code for code in found(day) if code.startswith(("PL0", "PL10")) and code != "PL105"]


def test_the_days_differ() -> None:
    """A plan that expires in 2020 is no finding in 2019, and a revision due in 2020 is overdue in 2024."""
    spring, workshop, today = (found(day) for day in DAYS)
    assert "rusmiddelpolitisk-handlingsplan-2016-2020" not in spring["PL301"]
    assert "rusmiddelpolitisk-handlingsplan-2016-2020" in workshop["PL301"]
    assert spring["PL301"] < workshop["PL301"] < today["PL301"]
    assert "PL302" not in spring
    assert "mobilitetsstrategi" in workshop["PL302"]
    assert ("PL311" in workshop, "PL311" in today) == (False, True)


def test_decisions_on_days_off() -> None:
    """6 January 2019 was a Sunday, and 25 May 2015 was Whit Monday; both stand as adoption dates in the sources."""
    assert found(DAYS[0])["PL308"] == {
        "kommunedelplan-for-tanumplataaet-og-horninmarka",
        "handlingsplan-vold-og-overgrep-2019-2022",
    }


def test_contradicting_sources() -> None:
    """Two plans have sources that state different days for the same thing."""
    assert found(DAYS[2])["PL802"] == {"ldip-2019-2038", "virksomhetsanalyse-2019-bistand-og-omsorg"}


def test_the_old_samfunnsdel_is_replaced() -> None:
    """From 23 June 2021 on, plans that hang under the samfunnsdel of 2016 are one work list."""
    assert "PL407" not in found(DAYS[0])
    assert found(DAYS[1])["PL407"] == {"kommuneplanens-samfunnsdel-2016"}


@pytest.mark.parametrize(("day", "samfunnsdel"), [(DAYS[0], 2016), (DAYS[1], 2021)])
def test_which_samfunnsdel_is_in_force(day: date, samfunnsdel: int) -> None:
    """The register on a day has the samfunnsdel of that day."""
    register = open_system(ROOT, day).register
    assert register is not None
    assert [plan.id for plan in register.plans_with_rolle("samfunnsdel")] == [
        f"kommuneplanens-samfunnsdel-{samfunnsdel}"
    ]


def test_the_planstrategi_is_judged_by_its_own_day() -> None:
    """The deadline for 2019–2023 was 31 October 2020: nothing is said before, and the law is named after."""
    assert "planstrategi-2019-2023" not in found(DAYS[0]).get("PL601", set())
    assert "planstrategi-2019-2023" in found(DAYS[1])["PL601"]


def test_nothing_is_called_unlawful() -> None:
    """What is not documented is called not documented."""
    for day in DAYS:
        report = check(ROOT, day)
        for item in (*report.findings, *report.known):
            assert "ulovlig" not in " ".join(words_of(item, language("nb"))).lower()


def test_all_of_it_is_there() -> None:
    """Every kind of the sources is there, in the numbers that two readers agreed on."""
    register = open_system(ROOT, DAYS[2]).register
    assert register is not None
    goals = [maal.plan for maal in register.maal.values()]
    assert goals.count("kommuneplanens-samfunnsdel-2021") == 108
    assert goals.count("kommuneplanens-samfunnsdel-2016") == 59
    assert goals.count("klimastrategi-2030") == 11 + 3, "its goals, and its three areas"
    measures = [tiltak.plan for tiltak in register.tiltak.values()]
    assert measures.count("handlingsplan-klimastrategi-2030") == 35
    assert measures.count("handlingsprogram-2020-2023") == 76, "Veikart 2024, Omstilling 2024 and the like"
    assert goals.count("handlingsprogram-2020-2023") == 6 + 41 + 4 + 14 + 2, "areas, their aims, digital goals, care"
    drafts = Counter(maal.type for maal in register.utkast.values())
    assert drafts == {"hovedmål": 4, "delmål": 17, "strategi": 35, "arealstrategi": 25}
    assert all(maal.blir for maal in register.utkast.values())
    assert len(register.innspill) == 236
    assert all(item.maal and item.kilder for item in register.innspill.values())
    assert not [item.id for item in register.innspill.values() if item.svar or item.stemmer], "no source tells them"
    budsjett = register.planer["handlingsprogram-2020-2023"].budsjett
    assert budsjett is not None
    assert len(budsjett.poster) == 16, "the climate budget"
    assert (len(register.indikatorer), len(register.utfordringer)) == (116, 65)
    assert len(register.planer) >= 100


def test_what_the_sources_do_not_tell_is_no_finding() -> None:
    """The sources are silent about most of what is missing: it is a gap, today and by New Year, and never an error."""
    for day in (DAYS[2], date(2028, 1, 2)):
        report = check(ROOT, day)
        gaps = {item.diagnostic.code for item in report.gaps}
        assert {"PL201", "PL401", "PL408", "PL409", "PL614", "PL702", "PL703", "PL706", "PL804"} <= gaps
        rest = [item.diagnostic for item in (*report.findings, *report.known)]
        assert not [item for item in rest if item.code in {"PL201", "PL702", "PL703", "PL706", "PL708"}]
        assert all(item.diagnostic.sources for item in report.gaps)


def test_the_known_deviations_are_ones_to_sign() -> None:
    """They are at most 70, each has a reason of its own and a last day, and at most 10 end on one day."""
    avvik = [known.avvik for known in open_system(ROOT, DAYS[2]).loaded.avvik]
    reasons, ends = Counter(one.grunn for one in avvik), Counter(one.til for one in avvik)
    assert len(avvik) <= 70
    assert (max(reasons.values()), None in ends) == (1, False)
    assert max(ends.values()) <= 10


def test_no_day_turns_the_check_red_at_once() -> None:
    """There is no error today; where nobody renews anything they come few at a time, and none by New Year."""
    first = min(known.avvik.til or DAYS[2] for known in open_system(ROOT, DAYS[2]).loaded.avvik)
    assert errors(DAYS[2]) == errors(first) == 0
    assert 0 < errors(first + timedelta(days=1)) <= 10
    for year in (2028, 2029):
        assert errors(date(year, 1, 1)) == errors(date(year - 1, 12, 30))


def test_nothing_is_found_for_the_passing_of_time_alone() -> None:
    """What is found on the second day of 2028 is what is found today; an avvik that ends is told by its own day."""
    today, later = found(DAYS[2]), found(date(2028, 1, 2))
    assert {code for code in later if later[code] - today.get(code, set())} <= {"PL906"}
