"""PL102 to PL107: what the examples cannot show, because it takes many files, or says that nothing is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, PLAN, fjordvik, found, write


TODAY = date(2024, 6, 15)
GOAL = "tittel: Mål {n}\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: maal-{over}\n"


def test_a_ring_of_thousands_is_one_finding(tmp_path: Path) -> None:
    """PL104 follows long rings without recursion, and its message stays short."""
    fjordvik(tmp_path)
    for n in range(3000):
        write(tmp_path, f"maal/maal-{n}.yaml", GOAL.format(n=n, over=(n + 1) % 3000))
    rings = check(tmp_path, TODAY, select=("PL104",)).findings
    assert [item.diagnostic.place.file for item in rings] == ["plans/maal/maal-0.yaml"]
    assert len(rings[0].related) == 2999
    assert len(str(rings[0].diagnostic.finding.args["ring"])) < 150


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (7, "maal-0 → maal-1 → maal-2 → maal-3 → maal-4 → maal-5 → maal-6 → maal-0"),
        (8, "maal-0 → maal-1 → maal-2 → maal-3 → maal-4 → maal-5 → … → maal-0"),
    ],
)
def test_a_ring_is_shown_whole_when_it_has_room(size: int, shown: str, tmp_path: Path) -> None:
    """PL104 shortens a ring only where that leaves something out."""
    fjordvik(tmp_path)
    for n in range(size):
        write(tmp_path, f"maal/maal-{n}.yaml", GOAL.format(n=n, over=(n + 1) % size))
    rings = check(tmp_path, TODAY, select=("PL104",)).findings
    assert [item.diagnostic.finding.args["ring"] for item in rings] == [shown]


def test_a_ring_that_others_lead_into_is_told_once(tmp_path: Path) -> None:
    """PL104 neither tells of a ring again from its other plans, nor of those that only lead into it."""
    plans = {"a": "b", "b": "c", "c": "b", "d": "d", "e": "d"}
    files = {f"planer/{id_}.yaml": f"{PLAN}erstatter: [{old}]\n" for id_, old in plans.items()}
    assert found(tmp_path, "PL104", files) == [("plan/b", "erstatter"), ("plan/d", "selv")]


def titled(*titles: str, more: str = "") -> dict[str, str]:
    """Give plans a, b, c … with these titles."""
    return {
        f"planer/{id_}.yaml": PLAN.replace("Klimastrategi for Fjordvik", title) + more
        for id_, title in zip("abcdef", titles, strict=False)
    }


def test_plans_about_the_same_theme_for_unknown_groups_may_be_about_different_things(tmp_path: Path) -> None:
    """PL105 compares theme and group only where both plans tell both."""
    for more in ("tema: [klima]\n", "målgruppe: [barn]\n"):
        assert found(tmp_path, "PL105", titled("Klimastrategi", "Energistrategi", more=more)) == []
    alike = titled("Klimastrategi", "Energistrategi", more="tema: [klima]\nmålgruppe: [barn]\n")
    assert found(tmp_path, "PL105", alike) == [("plan/b", "tema")]


def test_short_titles_that_differ_by_a_word_are_about_different_things(tmp_path: Path) -> None:
    """PL105 needs three words: «Plan for klima» and «Plan for klima og luft» differ by one word that matters."""
    assert found(tmp_path, "PL105", titled("Klima og energi", "Klima")) == []
    assert found(tmp_path, "PL105", titled("Klima, energi og luft", "Klima og energi")) == [("plan/b", "")]


def test_a_plan_is_in_force_from_the_first_day_of_its_period(tmp_path: Path) -> None:
    """PL105 compares with the next plan from the day it takes over."""
    files = titled("Klimastrategi 2020–2024", "Klimastrategi 2024–2030")
    files["planer/b.yaml"] = files["planer/b.yaml"].replace("fra: 2022", "fra: 2024-06-15")
    assert found(tmp_path, "PL105", files, "2024-06-14") == []
    assert found(tmp_path, "PL105", files, "2024-06-15") == [("plan/b", "")]


def test_of_several_alike_each_later_one_is_told_once(tmp_path: Path) -> None:
    """PL105 goes on after a pair whose later plan is told already."""
    files = titled("Klima, energi og luft", "Klima, energi og luft", "Klima og luft", "Vei og sti", "Vei og sti")
    more = "tema: [klima]\nmålgruppe: [barn]\n"
    files |= {path: files[path] + more for path in ("planer/a.yaml", "planer/b.yaml", "planer/e.yaml")}
    assert [entity for entity, _ in found(tmp_path, "PL105", files)] == ["plan/b", "plan/c", "plan/e"]


def test_of_two_words_for_the_kind_the_first_is_told(tmp_path: Path) -> None:
    """PL106 names what the title says first."""
    plan = titled("Melding – handlingsplan om klima")["planer/a.yaml"]
    write(fjordvik(tmp_path), "planer/a.yaml", plan)
    told = check(tmp_path, TODAY, select=("PL106",)).findings
    assert [item.diagnostic.finding.args["ord"] for item in told] == ["melding"]


@pytest.mark.parametrize(
    ("title", "period", "variants"),
    [
        ("Klimastrategi 2020", "{fra: 2020, til: 2030}", []),  # an edition: the period began then
        ("Klimastrategi 2022", "{til: 2030}", []),  # an edition: adopted then
        ("Klimastrategi 2021", "{til: 2030}", ["til"]),
        ("Klimastrategi (2028)", "{fra: 2022, til: 2030}", ["til"]),
        ("Klimastrategi (2030)", "{fra: 2022, til: 2030}", []),
    ],
)
def test_a_single_year_is_an_edition_or_the_end(title: str, period: str, variants: list[str], tmp_path: Path) -> None:
    """PL107 reads a year as the last one unless the period began, or something happened, in it."""
    files = {path: text.replace("{fra: 2022, til: 2030}", period) for path, text in titled(title).items()}
    assert [variant for _, variant in found(tmp_path, "PL107", files)] == variants
