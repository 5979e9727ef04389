"""PL202 to PL212: what the examples cannot show, because it takes several plans, or says that nothing is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, PLAN, fjordvik, found, write

from planlint.base.diagnostic import Diagnostic

GOAL = "tittel: Mål om {id}\ntype: {type}\nplan: {plan}\nkilder: [{{kilde: plandokument}}]\n"
ENDED = PLAN.replace("status: vedtatt", "status: opphevet").replace("trygg-oppvekst", "gode-liv")
AREALDEL, SAMFUNNSDEL = "planer/arealdel-2021.yaml", "planer/samfunnsdel-2020.yaml"
UNDONE = "hendelser:\n  - {hva: vedtatt, dato: 2021-03-24, organ: kommunestyret, sak: 21/21}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik's plan system."""
    return fjordvik(tmp_path)


def goal(root: Path, id_: str, plan: str, type_: str = "delmål", more: str = "") -> None:
    """Write a goal."""
    write(root, f"maal/{id_}.yaml", GOAL.format(id=id_, type=type_, plan=plan) + more)


def change(root: Path, path: str, old: str, new: str) -> None:
    """Change words in a file under plans/."""
    text = (root / "plans" / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


def told(root: Path, code: str, day: str = "2024-06-15") -> list[Diagnostic]:
    """Give what one rule finds."""
    return [item.diagnostic for item in check(root, date.fromisoformat(day), select=(code,)).findings]


def test_every_anchor_of_a_plan_is_judged(root: Path) -> None:
    """PL202 goes on after an anchor that holds."""
    write(root, "planer/gammel.yaml", ENDED)
    for id_ in ("gammelt", "eldre"):
        goal(root, id_, "gammel")
    write(root, "planer/a.yaml", PLAN.replace("[trygg-oppvekst]", "[trygg-oppvekst, gammelt, gode-liv, eldre]"))
    assert [each.finding.args["maal"] for each in told(root, "PL202")] == ["gammelt", "eldre"]


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


def test_an_internal_plan_above_is_judged_only_for_an_internal_one(root: Path) -> None:
    """PL203 leaves an internal plan above an adopted one to PL212; under it, an internal plan is too high or not."""
    write(root, "planer/intern.yaml", PLAN.replace("type: strategi", "type: fagplan"))
    write(root, "planer/a.yaml", PLAN.replace("trygg-oppvekst", "{plan: intern}"))
    assert [told(root, "PL203"), [each.entity for each in told(root, "PL212")]] == [[], ["plan/a"]]
    write(root, "planer/a.yaml", PLAN.replace("trygg-oppvekst", "{plan: intern}").replace(": strategi", ": fagplan"))
    assert [[each.entity for each in told(root, "PL203")], told(root, "PL212")] == [["plan/a"], []]


def test_types_are_told_by_name(root: Path) -> None:
    """PL203 and PL208 name types as the municipality does, and by id where plansystem.yaml has no name."""
    change(root, "plansystem.yaml", "delmål: {navn: delmål,", "delmål: {navn: innsatsmål,")
    change(root, "plansystem.yaml", "[hovedmål, delmål, strategi]", "[delmål, temaplan, ukjent]")
    change(root, "plansystem.yaml", "navn: temaplan", "navn: plan for et tema")
    change(root, "plansystem.yaml", "strategi: {navn: strategi, under: [delmål]}", "strategi: {navn: strategi, under: [delmål, x]}")
    write(root, "planer/a.yaml", PLAN.replace("type: strategi", "type: temaplan").replace("trygg-oppvekst", "gode-liv"))
    names = ["innsatsmål", "plan for et tema", "ukjent"]
    assert [each.finding.args["tillatt"] for each in told(root, "PL203")] == [names]
    goal(root, "s", "samfunnsdel-2020", "strategi")
    assert [each.finding.args["tillatt"] for each in told(root, "PL208")] == [["innsatsmål", "x"]]


def test_a_plan_of_an_unknown_type_is_left_to_pl102(root: Path) -> None:
    """Nobody knows what it must be anchored in."""
    write(root, "planer/a.yaml", PLAN.replace("type: strategi", "type: ukjent").replace("trygg-oppvekst", "{plan: b}"))
    write(root, "planer/b.yaml", PLAN.replace("type: strategi", "type: fagplan").replace("trygg-oppvekst", "{plan: c}"))
    assert [told(root, code) for code in ("PL203", "PL204", "PL205", "PL206", "PL210", "PL212")] == [[]] * 6


@pytest.mark.parametrize(
    ("day", "variants"), [("2021-03-23", []), ("2021-03-24", []), ("2021-03-25", ["eldre"])]
)
def test_an_arealdel_is_older_when_the_arealstrategi_came_on_a_later_day(
    day: str, variants: list[str], root: Path
) -> None:
    """PL206 calls an arealdel adopted on the same day no older."""
    change(root, SAMFUNNSDEL, "2020-06-17", day)
    assert [each.finding.variant for each in told(root, "PL206")] == variants


def test_only_a_samfunnsdel_with_an_arealstrategi_makes_an_arealdel_older(root: Path) -> None:
    """PL206 has nothing to compare with where the arealdel has the arealstrategi itself, or no day is known."""
    change(root, SAMFUNNSDEL, "2020-06-17", "2022-06-17")
    assert [each.finding.variant for each in told(root, "PL206")] == ["eldre"]
    change(root, "maal/naer-natur.yaml", "samfunnsdel-2020", "arealdel-2021")
    assert told(root, "PL206") == []
    change(root, "maal/naer-natur.yaml", "arealdel-2021", "samfunnsdel-2020")
    change(root, SAMFUNNSDEL, "vedtatt, dato", "oppstart, dato")
    assert told(root, "PL206") == []


def test_an_older_arealdel_without_a_tie_is_told_once(root: Path) -> None:
    """PL206 has one finding for a plan: that it must be looked at again."""
    change(root, SAMFUNNSDEL, "2020-06-17", "2022-06-17")
    change(root, AREALDEL, "forankring: [naer-natur]\n", "")
    assert [each.finding.variant for each in told(root, "PL206")] == ["eldre"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("planer/x.yaml", PLAN.replace("type: strategi", "type: ukjent")),
        ("planer/x.yaml", "tittel: [\n"),
        (SAMFUNNSDEL, ""),
    ],
    ids=["a type that is not known", "a file that cannot be read", "an adoption that cannot be read"],
)
def test_an_arealdel_without_a_tie_is_judged_when_all_is_known(path: str, text: str, root: Path) -> None:
    """PL206 is silent where the arealdel may be older than an arealstrategi: one plan, one finding, one day."""
    change(root, AREALDEL, "forankring: [naer-natur]\n", "")
    assert [each.entity for each in told(root, "PL206")] == ["plan/arealdel-2021"]
    own = (root / "plans" / SAMFUNNSDEL).read_text(encoding="utf-8")
    write(root, path, text or own.replace("dato: 2020-06-17", "dato: 17. juni"))
    assert told(root, "PL206") == []


