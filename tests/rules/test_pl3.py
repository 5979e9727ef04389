"""PL301 to PL311: what the examples cannot show, because another rule speaks in the same plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, DATE, PLAN, fjordvik, write
from support.helpers import found as found_in


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


def lasting(period: str, *events: str, more: str = "", type_: str = "strategi") -> dict[str, str]:
    """Give a plan with this period, these events after its adoption, and these fields."""
    text = PLAN.replace("{fra: 2022, til: 2030}", period).replace("type: strategi", f"type: {type_}")
    return {"planer/a.yaml": text.replace(EVENT, EVENT + "".join(f"  - {{{event}}}\n" for event in events)) + more}


@pytest.mark.parametrize(("day", "variant"), [("2023-12-31", ""), ("2024-01-01", "fornyet")])
def test_a_revision_renews_a_period_that_was_over(day: str, variant: str, tmp_path: Path) -> None:
    """PL301 asks for a new period only where the plan was revised after the old one."""
    plan = lasting("{fra: 2022, til: 2023}", f"hva: revidert, dato: {day}, organ: kommunestyret, sak: 1/24")
    assert found_in(tmp_path, "PL301", plan) == [("plan/a", variant)]


@pytest.mark.parametrize(
    ("more", "variants"), [("", ["intervall"]), ("hjemmel: [sivilbeskyttelsesloven-15]\n", [])]
)
def test_the_interval_that_a_law_sets_is_left_to_the_rule_of_that_law(
    more: str, variants: list[str], tmp_path: Path
) -> None:
    """PL612 asks about the beredskapsplan, and PL302 about other plans."""
    plan = {path: text.replace("2022", "2018") for path, text in lasting("", more=more, type_="temaplan").items()}
    plan = {path: text.replace("periode: \n", "") for path, text in plan.items()}
    assert [variant for _, variant in found_in(tmp_path, "PL302", plan)] == variants


def test_the_interval_of_the_handlingsdel_is_left_to_pl605(tmp_path: Path) -> None:
    """The law says every year; the type may say so too. A date that the plan itself sets is the plan's own."""
    system = fjordvik(tmp_path) / "plans/plansystem.yaml"
    declared = system.read_text(encoding="utf-8").replace("    foreldreplan: true\n", "    rulleres: årlig\n")
    plan = lasting("{fra: 2022, til: 2030}", type_="handlingsplan")
    for role, variants in (("", ["intervall"]), ("    rolle: handlingsdel\n", [])):
        text = declared.replace("    rulleres: årlig\n", f"    rulleres: årlig\n{role}")
        files = {**plan, "plansystem.yaml": text}
        assert [variant for _, variant in found_in(tmp_path, "PL302", files)] == variants
    own = {path: f"{text}revisjon: {{neste: 2023}}\n" for path, text in plan.items()}
    assert [variant for _, variant in found_in(tmp_path, "PL302", own)] == [""]


@pytest.mark.parametrize(
    ("end", "told"), [("2024-06-14", False), ("2024-06-15", True), ("2025-06-15", True), ("2025-06-16", False)]
)
def test_a_warning_comes_a_year_ahead(end: str, told: bool, tmp_path: Path) -> None:
    """PL303 speaks from 365 days before the last day, to that day."""
    assert bool(found_in(tmp_path, "PL303", lasting(f"{{fra: 2022, til: {end}}}"))) is told


@pytest.mark.parametrize(("end", "told"), [("2032-01-01", False), ("2032-01-02", True), ("2032", False)])
def test_the_longest_period_is_counted_to_the_day(end: str, told: bool, tmp_path: Path) -> None:
    """PL306 allows the day on which the years are full."""
    plan = lasting(f"{{fra: 2020-01-01, til: {end}}}", type_="temaplan")
    assert bool(found_in(tmp_path, "PL306", plan)) is told


@pytest.mark.parametrize(("day", "told"), [("2024-04-30", False), ("2024-05-01", True)])
def test_history_ends_on_the_day_the_register_was_brought_up_to_date(day: str, told: bool, tmp_path: Path) -> None:
    """PL307 reads the register as it was only before `ajourført`."""
    plan = {"planer/a.yaml": PLAN.replace("2022-02-16", "2024-09-18")}
    assert bool(found_in(tmp_path, "PL307", plan, day)) is told


@pytest.mark.parametrize(
    ("status", "events", "variants"),
    [
        # announced for today: still time, and no adoption to come
        ("vedtatt", ["hva: vedtatt, dato: 2024-06-15, planlagt: true"], []),
        ("til_vedtak", ["hva: vedtatt, dato: 2024-06-15, planlagt: true"], []),
        ("til_vedtak", ["hva: vedtatt, dato: 2024-06-14, planlagt: true"], ["varslet"]),
        # decided on the very day that was announced
        ("vedtatt", ["hva: vedtatt, dato: 2024-06-05, planlagt: true", "hva: vedtatt, dato: 2024-06-05"], []),
        # another thing than an adoption was announced
        ("vedtatt", ["hva: høring_start, dato: 2024-09-02, planlagt: true"], []),
        ("igangsatt", ["hva: høring_start, dato: 2024-05-02, planlagt: true"], []),
    ],
)
def test_adoptions_that_were_announced(status: str, events: list[str], variants: list[str], tmp_path: Path) -> None:
    """PL307 asks about adoptions alone, and the announced day itself is not over."""
    plan = lasting("{fra: 2022, til: 2030}", *events)
    text = plan["planer/a.yaml"].replace(EVENT, "").replace("status: vedtatt", f"status: {status}")
    assert [variant for _, variant in found_in(tmp_path, "PL307", {"planer/a.yaml": text})] == variants


@pytest.mark.parametrize(
    ("neste", "today", "variants"),
    [
        ("2027-03-12", DATE, []),
        ("2027-03-13", DATE, [""]),
        ("2027-09-13", DATE, [""]),
        ("2027-09-14", DATE, ["planstrategi"]),
        ("2028-10-31", DATE, ["planstrategi"]),
        ("2028-11-01", DATE, []),
        ("2028-H2", DATE, []),
        ("2027-04-02", "2027-04-01", [""]),
        ("2027-04-01", "2027-04-01", []),
    ],
)
def test_the_time_around_an_election(neste: str, today: str, variants: list[str], tmp_path: Path) -> None:
    """PL310: from half a year before the election of 13 September 2027 to the planstrategi's last day, in the future."""
    files = lasting("{fra: 2022, til: 2030}", more=f"revisjon: {{neste: {neste}}}\n") | {"planer/b.yaml": PLAN}
    assert [variant for _, variant in found_in(tmp_path, "PL310", files, today)] == variants


@pytest.mark.parametrize(("day", "told"), [("2025-05-01", False), ("2025-05-02", True)])
def test_a_register_is_up_to_date_for_a_year(day: str, told: bool, tmp_path: Path) -> None:
    """PL311 counts twelve months from `ajourført`."""
    assert bool(found_in(tmp_path, "PL311", {}, day)) is told
