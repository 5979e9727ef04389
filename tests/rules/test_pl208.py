"""PL208 where a proposal, a ring or an unknown type is not its own to tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found, write
from support.rule_cases import GOAL, changed, goal, told


@pytest.mark.parametrize(
    ("plan", "over", "told_of"),
    [
        ("samfunnsdel-2020", "trygg-oppvekst", True),
        ("under-arbeid", "trygg-oppvekst", False),
        ("samfunnsdel-2020", "ring", False),
    ],
)
def test_a_goal_under_the_wrong_type_is_told_when_it_is_adopted(
    plan: str, over: str, told_of: bool, root: Path
) -> None:
    """PL208 leaves a proposal in peace, and a ring to PL104."""
    write(root, "planer/under-arbeid.yaml", PLAN.replace("status: vedtatt", "status: igangsatt"))
    goal(root, "a", plan, more=f"overordnet: {over}\n")
    goal(root, "ring", plan, more="overordnet: a\n" if over == "ring" else "overordnet: gode-liv\n")
    assert ("maal/a" in [each.entity for each in told(root, "PL208")]) is told_of


def test_no_goal_to_hang_under_is_picked_for_the_planner(root: Path) -> None:
    """PL208 says how the field is written, and not which goal it is: the register cannot know."""
    goal(root, "s", "samfunnsdel-2020", "strategi")
    given = {each.entity: list(each.finding.args.values()) for each in told(root, "PL208")}
    assert "maal/s" in given
    assert [value for value in given["maal/s"] if value in ("trygg-oppvekst", "gode-liv")] == []


def test_a_goal_of_an_unknown_type_hides_no_goal_that_hangs_loose(tmp_path: Path) -> None:
    """PL208 leaves the one to PL102 and tells of the other."""
    files = {
        f"maal/{id_}.yaml": GOAL.format(id=id_, type=type_, plan="samfunnsdel-2020")
        for id_, type_ in (("a", "ukjent"), ("b", "delmål"))
    }
    assert found(tmp_path, "PL208", files) == [("maal/b", "")]


DRAFT = "tittel: Et utkast\ntype: {type}\nplan: {plan}\nutkast: true\n"
BECAME = "blir: [{mål: trygg-oppvekst, utfall: omformulert}]\n"
REVISED = changed("planer/samfunnsdel-2020.yaml", "status: vedtatt", "status: under_revisjon")
NEXT = "tittel: Ny samfunnsdel\ntype: samfunnsdel\nstatus: {status}\nerstatter: [samfunnsdel-2020]\n"


@pytest.mark.parametrize(
    ("draft", "files", "expected"),
    [
        (DRAFT.format(type="hovedmål", plan="samfunnsdel-2020") + BECAME, {}, [("maal/m", "utkast")]),
        # Of a type that the goal cannot stand under, either: that comes right with it.
        (DRAFT.format(type="strategi", plan="samfunnsdel-2020") + BECAME, {}, [("maal/m", "utkast")]),
        # PL412 asks what became of the draft.
        (DRAFT.format(type="hovedmål", plan="samfunnsdel-2020"), {}, []),
        # A draft of the next edition of the plan: the goal is of the one that applies.
        (DRAFT.format(type="hovedmål", plan="samfunnsdel-2020"), REVISED, [("maal/m", "utkast")]),
        # A draft of another plan, in the making, may be adopted; and it may have been left out.
        (DRAFT.format(type="hovedmål", plan="ny"), {"planer/ny.yaml": NEXT.format(status="igangsatt")}, []),
        (DRAFT.format(type="hovedmål", plan="ny") + "blir: [{utfall: utgått}]\n",
         {"planer/ny.yaml": NEXT.format(status="igangsatt")}, [("maal/m", "utkast")]),
        # A goal that says it is a draft itself, of a plan in the making, of no plan, or in a ring.
        (DRAFT.format(type="hovedmål", plan="samfunnsdel-2020") + BECAME, {"maal/m.yaml": DRAFT.format(
            type="delmål", plan="samfunnsdel-2020") + "overordnet: over\nblir: [{utfall: utgått}]\n"}, []),
        (DRAFT.format(type="hovedmål", plan="samfunnsdel-2020") + BECAME,
         {"planer/klima.yaml": PLAN.replace("status: vedtatt", "status: igangsatt"),
          "maal/m.yaml": GOAL.format(id="m", type="delmål", plan="klima") + "overordnet: over\n"}, []),
        (DRAFT.format(type="hovedmål", plan="samfunnsdel-2020") + BECAME,
         {"maal/m.yaml": GOAL.format(id="m", type="delmål", plan="finnes-ikke") + "overordnet: over\n"}, []),
    ],
)  # fmt: skip
def test_an_adopted_goal_under_a_draft(
    tmp_path: Path, draft: str, files: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """PL208 tells of it where it is sure that the draft is no goal, and no other rule asks about the draft."""
    mine = GOAL.format(id="m", type="delmål", plan="samfunnsdel-2020") + "overordnet: over\n"
    assert found(tmp_path, "PL208", {"maal/over.yaml": draft, "maal/m.yaml": mine, **files}) == expected


def test_a_goal_under_a_draft_of_an_untied_plan_is_one_finding(tmp_path: Path) -> None:
    """That the plans do not belong together comes right with it: PL213 is silent."""
    files = {
        "planer/egen.yaml": PLAN.replace("type: strategi", "type: analyse").replace("forankring: [trygg-oppvekst]\n", ""),
        "maal/over.yaml": DRAFT.format(type="hovedmål", plan="samfunnsdel-2020") + BECAME,
        "maal/m.yaml": GOAL.format(id="m", type="delmål", plan="egen") + "overordnet: over\n",
    }
    assert found(tmp_path, "PL208", files) == [("maal/m", "utkast")]
    assert found(tmp_path, "PL213", files) == []
