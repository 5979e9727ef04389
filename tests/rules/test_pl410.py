"""PL410 and every field and status: what can be demanded, and from when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, write
from support.rule_cases import AGAIN, EVENT, VOTE, demand, found, with_events

from planlint.model import Plan
from planlint.model.shared import norwegian_key
from planlint.register.krav import lacking_fields
from planlint.rules.all_rules import RULES
from planlint.system.system import open_system

STEPS = [
    ["planlagt"],
    ["igangsatt", "utkast"],
    ["på_høring"],
    ["til_vedtak"],
    ["vedtatt", "til_orientering"],
    ["under_revisjon"],
]
RANK = {status: rank for rank, step in enumerate(STEPS) for status in step} | {"satt_på_vent": 0}


def test_what_another_rule_misses_is_not_demanded_again(root: Path) -> None:
    """PL401 asks for body and case number, PL408 for who is responsible, PL201 for the anchor."""
    plan = PLAN.replace("type: strategi", "type: temaplan").replace(", organ: kommunestyret, sak: 7/22", "")
    plan = plan.replace("ansvarlig: miljoe\n", "").replace("forankring: [trygg-oppvekst]\n", "")
    write(root, "planer/klima.yaml", plan)
    write(root, "planer/luft.yaml", plan.replace("Klima", "Luft"))
    demand(root, "krav: {vedtatt: [sammendrag]}", "krav: {vedtatt: [organ, sak, ansvarlig, forankring]}")
    assert found(root, "PL410") == []


def test_knowledge_is_asked_for_its_body_only_where_the_type_does(root: Path) -> None:
    """PL401 leaves knowledge documents alone, so the type's own demand counts."""
    plan = PLAN.replace("type: strategi", "type: analyse").replace(", organ: kommunestyret, sak: 7/22", "")
    write(root, "planer/analyse.yaml", plan.replace("vedtatt", "til_orientering"))
    assert found(root, "PL401") == []
    demand(root, "    kunnskapsgrunnlag: true\n", "    kunnskapsgrunnlag: true\n    krav: {til_orientering: [organ]}\n")
    assert found(root, "PL410") == [("plan/analyse", "")]


def test_every_field_of_a_plan_can_be_demanded() -> None:
    """A demand for a field that plans have is never called unknown, and a broken field never missing."""
    assert set(RULES["PL410"].felt) == {norwegian_key(name) for name in Plan.model_fields}


@pytest.mark.parametrize("since", [*RANK, "opphevet"])
def test_what_is_asked_for_from_a_status_on_is_asked_for_ever_after(since: str, root: Path) -> None:
    """PL410: up to the end of the plan's life; one on hold has come as far as one that is planned."""
    demand(root, "    navn: strategi\n", f"    navn: strategi\n    krav: {{{since}: [partnere]}}\n")
    for status in (*RANK, "opphevet", "utgått", "foreldet"):
        write(root, f"planer/a-{status.replace('å', 'a').replace('ø', 'o')}.yaml", with_events(VOTE, status=status))
    for item in check(root, date.fromisoformat(DATE), select=("PL410",)).findings:
        assert item.diagnostic.finding.args["felt"] == ["partnere"]
    told = {
        item.diagnostic.finding.args["status"]
        for item in check(root, date.fromisoformat(DATE), select=("PL410",)).findings
    }
    after = {
        status for status, rank in RANK.items() if since in RANK and since != "satt_på_vent" and rank >= RANK[since]
    }
    assert told == after | {since}


def test_what_a_plan_would_lack_is_told_by_what_to_write(root: Path) -> None:
    """A demand for a hearing is a demand for its beginning; the decision's own fields come with the decision."""
    demand(root, "    navn: strategi\n", "    navn: strategi\n    krav: {vedtatt: [høring, organ, partnere, sak]}\n")
    write(root, "planer/klima.yaml", with_events("hva: oppstart, dato: 2022-02-16", status="igangsatt"))
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register is not None
    plan = register.planer["klima"]
    assert lacking_fields(register, plan, register.plansystem.plantyper["strategi"], "vedtatt") == [
        "høring_start",
        "partnere",
    ]


