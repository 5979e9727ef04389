"""PL601 to the day: the golden cases of § 10-1, by term, body and what the register reaches back to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, write
from support.lovkrav_cases import declare, laws, strategi, voted
from support.rule_cases import found

from planlint.base import Severity
from planlint.output.check_formats import render


def test_a_planstrategi_of_december_2020_is_late(root: Path) -> None:
    """The council was constituted in October 2019, so the year ended in October 2020."""
    strategi(root, "2019-2023", voted("2020-12-17"))
    assert found(root, "PL601") == [("planstrategi/planstrategi-2019-2023", "")]
    assert laws(root, "PL601") == [("pbl-10-1",)]
    assert found(root, "PL601", "2020-12-16") == [("planstrategi/planstrategi-2019-2023", "ikke_vedtatt")]
    assert found(root, "PL601", "2020-10-31") == []


def test_a_planstrategi_of_june_2020_is_not_late(root: Path) -> None:
    """It came within the year, whatever the planner called the term."""
    strategi(root, "2020-2023", voted("2020-06-23"))
    assert found(root, "PL601") == []


@pytest.mark.parametrize("term", ["0000-0004", "1995-1999", "2027-2031", "9999-9999"])
def test_terms_out_of_reach_are_not_judged(root: Path, term: str) -> None:
    """Before the elections that we know, before the law, and to come."""
    strategi(root, term)
    assert found(root, "PL601") == []


def test_the_first_adoption_by_the_council_decides(root: Path) -> None:
    """A second planstrategi of the same term is a revision; a day in doubt is not held against anybody."""
    strategi(root, "2019-2023", voted("2021-06-23"))
    strategi(root, "2020-2023", voted("2020-06-23"))
    assert found(root, "PL601") == []
    (root / "plans/planstrategier/planstrategi-2020-2023.yaml").unlink()
    strategi(root, "2019-2023", voted("2021-06-23") + ", usikker: true")
    assert found(root, "PL601") == []


def test_a_council_by_another_name(root: Path) -> None:
    """A bystyre is a council; a body that is not declared is PL102's matter."""
    declare(root)
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8").replace("hovedutvalget: {navn: hovedutvalget}", "by: {navn: Bystyret}")
    file.write_text(text, encoding="utf-8")
    strategi(root, "2019-2023", voted("2020-06-23", "by"))
    assert found(root, "PL601") == []


def test_a_term_without_planstrategi_is_told_once_the_year_is_over(root: Path) -> None:
    """Not where the register does not reach back, and not where a file that cannot be read may be it."""
    strategi(root, "2019-2023", voted("2020-06-23"))
    assert found(root, "PL601", "2024-10-31") == []
    assert found(root, "PL601", "2024-11-01") == [("planstrategi/planstrategi-2019-2023", "mangler")]
    assert found(root, "PL601", "2019-09-01") == []
    write(root, "planstrategier/ny.yaml", "tittel: [")
    assert found(root, "PL601", "2024-11-01") == []


@pytest.mark.parametrize(("day", "late"), [("2020-10-31", False), ("2020-11-01", True)])
def test_the_last_day_for_the_planstrategi(root: Path, day: str, late: bool) -> None:
    """A year from the day the council was constituted, that day counted."""
    strategi(root, "2019-2023", voted(day))
    assert bool(found(root, "PL601")) is late


def test_a_term_counts_from_its_first_year(root: Path) -> None:
    """The wrong body is the wrong body in the year of the election too."""
    strategi(root, "2023-2027", voted("2023-11-20", "hovedutvalget"))
    assert found(root, "PL601", "2023-12-01") == [("planstrategi/planstrategi-2023-2027", "organ")]


@pytest.mark.parametrize("older", ["1999-2003", "2015-2019"])
def test_the_term_that_is_over_is_not_asked_about(root: Path, older: str) -> None:
    """From the day the new council is constituted, its own planstrategi is what is to come; the old is only told of."""
    strategi(root, older, voted(f"{int(older[:4]) + 1}-06-14"))
    name = f"planstrategi/planstrategi-{older}"
    assert (name, "mangler") in found(root, "PL601", "2023-10-30")
    assert found(root, "PL601", "2023-10-31") == [(name, "eldre")]


