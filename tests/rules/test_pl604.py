"""PL604 where a part cannot be read, is past its period, or is there twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.helpers import DATE, PLAN, check, write
from support.lovkrav_cases import plan, strategi, voted
from support.rule_cases import found


def test_a_kommuneplan_that_cannot_be_read_is_not_missing(root: Path) -> None:
    """Nor one of an unknown type, nor one without status (PL409): one cause is told once."""
    file = root / "plans/planer/arealdel-2021.yaml"
    whole = file.read_text(encoding="utf-8")
    strategi(root, "2023-2027", voted("2024-04-24"))
    file.write_text("tittel: [", encoding="utf-8")
    assert found(root, "PL604") == found(root, "PL603") == []
    for change in (("type: arealdel", "type: arealdelen"), ("status: vedtatt\n", "")):
        file.write_text(whole.replace(*change), encoding="utf-8")
        assert found(root, "PL604") == []


def test_a_kommuneplan_past_its_period_is_not_missing(root: Path) -> None:
    """It stands until somebody decides otherwise, which is what PL301 asks for."""
    assert found(root, "PL604", "2034-01-01") == []
    assert ("plan/samfunnsdel-2020", "") in found(root, "PL301", "2034-01-01")


def test_the_newest_of_several_parts_is_shown(root: Path) -> None:
    """PL604: by the day of adoption and not by name; what is only planned is no part yet."""
    write(root, "planer/a-samfunnsdel.yaml", PLAN.replace("type: strategi", "type: samfunnsdel"))
    assert found(root, "PL604") == [("plan/a-samfunnsdel", "flere")]
    write(
        root, "planer/a-samfunnsdel.yaml", PLAN.replace("type: strategi", "type: samfunnsdel").replace("2022", "2019")
    )
    assert found(root, "PL604") == [("plan/samfunnsdel-2020", "flere")]
    plan(root, "a-samfunnsdel", "samfunnsdel", status="planlagt")
    assert found(root, "PL604") == []


def test_the_old_arealdeler_apply_side_by_side_after_a_merger(root: Path) -> None:
    """PL604 is silent where each is delimited from the other, and only warns where nobody says."""
    plan(root, "nord", "arealdel", voted("2014-03-26"))
    warned = check(root, date.fromisoformat(DATE), select=("PL604",)).findings
    assert [(item.diagnostic.finding.variant, item.diagnostic.severity.value) for item in warned] == [
        ("flere", "advarsel")
    ]
    plan(root, "nord", "arealdel", voted("2014-03-26"), more="avgrenset_mot: [arealdel-2021]\n")
    assert found(root, "PL604") == []


def test_a_binding_plan_that_lapsed_by_nobodys_decision_is_not_said_to_be_missing(root: Path) -> None:
    """PL620 says that it still applies, so PL604 may not say that none does; one that is repealed is no more."""
    file = root / "plans/planer/arealdel-2021.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("status: vedtatt", "status: utgått"), encoding="utf-8")
    assert (found(root, "PL604"), found(root, "PL620")) == ([], [("plan/arealdel-2021", "")])
    gone = text.replace("status: vedtatt", "status: opphevet").replace(
        "hendelser:\n", "hendelser:\n  - {hva: opphevet, dato: 2023-03-22, organ: kommunestyret, sak: 9/23}\n"
    )
    file.write_text(gone, encoding="utf-8")
    assert (found(root, "PL604"), found(root, "PL620")) == ([("plansystem", "")], [])


def test_a_part_whose_status_nobody_has_documented(root: Path) -> None:
    """It may be the one that applies; where a file of a plan cannot be read, nothing is said."""
    file = root / "plans/planer/arealdel-2021.yaml"
    file.unlink()
    plan(root, "a", "arealdel", status="")
    assert found(root, "PL604") == [("plan/a", "udokumentert")]
    plan(root, "b", "finnes-ikke")
    assert found(root, "PL604") == []


def test_of_several_that_may_be_the_part_the_first_is_told(root: Path) -> None:
    """PL604 tells of one plan whose status nothing documents: with that mended, the others are no longer asked of."""
    for id_ in ("nord", "soer"):
        write(root, f"planer/{id_}.yaml", f"tittel: Arealdel {id_}\ntype: arealdel\n")
    (root / "plans/planer/arealdel-2021.yaml").unlink()
    assert [entity for entity, _ in found(root, "PL604")] == ["plan/nord"]
