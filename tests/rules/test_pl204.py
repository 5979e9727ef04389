"""PL204 where another rule tells of the same break, and the threads that hold."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, found as found_in, write
from support.rule_cases import GOAL, change, changed, plan, status

HERE = Path(__file__).parent


def found(root: Path, day: str = "2024-06-15") -> list[str]:
    """Give the plans that PL204 reports on a day."""
    report = check(root, date.fromisoformat(day), select=("PL204",))
    return [item.diagnostic.entity for item in report.findings]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a strategi anchored in a program that is anchored in nothing."""
    shutil.copytree(HERE / "PL204/bad-plan-over-uten-forankring", fjordvik(tmp_path), dirs_exist_ok=True)
    system = (tmp_path / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(
        tmp_path, "plansystem.yaml", system.replace("navn: program\n    nivå: tema", "navn: program\n    nivå: samfunn")
    )
    (tmp_path / "plans/planer/handlingsplan-naering.yaml").unlink()
    write(tmp_path, "planer/klima.yaml", PLAN.replace("trygg-oppvekst", "{plan: naeringsprogram}"))
    assert found(tmp_path) == ["plan/klima"]
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("type: program", "type: strategi", id="PL203"),
        pytest.param("type: program", "type: fagplan", id="PL212"),
        pytest.param("type: program", "type: xyzzyx", id="PL102"),
        pytest.param("type: program", "type: arealdel\ndel_av: xyzzyx", id="PL102-del-av"),
        pytest.param("status: vedtatt", "status: opphevet", id="PL407"),
        pytest.param("status: vedtatt\n", "", id="PL409"),
        pytest.param("type: program", "type: program\nforankring: [{plan: naeringsprogram}]", id="PL104"),
    ],
)
def test_a_break_that_another_rule_reports_is_left_to_it(root: Path, old: str, new: str) -> None:
    """One cause, one finding: the plan below is not blamed."""
    change(root, "planer/naeringsprogram.yaml", old, new)
    assert found(root) == []


def test_an_unanchored_plan_above_is_left_to_pl201(root: Path) -> None:
    """The strategi must be anchored, and the handlingsplan under it is not to blame."""
    change(root, "planer/klima.yaml", "type: strategi", "type: handlingsplan")
    assert found(root) == ["plan/klima"]
    change(root, "planer/naeringsprogram.yaml", "type: program", "type: strategi")
    assert found(root) == []


@pytest.mark.parametrize(
    "goal",
    [
        pytest.param("type: delmål\nplan: naeringsprogram\n", id="PL208"),
        pytest.param("type: xyzzyx\nplan: naeringsprogram\noverordnet: a\n", id="PL102-type"),
        pytest.param("type: delmål\nplan: naeringsprogram\noverordnet: xyzzyx\n", id="PL102-overordnet"),
        pytest.param("type: delmål\nplan: xyzzyx\noverordnet: a\n", id="PL102-plan"),
        pytest.param("type: delmål\nplan: gammel\noverordnet: a\n", id="PL202"),
    ],
)
def test_a_goal_that_another_rule_reports_is_left_to_it(root: Path, goal: str) -> None:
    """A goal that hangs loose, is stale or is not readable explains the break."""
    write(root, "maal/a.yaml", "tittel: A\ntype: hovedmål\nplan: naeringsprogram\n")
    write(root, "maal/b.yaml", f"tittel: B\n{goal}")
    write(root, "planer/gammel.yaml", PLAN.replace("status: vedtatt", "status: opphevet"))
    write(root, "planer/klima.yaml", PLAN.replace("trygg-oppvekst", "b"))
    assert found(root) == []


def test_only_the_plan_nearest_the_break_is_reported(root: Path) -> None:
    """What hangs under a plan that is reported already has the same cause."""
    text = PLAN.replace("type: strategi", "type: handlingsplan").replace("trygg-oppvekst", "{plan: klima}")
    write(root, "planer/under.yaml", text)
    assert found(root) == ["plan/klima"]


