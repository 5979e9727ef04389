"""PL402 and the order of events, where another rule asks about the status, or the order leaves a doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found as found_in, write
from support.rule_cases import AGAIN, EVENT, VOTE, found, status, with_events

REPEALED = "  - {hva: opphevet, dato: 2021-02-17, organ: kommunestyret, sak: 8/21}\n"


def test_a_plan_published_on_the_day_of_its_revision_is_not_under_revision_again(tmp_path: Path) -> None:
    """PL402 compares the work that began with the newest adoption, which it led to, not with the first."""
    again = "  - {hva: oppstart, dato: 2023-01-10}\n"
    again += "  - {hva: revidert, dato: 2024-02-14, organ: kommunestyret, sak: 7/24}\n"
    again += "  - {hva: offentliggjort, dato: 2024-02-14}\n"
    assert found_in(tmp_path, "PL402", {"planer/a.yaml": status("vedtatt", EVENT + again)}) == []


def test_disorder_among_the_events_is_left_to_pl309(root: Path) -> None:
    """When a date is wrong, the status that follows from it means nothing."""
    plan = PLAN.replace(EVENT, REPEALED + EVENT).replace("status: vedtatt", "status: opphevet")
    write(root, "planer/klima.yaml", plan)
    assert found(root, "PL402") == []
    assert found(root, "PL309") == [("plan/klima", "")]


def test_what_other_rules_ask_about_a_status_is_not_told_twice(root: Path) -> None:
    """No adoption is PL401's, no repeal PL405's, a successor PL404's."""
    write(root, "planer/a.yaml", PLAN.replace(EVENT, "  - {hva: oppstart, dato: 2022-02-16}\n"))
    write(root, "planer/b.yaml", PLAN.replace("status: vedtatt", "status: opphevet"))
    write(root, "planer/c.yaml", PLAN)
    write(root, "planer/d.yaml", PLAN + "erstatter: [c]\n")
    assert found(root, "PL402") == []
    assert [found(root, code) for code in ("PL401", "PL405", "PL404")] == [
        [("plan/a", "annet")],
        [("plan/b", "opphevet")],
        [("plan/c", "")],
    ]


@pytest.mark.parametrize(
    ("status", "events", "told"),
    [
        # the revision that began is newer than the newest adoption, or only newer than the first
        ("vedtatt", (VOTE, "hva: oppstart, dato: 2024-01-10"), True),
        ("vedtatt", (VOTE, "hva: oppstart, dato: 2023-01-10", AGAIN), False),
        (
            "vedtatt",
            (VOTE, "hva: offentliggjort, dato: 2023-01-10", AGAIN, "hva: offentliggjort, dato: 2024-03-01"),
            False,
        ),
        # begun on the day of the adoption: nobody knows which came first
        ("vedtatt", (VOTE, "hva: oppstart, dato: 2022-02-16"), False),
        # days that are roughly known may be the later ones, to the day
        ("igangsatt", ("hva: oppstart, dato: 2024-02", "hva: høring_start, dato: 2024-02-29"), False),
        ("igangsatt", ("hva: oppstart, dato: 2024-02", "hva: høring_start, dato: 2024-03-01"), True),
    ],
)
def test_a_status_is_compared_with_the_last_event(status: str, events: tuple[str, ...], told: bool, root: Path) -> None:
    """PL402 speaks where the order of events leaves no doubt."""
    write(root, "planer/klima.yaml", with_events(*events, status=status))
    assert bool(found(root, "PL402")) is told
