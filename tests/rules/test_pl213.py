"""PL213: a goal is in the plan of the goal above it, or in one that is tied to that plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, found, write
from support.rule_cases import told

from planlint.register.traad import is_tied_to
from planlint.system.system import open_system

MAAL = "tittel: Et mål\ntype: strategi\nplan: {plan}\noverordnet: {over}\n"
FAGPLAN = PLAN.replace("type: strategi", "type: fagplan").replace("kommunestyret, sak: 7/22", "kommunedirektoeren")
LOOSE = FAGPLAN.replace("forankring: [trygg-oppvekst]\n", "")


@pytest.mark.parametrize(
    ("plan", "is_told"),
    [
        (LOOSE, True),
        (LOOSE.replace("status: vedtatt", "status: utgått"), True),
        (LOOSE.replace("status: vedtatt", "status: planlagt"), True),
        (LOOSE + "erstatter: [samfunnsdel-2020]\n", True),
        (LOOSE + "avgrenset_mot: [samfunnsdel-2020]\n", True),
        (LOOSE + "bygger_på: [samfunnsdel-2020]\n", True),
        (FAGPLAN, False),
        (FAGPLAN.replace("trygg-oppvekst", "{plan: samfunnsdel-2020}"), False),
        (FAGPLAN.replace("trygg-oppvekst", "{plan: arealdel-2021}"), False),
        (LOOSE + "del_av: samfunnsdel-2020\n", False),
    ],
)
def test_what_ties_a_plan_to_another(tmp_path: Path, plan: str, is_told: bool) -> None:
    """An anchor, over as many steps as it takes, or that it is a part; whatever the status of the two."""
    files = {"planer/egen.yaml": plan, "maal/m.yaml": MAAL.format(plan="egen", over="trygg-oppvekst")}
    assert found(tmp_path, "PL213", files) == ([("maal/m", "")] if is_told else [])


def test_parts_of_one_whole_are_tied(tmp_path: Path) -> None:
    """A goal of one part may stand under a goal of the whole or of another part, and the other way round."""
    files = {
        "planer/hel.yaml": LOOSE,
        "planer/del-a.yaml": LOOSE + "del_av: hel\n",
        "planer/del-b.yaml": LOOSE + "del_av: hel\n",
        "maal/a.yaml": "tittel: A\ntype: delmål\nplan: del-a\n",
        "maal/b.yaml": MAAL.format(plan="del-b", over="a"),
        "maal/c.yaml": MAAL.format(plan="hel", over="a"),
    }
    assert found(tmp_path, "PL213", files) == []


@pytest.mark.parametrize(
    "files",
    [
        {"maal/m.yaml": MAAL.format(plan="egen", over="finnes-ikke")},
        {"maal/m.yaml": MAAL.format(plan="finnes-ikke", over="trygg-oppvekst")},
        {"maal/m.yaml": MAAL.format(plan="egen", over="gode-liv")},
        {
            "maal/m.yaml": MAAL.format(plan="egen", over="n").replace("strategi", "delmål"),
            "maal/n.yaml": MAAL.format(plan="samfunnsdel-2020", over="m").replace("strategi", "hovedmål"),
        },
    ],
)
def test_another_rule_comes_first(tmp_path: Path, files: dict[str, str]) -> None:
    """An unknown reference is PL102's, a wrong type PL208's, and a ring PL104's: one cause has one finding."""
    assert found(tmp_path, "PL213", {"planer/egen.yaml": LOOSE, **files}) == []


def test_a_type_that_nobody_declared_is_told_too(tmp_path: Path) -> None:
    """What type a goal is changes nothing of the plan that it is in."""
    files = {
        "planer/egen.yaml": LOOSE,
        "maal/m.yaml": MAAL.format(plan="egen", over="gode-liv").replace("strategi", "ukjent"),
        "maal/n.yaml": MAAL.format(plan="egen", over="gode-liv").replace("strategi", "hovedmål"),
    }
    assert found(tmp_path, "PL213", files) == [("plan/egen", "planen")]


