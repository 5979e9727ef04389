"""PL607 to the day: which høring is the plan's own, and how long it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lovkrav_cases import FIXED, HEARD, plan, voted
from support.rule_cases import found


def test_an_end_without_a_beginning_is_no_hoering(root: Path) -> None:
    """Nobody can count the days."""
    plan(root, "arealdel-2021", "arealdel", "hva: høring_slutt, dato: 2020-11-05", voted("2021-03-24"))
    assert found(root, "PL607") == []


@pytest.mark.parametrize(
    ("events", "short"),
    [
        ((HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-02-14")), True),
        ((HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-02-15")), False),
        # in doubt, or about the planprogram: told so, or before it was fixed for the last time
        ((HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-01-25") + ", usikker: true"), False),
        ((HEARD.format("start", "2021-01-04, merknad: Planprogram"), HEARD.format("slutt", "2021-01-25")), False),
        ((HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-01-25"), FIXED.format("2021-02-17")), False),
        (
            (
                FIXED.format("2021-01-01"), HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-01-25"),
                FIXED.format("2021-02-17"),
            ),
            False,
        ),
        ((FIXED.format("2021-01-04"), HEARD.format("start", "2021-01-05"), HEARD.format("slutt", "2021-01-25")), True),
        # other events of a hearing neither begin nor end it
        (
            (
                HEARD.format("start", "2021-01-04"), "hva: offentliggjort, dato: 2021-01-20",
                HEARD.format("slutt", "2021-02-20"),
            ),
            False,
        ),
        # only the newest round that has one
        (
            (
                HEARD.format("start", "2017-01-04"), HEARD.format("slutt", "2017-01-25"), voted("2017-03-15"),
                HEARD.format("start", "2021-01-04"), HEARD.format("slutt", "2021-03-25"),
            ),
            False,
        ),
    ],
)  # fmt: skip
def test_six_weeks_of_hoering(root: Path, events: tuple[str, ...], short: bool) -> None:
    """PL607 counts the plan's own høring, the days read kindly."""
    plan(root, "areal", "arealdel", *events, voted("2022-03-16"))
    assert bool([entity for entity, _ in found(root, "PL607") if entity == "plan/areal"]) is short
