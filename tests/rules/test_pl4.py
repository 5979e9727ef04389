"""PL401 to PL410: what the examples cannot show, because another rule speaks in the same plan system."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers import DATE, PLAN, fjordvik, write

from planlint.api import check
from planlint.model import Plan
from planlint.model.felles import norsk
from planlint.rules import RULES

EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
REPEALED = "  - {hva: opphevet, dato: 2021-02-17, organ: kommunestyret, sak: 8/21}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik's plan system."""
    return fjordvik(tmp_path)


def found(root: Path, code: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give entity and variant of what one rule finds."""
    report = check(root, date.fromisoformat(day), select=(code,))
    return [(item.diagnostic.entity, item.diagnostic.finding.variant) for item in report.findings]


def demand(root: Path, old: str, new: str) -> None:
    """Change what plansystem.yaml says."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_adoption_to_come_is_left_to_pl307(root: Path) -> None:
    """The status is too early there, and one cause is told once."""
    write(root, "planer/klima.yaml", PLAN.replace(EVENT, "  - {hva: vedtatt, dato: 2025-02-16, planlagt: true}\n"))
    assert found(root, "PL401") == []
    assert found(root, "PL307") == [("plan/klima", "")]


def test_disorder_among_the_events_is_left_to_pl309(root: Path) -> None:
    """When a date is wrong, the status that follows from it means nothing."""
    plan = PLAN.replace(EVENT, REPEALED + EVENT).replace("status: vedtatt", "status: opphevet")
    write(root, "planer/klima.yaml", plan)
    assert found(root, "PL402") == []
    assert found(root, "PL309") == [("plan/klima", "")]


def test_what_other_rules_ask_about_a_status_is_not_told_twice(root: Path) -> None:
    """No adoption is PL401's, no repeal PL405's, a successor PL404's."""
    write(root, "planer/a.yaml", PLAN.replace(EVENT, "  - {hva: oppstart, dato: 2022-02-16}\n"))
    write(root, "planer/b.yaml", PLAN.replace("status: vedtatt", "status: opphevet"))
    write(root, "planer/c.yaml", PLAN)
    write(root, "planer/d.yaml", PLAN + "erstatter: [c]\n")
    assert found(root, "PL402") == []
    assert [found(root, code) for code in ("PL401", "PL405", "PL404")] == [
        [("plan/a", "")],
        [("plan/b", "opphevet")],
        [("plan/c", "")],
    ]


def test_plans_that_replace_each_other_are_left_to_pl104(root: Path) -> None:
    """In a ring nobody knows which plan is the newest, however long the ring is."""
    for plan, old in (("a", "b"), ("b", "c"), ("c", "a")):
        write(root, f"planer/{plan}.yaml", PLAN + f"erstatter: [{old}, a, finnes-ikke]\n")
    assert found(root, "PL404") == []


def test_a_plan_that_replaced_others_can_be_replaced(root: Path) -> None:
    """A chain is no ring: only the plan that is not marked is found."""
    write(root, "planer/a.yaml", PLAN.replace("status: vedtatt", "status: erstattet"))
    write(root, "planer/b.yaml", PLAN + "erstatter: [a]\n")
    write(root, "planer/c.yaml", PLAN + "erstatter: [b]\n")
    assert found(root, "PL404") == [("plan/b", "")]


def test_a_successor_adopted_before_its_predecessor_is_left_to_pl309(root: Path) -> None:
    """Either the dates or `erstatter` are wrong; the old plan's status is not the fault."""
    write(root, "planer/gammel.yaml", PLAN)
    write(root, "planer/ny.yaml", PLAN.replace("2022-02-16", "2015-03-04") + "erstatter: [gammel]\n")
    assert found(root, "PL404") == []
    assert found(root, "PL309") == [("plan/ny", "erstatter")]


def test_a_successor_that_cannot_be_read_may_exist(root: Path) -> None:
    """One typing error in a file is not told again in the plan it replaced; nor is a misspelt id."""
    write(root, "planer/gammel-plan.yaml", PLAN.replace("status: vedtatt", "status: erstattet"))
    write(root, "planer/ny.yaml", "tittel: [\n")
    assert found(root, "PL405") == []
    write(root, "planer/ny.yaml", PLAN + "erstatter: [noe-helt-annet]\n")
    assert found(root, "PL405") == []
    write(root, "planer/ny.yaml", PLAN + "erstatter: gammel-plan\n")
    assert found(root, "PL405") == []
    write(root, "planer/ny.yaml", PLAN + "del_av: noe-helt-annet\n")
    assert found(root, "PL405") == []
    write(root, "planer/ny.yaml", PLAN)
    assert found(root, "PL405") == [("plan/gammel-plan", "")]


def test_a_municipality_without_sectors_asks_for_none(root: Path) -> None:
    """Nobody can be responsible where no sectors are declared."""
    write(root, "planer/klima.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    assert found(root, "PL408") == [("plan/klima", "")]
    demand(root, "sektorer:\n  oppvekst: {navn: Oppvekst}\n  miljoe: {navn: Miljø}\n", "")
    assert found(root, "PL408") == []


def test_what_another_rule_misses_is_not_demanded_again(root: Path) -> None:
    """PL401 asks for body and case number, PL408 for who is responsible, PL201 for the anchor."""
    plan = PLAN.replace("type: strategi", "type: temaplan").replace(", organ: kommunestyret, sak: 7/22", "")
    plan = plan.replace("ansvarlig: miljoe\n", "").replace("forankring: [trygg-oppvekst]\n", "")
    write(root, "planer/klima.yaml", plan)
    write(root, "planer/luft.yaml", plan.replace("Klima", "Luft"))
    demand(root, "krav: {vedtatt: [sammendrag]}", "krav: {vedtatt: [organ, sak, ansvarlig, forankring]}")
    assert found(root, "PL410") == []


def test_knowledge_is_asked_for_its_body_only_where_the_type_does(root: Path) -> None:
    """PL401 leaves knowledge documents alone, so the type's own demand counts."""
    plan = PLAN.replace("type: strategi", "type: analyse").replace(", organ: kommunestyret, sak: 7/22", "")
    write(root, "planer/analyse.yaml", plan.replace("vedtatt", "til_orientering"))
    assert found(root, "PL401") == []
    demand(root, "    kunnskapsgrunnlag: true\n", "    kunnskapsgrunnlag: true\n    krav: {til_orientering: [organ]}\n")
    assert found(root, "PL410") == [("plan/analyse", "")]


def test_every_field_of_a_plan_can_be_demanded() -> None:
    """A demand for a field that plans have is never called unknown, and a broken field never missing."""
    assert set(RULES["PL410"].felt) == {norsk(name) for name in Plan.model_fields}


def test_an_adoption_announced_for_today_is_no_longer_ahead(root: Path) -> None:
    """PL401 takes over from PL307 on the day itself."""
    write(root, "planer/klima.yaml", PLAN.replace(EVENT, "  - {hva: vedtatt, dato: 2024-06-15, planlagt: true}\n"))
    assert [found(root, code, "2024-06-14") for code in ("PL307", "PL401")] == [[("plan/klima", "")], []]
    assert [found(root, code, "2024-06-15") for code in ("PL307", "PL401")] == [[], [("plan/klima", "varslet")]]


@pytest.mark.parametrize(
    ("type_", "event", "variants"),
    [
        ("analyse", "", ["til_orientering"]),
        ("analyse", "hva: vedtatt, dato: 2022-02-16", []),
        ("ukjent", "", []),
        ("ukjent", "hva: vedtatt, dato: 2022-02-16", []),
        ("strategi", "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret", ["sak"]),
        ("strategi", "hva: vedtatt, dato: 2022-02-16, organ: kommunedirektoeren", []),
        ("strategi", "hva: vedtatt, dato: 2022-02-16", ["organ_sak"]),
        ("fagplan", "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret", []),
        ("fagplan", "hva: vedtatt, dato: 2022-02-16", ["organ"]),
    ],
)
def test_what_an_adoption_must_state(type_: str, event: str, variants: list[str], root: Path) -> None:
    """A case number belongs to a political body's vote on a plan that is not internal; knowledge is only noted."""
    text = PLAN.replace("type: strategi", f"type: {type_}").replace(EVENT, f"  - {{{event}}}\n" if event else "")
    write(root, "planer/klima.yaml", text.replace("hendelser:\nansvarlig", "ansvarlig"))
    assert [variant for _, variant in found(root, "PL401")] == variants
