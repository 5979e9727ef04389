"""PL403 and the newest of several notings, with the bodies named as the municipality does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.helpers import DATE, check, write
from support.rule_cases import demand, with_events


def test_the_newest_noting_by_another_body_is_shown(root: Path) -> None:
    """PL403 points at it, and names the bodies as the municipality does, or by id where it does not."""
    demand(root, "navn: analyse\n", "navn: analyse\n    vedtas_av: [kommunestyret, ukjent]\n")
    demand(root, "kommunestyret: {navn: kommunestyret}", "kommunestyret: {navn: bystyret}")
    noted = "hva: til_orientering, dato: {}, organ: hovedutvalget"
    events = (noted.format("2022-02-16"), noted.format("2023-02-15"))
    text = with_events(*events, status="til_orientering").replace("type: strategi", "type: analyse")
    write(root, "planer/klima.yaml", text)
    (item,) = check(root, date.fromisoformat(DATE), select=("PL403",)).findings
    assert item.diagnostic.place.path == ("hendelser", 1, "organ")
    assert item.diagnostic.finding.args["rette"] == ["bystyret", "ukjent"]
