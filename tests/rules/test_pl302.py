"""PL302 where a law sets the interval, and another rule asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import fjordvik, found
from support.rule_cases import lasting


@pytest.mark.parametrize(("more", "variants"), [("", ["intervall"]), ("hjemmel: [sivilbeskyttelsesloven-15]\n", [])])
def test_the_interval_that_a_law_sets_is_left_to_the_rule_of_that_law(
    more: str, variants: list[str], tmp_path: Path
) -> None:
    """PL612 asks about the beredskapsplan, and PL302 about other plans."""
    plan = {path: text.replace("2022", "2018") for path, text in lasting("", more=more, type_="temaplan").items()}
    plan = {path: text.replace("periode: \n", "") for path, text in plan.items()}
    assert [variant for _, variant in found(tmp_path, "PL302", plan)] == variants


def test_the_interval_of_the_handlingsdel_is_left_to_pl605(tmp_path: Path) -> None:
    """The law says every year; the type may say so too. A date that the plan itself sets is the plan's own."""
    system = fjordvik(tmp_path) / "plans/plansystem.yaml"
    declared = system.read_text(encoding="utf-8").replace("    foreldreplan: true\n", "    rulleres: årlig\n")
    plan = lasting("{fra: 2022, til: 2030}", type_="handlingsplan")
    for role, variants in (("", ["intervall"]), ("    rolle: handlingsdel\n", [])):
        text = declared.replace("    rulleres: årlig\n", f"    rulleres: årlig\n{role}")
        files = {**plan, "plansystem.yaml": text}
        assert [variant for _, variant in found(tmp_path, "PL302", files)] == variants
    own = {path: f"{text}revisjon: {{neste: 2023}}\n" for path, text in plan.items()}
    assert [variant for _, variant in found(tmp_path, "PL302", own)] == [""]
