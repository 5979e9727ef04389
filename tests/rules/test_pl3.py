"""PL301 to PL311: what the examples cannot show, because another rule speaks in the same plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from helpers import DATE, PLAN, fjordvik, write

from planlint.api import check

EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"


def found(root: Path, code: str, plan: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give entity and variant of what one rule finds when Fjordvik has this plan."""
    fjordvik(root)
    write(root, "planer/klimastrategi.yaml", plan)
    report = check(root, date.fromisoformat(day), select=(code,))
    return [(item.diagnostic.entity, item.diagnostic.finding.variant) for item in report.findings]


def test_an_announced_day_that_passed_is_left_to_pl401_when_nothing_was_ever_adopted(tmp_path: Path) -> None:
    """The status is the fault there, and one cause is told once."""
    announced = PLAN.replace(EVENT, "  - {hva: vedtatt, dato: 2024-02-16, planlagt: true}\n")
    assert found(tmp_path, "PL307", announced) == []
    assert found(tmp_path, "PL307", announced.replace("status: vedtatt", "status: til_vedtak")) == [
        ("plan/klimastrategi", "varslet")
    ]


def test_a_repeal_before_the_adoption_is_out_of_order(tmp_path: Path) -> None:
    """Nothing is repealed before it is adopted; the status then contradicts the events too."""
    repealed = "  - {hva: opphevet, dato: 2021-02-17, organ: kommunestyret, sak: 8/21}\n" + EVENT
    plan = PLAN.replace(EVENT, repealed).replace("status: vedtatt", "status: opphevet")
    assert found(tmp_path, "PL309", plan) == [("plan/klimastrategi", "")]


def test_a_hearing_after_the_work_began_again_is_no_disorder(tmp_path: Path) -> None:
    """PL402 tells that the status was forgotten; the events are in order."""
    again = EVENT + "  - {hva: oppstart, dato: 2024-01-10}\n  - {hva: høring_start, dato: 2024-05-02}\n"
    assert found(tmp_path, "PL309", PLAN.replace(EVENT, again)) == []


def test_two_plans_that_replace_each_other_are_left_to_pl104(tmp_path: Path) -> None:
    """In a ring somebody was always adopted first."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/gammel.yaml", PLAN.replace("2022-02-16", "2015-03-04") + "erstatter: [klimastrategi]\n")
    assert found(tmp_path, "PL309", PLAN + "erstatter: [gammel]\n") == []


def test_a_successor_that_cannot_be_read_or_dated_says_nothing(tmp_path: Path) -> None:
    """An unknown id is PL102's matter, a plan without adoption PL401's."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/gammel.yaml", PLAN.replace("hendelser:\n" + EVENT, ""))
    assert found(tmp_path, "PL309", PLAN + "erstatter: [gammel, noe-helt-annet]\n") == []


def test_a_plan_without_type_or_adoption_has_no_interval(tmp_path: Path) -> None:
    """An unknown type asks for nothing; a known one asks for a day also where the adoption is missing."""
    undated = PLAN.replace("periode: {fra: 2022, til: 2030}\nhendelser:\n" + EVENT, "")
    assert found(tmp_path, "PL304", undated.replace("type: strategi", "type: ukjent")) == []
    assert found(tmp_path, "PL304", undated.replace("type: strategi", "type: temaplan")) == [("plan/klimastrategi", "")]


def test_of_two_holidays_on_one_day_the_first_is_named(tmp_path: Path) -> None:
    """17 May 2027 is Whit Monday too; names that are proper names keep their capital."""
    fjordvik(tmp_path)
    for day, name in (("2027-05-17", "andre pinsedag"), ("2024-05-09", "Kristi himmelfartsdag")):
        write(tmp_path, "planer/klimastrategi.yaml", PLAN.replace("2022-02-16", day))
        report = check(tmp_path, date.fromisoformat(DATE), select=("PL308",))
        assert [item.diagnostic.finding.args["navn"] for item in report.findings] == [name]


def test_the_window_before_an_election_may_be_longer(tmp_path: Path) -> None:
    """With ten months the window opens in the year before the election."""
    settings = "regler: {PL310: {valg: {maaneder_foer_valg: 10}}}\n"
    system = fjordvik(tmp_path) / "plans" / "plansystem.yaml"
    system.write_text(system.read_text(encoding="utf-8") + settings, encoding="utf-8")
    write(tmp_path, "planer/klimastrategi.yaml", PLAN + "revisjon: {neste: 2026-12}\n")
    report = check(tmp_path, date.fromisoformat(DATE), select=("PL310",))
    assert [item.diagnostic.code for item in report.findings] == ["PL310"]