def test_the_first_of_several_breaks_is_shown(root: Path) -> None:
    """A plan with two anchors that both end nowhere is one finding, at the first."""
    program = (root / "plans/planer/naeringsprogram.yaml").read_text(encoding="utf-8")
    write(root, "planer/annet.yaml", program)
    write(root, "planer/klima.yaml", PLAN.replace("trygg-oppvekst", "{plan: naeringsprogram}, {plan: annet}"))
    report = check(root, date(2024, 6, 15), select=("PL204",))
    assert [item.diagnostic.finding.args["stopp"] for item in report.findings] == ["naeringsprogram"]


def test_one_thread_that_holds_is_enough(root: Path) -> None:
    """A second anchor, a part of a larger plan or a goal over a goal may carry the thread."""
    over = "type: program\n{}"
    change(root, "planer/naeringsprogram.yaml", "type: program\n", over.format("del_av: arealdel-2021\n"))
    assert found(root) == []
    change(root, "planer/naeringsprogram.yaml", "del_av: arealdel-2021", "forankring: [{plan: samfunnsdel-2020}]")
    assert found(root) == []
    change(root, "planer/naeringsprogram.yaml", "forankring: [{plan: samfunnsdel-2020}]\n", "")
    write(root, "maal/a.yaml", "tittel: A\ntype: delmål\nplan: naeringsprogram\noverordnet: gode-liv\n")
    change(root, "planer/klima.yaml", "{plan: naeringsprogram}", "a")
    assert found(root) == []


def test_a_samfunnsdel_past_its_period_carries_the_thread(root: Path) -> None:
    """That the period is over is for PL301 to say."""
    change(root, "planer/klima.yaml", "{plan: naeringsprogram}", "trygg-oppvekst")
    change(root, "planer/klima.yaml", "til: 2030", "til: 2040")
    assert found(root, "2035-01-01") == []


def test_without_a_samfunnsdel_there_is_no_thread_to_break(root: Path) -> None:
    """PL604 asks for a samfunnsdel; each plan is not blamed for it."""
    change(root, "planer/samfunnsdel-2020.yaml", "status: vedtatt", "status: igangsatt")
    assert found(root) == []


def test_a_samfunnsdel_needs_nothing_above(root: Path) -> None:
    """The thread begins there, also when the samfunnsdel itself refers to something."""
    change(root, "planer/samfunnsdel-2020.yaml", "kilder:", "forankring: [{plan: naeringsprogram}]\nkilder:")
    write(root, "planer/neste.yaml", (root / "plans/planer/samfunnsdel-2020.yaml").read_text(encoding="utf-8"))
    change(root, "planer/neste.yaml", "status: vedtatt", "status: igangsatt")
    assert found(root) == ["plan/klima"]


def test_rings_and_joins_end_the_search(root: Path) -> None:
    """A plan reached by two ways is followed once."""
    change(root, "planer/naeringsprogram.yaml", "type: program\n", "type: program\ndel_av: topp\n")
    program = (root / "plans/planer/naeringsprogram.yaml").read_text(encoding="utf-8")
    write(root, "planer/topp.yaml", program.replace("del_av: topp\n", ""))
    write(root, "planer/annet.yaml", program)
    write(root, "planer/klima.yaml", PLAN.replace("trygg-oppvekst", "{plan: naeringsprogram}, {plan: annet}"))
    assert found(root) == ["plan/klima"]


def test_a_samfunnsdel_that_a_new_one_replaced_is_not_the_one_in_force(root: Path) -> None:
    """Whatever its own file says; PL404 and PL202 report it, and only the plan with another fault stays."""
    new = (root / "plans/planer/samfunnsdel-2020.yaml").read_text(encoding="utf-8")
    new = new.replace("2020-06-17", "2024-05-15").replace("kilder:", "erstatter: [samfunnsdel-2020]\nkilder:")
    write(root, "planer/samfunnsdel-2024.yaml", new)
    write(root, "planer/annen.yaml", PLAN)
    assert found(root) == ["plan/klima"]