def test_the_first_arealstrategi_is_the_example(root: Path) -> None:
    """PL206 shows an id that can be written as it stands."""
    goal(root, "a-natur", "samfunnsdel-2020", "arealstrategi", "overordnet: gode-liv\n")
    change(root, AREALDEL, "forankring: [naer-natur]\n", "")
    assert [each.finding.args["eksempel"] for each in told(root, "PL206")] == ["a-natur"]


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


def test_the_goal_to_hang_under_is_never_below(root: Path) -> None:
    """PL208 proposes a goal that hangs neither under this one nor under something that does."""
    goal(root, "a-over", "samfunnsdel-2020", more="overordnet: s\n")
    goal(root, "b-over", "samfunnsdel-2020", more="overordnet: a-over\n")
    goal(root, "s", "samfunnsdel-2020", "strategi")
    proposed = {each.entity: each.finding.args["eksempel"] for each in told(root, "PL208")}
    assert proposed["maal/s"] == "trygg-oppvekst"


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


def test_an_ended_plan_may_hang_under_an_internal_one(tmp_path: Path) -> None:
    """PL212 judges what is in force or being made."""
    anchored = PLAN.replace("trygg-oppvekst", "{plan: b}")
    files = {"planer/b.yaml": PLAN.replace("type: strategi", "type: fagplan"), "planer/a.yaml": anchored}
    assert found(tmp_path, "PL212", files) == [("plan/a", "")]
    files["planer/a.yaml"] = anchored.replace("status: vedtatt", "status: opphevet")
    assert found(tmp_path, "PL212", files) == []
