"""PL615 to the day: when a provision is stale, and for what was decided before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.lovkrav_cases import declare, plan, voted
from support.rule_cases import found

from planlint.law import bestemmelser, read


def test_a_provision_that_nothing_came_after(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is nothing to change to; what the municipality itself declares has no end."""
    known = dict(bestemmelser())
    row = "{pliktslag: plan, krav: Noe., fra: 1900-01-01, til: 2000-01-01, sikkerhet: C, grunnlag: Ingen.}"
    known |= read(f"lov: gammel lov\nlovnummer: LOV-1900-01-01\nbestemmelser:\n  gammel: {row}\n")
    for module in ("planlint.rules.pl615_foreldet_hjemmel", "planlint.system.link"):
        monkeypatch.setattr(f"{module}.bestemmelser", lambda: known)
    declare(root, more="bestemmelser: {egen: {navn: egen forskrift § 1}}\n")
    plan(root, "a", "strategi", voted("2022-05-18"), more="hjemmel: [gammel, egen]\n")
    plan(root, "b", "strategi", voted("2022-05-18"), status="opphevet", more="hjemmel: [gammel]\n")
    assert found(root, "PL615") == [("plan/a", "uten_avløser")]


@pytest.mark.parametrize(("today", "told"), [("2022-12-31", False), ("2023-01-01", True)])
def test_a_provision_is_stale_the_day_after_its_last(root: Path, today: str, told: bool) -> None:
    """PL615: the former act applied through 2022; what was noted then says what was so, and what came after does not."""
    plan(root, "p", "temaplan", voted("2018-02-14"), more="hjemmel: [barnevernloven-1992-3-1]\n")
    assert bestemmelser()["barnevernloven-1992-3-1"].last_day == date(2022, 12, 31)
    assert bool(found(root, "PL615", today)) is told


@pytest.mark.parametrize(
    ("events", "told"),
    [
        (("hva: til_orientering, dato: 2022-12-31",), False),
        (("hva: til_orientering, dato: 2023-01-01",), True),
        (("hva: til_orientering, dato: 2020-02-19", "hva: til_orientering, dato: 2023-02-15"), True),
        ((voted("2018-02-14"), "hva: til_orientering, dato: 2020-02-19"), False),
        (("hva: til_orientering, dato: 2018-02-14", voted("2020-02-19")), True),
    ],
)
def test_what_was_noted_while_the_provision_applied(root: Path, events: tuple[str, ...], told: bool) -> None:
    """PL615 goes by the newest version."""
    more = "hjemmel: [barnevernloven-1992-3-1]\n"
    plan(root, "p", "analyse", *events, status="til_orientering", more=more)
    assert bool(found(root, "PL615")) is told