def test_a_plan_on_its_way_to_a_new_samfunnsdel_hides_no_broken_thread(tmp_path: Path) -> None:
    """PL204 passes over a plan that is not adopted yet, and tells of the next, whose thread is broken."""
    files = {
        **changed("plansystem.yaml", "  temaplan:\n", "  program: {navn: program, nivå: samfunn}\n  temaplan:\n"),
        "planer/a.yaml": status("igangsatt").replace("[trygg-oppvekst]", "[nytt]"),
        "planer/b.yaml": plan(("[trygg-oppvekst]", "[{plan: c}]")),
        "planer/c.yaml": plan(("type: strategi", "type: program"), ("forankring: [trygg-oppvekst]\n", "")),
        "planer/ny.yaml": "tittel: Samfunnsdel\ntype: samfunnsdel\nstatus: igangsatt\n",
        "maal/nytt.yaml": GOAL.format(id="nytt", type="hovedmål", plan="ny"),
    }
    assert found_in(tmp_path, "PL204", files) == [("plan/b", "")]


DRAFT = "tittel: Utkast\ntype: delmål\nplan: {plan}\noverordnet: gode-liv\nutkast: true\n"
NEXT = {"planer/ny.yaml": "tittel: Samfunnsdel 2032\ntype: samfunnsdel\nstatus: igangsatt\n"}


@pytest.mark.parametrize(
    ("of", "blir", "expected"),
    [
        ("ny", "", [("plan/a", "utkast")]),
        ("samfunnsdel-2020", "", []),  # PL412 asks what the draft became
        ("ny", "blir: [{utfall: utgått}]\n", [("plan/a", "tatt-ut"), ("plan/b", "tatt-ut")]),
        ("ny", "blir: [{mål: naer-natur, utfall: delt}]\n", [("plan/a", "omgjort"), ("plan/b", "omgjort")]),
        (
            "ny",
            "blir: [{mål: naer-natur, utfall: delt, usikker: true}]\n",
            [("plan/a", "trolig"), ("plan/b", "trolig")],
        ),
        ("finnes-ikke", "blir: [{utfall: utgått}]\n", []),  # PL102
    ],
)
def test_a_draft_on_the_thread_is_the_cause(
    tmp_path: Path, of: str, blir: str, expected: list[tuple[str, str]]
) -> None:
    """What became of the draft is told; a plan that is not adopted may wait for one that is open."""
    files = {
        "maal/utkast.yaml": DRAFT.format(plan=of) + blir,
        "planer/a.yaml": plan(("[trygg-oppvekst]", "[utkast]")),
        "planer/b.yaml": status("igangsatt").replace("[trygg-oppvekst]", "[utkast]"),
    }
    assert found_in(tmp_path, "PL204", files | NEXT) == expected


OUT = "tittel: Et utkast\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\nutkast: true\n"
BECAME = "blir: [{mål: naer-natur, utfall: omformulert}]\n"


@pytest.mark.parametrize(
    ("text", "draft", "expected"),
    [
        (PLAN, OUT + BECAME, [("plan/klima", "omgjort")]),
        (PLAN, OUT + BECAME.replace("omformulert", "omformulert, usikker: true"), [("plan/klima", "trolig")]),
        (PLAN, OUT + "blir: [{utfall: utgått}]\n", [("plan/klima", "utgått")]),
        # In the making, or of a type that may well have no anchor: a draft that is out is no goal of it, either.
        (PLAN.replace("status: vedtatt", "status: igangsatt"), OUT + BECAME, [("plan/klima", "omgjort")]),
        (PLAN.replace("type: strategi", "type: fagplan"), OUT + BECAME, [("plan/klima", "omgjort")]),
        # An open draft may yet be adopted, and a plan that has ended follows nothing up.
        (PLAN, OUT, []),
        (PLAN.replace("status: vedtatt", "status: utgått"), OUT + BECAME, []),
    ],
)
def test_an_anchor_in_a_draft_that_is_out_is_told_beside_a_good_one(
    tmp_path: Path, text: str, draft: str, expected: list[tuple[str, str]]
) -> None:
    """The plan reaches the samfunnsdel by its other anchor; this one leads to no goal all the same."""
    files = {"planer/klima.yaml": text.replace("[trygg-oppvekst]", "[trygg-oppvekst, ut]"), "maal/ut.yaml": draft}
    assert found_in(tmp_path, "PL204", files) == expected