def test_of_two_planstrategier_in_a_term_the_first_by_name_is_shown(root: Path) -> None:
    """For what neither of them has, and for what came after neither."""
    for name in ("2019-2023", "2020-2023"):
        strategi(root, name)
    assert found(root, "PL601", "2020-11-01") == [("planstrategi/planstrategi-2019-2023", "ikke_vedtatt")]
    for name in ("2019-2023", "2020-2023"):
        strategi(root, name, voted("2020-06-17"))
    assert found(root, "PL601", "2024-11-01") == [("planstrategi/planstrategi-2019-2023", "mangler")]


@pytest.mark.parametrize(("vote", "late"), [("2012-12-31", False), ("2013-01-01", True)])
def test_the_first_planstrategi_had_until_the_end_of_2012(root: Path, vote: str, late: bool) -> None:
    """PL601: § 34-2 second ledd, for the first council elected after the act."""
    strategi(root, "2011-2015", voted(vote))
    assert bool(found(root, "PL601", "2013-06-15")) is late


TYPES = "  annet: {navn: annet, nivå: tema, hjemmel: [pbl-11-2]}\n"


def test_a_register_without_any_planstrategi(root: Path) -> None:
    """A warning for the term that is running, once it is due, and the older ones in one: where hjemmel is in use."""
    assert found(root, "PL601", "2026-11-29") == []
    declare(root, TYPES)
    assert found(root, "PL601", "2012-12-31") == []
    assert found(root, "PL601", "2013-01-01") == [("plansystem", "ingen")]
    assert found(root, "PL601", "2024-10-31") == [("plansystem", "eldre")]
    report = check(root, date(2026, 11, 29), select=("PL601",))
    told = {item.diagnostic.finding.variant: item.diagnostic for item in report.findings}
    assert {variant: item.severity for variant, item in told.items()} == {
        "ingen": Severity.ADVARSEL,
        "eldre": Severity.INFO,
    }
    assert told["eldre"].finding.args["perioder"] == ["2011–2015", "2015–2019", "2019–2023"]


def test_older_terms_that_have_none(root: Path) -> None:
    """A gap is told wherever it is; what lies before the oldest in the register only where hjemmel is in use."""
    strategi(root, "2015-2019", voted("2016-06-14"))
    strategi(root, "2023-2027", voted("2024-06-12"))
    name = "planstrategi/planstrategi-2023-2027"
    assert periods(root) == {name: ["2019–2023"]}
    declare(root, TYPES)
    assert periods(root) == {name: ["2011–2015", "2019–2023"]}
    write(root, "planstrategier/uleselig.yaml", "tittel: [\n")
    assert periods(root) == {}


def periods(root: Path) -> dict[str, object]:
    """Give the terms that the register is told to have no planstrategi for, by where."""
    told = (item.diagnostic for item in check(root, date(2026, 11, 29), select=("PL601",)).findings)
    return {item.entity: item.finding.args["perioder"] for item in told}


def test_a_deadline_that_may_be_earlier_is_told_as_that(root: Path) -> None:
    """«Minst» and «senest» until the day the council was constituted is declared, in the sentence and in the note."""
    strategi(root, "2019-2023")
    (text,) = [render(check(root, date(2021, 1, 31), select=("PL601",)), "text")]
    assert "senest 31.10.2020" in text
    assert "for minst 3 måneder siden" in text
    declare(root, more="valgperioder: {2019-2023: {konstituert: 2019-10-16}}\n")
    text = render(check(root, date(2021, 1, 31), select=("PL601",)), "text")
    assert "Fristen var 16.10.2020" in text
    assert "for 3 måneder siden" in text
    assert "minst" not in text


def test_the_planstrategi_of_the_next_council_is_not_where_the_older_are_missed(root: Path) -> None:
    """Before its council is constituted it says nothing of those before it: the register has it, and lacks them."""
    declare(root, TYPES)
    strategi(root, "2019-2023")
    assert found(root, "PL601", "2019-06-01") == [("plansystem", "eldre")]


@pytest.mark.parametrize(("day", "variant"), [("2023-09-24", "for_tidlig"), ("2023-09-25", "")])
def test_a_planstrategi_may_be_adopted_on_the_first_day_of_a_council(root: Path, day: str, variant: str) -> None:
    """PL601: 14 days after the election of 11 September 2023, which is the earliest that a council can meet."""
    strategi(root, "2023-2027", voted(day))
    assert [told for _, told in found(root, "PL601")] == ([variant] if variant else [])
