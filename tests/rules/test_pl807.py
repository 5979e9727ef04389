"""PL807 and which of a source's days no event shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found

OLD = "kilde: planoversikt-2021"  # 1.10.2021
NEW = "kilde: aarsmelding-2023"  # 1.3.2024
OWN = NEW + ", hva: vedtatt, dato: 2022-02-16"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([OWN], []),
        ([NEW + ", hva: revidert, dato: 2022-02-16"], []),  # the same decision by another word
        ([OWN, NEW + ", hva: vedtatt, dato: 2021-02-16"], [""]),
        ([OWN, "kilde: plandokument, hva: opphevet, dato: 2023-02-16"], [""]),
        ([NEW + ", hva: vedtatt, dato: 2021-02-16"], []),  # PL802 tells of the conflict
        ([OLD + ", hva: vedtatt, dato: 2021-12-15"], ["fram"]),
        ([OLD + ", hva: vedtatt, dato: 2021-12-15, status: til_vedtak"], []),
        ([OLD + ", hva: revidert, dato: 2025"], []),
        ([OLD + ", hva: revidert, dato: 2021"], []),  # the source's own year
        ([OWN, "kilde: plandokument, hva: revidert, dato: 2021"], [""]),
        ([OWN, NEW + ", hva: revidert, dato: 2020-01-15"], [""]),
        ([OLD + ", hva: revidert, dato: 2125"], ["fram"]),
        ([OLD + ", hva: oppstart, dato: 2023"], []),
        ([OLD + ", hva: høring_start, dato: 2027-12-26"], ["fram"]),
        ([NEW + ", hva: oppstart, dato: 2019"], []),  # work is not always registered
        ([NEW + ", hva: vedtatt"], []),
        ([NEW + ", dato: 2019"], []),
    ],
)
def test_a_decision_that_only_the_source_has(tmp_path: Path, entries: list[str], expected: list[str]) -> None:
    """A decision is an event, unless it is announced; and no source knows of a day after it came out."""
    listed = "kilder:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)
    text = PLAN.replace("kilder: [{kilde: plandokument}]\n", listed)
    assert [variant for _, variant in found(tmp_path, "PL807", {"planer/klima.yaml": text})] == expected


def test_an_adoption_that_is_lacking_is_told_once(tmp_path: Path) -> None:
    """PL401 says which source has the day, and PL807 is silent; for a plan that has ended PL807 says it."""
    text = PLAN.replace("hendelser:\n  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n", "")
    text = text.replace("kilder: [{kilde: plandokument}]", f"kilder: [{{{OWN}}}]")
    assert found(tmp_path / "a", "PL807", {"planer/klima.yaml": text}) == []
    assert found(tmp_path / "a", "PL401", {"planer/klima.yaml": text}) == [("plan/klima", "kilde")]
    ended = text.replace("status: vedtatt", "status: erstattet")
    assert found(tmp_path / "b", "PL807", {"planer/klima.yaml": ended}) == [("plan/klima", "")]


def test_a_planstrategi_is_held_to_it_too(tmp_path: Path) -> None:
    """What has events has the rule."""
    text = (
        "tittel: Planstrategi\nvalgperiode: 2019-2023\nhendelser:\n  - {hva: vedtatt, dato: 2020-06-17}\n"
        f"kilder: [{{{NEW}, hva: vedtatt, dato: 2020-06-17}}, {{{NEW}, hva: vedtatt, dato: 2021-06-17}}]\n"
    )
    assert found(tmp_path, "PL807", {"planstrategier/ps.yaml": text}) == [("planstrategi/ps", "")]


ADOPTED = "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22"
SAYS = NEW + ", hva: revidert, dato: 2022-02-16"
BY_IT = ADOPTED + ", " + NEW


@pytest.mark.parametrize(
    ("events", "entry", "expected"),
    [
        ([BY_IT], SAYS, ["slag"]),
        ([BY_IT], SAYS + ", organ: kommunestyret", ["slag"]),
        # Both stand in the source, or the event is somebody else's word, or another body's.
        ([BY_IT, BY_IT.replace("vedtatt", "revidert")], SAYS, []),
        ([ADOPTED], SAYS, []),
        ([ADOPTED + ", kilde: plandokument"], SAYS, []),
        ([BY_IT, ADOPTED + ", kilde: plandokument"], SAYS, []),
        ([BY_IT], SAYS + ", organ: hovedutvalget", []),
        # Somebody is in doubt, or it is not the day that is given.
        ([BY_IT + ", usikker: true"], SAYS, []),
        ([BY_IT + ", planlagt: true"], SAYS, []),
        ([BY_IT], SAYS.replace("2022-02-16", "2022"), []),
        ([BY_IT.replace("2022-02-16", "2022-02")], SAYS, []),
        ([BY_IT, BY_IT.replace("2022-02-16", "2022").replace("vedtatt", "revidert")], SAYS, []),
        ([BY_IT], SAYS + ", status: til_vedtak", []),
        # What is no adoption is known by its own word.
        ([BY_IT, "hva: oppstart, dato: 2020-01-15"], NEW + ", hva: oppstart, dato: 2020-01-15", []),
    ],
)
def test_an_event_of_another_kind_than_its_own_source_says(
    tmp_path: Path, events: list[str], entry: str, expected: list[str]
) -> None:
    """The event says where it is from, and that source is registered with another word for the same day."""
    listed = "hendelser:\n" + "".join(f"  - {{{event}}}\n" for event in events)
    text = PLAN.replace(f"hendelser:\n  - {{{ADOPTED}}}\n", listed).replace("{kilde: plandokument}", f"{{{entry}}}")
    assert listed in text
    assert [variant for _, variant in found(tmp_path, "PL807", {"planer/klima.yaml": text})] == expected


def test_an_event_of_that_very_source_with_another_day(tmp_path: Path) -> None:
    """The event is there, and one of the days is a slip; where it has another source, no event shows the day."""
    days = "kilder:\n  - {kilde: aarsmelding-2023, hva: vedtatt, dato: 2022-02-16}\n"
    days += "  - {kilde: aarsmelding-2023, hva: vedtatt, dato: 2021-02-16}\n"
    for kilde, variant in (("aarsmelding-2023", "dag"), ("plandokument", "")):
        text = PLAN.replace("sak: 7/22", f"sak: 7/22, kilde: {kilde}")
        text = text.replace("kilder: [{kilde: plandokument}]\n", days)
        assert found(tmp_path / kilde, "PL807", {"planer/klima.yaml": text}) == [("plan/klima", variant)]
