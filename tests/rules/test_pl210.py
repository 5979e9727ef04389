"""PL210 and goals that change again: which change a suspicion covers, and what is proposed."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN, write
from support.rule_cases import ENDED, SAMFUNNSDEL, change, goal, told


def test_a_goal_that_changes_again_is_suspect_again(root: Path) -> None:
    """PL210: a suspicion that is known, or accepted with a reason, covers this change and not the next."""
    write(root, "planer/a.yaml", PLAN.replace("trygg-oppvekst", '{mål: trygg-oppvekst, avtrykk: "1:0123456789ab"}'))
    first = [each.fingerprint for each in told(root, "PL210")]
    assert len(first) == 1
    change(root, "maal/trygg-oppvekst.yaml", "kilder", "bærekraftsmål: [3]\nkilder")
    assert [each.fingerprint for each in told(root, "PL210")] == first
    change(root, "maal/trygg-oppvekst.yaml", "Barn og unge", "Barn og ungdom")
    assert [each.fingerprint for each in told(root, "PL210")] != first


def test_a_mark_of_an_unknown_method_is_one_suspicion(root: Path) -> None:
    """PL210 cannot tell one change from the next there, so it does not try."""
    write(root, "planer/a.yaml", PLAN.replace("trygg-oppvekst", '{mål: trygg-oppvekst, avtrykk: "v0:4ec99ca0"}'))
    first = [each.fingerprint for each in told(root, "PL210")]
    change(root, "maal/trygg-oppvekst.yaml", "Barn og unge", "Barn og ungdom")
    assert [each.fingerprint for each in told(root, "PL210")] == first


def test_the_work_list_proposes_what_the_plan_may_be_anchored_in(root: Path) -> None:
    """PL210 names the goals that continue the old one and are of a type allowed for the plan."""
    write(root, "planer/gammel.yaml", ENDED.replace("opphevet", "erstattet"))
    change(root, SAMFUNNSDEL, "kilder", "erstatter: [gammel]\nkilder")
    goal(root, "gammelt", "gammel")
    change(root, "maal/trygg-oppvekst.yaml", "kilder", "viderefører: [gammelt]\nkilder")
    change(root, "maal/naer-natur.yaml", "kilder", "viderefører: [gammelt]\nkilder")
    anchored = PLAN.replace("trygg-oppvekst", "{mål: gammelt, bekreftet: 2019-02-16}")
    write(root, "planer/a.yaml", anchored.replace("type: strategi", "type: temaplan"))
    write(root, "planer/b.yaml", anchored)
    (work,) = told(root, "PL210")
    assert [place.args["forslag"] for place in work.finding.related] == [
        ["trygg-oppvekst"],
        ["naer-natur", "trygg-oppvekst"],
    ]
