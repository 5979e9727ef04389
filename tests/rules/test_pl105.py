"""PL105 where titles, themes and groups are almost alike, and which of several plans is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found
from support.rule_cases import plan, titled


def test_plans_alike_in_theme_are_told_after_one_that_is_told_already(tmp_path: Path) -> None:
    """PL105 goes on to the last pair, also after a plan that is alike another both in title and in theme."""
    titles = {"a": "Klimastrategi", "b": "Klimastrategi", "c": "Energistrategi"}
    more = "tema: [klima]\nmålgruppe: [barn]\n"
    files = {
        f"planer/{id_}.yaml": plan(("Klimastrategi for Fjordvik", name), more=more) for id_, name in titles.items()
    }
    assert found(tmp_path, "PL105", files) == [("plan/b", ""), ("plan/c", "tema")]


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


@pytest.mark.parametrize(("words", "told"), [(40, True), (41, False)])
def test_a_title_of_a_whole_paragraph_is_held_against_its_like_only(words: int, told: bool, tmp_path: Path) -> None:
    """PL105 looks for titles that lack a word of another's in titles of up to forty words."""
    title = " ".join(f"{letter}{other}na" for letter in "bcdfghklm" for other in "aeiou")
    longer = " ".join(title.split()[:words])
    files = titled(longer.rpartition(" ")[0], longer)
    assert found(tmp_path, "PL105", files) == ([("plan/b", "")] if told else [])
