"""A finding about the whole plan system stands where it can best be mended; that a change moves it causes nothing."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from support.gittools import commit
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.rules import RULES

ALKOHOL = PLAN.replace("Klimastrategi for Fjordvik", "Alkoholpolitisk handlingsplan")
MOVE = "gjaldt før endringen også, og stopper den ikke"
BECAUSE = "Følger av endringen"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik, that says what a type rests on, so that the duties of law are looked for; as main has it."""
    file = fjordvik(tmp_path) / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("    rolle: samfunnsdel\n", "    rolle: samfunnsdel\n    hjemmel: [pbl-11-2]\n"), "utf-8"
    )
    commit(tmp_path, "2024-01-01")
    return tmp_path


def told(root: Path, code: str) -> tuple[list[dict[str, object]], str, dict[str, object]]:
    """Give the findings of a rule against main, the words of the check, and what `diff` says of findings."""
    asked = ("check", "--base", "main", "--date", DATE, "--fail-on", "feil")
    data = json.loads(run(*asked, "--output", "json", cwd=root).stdout)
    found = [item for item in data["findings"] if item["code"] == code]
    text = run(*asked, cwd=root).stdout
    return found, text, json.loads(run("diff", "main", "--date", DATE, "--output", "json", cwd=root).stdout)["findings"]


def test_a_duty_that_moves_to_the_plan_that_may_meet_it_is_not_caused(root: Path) -> None:
    """It stands in the file that the change adds, and was there before; nothing is new of it, and nothing is mended."""
    write(root, "planer/alkohol.yaml", ALKOHOL)
    found, text, change = told(root, "PL613")
    assert [(item["path"], item["cause"], item["inBase"]) for item in found] == [
        ("plans/planer/alkohol.yaml", "touched", True)
    ]
    assert MOVE in text
    assert BECAUSE not in text.partition("PL613")[2].partition("Mer:")[0]
    assert not [item for key in ("new", "gone") for item in change[key] if item["code"] == "PL613"]


def test_a_duty_that_moves_back_is_not_caused(root: Path) -> None:
    """When the plan that might have met it is deleted, it stands in plansystem.yaml, which the change leaves alone."""
    write(root, "planer/alkohol.yaml", ALKOHOL)
    commit(root, "2024-01-02")
    (root / "plans/planer/alkohol.yaml").unlink()
    found, _, change = told(root, "PL613")
    assert found == []
    assert not [item for key in ("new", "gone") for item in change[key] if item["code"] == "PL613"]


def test_a_duty_that_a_change_leaves_unmet_is_caused(root: Path) -> None:
    """A plan that met it ends: that is new, and is told as what follows from the change."""
    met = ALKOHOL + "hjemmel: [alkoholloven-1-7d]\n"
    write(root, "planer/alkohol.yaml", met)
    commit(root, "2024-01-02")
    write(root, "planer/alkohol.yaml", met.replace("status: vedtatt", "status: opphevet"))
    found, _, change = told(root, "PL613")
    assert [item["inBase"] for item in found] == [False]
    assert [item["code"] for item in change["new"]].count("PL613") == 1


def test_a_known_finding_that_moves_is_not_told_as_mended(root: Path) -> None:
    """Nobody has mended it: it only stands elsewhere."""
    run("avvik", "add", "--select", "PL613", "--reason", "Planene er ikke lagt inn ennå", "--date", DATE, cwd=root)
    commit(root, "2024-01-02")
    write(root, "planer/alkohol.yaml", ALKOHOL)
    done = run("check", "--base", "main", "--date", DATE, "--output", "json", cwd=root)
    assert json.loads(done.stdout)["counts"].get("rettet", 0) == 0


def test_what_moves_is_told_apart_by_the_provision() -> None:
    """Only rules of law have such findings, each with texts of its own, and no two duties of a rule share a key."""
    moving = {rule.code: rule for rule in RULES.values() if rule.whole}
    assert {"PL604", "PL605", "PL609", "PL610", "PL612", "PL613", "PL616", "PL617"} <= set(moving)
    for rule in moving.values():
        assert set(rule.whole) <= {"", *rule.varianter}, rule.code
        assert rule.lov, rule.code
        assert max(Counter(rule.whole).values()) == 1
