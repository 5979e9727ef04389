"""The rules of anchoring together: whose case it is, and how types are named in all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found, write
from support.rule_cases import GOAL, SAMFUNNSDEL, change, changed, goal, plan, told


def test_types_are_told_by_name(root: Path) -> None:
    """PL203 and PL208 name types as the municipality does, and by id where plansystem.yaml has no name."""
    change(root, "plansystem.yaml", "delmål: {navn: delmål,", "delmål: {navn: innsatsmål,")
    change(root, "plansystem.yaml", "[hovedmål, delmål, strategi]", "[delmål, temaplan, ukjent]")
    change(root, "plansystem.yaml", "navn: temaplan", "navn: plan for et tema")
    change(
        root,
        "plansystem.yaml",
        "strategi: {navn: strategi, under: [delmål]}",
        "strategi: {navn: strategi, under: [delmål, x]}",
    )
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
    ("confirmed", "codes"),
    [("2020-06-16", ["PL210"]), ("2020-06-17", ["PL202"]), ("2022-01-01", ["PL202"])],
    ids=["the day before", "the same day", "before the new plan was revised"],
)
def test_a_tie_confirmed_from_the_day_of_the_new_plan_on_is_an_error(
    confirmed: str, codes: list[str], tmp_path: Path
) -> None:
    """PL202 tells of it, for whoever confirmed it could know; PL210 has only what was confirmed before that day."""
    revised = (
        ", sak: 40/20}\n  - {hva: revidert, dato: 2023-06-14, organ: kommunestyret, sak: 30/23}\nerstatter: [gammel]\n"
    )
    files = {
        **changed(SAMFUNNSDEL, ", sak: 40/20}\n", revised),
        "planer/gammel.yaml": plan(("type: strategi", "type: samfunnsdel"), ("status: vedtatt", "status: erstattet")),
        "maal/gammelt.yaml": GOAL.format(id="gammelt", type="hovedmål", plan="gammel"),
        "planer/a.yaml": plan(("[trygg-oppvekst]", f"[{{mål: gammelt, bekreftet: {confirmed}}}]")),
    }
    files["planer/gammel.yaml"] = files["planer/gammel.yaml"].replace("2022-02-16", "2012-02-15")
    assert [code for code in ("PL202", "PL210") if found(tmp_path, code, files)] == codes


@pytest.mark.parametrize(
    ("whole", "codes"),
    [
        ("forankring: [trygg-oppvekst]\n", []),
        ("", ["PL201 hele"]),
        ("type: fagplan\n", ["PL204 delen"]),
    ],
    ids=["the whole is anchored", "the whole is not, and must be", "the whole is not, and need not be"],
)
def test_a_part_of_a_plan_is_anchored_in_the_whole(whole: str, codes: list[str], tmp_path: Path) -> None:
    """One cause gives one finding: about the whole where that must be anchored, else about where the thread stops."""
    text = plan(("forankring: [trygg-oppvekst]\n", ""))
    files = {
        "planer/hele.yaml": text.replace("type: strategi\n", whole) if "type" in whole else text + whole,
        "planer/delen.yaml": text.replace("kilder:", "del_av: hele\nkilder:"),
    }
    told_of = [(code, entity) for code in ("PL201", "PL204") for entity, _ in found(tmp_path, code, files)]
    assert [f"{code} {entity.removeprefix('plan/')}" for code, entity in told_of] == codes
