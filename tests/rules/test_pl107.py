"""PL107 and the years that a title can name: an edition, or the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found
from support.rule_cases import titled


@pytest.mark.parametrize(
    ("title", "period", "variants"),
    [
        ("Klimastrategi 2020", "{fra: 2020, til: 2030}", []),  # an edition: the period began then
        ("Klimastrategi 2022", "{til: 2030}", []),  # an edition: adopted then
        ("Klimastrategi 2021", "{til: 2030}", ["til"]),
        ("Klimastrategi (2028)", "{fra: 2022, til: 2030}", ["til"]),
        ("Klimastrategi (2030)", "{fra: 2022, til: 2030}", []),
        ("Klimastrategi 2020–2024", "{fra: 2022, til: 2022}", [""]),  # a period of one year
        ("Klimastrategi 2020–2024", "{fra: 2030, til: 2022}", []),  # turned round: the two come right together
    ],
)
def test_a_single_year_is_an_edition_or_the_end(title: str, period: str, variants: list[str], tmp_path: Path) -> None:
    """PL107 reads a year as the last one unless the period began, or something happened, in it."""
    files = {path: text.replace("{fra: 2022, til: 2030}", period) for path, text in titled(title).items()}
    assert [variant for _, variant in found(tmp_path, "PL107", files)] == variants


def test_a_turned_period_hides_no_other_plan(tmp_path: Path) -> None:
    """PL107 leaves a turned period to PL305, and goes on with the next plan."""
    files = titled("Klimastrategi 2020–2024", "Energistrategi 2020–2030")
    files["planer/a.yaml"] = files["planer/a.yaml"].replace("{fra: 2022, til: 2030}", "{fra: 2030, til: 2022}")
    assert found(tmp_path, "PL107", files) == [("plan/b", "fra")]
