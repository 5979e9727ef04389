"""PL602 to the day: the thirty days before the vote, and who ends them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lovkrav_cases import strategi, voted
from support.rule_cases import found


@pytest.mark.parametrize(
    ("published", "vote", "short"),
    [
        ("2020-09-25", "2020-10-23", True),
        ("2020-09-23", "2020-10-23", False),
        ("2020-09", "2020-10-23", False),
        ("2020-09-25", "2020-10", False),
        ("2009-05-20", "2009-06-10", False),
    ],
)
def test_thirty_days_from_publication_to_the_vote(root: Path, published: str, vote: str, short: bool) -> None:
    """28 days are too few and 30 enough; a month is read kindly, and the law did not apply before July 2009."""
    strategi(root, "2019-2023", f"hva: offentliggjort, dato: {published}", voted(vote))
    assert bool(found(root, "PL602")) == short


def test_a_hoering_of_28_days_can_be_lawful(root: Path) -> None:
    """What counts is the time until the vote."""
    hearing = ("hva: høring_start, dato: 2020-09-01", "hva: høring_slutt, dato: 2020-09-29")
    strategi(root, "2019-2023", *hearing, voted("2020-10-01"))
    assert found(root, "PL602") == []
    strategi(root, "2019-2023", *hearing, voted("2020-09-30"))
    assert found(root, "PL602") == [("planstrategi/planstrategi-2019-2023", "")]


def test_only_the_council_ends_the_time(root: Path) -> None:
    """A committee that had the case before it changes nothing."""
    before = ("hva: offentliggjort, dato: 2020-09-01", voted("2020-09-10", "hovedutvalget"))
    strategi(root, "2019-2023", *before, voted("2020-09-23"))
    assert found(root, "PL602") == [("planstrategi/planstrategi-2019-2023", "")]
    strategi(root, "2019-2023", *before, voted("2020-10-01"))
    assert found(root, "PL602") == []


def test_without_a_publication_nobody_can_count(root: Path) -> None:
    """Neither where none is recorded, nor where it is in doubt, nor before the vote."""
    strategi(root, "2019-2023", voted("2020-10-23"))
    assert found(root, "PL602") == []
    strategi(root, "2019-2023", "hva: offentliggjort, dato: 2020-10-22, usikker: true", voted("2020-10-23"))
    assert found(root, "PL602") == []
    strategi(root, "2019-2023", "hva: offentliggjort, dato: 2020-10-22")
    assert found(root, "PL602") == []
