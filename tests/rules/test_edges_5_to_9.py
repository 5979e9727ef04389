"""PL501 to PL913: what the examples cannot show at the edges, most of it about sources that disagree (PL802)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, DATE, PLAN, fjordvik, write

from planlint.check.request import Request
from planlint.check.run import report_of
from planlint.change.comparison import Comparison
from planlint.base.diagnostic import Diagnostic
from planlint.system.system import open_system

EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
GOAL = "tittel: Alle har noen å være sammen med\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
KLIMA, SAMMEN = "planer/klima.yaml", "maal/sammen.yaml"
UNDATED, Y2021, Y2024 = "kilde: plandokument, ", "kilde: planoversikt-2021, ", "kilde: aarsmelding-2023, "
PAPERS = "  avisen: {tittel: Avisen, dato: 2022-02-17}\n  bladet: {tittel: Bladet, dato: 2021-10-01}\n"
AVISEN, BLADET = "kilde: avisen, ", "kilde: bladet, "
VOTED, NOTED = "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret", "hva: oppstart, dato: "


def quarrel(root: Path, *sources: str, events: tuple[str, ...] = (VOTED,)) -> list[Diagnostic]:
    """Give what PL802 finds in a plan with these sources and events; two newspapers are declared too."""
    system = fjordvik(root) / "plans/plansystem.yaml"
    system.write_text(system.read_text(encoding="utf-8") + PAPERS, encoding="utf-8")
    plan, _, _ = PLAN.replace(EVENT, "".join(f"  - {{{event}}}\n" for event in events)).partition("kilder:")
    write(root, KLIMA, plan + "kilder:\n" + "".join(f"  - {{{source.removesuffix(', ')}}}\n" for source in sources))
    return [item.diagnostic for item in check(root, date.fromisoformat(DATE), select=("PL802",)).findings]


def told(root: Path, before: dict[str, str], after: dict[str, str | None], code: str) -> list[Diagnostic]:
    """Give what a rule about changes finds: files before, and those that are others or gone (None) after."""
    systems = []
    for name, files in (("before", before), ("after", {**before, **after})):
        folder = fjordvik(root / name)
        for path, text in files.items():
            if text is not None:
                write(folder, path, text)
        systems.append(open_system(folder, date.fromisoformat(DATE)))
    old, new = systems
    report = report_of(new, Request(date.fromisoformat(DATE), base="main", select=(code,)), Comparison(old, new, "main"))
    return [item.diagnostic for item in report.findings]


def names(found: list[Diagnostic]) -> list[tuple[str, str]]:
    """Give entity and variant of findings."""
    return [(item.entity, item.finding.variant) for item in found]


def test_two_bodies_that_had_the_case_on_days_of_their_own(tmp_path: Path) -> None:
    """Neither their days nor their names contradict each other."""
    sources = (UNDATED + VOTED, Y2024 + "hva: vedtatt, dato: 2022-02-02, organ: hovedutvalget")
    assert quarrel(tmp_path, *sources) == []


def test_two_bodies_that_had_the_case_in_one_month(tmp_path: Path) -> None:
    """Only on one and the same day must one of them be wrong."""
    sources = (UNDATED + "hva: opphevet, dato: 2023-02, organ: kommunestyret",
               Y2024 + "hva: opphevet, dato: 2023-02, organ: hovedutvalget")  # fmt: skip
    assert quarrel(tmp_path, *sources) == []


def test_bodies_are_told_by_name_and_the_first_one_is_shown(tmp_path: Path) -> None:
    """A source that gives one day to two bodies, neither of them the council, has one finding."""
    sources = (
        UNDATED + VOTED,
        *(Y2024 + VOTED.replace("kommunestyret", body) for body in ("kommunedirektoeren", "hovedutvalget")),
    )
    (item,) = quarrel(tmp_path, *sources)
    assert (item.finding.variant, item.place.path) == ("organ", ("kilder", 1, "organ"))
    assert (item.finding.args["organ"], item.finding.args["annet"]) == ("kommunedirektøren", "kommunestyret")


def test_the_first_of_several_days_is_shown(tmp_path: Path) -> None:
    """Where none of a source's days is the other's."""
    (item,) = quarrel(tmp_path, UNDATED + NOTED + "2020-02-19", *(Y2024 + NOTED + f"2020-0{n}-18" for n in (3, 4)))
    assert (item.finding.variant, item.place.path) == ("dato", ("kilder", 1, "dato"))


def test_one_more_day_of_an_unnamed_body_is_no_contradiction(tmp_path: Path) -> None:
    """The sources agree on the council; whose the other day is, nobody knows."""
    body = "hva: vedtatt, dato: 2022-01-19, organ: hovedutvalget"
    sources = (UNDATED + VOTED, UNDATED + body, Y2024 + VOTED, Y2024 + "hva: vedtatt, dato: 2022-03-16")
    assert quarrel(tmp_path, *sources) == []


@pytest.mark.parametrize(
    ("second", "variants"),
    [
        ("organ: kommunestyret", []),
        ("organ: kommunestyret, usikker: true", ["dato"]),
        ("sak: 9/23", ["dato"]),
    ],
    ids=["sure", "in-doubt", "no-body"],
)
def test_only_sure_events_settle_what_sources_disagree_on(tmp_path: Path, second: str, variants: list[str]) -> None:
    """An event in doubt, or one of which nobody knows whose it was, may come from the source that is wrong."""
    sources = (UNDATED + "hva: vedtatt, dato: 2022-02-16", Y2024 + "hva: vedtatt, dato: 2023-03-15")
    found = quarrel(tmp_path, *sources, events=(VOTED, f"hva: vedtatt, dato: 2023-03-15, {second}"))
    assert [item.finding.variant for item in found] == variants


def test_a_source_can_tell_of_the_day_it_came_out(tmp_path: Path) -> None:
    """And of the days before it, but not of the day after."""
    assert [item.finding.variant for item in quarrel(tmp_path, AVISEN + "hva: vedtatt, dato: 2022-02-17")] == [
        "dato-hendelse"
    ]
    assert quarrel(tmp_path, AVISEN + "hva: vedtatt, dato: 2022-02-18") == []


def test_what_the_register_only_announces_contradicts_nobody(tmp_path: Path) -> None:
    """A source tells of the revision before; the one to come has its own day."""
    ahead = "hva: revidert, dato: 2025-05-14, planlagt: true"
    assert quarrel(tmp_path, UNDATED + "hva: revidert, dato: 2023-05-10", events=(VOTED, ahead)) == []


@pytest.mark.parametrize(
    ("hva", "status", "variants"),
    [
        ("revidert", "under_revisjon", []),
        ("revidert", "vedtatt", ["dato"]),
        ("vedtatt", "under_revisjon", ["dato"]),
        ("vedtatt", "til_vedtak", []),
    ],
)
def test_what_a_source_only_announces(tmp_path: Path, hva: str, status: str, variants: list[str]) -> None:
    """A plan under revision is not revised yet, but it is adopted."""
    announced = f"{UNDATED}hva: {hva}, dato: 2021-05-05, status: {status}"
    found = quarrel(tmp_path, announced, f"{Y2024}hva: {hva}, dato: 2022-02-16")
    assert [item.finding.variant for item in found] == variants


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ((Y2021 + "status: på_høring", BLADET + "status: vedtatt"), [("vedtatt", "på_høring")]),
        ((UNDATED + "status: igangsatt", Y2024 + "status: satt_på_vent"), []),
        ((UNDATED + "status: igangsatt", Y2024), []),
        ((UNDATED + "status: vedtatt", Y2024 + "status: under_revisjon"), []),
        ((UNDATED + "status: igangsatt", UNDATED + "status: vedtatt"), []),
        (
            (Y2021 + "status: vedtatt", UNDATED + "status: vedtatt", Y2024 + "status: igangsatt"),
            [("igangsatt", "vedtatt")],
        ),
        (
            (Y2021 + "status: igangsatt", Y2024 + "status: vedtatt", UNDATED + "status: igangsatt"),
            [("igangsatt", "vedtatt")],
        ),
    ],
    ids=["same-day", "on-hold", "no-status", "adopted-both", "one-source", "after-two-agreed", "after-an-older-one"],
)
def test_how_far_sources_say_that_a_plan_has_come(
    tmp_path: Path, sources: tuple[str, ...], told: list[tuple[str, str]]
) -> None:
    """Two sources disagree if one puts the plan further back, and not just because it came out first."""
    found = quarrel(tmp_path, *sources)
    assert [(item.finding.args["status"], item.finding.args["annen"]) for item in found] == told


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (", kilde: plandokument", ", kilde: plandokument", [("plan/klima", "hendelse")]),
        (", kilde: plandokument", "", [("plan/klima", "hendelse")]),
        (", kilde: plandokument", ", kilde: aarsmelding-2023", []),
        ("", ", kilde: plandokument", []),
    ],
    ids=["same", "gone", "another", "new"],
)
def test_an_event_is_mended_by_a_source_that_it_did_not_have(
    tmp_path: Path, before: str, after: str, found: list[tuple[str, str]]
) -> None:
    """PL911: the one that stood there before said what was written before."""
    old = PLAN.replace("sak: 7/22", f"sak: 7/22{before}")
    new = PLAN.replace("2022-02-16", "2022-03-16").replace("sak: 7/22", f"sak: 7/22{after}")
    assert names(told(tmp_path, {KLIMA: old}, {KLIMA: new}, "PL911")) == found


@pytest.mark.parametrize(
    ("over", "note"),
    [("", "{felt} ({foer}) er tatt bort"), ("overordnet: naer-natur\n", "{felt} var {foer}")],
    ids=["gone", "another"],
)
def test_the_goal_above_is_gone_or_is_another(tmp_path: Path, over: str, note: str) -> None:
    """PL911 says which, beside what else is changed in the goal."""
    new = GOAL.replace("noen å være sammen med", "en venn").replace("overordnet: gode-liv\n", over)
    (item,) = told(tmp_path, {SAMMEN: GOAL}, {SAMMEN: new}, "PL911")
    assert [(other.note, other.args["foer"]) for other in item.finding.related] == [(note, "gode-liv")]


def test_goals_that_are_gone_hide_none_that_are_changed(tmp_path: Path) -> None:
    """PL911 tells of the goals that are gone at their plan, and of each of the others at its own file."""
    before = {f"maal/{name}.yaml": GOAL for name in ("a", "b", "c")}
    after = {"maal/a.yaml": None, "maal/b.yaml": GOAL.replace("noen", "mange"), "maal/c.yaml": None}
    gone, changed = sorted(told(tmp_path, before, after, "PL911"), key=lambda item: item.entity, reverse=True)
    assert names([gone, changed]) == [("plan/samfunnsdel-2020", "mål_fjernet"), ("maal/b", "mål")]
    assert gone.finding.args["maal"] == ["a", "c"]


@pytest.mark.parametrize("events", ["hendelser:\n" + EVENT.replace(", sak: 7/22", ""), ""], ids=["no-case", "no-vote"])
def test_a_deleted_plan_is_not_known_again_without_a_case(tmp_path: Path, events: str) -> None:
    """PL912: that two plans were adopted on one day, or on a day that nobody knows, does not make them one."""
    old = PLAN.replace("hendelser:\n" + EVENT, events)
    after = {KLIMA: None, "planer/idrett.yaml": old.replace("Klimastrategi", "Idrettsstrategi")}
    assert names(told(tmp_path, {KLIMA: old}, after, "PL912")) == [("plan/klima", "")]


def test_a_plan_that_took_a_step_hides_none_that_skipped_one(tmp_path: Path) -> None:
    """PL913 judges the plans one by one, and says nothing of a status that was not filled in before."""

    def work(status: str) -> str:
        return PLAN.replace("hendelser:\n" + EVENT, "").replace("status: vedtatt\n", status)

    before = {"a": "status: planlagt\n", "b": "", "c": "status: planlagt\n"}
    after = {"a": "status: igangsatt\n", "b": "status: igangsatt\n", "c": "status: på_høring\n"}
    files = [{f"planer/{name}.yaml": work(status) for name, status in side.items()} for side in (before, after)]
    assert names(told(tmp_path, files[0], {**files[1]}, "PL913")) == [("plan/c", "")]
