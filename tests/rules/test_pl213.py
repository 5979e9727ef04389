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
    assert found(tmp_path, "PL213", files) == [("maal/m", ""), ("maal/n", "")]


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
