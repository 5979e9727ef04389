"""PL202 in cases that cannot stand in an example without findings of other rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, write
from support.rule_cases import ENDED, goal, told


def found(root: Path, day: str) -> list[str]:
    """Give the files that PL202 reports on a day."""
    report = check(root, date.fromisoformat(day), select=("PL202",))
    return [item.diagnostic.place.file for item in report.findings]


def test_a_samfunnsdel_past_its_period_still_has_goals(tmp_path: Path) -> None:
    """That the period is over is for PL301 to say; the goals apply until the council decides otherwise."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN.replace("til: 2030", "til: 2040"))
    assert found(tmp_path, "2035-01-01") == []


def test_a_samfunnsdel_that_a_new_one_replaced_has_ended(tmp_path: Path) -> None:
    """Whatever its own file says (PL404 asks for the mending), its goals have been replaced with it."""
    samfunnsdel = (fjordvik(tmp_path) / "plans/planer/samfunnsdel-2020.yaml").read_text(encoding="utf-8")
    text = samfunnsdel.replace("2020-06-17", "2024-05-15").replace("kilder:", "erstatter: [samfunnsdel-2020]\nkilder:")
    write(tmp_path, "planer/samfunnsdel-2024.yaml", text)
    assert found(tmp_path, "2024-06-15") == ["plans/planer/arealdel-2021.yaml"]
    assert found(tmp_path, "2024-05-14") == []


def test_goals_of_a_samfunnsdel_in_the_making_are_not_stale(tmp_path: Path) -> None:
    """A plan may be anchored in goals that are not adopted yet."""
    samfunnsdel = (fjordvik(tmp_path) / "plans/planer/samfunnsdel-2020.yaml").read_text(encoding="utf-8")
    write(tmp_path, "planer/samfunnsdel-2020.yaml", samfunnsdel.replace("status: vedtatt", "status: på_høring"))
    write(tmp_path, "planer/klima.yaml", PLAN)
    assert found(tmp_path, "2024-06-15") == []


def test_goals_that_continue_each_other_end_the_search(tmp_path: Path) -> None:
    """Two repealed goals that point at each other give a finding without a suggestion, and no endless loop."""
    samfunnsdel = (fjordvik(tmp_path) / "plans/planer/samfunnsdel-2020.yaml").read_text(encoding="utf-8")
    write(tmp_path, "planer/samfunnsdel-2020.yaml", samfunnsdel.replace("status: vedtatt", "status: opphevet"))
    for one, other in (("gode-liv", "trygg-oppvekst"), ("trygg-oppvekst", "gode-liv")):
        text = f"tittel: Mål\ntype: delmål\nplan: samfunnsdel-2020\nviderefører: [{other}]\n"
        write(tmp_path, f"maal/{one}.yaml", text)
    write(tmp_path, "planer/klima.yaml", PLAN)
    assert found(tmp_path, "2024-06-15") == ["plans/planer/arealdel-2021.yaml", "plans/planer/klima.yaml"]


def test_every_anchor_of_a_plan_is_judged(root: Path) -> None:
    """PL202 goes on after an anchor that holds; goals of one ended plan are one finding, those of another one more."""
    write(root, "planer/gammel.yaml", ENDED)
    for id_ in ("gammelt", "eldre"):
        goal(root, id_, "gammel")
    write(root, "planer/a.yaml", PLAN.replace("[trygg-oppvekst]", "[trygg-oppvekst, gammelt, gode-liv, eldre]"))
    (one,) = told(root, "PL202")
    assert (one.finding.variant, one.finding.args["maal"]) == ("flere", ["gammelt", "eldre"])
    assert [other.place.path[1] for other in one.finding.related[:1]] == [3]
    write(root, "planer/eldst.yaml", ENDED)
    goal(root, "eldre", "eldst")
    assert [each.finding.args["maal"] for each in told(root, "PL202")] == ["gammelt", "eldre"]
    goal(root, "nytt", "samfunnsdel-2020", more="viderefører: [gammelt]\n")
    goal(root, "eldre", "gammel")
    (one,) = told(root, "PL202")
    assert (one.finding.variant, one.finding.args["forslag"]) == ("flere_videreført", ["nytt"])


def test_goals_in_force_are_found_through_every_goal_between(root: Path) -> None:
    """PL202 proposes all that continue the goal, also where two goals between them were continued by one."""
    write(root, "planer/gammel.yaml", ENDED)
    goal(root, "gammelt", "gammel")
    goal(root, "mellom-a", "gammel", more="viderefører: [gammelt]\n")
    goal(root, "mellom-b", "gammel", more="viderefører: [gammelt]\n")
    for id_, older in (("begge", "mellom-a, mellom-b"), ("en", "mellom-a"), ("to", "mellom-b")):
        goal(root, id_, "samfunnsdel-2020", more=f"viderefører: [{older}]\n")
    write(root, "planer/a.yaml", PLAN.replace("trygg-oppvekst", "gammelt"))
    assert [each.finding.args["forslag"] for each in told(root, "PL202")] == [["begge", "en", "to"]]


@pytest.mark.parametrize(
    ("became", "variant"),
    [
        ("[{utfall: utgått, begrunnelse: Bygget}]", "utgått"),
        ("[{utfall: utgått, usikker: true}]", ""),
        ("[]", ""),
    ],
)
def test_a_goal_that_was_dropped_is_not_to_be_exchanged_for_what_carries_it_on(
    root: Path, became: str, variant: str
) -> None:
    """Where the goal says that nothing carries it on, the advice is to take the anchor away; not where it is unsure."""
    write(root, "planer/gammel.yaml", ENDED)
    goal(root, "gammelt", "gammel", more=f"blir: {became}\n")
    write(root, "planer/a.yaml", PLAN.replace("[trygg-oppvekst]", "[gammelt]"))
    (one,) = told(root, "PL202")
    assert one.finding.variant == variant
