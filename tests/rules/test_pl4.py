"""PL401 to PL410: what the examples cannot show, because another rule speaks in the same plan system."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.model import Plan
from planlint.model.shared import norwegian_key
from planlint.register.krav import lacking_fields
from planlint.rules.all_rules import RULES
from planlint.system.system import open_system

EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
REPEALED = "  - {hva: opphevet, dato: 2021-02-17, organ: kommunestyret, sak: 8/21}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik's plan system."""
    return fjordvik(tmp_path)


def found(root: Path, code: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give entity and variant of what one rule finds."""
    report = check(root, date.fromisoformat(day), select=(code,))
    return [(item.diagnostic.entity, item.diagnostic.finding.variant) for item in report.findings]


def demand(root: Path, old: str, new: str) -> None:
    """Change what plansystem.yaml says."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_adoption_to_come_is_left_to_pl307(root: Path) -> None:
    """The status is too early there, and one cause is told once."""
    write(root, "planer/klima.yaml", PLAN.replace(EVENT, "  - {hva: vedtatt, dato: 2025-02-16, planlagt: true}\n"))
    assert found(root, "PL401") == []
    assert found(root, "PL307") == [("plan/klima", "")]


def test_disorder_among_the_events_is_left_to_pl309(root: Path) -> None:
    """When a date is wrong, the status that follows from it means nothing."""
    plan = PLAN.replace(EVENT, REPEALED + EVENT).replace("status: vedtatt", "status: opphevet")
    write(root, "planer/klima.yaml", plan)
    assert found(root, "PL402") == []
    assert found(root, "PL309") == [("plan/klima", "")]


def test_what_other_rules_ask_about_a_status_is_not_told_twice(root: Path) -> None:
    """No adoption is PL401's, no repeal PL405's, a successor PL404's."""
    write(root, "planer/a.yaml", PLAN.replace(EVENT, "  - {hva: oppstart, dato: 2022-02-16}\n"))
    write(root, "planer/b.yaml", PLAN.replace("status: vedtatt", "status: opphevet"))
    write(root, "planer/c.yaml", PLAN)
    write(root, "planer/d.yaml", PLAN + "erstatter: [c]\n")
    assert found(root, "PL402") == []
    assert [found(root, code) for code in ("PL401", "PL405", "PL404")] == [
        [("plan/a", "")],
        [("plan/b", "opphevet")],
        [("plan/c", "")],
    ]


def test_plans_that_replace_each_other_are_left_to_pl104(root: Path) -> None:
    """In a ring nobody knows which plan is the newest, however long the ring is."""
    for plan, old in (("a", "b"), ("b", "c"), ("c", "a")):
        write(root, f"planer/{plan}.yaml", PLAN + f"erstatter: [{old}, a, finnes-ikke]\n")
    assert found(root, "PL404") == []


def test_a_plan_that_replaced_others_can_be_replaced(root: Path) -> None:
    """A chain is no ring: only the plan that is not marked is found."""
    write(root, "planer/a.yaml", PLAN.replace("status: vedtatt", "status: erstattet"))
    write(root, "planer/b.yaml", PLAN + "erstatter: [a]\n")
    write(root, "planer/c.yaml", PLAN + "erstatter: [b]\n")
    assert found(root, "PL404") == [("plan/b", "")]


def test_a_successor_adopted_before_its_predecessor_is_left_to_pl309(root: Path) -> None:
    """Either the dates or `erstatter` are wrong; the old plan's status is not the fault."""
    write(root, "planer/gammel.yaml", PLAN)
    write(root, "planer/ny.yaml", PLAN.replace("2022-02-16", "2015-03-04") + "erstatter: [gammel]\n")
    assert found(root, "PL404") == []
    assert found(root, "PL309") == [("plan/ny", "erstatter")]


def test_a_successor_that_cannot_be_read_may_exist(root: Path) -> None:
    """One typing error in a file is not told again in the plan it replaced; nor is a misspelt id."""
    write(root, "planer/gammel-plan.yaml", PLAN.replace("status: vedtatt", "status: erstattet"))
    write(root, "planer/ny.yaml", "tittel: [\n")
    assert found(root, "PL405") == []
    write(root, "planer/ny.yaml", PLAN + "erstatter: [noe-helt-annet]\n")
    assert found(root, "PL405") == []
    write(root, "planer/ny.yaml", PLAN + "erstatter: gammel-plan\n")
    assert found(root, "PL405") == []
    write(root, "planer/ny.yaml", PLAN + "del_av: noe-helt-annet\n")
    assert found(root, "PL405") == []
    write(root, "planer/ny.yaml", PLAN)
    assert found(root, "PL405") == [("plan/gammel-plan", "")]


def test_a_municipality_without_sectors_asks_for_none(root: Path) -> None:
    """Nobody can be responsible where no sectors are declared."""
    write(root, "planer/klima.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    assert found(root, "PL408") == [("plan/klima", "")]
    demand(root, "sektorer:\n  oppvekst: {navn: Oppvekst}\n  miljoe: {navn: Miljø}\n", "")
    assert found(root, "PL408") == []


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


def test_an_adoption_announced_for_today_is_no_longer_ahead(root: Path) -> None:
    """PL401 takes over from PL307 on the day itself."""
    write(root, "planer/klima.yaml", PLAN.replace(EVENT, "  - {hva: vedtatt, dato: 2024-06-15, planlagt: true}\n"))
    assert [found(root, code, "2024-06-14") for code in ("PL307", "PL401")] == [[("plan/klima", "")], []]
    assert [found(root, code, "2024-06-15") for code in ("PL307", "PL401")] == [[], [("plan/klima", "varslet")]]


@pytest.mark.parametrize(
    ("type_", "event", "variants"),
    [
        ("analyse", "", ["til_orientering"]),
        ("analyse", "hva: vedtatt, dato: 2022-02-16", []),
        ("ukjent", "", []),
        ("ukjent", "hva: vedtatt, dato: 2022-02-16", []),
        ("strategi", "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret", ["sak"]),
        ("strategi", "hva: vedtatt, dato: 2022-02-16, organ: kommunedirektoeren", []),
        ("strategi", "hva: vedtatt, dato: 2022-02-16", ["organ_sak"]),
        ("fagplan", "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret", []),
        ("fagplan", "hva: vedtatt, dato: 2022-02-16", ["organ"]),
    ],
)
def test_what_an_adoption_must_state(type_: str, event: str, variants: list[str], root: Path) -> None:
    """A case number belongs to a political body's vote on a plan that is not internal; knowledge is only noted."""
    text = PLAN.replace("type: strategi", f"type: {type_}").replace(EVENT, f"  - {{{event}}}\n" if event else "")
    write(root, "planer/klima.yaml", text.replace("hendelser:\nansvarlig", "ansvarlig"))
    assert [variant for _, variant in found(root, "PL401")] == variants


def with_events(*events: str, status: str = "vedtatt", more: str = "") -> str:
    """Give the plan with these events instead of its adoption."""
    lines = "".join(f"  - {{{event}}}\n" for event in events)
    return PLAN.replace(EVENT, lines).replace("status: vedtatt", f"status: {status}") + more


VOTE = "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22"
AGAIN = "hva: revidert, dato: 2024-02-14, organ: kommunestyret, sak: 7/24"


def test_of_several_announced_adoptions_the_last_is_shown(root: Path) -> None:
    """PL401 points at the day that was moved to."""
    events = ("hva: vedtatt, dato: 2023-02-15, planlagt: true", "hva: vedtatt, dato: 2024-02-14, planlagt: true")
    write(root, "planer/klima.yaml", with_events(*events))
    (item,) = check(root, date.fromisoformat(DATE), select=("PL401",)).findings
    assert item.diagnostic.place.path == ("hendelser", 1, "planlagt")


@pytest.mark.parametrize(
    ("status", "events", "told"),
    [
        # the revision that began is newer than the newest adoption, or only newer than the first
        ("vedtatt", (VOTE, "hva: oppstart, dato: 2024-01-10"), True),
        ("vedtatt", (VOTE, "hva: oppstart, dato: 2023-01-10", AGAIN), False),
        (
            "vedtatt",
            (VOTE, "hva: offentliggjort, dato: 2023-01-10", AGAIN, "hva: offentliggjort, dato: 2024-03-01"),
            False,
        ),
        # begun on the day of the adoption: nobody knows which came first
        ("vedtatt", (VOTE, "hva: oppstart, dato: 2022-02-16"), False),
        # days that are roughly known may be the later ones, to the day
        ("igangsatt", ("hva: oppstart, dato: 2024-02", "hva: høring_start, dato: 2024-02-29"), False),
        ("igangsatt", ("hva: oppstart, dato: 2024-02", "hva: høring_start, dato: 2024-03-01"), True),
    ],
)
def test_a_status_is_compared_with_the_last_event(status: str, events: tuple[str, ...], told: bool, root: Path) -> None:
    """PL402 speaks where the order of events leaves no doubt."""
    write(root, "planer/klima.yaml", with_events(*events, status=status))
    assert bool(found(root, "PL402")) is told


def test_the_newest_noting_by_another_body_is_shown(root: Path) -> None:
    """PL403 points at it, and names the bodies as the municipality does, or by id where it does not."""
    demand(root, "navn: analyse\n", "navn: analyse\n    vedtas_av: [kommunestyret, ukjent]\n")
    demand(root, "kommunestyret: {navn: kommunestyret}", "kommunestyret: {navn: bystyret}")
    noted = "hva: til_orientering, dato: {}, organ: hovedutvalget"
    events = (noted.format("2022-02-16"), noted.format("2023-02-15"))
    text = with_events(*events, status="til_orientering").replace("type: strategi", "type: analyse")
    write(root, "planer/klima.yaml", text)
    (item,) = check(root, date.fromisoformat(DATE), select=("PL403",)).findings
    assert item.diagnostic.place.path == ("hendelser", 1, "organ")
    assert item.diagnostic.finding.args["rette"] == ["bystyret", "ukjent"]


@pytest.mark.parametrize(
    ("status", "events", "told"),
    [
        ("vedtatt", (VOTE,), True),
        ("vedtatt", (VOTE.replace("2022", "2012"), AGAIN), True),
        ("opphevet", (VOTE, "hva: opphevet, dato: 2024-02-14"), True),
        ("opphevet", (), False),
        ("planlagt", (VOTE,), False),
    ],
)
def test_a_plan_that_once_was_adopted_has_replaced_the_one_before(
    status: str, events: tuple[str, ...], told: bool, root: Path
) -> None:
    """PL404: also where it is repealed by now, and where only its newest version is newer than the old plan."""
    write(root, "planer/gammel.yaml", PLAN.replace("2022-02-16", "2018-02-14"))
    text = with_events(*events, status=status, more="erstatter: [gammel]\n").replace(
        "hendelser:\nansvarlig", "ansvarlig"
    )
    write(root, "planer/ny.yaml", text)
    assert bool(found(root, "PL404")) is told


def test_a_replaced_plan_of_unknown_status_is_left_to_pl409(root: Path) -> None:
    """PL404 does not judge what nobody knows, and goes on to the others."""
    write(root, "planer/a.yaml", PLAN.replace("status: vedtatt\n", "").replace(f"hendelser:\n{EVENT}", ""))
    write(root, "planer/b.yaml", PLAN)
    write(root, "planer/ny.yaml", PLAN + "erstatter: [a, annen-og-ukjent, b]\n")
    assert found(root, "PL404") == [("plan/b", "")]


def test_a_successor_whose_adoption_is_only_announced_came_too_early(root: Path) -> None:
    """PL405 takes an announcement for no adoption, and an adoption for one whatever the status says."""
    write(root, "planer/gammel.yaml", PLAN.replace("status: vedtatt", "status: erstattet"))
    for vote, variants in ((VOTE, []), (f"{VOTE}, planlagt: true".replace("2022", "2025"), ["ikke_vedtatt"])):
        write(root, "planer/ny.yaml", with_events(vote, status="til_vedtak", more="erstatter: [gammel]\n"))
        assert [variant for _, variant in found(root, "PL405")] == variants


@pytest.mark.parametrize(
    ("deadline", "events", "told"),
    [
        ("2024-06-14", (), True),
        ("2024-06-15", (), False),
        ("2024-02-14", (VOTE, AGAIN), False),  # the deadline of the round that ended that day
        ("2024-02-15", (VOTE, AGAIN), True),
        ("2023-05-01", (VOTE, AGAIN), False),
    ],
)
def test_a_deadline_counts_until_it_is_met(deadline: str, events: tuple[str, ...], told: bool, root: Path) -> None:
    """PL406: the day itself is in time, and a deadline before the newest adoption belongs to that."""
    status = "under_revisjon" if events else "igangsatt"
    text = with_events(*events, status=status, more=f"arbeid: {{ferdig: {deadline}}}\n")
    write(root, "planer/klima.yaml", text.replace("hendelser:\nansvarlig", "ansvarlig"))
    assert bool(found(root, "PL406")) is told


STEPS = [
    ["planlagt"],
    ["igangsatt", "utkast"],
    ["på_høring"],
    ["til_vedtak"],
    ["vedtatt", "til_orientering"],
    ["under_revisjon"],
]
RANK = {status: rank for rank, step in enumerate(STEPS) for status in step} | {"satt_på_vent": 0}


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
