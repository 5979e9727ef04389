"""One cause, one finding: what follows from a broken link or a turned period holds its tongue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plan_mutants import run as mutants
from support.helpers import DATE, PLAN, check, fjordvik, write
from support.rule_cases import ENDED, goal


HUNG_ON = {"declaration cut", "replaces another"}
TODAY = date.fromisoformat(DATE)


def codes(root: Path, day: date = TODAY) -> list[str]:
    """Give the codes of the findings in a plan system."""
    return [item.diagnostic.code for item in check(root, day).findings]


def test_a_replaced_samfunnsdel_is_one_finding_for_each_plan(root: Path) -> None:
    """Five plans anchored in four goals of a plan that has ended give five findings, not twenty."""
    write(root, "planer/gammel.yaml", ENDED)
    ids = ["en", "to", "tre", "fire"]
    for id_ in ids:
        goal(root, id_, "gammel")
    for number in range(5):
        text = PLAN.replace("Klimastrategi", f"Strategi nummer {number} for {'abcde'[number] * 7}")
        write(root, f"planer/plan-{number}.yaml", text.replace("[trygg-oppvekst]", f"[{', '.join(ids)}]"))
    assert codes(root).count("PL202") == 5


def test_a_ring_of_replacements_is_told_once_and_replaces_nobody(tmp_path: Path) -> None:
    """Which came first nobody knows: PL104 alone speaks, and both plans apply as their files say."""
    root = fjordvik(tmp_path)
    file = root / "plans/planer/samfunnsdel-2020.yaml"
    text = file.read_text(encoding="utf-8")
    before = codes(root)
    arealdel = root / "plans/planer/arealdel-2021.yaml"
    arealdel.write_text(arealdel.read_text(encoding="utf-8") + "erstatter: [samfunnsdel-2020]\n", encoding="utf-8")
    file.write_text(text + "erstatter: [arealdel-2021]\n", encoding="utf-8")
    assert codes(root) == [*before, "PL104"]


def test_a_turned_period_is_told_once(root: Path) -> None:
    """A period that ends before it begins is PL305's; what the title says of the years comes right with it."""
    turned = PLAN.replace("Klimastrategi for Fjordvik", "Klimastrategi 2022–2030").replace(
        "{fra: 2022, til: 2030}", "{fra: 2030, til: 2022}"
    )
    write(root, "planer/planen.yaml", turned)
    assert codes(root) == ["PL305"]


def test_an_adoption_to_come_is_told_once(root: Path) -> None:
    """On what weekday a decision is that cannot have been made yet, is no matter."""
    write(root, "planer/planen.yaml", PLAN.replace("2022-02-16", "2024-12-15"))
    assert codes(root) == ["PL307"]


def test_no_change_of_one_thing_makes_a_crash_or_a_crowd(root: Path) -> None:
    """Of each kind of change, some are tried on a small plan system: nothing falls over, and few findings come of one.

    `tools/plan_mutants` tries thousands on a large one. What others hang on is told at each of them.
    """
    write(root, "planer/planen.yaml", PLAN)
    judge, world = mutants.first(root, TODAY)
    crowds = {}
    for name, change in mutants.tries(world, 3, 1):
        word, new, _ = mutants.outcome(judge, world, change)
        assert not word.startswith("crash"), (name, word, str(change))
        if len({(code, entity) for code, entity, _, _ in new}) > 3 and name not in HUNG_ON:
            crowds[str(change)] = mutants.told(new)
    assert crowds == {}
