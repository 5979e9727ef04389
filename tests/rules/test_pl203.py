"""PL203 where another rule speaks, and it must not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, write
from support.rule_cases import told


def found(root: Path) -> list[str]:
    """Give the files that PL203 reports."""
    report = check(root, date(2024, 6, 15), select=("PL203",))
    return [item.diagnostic.place.file for item in report.findings]


@pytest.mark.parametrize("plantype", ["strategi", "temaplan"])
def test_rings_are_left_to_pl104(tmp_path: Path, plantype: str) -> None:
    """In a ring of plans no anchor can be above; the ring is the one cause."""
    for one, above in (("a", "b, c"), ("b", "c"), ("c", "a"), ("d", "d")):
        anchors = "".join(f"{{plan: {id_}}}, " for id_ in above.split(", "))
        text = PLAN.replace("[trygg-oppvekst]", f"[{anchors}]").replace("type: strategi", f"type: {plantype}")
        write(fjordvik(tmp_path), f"planer/{one}.yaml", text)
    assert found(tmp_path) == []


def test_beside_a_ring_is_not_in_it(tmp_path: Path) -> None:
    """A plan anchored in a ring is told of its own fault, and the search ends."""
    for one, above in (("a", "b"), ("b", "a"), ("c", "a")):
        write(fjordvik(tmp_path), f"planer/{one}.yaml", PLAN.replace("trygg-oppvekst", f"{{plan: {above}}}"))
    assert found(tmp_path) == ["plans/planer/c.yaml"]


def test_undeclared_types_are_left_to_pl102(tmp_path: Path) -> None:
    """A type that plansystem.yaml does not know cannot be at the wrong level, above or below."""
    write(fjordvik(tmp_path), "planer/a.yaml", PLAN.replace("type: strategi", "type: xyzzyx"))
    write(tmp_path, "planer/b.yaml", PLAN.replace("trygg-oppvekst", "{plan: a}"))
    text = PLAN.replace("type: strategi", "type: xyzzyx").replace("trygg-oppvekst", "{plan: b}")
    write(tmp_path, "planer/c.yaml", text)
    assert found(tmp_path) == []


def test_an_ended_plan_is_not_judged(tmp_path: Path) -> None:
    """What is repealed needs no better anchor."""
    write(fjordvik(tmp_path), "planer/b.yaml", PLAN)
    text = PLAN.replace("trygg-oppvekst", "{plan: b}").replace("status: vedtatt", "status: opphevet")
    write(tmp_path, "planer/a.yaml", text)
    assert found(tmp_path) == []


def test_a_type_that_is_allowed_but_not_declared_is_named_by_its_id(tmp_path: Path) -> None:
    """The list of allowed types is shown whole, also when PL102 reports one of them."""
    system = (fjordvik(tmp_path) / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(tmp_path, "plansystem.yaml", system.replace("forankres_i: [hovedmål,", "forankres_i: [xyzzyx,"))
    text = PLAN.replace("type: strategi", "type: temaplan").replace("trygg-oppvekst", "naer-natur")
    write(tmp_path, "planer/a.yaml", text)
    assert found(tmp_path) == ["plans/planer/a.yaml"]


def test_an_internal_plan_above_is_judged_only_for_an_internal_one(root: Path) -> None:
    """PL203 leaves an internal plan above an adopted one to PL212; under it, an internal plan is too high or not."""
    write(root, "planer/intern.yaml", PLAN.replace("type: strategi", "type: fagplan"))
    write(root, "planer/a.yaml", PLAN.replace("trygg-oppvekst", "{plan: intern}"))
    assert [told(root, "PL203"), [each.entity for each in told(root, "PL212")]] == [[], ["plan/a"]]
    write(root, "planer/a.yaml", PLAN.replace("trygg-oppvekst", "{plan: intern}").replace(": strategi", ": fagplan"))
    assert [[each.entity for each in told(root, "PL203")], told(root, "PL212")] == [["plan/a"], []]