def test_the_newest_adoption_is_asked_for_body_and_case(root: Path) -> None:
    """PL401 tells of any adoption that lacks them where it asks; PL410 asks where the type does, of the newest."""
    demand(
        root,
        "    kunnskapsgrunnlag: true\n",
        "    kunnskapsgrunnlag: true\n    krav: {til_orientering: [organ, sak]}\n",
    )
    bare = "hva: til_orientering, dato: 2024-02-14"
    for id_, events in (("a", (VOTE, bare)), ("b", (bare.replace("2024", "2020"), VOTE))):
        text = with_events(*events, status="til_orientering").replace("type: strategi", "type: analyse")
        write(root, f"planer/{id_}.yaml", text)
    assert found(root, "PL410") == [("plan/a", "")]


def test_an_adoption_that_pl401_tells_of_is_not_told_again(root: Path) -> None:
    """PL410 leaves the newest adoption to it, whichever of the two fields it lacks."""
    demand(root, "    navn: strategi\n", "    navn: strategi\n    krav: {vedtatt: [organ, sak]}\n")
    write(root, "planer/a.yaml", with_events(VOTE, "hva: revidert, dato: 2024-02-14"))
    assert [found(root, code) for code in ("PL401", "PL410")] == [[("plan/a", "organ_sak")], []]
    write(root, "planer/a.yaml", with_events(VOTE, AGAIN.replace("kommunestyret, sak: 7/24", "kommunedirektoeren")))
    assert [found(root, code) for code in ("PL401", "PL410")] == [[], [("plan/a", "")]]


def test_an_id_that_pl614_asks_for_is_not_asked_for_twice(root: Path) -> None:
    """Also where the plan's period is over: it is still adopted, and still to have its id."""
    demand(root, "    bindende: true\n", "    bindende: true\n    krav: {vedtatt: [arealplan_id]}\n")
    demand(root, "    navn: strategi\n", "    navn: strategi\n    krav: {vedtatt: [arealplan_id]}\n")
    file = root / "plans/planer/arealdel-2021.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('arealplan_id: "9999_2021001"\n', ""), encoding="utf-8")
    for day in (DATE, "2033-01-01"):
        assert [found(root, code, day) for code in ("PL614", "PL410")] == [[("plan/arealdel-2021", "")], []]
    write(root, "planer/a.yaml", PLAN)
    assert found(root, "PL410") == [("plan/a", "")]


def test_a_plan_of_which_too_little_is_known_is_asked_for_nothing(root: Path) -> None:
    """PL410 leaves an unknown type to PL102, a missing status to PL409, and a replaced plan to PL404."""
    demand(root, "    navn: strategi\n", "    navn: strategi\n    krav: {vedtatt: [partnere]}\n")
    write(root, "planer/a.yaml", PLAN.replace("type: strategi", "type: ukjent"))
    write(root, "planer/b.yaml", PLAN.replace("status: vedtatt\n", "").replace(f"hendelser:\n{EVENT}", ""))
    write(root, "planer/c.yaml", PLAN.replace("2022-02-16", "2018-02-14"))
    write(root, "planer/d.yaml", PLAN + "erstatter: [c]\npartnere: [Naboen]\n")
    assert found(root, "PL410") == []


def test_an_anchor_that_no_other_rule_asks_for_is_asked_for(root: Path) -> None:
    """PL410: where a type may have anchors, and the municipality wants them from a status on."""
    demand(root, "    forankring: valgfri\n", "    forankring: valgfri\n    krav: {vedtatt: [forankring]}\n")
    text = PLAN.replace("type: strategi", "type: fagplan").replace("forankring: [trygg-oppvekst]\n", "")
    write(root, "planer/a.yaml", text)
    assert [found(root, code) for code in ("PL201", "PL410")] == [[], [("plan/a", "")]]