TREE = {f"maal/barn-{k}.yaml": MAAL.format(plan="samfunnsdel-2020", over="midt") for k in range(3)}
MIDDLE = "tittel: Midt i treet\ntype: delmål\nplan: {plan}\noverordnet: gode-liv\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # The goal in the middle is moved: the goal above and those below are right as they stand.
        ({"maal/midt.yaml": MIDDLE.format(plan="egen"), **TREE}, [("maal/midt", "flere")]),
        # The same without a goal above it.
        (
            {"maal/midt.yaml": MIDDLE.format(plan="egen").replace("overordnet: gode-liv\n", ""), **TREE},
            [("maal/midt", "flere")],
        ),
        # One of the goals below is moved, or two: those are the odd ones, not the goal above.
        (
            {
                "maal/midt.yaml": MIDDLE.format(plan="samfunnsdel-2020"),
                **TREE,
                "maal/barn-1.yaml": MAAL.format(plan="egen", over="midt"),
            },
            [("maal/barn-1", "")],
        ),
        (
            {
                "maal/midt.yaml": MIDDLE.format(plan="samfunnsdel-2020"),
                **TREE,
                "maal/barn-3.yaml": MAAL.format(plan="samfunnsdel-2020", over="midt"),
                "maal/barn-1.yaml": MAAL.format(plan="egen", over="midt"),
                "maal/barn-2.yaml": MAAL.format(plan="egen", over="midt"),
            },
            [("plan/egen", "planen")],
        ),
        # The plan's own anchor is gone: all its goals, wherever they stand, are one finding.
        (
            {f"maal/m-{k}.yaml": MAAL.format(plan="egen", over=over).replace("strategi", "ukjent")
             for k, over in enumerate(["trygg-oppvekst", "trygg-oppvekst", "gode-liv", "gode-liv"])},
            [("plan/egen", "planen")],
        ),
        # Goals of two plans under one goal, and no plan that it could be in to be tied to both.
        (
            {
                "planer/annen.yaml": LOOSE,
                "maal/midt.yaml": MIDDLE.format(plan="samfunnsdel-2020"),
                "maal/m.yaml": MAAL.format(plan="egen", over="midt"),
                "maal/n.yaml": MAAL.format(plan="annen", over="midt"),
            },
            [("maal/m", ""), ("maal/n", "")],
        ),
        # Goals of two plans that follow up the samfunnsdel, under a goal that is no longer in it.
        (
            {
                "planer/en.yaml": FAGPLAN,
                "planer/to.yaml": FAGPLAN,
                "maal/midt.yaml": MIDDLE.format(plan="egen"),
                "maal/m.yaml": MAAL.format(plan="en", over="midt"),
                "maal/n.yaml": MAAL.format(plan="to", over="midt"),
            },
            [("maal/midt", "flere")],
        ),
    ],
)  # fmt: skip
def test_one_cause_is_one_finding(tmp_path: Path, files: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """It stands at what the links that are wrong have in common, and names each goal."""
    files = {"planer/egen.yaml": LOOSE, **files}
    assert found(tmp_path, "PL213", files) == expected
    [first, *_] = told(tmp_path, "PL213")
    if len(expected) == 1 and first.finding.variant:
        named = {other.place.file for other in first.finding.related}
        odd = {f"plans/{path}" for path, text in files.items() if path.startswith("maal/") and "egen" in text}
        assert odd <= named | {first.place.file}


def test_a_goal_moved_to_any_plan_of_a_real_plan_system_is_told_unless_the_plans_are_tied(tmp_path: Path) -> None:
    """A delmål of the samfunnsdel is moved to each of Bærum's plans in turn, by a file for each."""
    repository = Path(__file__).parents[2]
    register = open_system(repository, date(2026, 11, 21)).register
    assert register is not None
    over = next(m for m in register.maal.values() if m.type == "hovedmål" and m.plan.endswith("2021"))
    top = register.planer[over.plan]
    for file in (repository / "plans").rglob("*.yaml"):
        if file.parent.name != "avvik":
            write(tmp_path, str(file.relative_to(repository / "plans")), file.read_text(encoding="utf-8"))
    for id_ in register.planer:
        text = (
            MAAL.format(plan=id_, over=over.id)
            .replace("type: strategi", "type: delmål")
            .replace("Et mål", f"Mål i {id_}")
        )
        write(tmp_path, f"maal/flyttet-{id_}.yaml"[:100], text)
    moved = {item.finding.entity for item in told(tmp_path, "PL213", "2026-11-21")}
    loose = {id_ for id_, plan in register.planer.items() if not is_tied_to(register, plan, top)}
    assert len(moved) == len(loose) > len(register.planer) / 2


INPUT = "tittel: Gjør det enklere\nplan: {plan}\nmål: [{maal}]\n"
DRAFT = "tittel: Et utkast\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\nutkast: true\n"


@pytest.mark.parametrize(
    ("plan", "maal", "more", "is_told"),
    [
        ("egen", "ut", "", True),
        ("egen", "ut, ut", "", True),
        ("samfunnsdel-2020", "ut", "", False),
        # Input may be about any goal that is adopted, and about several plans.
        ("egen", "trygg-oppvekst", "", False),
        ("egen", "ut, trygg-oppvekst", "", False),
        ("egen", "", "", False),
        # Tied either way, or one in the other's place.
        ("egen", "ut", "forankring: [trygg-oppvekst]\n", False),
        ("egen", "ut", "erstatter: [samfunnsdel-2020]\n", False),
        ("arealdel-2021", "ut", "", False),
        # PL102 tells of these.
        ("finnes-ikke", "ut", "", False),
        ("egen", "finnes-ikke", "", False),
        ("egen", "loest", "", False),
    ],
)
def test_input_to_one_plan_about_a_draft_of_another(
    tmp_path: Path, plan: str, maal: str, more: str, is_told: bool
) -> None:
    """A draft is nothing outside the work on its own plan; told where nothing ties the two together."""
    files = {
        "planer/egen.yaml": LOOSE + more,
        "maal/ut.yaml": DRAFT,
        "maal/loest.yaml": DRAFT.replace("samfunnsdel-2020", "finnes-heller-ikke"),
        "innspill/i.yaml": INPUT.format(plan=plan, maal=maal),
    }
    assert found(tmp_path, "PL213", files) == ([("innspill/i", "innspillet")] if is_told else [])


def test_input_to_a_plan_that_is_replaced_by_the_one_of_the_draft(tmp_path: Path) -> None:
    """What was said to the old plan may be about the draft of the new one."""
    files = {
        "planer/egen.yaml": LOOSE,
        "planer/samfunnsdel-2020.yaml": "tittel: Ny\ntype: samfunnsdel\nstatus: igangsatt\nerstatter: [egen]\n",
        "maal/ut.yaml": DRAFT,
        "innspill/i.yaml": INPUT.format(plan="egen", maal="ut"),
    }
    assert found(tmp_path, "PL213", files) == []


@pytest.mark.parametrize(("status", "is_told"), [("igangsatt", True), ("vedtatt", False)])
def test_a_wrong_type_hides_nothing_where_no_rule_tells_of_it(tmp_path: Path, status: str, is_told: bool) -> None:
    """PL208 leaves the types of what is being made in peace; that it stands in another plan is told all the same."""
    files = {
        "planer/egen.yaml": LOOSE.replace("status: vedtatt", f"status: {status}"),
        "maal/m.yaml": MAAL.format(plan="egen", over="gode-liv"),
    }
    assert found(tmp_path, "PL213", files) == ([("maal/m", "")] if is_told else [])
