"""PL802 and all that can explain why sources disagree: bodies, days, doubt and what came later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.change_cases import KLIMA
from support.helpers import DATE, PLAN, check, fjordvik, write
from support.oppfoelging_cases import change, found
from support.rule_cases import EVENT

from planlint.base.diagnostic import Diagnostic


def source(root: Path, *items: str) -> None:
    """Write a plan with these statements of sources."""
    plan = PLAN.replace("kilder: [{kilde: plandokument}]\n", "kilder:\n")
    write(root, "planer/klima.yaml", plan + "".join(f"  - {{{item}}}\n" for item in items))


AASM = "kilde: aarsmelding-2023, "
OVERSIKT = "kilde: planoversikt-2021, "
UNDATED = "kilde: plandokument, "
Y2021 = "kilde: planoversikt-2021, "
Y2024 = "kilde: aarsmelding-2023, "
PAPERS = "  avisen: {tittel: Avisen, dato: 2022-02-17}\n  bladet: {tittel: Bladet, dato: 2021-10-01}\n"
AVISEN = "kilde: avisen, "
BLADET = "kilde: bladet, "
VOTED = "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret"
NOTED = "hva: oppstart, dato: "


def quarrel(root: Path, *sources: str, events: tuple[str, ...] = (VOTED,)) -> list[Diagnostic]:
    """Give what PL802 finds in a plan with these sources and events; two newspapers are declared too."""
    system = fjordvik(root) / "plans/plansystem.yaml"
    system.write_text(system.read_text(encoding="utf-8") + PAPERS, encoding="utf-8")
    plan, _, _ = PLAN.replace(EVENT, "".join(f"  - {{{event}}}\n" for event in events)).partition("kilder:")
    write(root, KLIMA, plan + "kilder:\n" + "".join(f"  - {{{source.removesuffix(', ')}}}\n" for source in sources))
    return [item.diagnostic for item in check(root, date.fromisoformat(DATE), select=("PL802",)).findings]


@pytest.mark.parametrize(
    ("items", "variants"),
    [
        ((OVERSIKT + "hva: vedtatt, dato: 2020-02-19", AASM + "hva: vedtatt, dato: 2020-03-18"), ["dato"]),
        ((AASM + "hva: vedtatt, dato: 2022-02-16", AASM + "hva: vedtatt, dato: 2022-03-16"), []),
        ((AASM + "hva: offentliggjort, dato: 2021-05-02", AASM + "hva: oppstart, dato: 2021-05-03"), []),
        ((OVERSIKT + "hva: oppstart, dato: 2021, organ: ukjent", AASM + "hva: oppstart, dato: 2020"), []),
        ((OVERSIKT + "hva: oppstart, dato: 2021-02", "kilde: ukjent, hva: oppstart, dato: 2021-04"), []),
        ((OVERSIKT + "status: vedtatt", AASM + "status: opphevet"), []),
        ((OVERSIKT + "status: opphevet", AASM + "status: vedtatt"), ["status"]),
        ((OVERSIKT + "status: vedtatt", AASM + "status: satt_på_vent"), []),
        ((OVERSIKT + "status: utkast", "kilde: plandokument, status: vedtatt"), ["status"]),
    ],
    ids=[
        "event-unsure", "one-source", "two-kinds", "unknown-body", "unknown-source",
        "ended-since", "ended-before", "on-hold", "undated-source",
    ],
)  # fmt: skip
def test_what_sources_contradict_each_other(tmp_path: Path, items: tuple[str, ...], variants: list[str]) -> None:
    """Two sources contradict each other only where neither time, body nor precision explains the difference.

    A body or a source that nobody knows is reported by PL102, and by nothing else.
    """
    source(fjordvik(tmp_path), *items)
    if variants == ["dato"] and "2020-02-19" in items[0]:
        change(tmp_path, "dato: 2022-02-16, organ: kommunestyret", "dato: 2020-02", "planer/klima.yaml")
    assert [variant for _, variant in found(tmp_path, "PL802")] == variants


def test_the_event_that_two_sources_contradict_is_the_odd_one(tmp_path: Path) -> None:
    """Where both sources agree, the finding stands at the register's event."""
    items = (OVERSIKT + "hva: vedtatt, dato: 2020-03-18", AASM + "hva: vedtatt, dato: 2020-03-18")
    source(fjordvik(tmp_path), *items)
    change(tmp_path, "dato: 2022-02-16", "dato: 2020-02-19", "planer/klima.yaml")
    report = check(tmp_path, date.fromisoformat(DATE), select=("PL802",))
    (item,) = report.findings
    assert item.diagnostic.place.path == ("hendelser", 0, "dato")
    assert len(item.diagnostic.finding.related) == 2


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
