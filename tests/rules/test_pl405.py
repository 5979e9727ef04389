"""PL405 where the successor cannot be read, or its adoption is only announced."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, write
from support.rule_cases import EVENT, VOTE, found, status, with_events


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


def test_a_successor_whose_adoption_is_only_announced_came_too_early(root: Path) -> None:
    """PL405 takes an announcement for no adoption, and an adoption for one whatever the status says."""
    write(root, "planer/gammel.yaml", PLAN.replace("status: vedtatt", "status: erstattet"))
    for vote, variants in ((VOTE, []), (f"{VOTE}, planlagt: true".replace("2022", "2025"), ["ikke_vedtatt"])):
        write(root, "planer/ny.yaml", with_events(vote, status="til_vedtak", more="erstatter: [gammel]\n"))
        assert [variant for _, variant in found(root, "PL405")] == variants


@pytest.mark.parametrize("word", ["utgått", "opphevet"])
@pytest.mark.parametrize(
    ("successor", "is_told"),
    [
        (PLAN.replace("status: vedtatt", "status: planlagt").replace(f"hendelser:\n{EVENT}", ""), True),
        (with_events("hva: oppstart, dato: 2024-01-10", status="igangsatt"), True),
        (PLAN, False),
        (PLAN.replace("status: vedtatt", "status: vedtat"), False),  # PL006
    ],
)
def test_a_plan_that_is_to_replace_another_has_ended_nothing_yet(
    root: Path, word: str, successor: str, is_told: bool
) -> None:
    """That somebody is to replace it shows no repeal, and nobody's decision that it has lapsed."""
    write(root, "planer/gammel.yaml", PLAN.replace("status: vedtatt", f"status: {word}"))
    write(root, "planer/ny.yaml", successor.replace("Klimastrategi", "Ny strategi") + "erstatter: [gammel]\n")
    assert found(root, "PL405") == ([("plan/gammel", word)] if is_told else [])


@pytest.mark.parametrize(
    ("word", "type_", "told"),
    [
        ("utgått", "strategi", ["utgått"]),
        ("utgått", "arealdel", []),
        ("opphevet", "strategi", ["opphevet"]),
        ("opphevet", "arealdel", ["opphevet"]),
    ],
)
def test_only_that_a_binding_plan_has_lapsed_is_another_rules(
    word: str, type_: str, told: list[str], root: Path
) -> None:
    """PL405 leaves a binding plan that has lapsed to PL620, and asks who repealed it as of any other plan."""
    write(root, "planer/a.yaml", status(word).replace("type: strategi", f"type: {type_}"))
    assert [variant for _, variant in found(root, "PL405")] == told
