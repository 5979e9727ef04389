"""PL412 where several goals say what they became."""

from __future__ import annotations

from pathlib import Path

from support.helpers import found

GOAL = "tittel: Mål {id}\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\nblir: [{{utfall: utgått}}]\n"


def test_each_goal_that_is_no_draft_is_told(tmp_path: Path) -> None:
    """PL412 goes on after the first: `blir` in a goal that applies is a slip in each of them."""
    files = {f"maal/{id_}.yaml": GOAL.format(id=id_) for id_ in "ab"}
    assert found(tmp_path, "PL412", files) == [("maal/a", "mål"), ("maal/b", "mål")]


REPLACED = "tittel: Ny samfunnsdel\ntype: samfunnsdel\nstatus: {status}\nerstatter: [samfunnsdel-2020]\n"
UTKAST = "tittel: Utkast {id}\ntype: delmål\nplan: {plan}\noverordnet: gode-liv\nutkast: true\n"


def test_an_old_goal_may_say_that_it_is_not_carried_on(tmp_path: Path) -> None:
    """In a plan that another replaces, or is to replace, `utgått` is what a goal may say, and nothing else."""
    other = "blir: [{mål: naer-natur, utfall: omformulert}]"
    files = {
        "planer/ny.yaml": REPLACED.format(status="igangsatt"),
        "maal/a.yaml": GOAL.format(id="a"),
        "maal/b.yaml": GOAL.format(id="b").replace("blir: [{utfall: utgått}]", other),
    }
    assert found(tmp_path, "PL412", files) == [("maal/b", "mål")]


def test_a_draft_may_become_another_until_the_vote(tmp_path: Path) -> None:
    """That one draft goes into another is told of when their plan is adopted, or there is no plan; not before."""
    into = "blir: [{{mål: {id}, utfall: sammenslått}}]\n"
    files = {"planer/ny.yaml": REPLACED.format(status="igangsatt")}
    for id_, plan in (("a", "ny"), ("c", "samfunnsdel-2020"), ("e", "finnes-ikke")):
        files[f"maal/{id_}.yaml"] = UTKAST.format(id=id_, plan=plan)
        files[f"maal/inn-i-{id_}.yaml"] = UTKAST.format(id="inn i " + id_, plan="ny") + into.format(id=id_)
    assert found(tmp_path, "PL412", files) == [("maal/c", ""), ("maal/inn-i-c", "utkast"), ("maal/inn-i-e", "utkast")]
