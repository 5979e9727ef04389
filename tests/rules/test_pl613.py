"""PL613 duty by duty: from when, by whom, how often, and where the lack is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, write
from support.lovkrav_cases import PURE, declare, laws, plan, voted
from support.rule_cases import found

from planlint.output import said
from planlint.output.examples import lay_out
from planlint.text import language


def test_the_barnevern_plan_is_not_missed_before_2022(root: Path) -> None:
    """From 2022 by the former act, from 2023 by the new one."""
    declare(root, PURE)
    others = "alkoholloven-1-7d, helseberedskapsloven-2-2, smittevernloven-7-1, beredskapsplikt-3, koml-23-3, koml-23-4"
    others += ", beredskapsplikt-4, koml-26-1"
    others = f"hjemmel: [{others}]\n"
    plan(root, "a", "strategi", voted("2020-05-20"), more=others)
    days = ("2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01")
    assert [laws(root, "PL613", day) for day in days] == [
        [],
        [("barnevernloven-1992-3-1",)],
        [("barnevernloven-1992-3-1",)],
        [("barnevernsloven-15-1",)],
    ]


def test_the_former_act_covers_the_duty_of_the_new_one(root: Path) -> None:
    """PL615 asks for the new provision; the plan is there."""
    declare(root, PURE)
    acts = "alkoholloven-1-7d, helseberedskapsloven-2-2, smittevernloven-7-1, barnevernloven-1992-3-1"
    acts += ", beredskapsplikt-3, beredskapsplikt-4, koml-23-3, koml-23-4, koml-26-1"
    plan(root, "a", "strategi", voted("2020-05-20"), more=f"hjemmel: [{acts}]\n")
    assert (found(root, "PL613"), found(root, "PL615")) == ([], [("plan/a", "")])


def test_a_misspelt_provision_is_told_once(root: Path) -> None:
    """PL102 suggests the right one, which then counts as named."""
    declare(root, PURE)
    acts = "alkoholloven-1-7d, helseberedskapsloven-2-2, smittevernloven-7-1, barnevernsloven-15-l"
    plan(root, "a", "strategi", voted("2022-05-18"), more=f"hjemmel: [{acts}]\n")
    assert (found(root, "PL613"), found(root, "PL102")) == ([], [("plan/a", "forslag_erklæres")])


def test_what_is_not_confirmed_is_off_until_its_pack_is_on(root: Path) -> None:
    """The words of § 7-1 from before 2012 were not read; in 2012 they count without any pack."""
    declare(root, PURE)
    acts = "hjemmel: [alkoholloven-1-7d, beredskapsplikt-3, helseberedskapsloven-2-2, sivilbeskyttelsesloven-15]\n"
    plan(root, "a", "strategi", voted("2010-05-19"), more=acts)
    assert found(root, "PL613", "2011-12-31") == []
    assert laws(root, "PL613", "2012-01-01") == [("smittevernloven-7-1",)]
    declare(root, more="regelpakker: [ubekreftet]\n")
    assert laws(root, "PL613", "2011-12-31") == [("smittevernloven-7-1",)]


def test_the_last_plan_that_met_a_duty_is_where_its_lack_is_told(root: Path) -> None:
    """PL613, where no type is to meet it."""
    declare(root, "  annet: {navn: annet, hjemmel: [alkoholloven-1-7d]}\n")
    for name in ("smitte-a", "smitte-b"):
        plan(root, name, "temaplan", voted("2012-02-15"), status="opphevet", more="hjemmel: [smittevernloven-7-1]\n")
    assert [entity for entity, _ in found(root, "PL613") if entity != "plansystem"] == ["plan/smitte-b"]
    report = check(root, date.fromisoformat(DATE), select=("PL613",))
    files = [item.diagnostic.place.file for item in report.findings if item.diagnostic.entity == "plan/smitte-b"]
    assert files == ["plans/planer/smitte-b.yaml"]


def test_a_plan_is_named_where_its_title_carries_the_subject(root: Path) -> None:
    """PL613 never says that there is no such plan; a plan that is repealed is not named."""
    declare(root, PURE)
    write(root, "planer/rus.yaml", PLAN.replace("Klimastrategi for Fjordvik", "Rusmiddelpolitisk handlingsplan"))
    assert ("plan/rus", "kandidat") in found(root, "PL613")
    write(root, "planer/rus.yaml", PLAN.replace("Klimastrategi for Fjordvik", "Russetiden i Fjordvik"))
    assert ("plan/rus", "kandidat") not in found(root, "PL613")
    plan(root, "rus", "strategi", voted("2016-06-22"), status="opphevet")
    assert ("plan/rus", "kandidat") not in found(root, "PL613")


@pytest.mark.parametrize(
    ("law", "organ", "told"),
    [
        ("barnevernsloven-15-1", "hovedutvalget", True),
        ("barnevernsloven-15-1", "kommunestyret", False),
        ("alkoholloven-1-7d", "hovedutvalget", False),
    ],
)
def test_the_council_itself_where_the_act_says_so(root: Path, law: str, organ: str, told: bool) -> None:
    """PL613: § 15-1 says «kommunestyret selv»; the act on alcohol names no body."""
    declare(root, PURE)
    plan(root, "a", "strategi", voted("2023-03-15", organ), more=f"hjemmel: [{law}]\n")
    assert (("plan/a", "") in found(root, "PL621")) is told


@pytest.mark.parametrize(
    ("vote", "organ", "today", "told"),
    [
        ("2024-06-12", "kommunestyret", "2025-01-01", False),
        ("2023-09-24", "kommunestyret", "2025-01-01", True),  # the term before
        ("2023-10-30", "kommunestyret", "2025-01-01", False),  # nobody has told when the council was there
        ("2023-10-30", "kommunestyret", "2024-12-31", False),  # the last day is not over
        ("2024-06-12", "hovedutvalget", "2025-01-01", False),  # PL621 tells it
        ("2019-09-22", "kommunestyret", "2021-01-01", True),
        ("2016-10-30", "kommunestyret", "2019-12-31", False),  # before the act
    ],
)
def test_the_plans_of_the_control_committee(root: Path, vote: str, organ: str, today: str, told: bool) -> None:
    """PL613: once in each term, by the end of the year after the council was constituted, by the council itself."""
    declare(root, PURE)
    plan(root, "a", "strategi", voted(vote, organ), more="hjemmel: [koml-23-3]\n")
    assert (("plan/a", "periode") in found(root, "PL613", today)) is told


def test_a_plan_that_nobody_has_dated_the_adoption_of_is_not_said_to_be_adopted_by_others(root: Path) -> None:
    """PL613: with no vote on record nobody knows which body it was."""
    plan(root, "a", "strategi", more="hjemmel: [barnevernsloven-15-1]\n")
    assert ("barnevernsloven-15-1",) not in laws(root, "PL613")


@pytest.mark.parametrize(
    ("status", "variant"), [("planlagt", "ikke_vedtatt"), ("på_høring", "ikke_vedtatt"), ("opphevet", "")]
)
def test_a_plan_that_is_on_its_way_is_named(root: Path, status: str, variant: str) -> None:
    """It names the duty and is not adopted: nobody says that no plan does; one that has ended is not on its way."""
    declare(root, PURE)
    others = "alkoholloven-1-7d, helseberedskapsloven-2-2, smittevernloven-7-1, koml-23-3, koml-23-4, beredskapsplikt-3"
    others += ", koml-26-1, beredskapsplikt-4"
    plan(root, "a", "strategi", voted("2020-05-20"), more=f"hjemmel: [{others}]\n")
    plan(root, "b", "strategi", more="hjemmel: [barnevernsloven-15-1]\n", status=status)
    assert found(root, "PL613") == [("plan/b", variant)]


@pytest.mark.parametrize(
    ("status", "work", "told"),
    [
        ("vedtatt", "", [("plan/b", "utløpt")]),
        ("under_revisjon", "", [("plan/b", "utløpt")]),
        ("under_revisjon", "arbeid: {oppstart: 2023}\n", []),
    ],
)
def test_a_plan_past_its_period_is_no_plan_in_force(
    root: Path, status: str, work: str, told: list[tuple[str, str]]
) -> None:
    """PL613 and the law's page tell the same; while the plan is shown to be revised, it is settled what happens."""
    declare(root, PURE)
    more = f"hjemmel: [alkoholloven-1-7d]\nperiode: {{fra: 2016, til: 2020}}\n{work}"
    plan(root, "b", "strategi", voted("2016-05-18"), status=status, more=more)
    assert [item for item in found(root, "PL613") if item[0] == "plan/b"] == told


