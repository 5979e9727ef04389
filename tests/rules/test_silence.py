"""What silences rules, and what does not: plans passed over hide none, a fault only its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found
from support.rule_cases import EVENT, plan, status


@pytest.mark.parametrize(
    ("code", "passed_over", "last", "variants"),
    [
        ("PL107", plan(("periode: {fra: 2022, til: 2030}\n", "")), plan(("for Fjordvik", "2023–2030")), {"b": "fra"}),
        (
            "PL205",
            plan(("type: strategi", "type: handlingsplan")),
            plan(("type: strategi", "type: handlingsplan")),
            {"a": "", "b": ""},
        ),
        ("PL401", status("igangsatt", events=""), status("vedtatt", events=""), {"b": ""}),
        ("PL402", status("utgått"), status("igangsatt"), {"b": ""}),
        ("PL402", status("til_vedtak", "  - {hva: oppstart, dato: 2022-02-16}\n"), status("igangsatt"), {"b": ""}),
        ("PL403", status("igangsatt"), plan(("kommunestyret", "hovedutvalget")), {"b": ""}),
        (
            "PL406",
            status("igangsatt", events="", more="arbeid: {ferdig: 2024-12}\n"),
            status("igangsatt", events="", more="arbeid: {ferdig: 2023-12}\n"),
            {"b": ""},
        ),
        (
            "PL409",
            plan(("status: vedtatt\n", "")),
            plan(("status: vedtatt\n", ""), (f"hendelser:\n{EVENT}", "")),
            {"a": "hendelser", "b": ""},
        ),
    ],
)
def test_the_plans_after_one_that_is_done_with_are_judged_too(
    code: str, passed_over: str, last: str, variants: dict[str, str], tmp_path: Path
) -> None:
    """Each rule goes on to the next plan, whether it has nothing to say about one or has said it already."""
    files = {"planer/a.yaml": passed_over, "planer/b.yaml": last}
    assert found(tmp_path, code, files) == [(f"plan/{id_}", variant) for id_, variant in variants.items()]


def test_a_broken_period_silences_only_the_rules_that_rest_on_it(tmp_path: Path) -> None:
    """What a plan's status is worth rests on its period; what its type and title say does not."""
    late = status("igangsatt", events="", more="arbeid: {ferdig: 2023-12}\n")
    files = {"planer/a.yaml": late.replace("Klimastrategi", "Handlingsplan")}
    assert found(tmp_path, "PL406", files) == [("plan/a", "")]
    assert found(tmp_path, "PL106", files) == [("plan/a", "forslag")]
    files = {path: text.replace("til: 2030", "til: snart") for path, text in files.items()}
    assert found(tmp_path, "PL406", files) == []
    assert found(tmp_path, "PL106", files) == [("plan/a", "forslag")]