def test_a_plan_that_came_too_late_is_told(root: Path) -> None:
    """PL613: after the last day of the year after the constitution; a day in doubt is not held against anybody."""
    declare(root, PURE)
    plan(root, "a", "strategi", voted("2025-11-19"), more="hjemmel: [koml-23-4]\n")
    assert ("plan/a", "for_sent") in found(root, "PL613", "2026-11-29")
    plan(root, "a", "strategi", f"{voted('2025-11-19')}, usikker: true", more="hjemmel: [koml-23-4]\n")
    assert [item for item in found(root, "PL613", "2026-11-29") if item[0] == "plan/a"] == []


def test_a_plan_for_a_term_that_only_its_title_tells_of_is_told_in_words(tmp_path: Path) -> None:
    """Every text has all that it tells of: also of a duty for each term, where the plan does not name the law."""
    day = lay_out(Path(__file__).parent / "PL613/bad-kontrollplaner", tmp_path)
    file = tmp_path / "plans/planer/plan-for-forvaltningsrevisjon.yaml"
    file.write_text(file.read_text("utf-8").replace("hjemmel: [koml-23-3]\n", ""), "utf-8")
    told = [item.diagnostic for item in check(tmp_path, day).findings if item.diagnostic.code == "PL613"]
    assert "kandidat" in {item.finding.variant for item in told}
    assert not any("{" in said(item, language("nb")).message for item in told)
