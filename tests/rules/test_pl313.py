"""PL313 and the times that cannot be right beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found

EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
EVENTS = f"hendelser:\n{EVENT}"
PERIOD = "periode: {fra: 2022, til: 2030}\n"
SOURCE = "kilder: [{kilde: plandokument}]"
MADE = PLAN.replace("status: vedtatt", "status: igangsatt").replace(EVENTS, "")
UNKNOWN = PLAN.replace("status: vedtatt\n", "").replace(EVENTS, "")


def variants(root: Path, text: str, day: str = "2024-06-15") -> list[str]:
    """Give the variants of what PL313 finds in a plan."""
    return [variant for _, variant in found(root, "PL313", {"planer/klima.yaml": text}, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAN, []),
        (PLAN.replace(PERIOD, ""), []),
        (PLAN.replace(PERIOD, "periode: {fra: 2022}\n"), []),
        (PLAN.replace(PERIOD, "periode: {til: 2030}\n"), []),
        (PLAN + "revisjon: {rulleres: hvert 4. år}\n", []),
        (PLAN + "revisjon: {neste: 2026}\n", []),
        (PLAN + "revisjon: {neste: 2021}\n", ["neste_periode"]),
        (PLAN.replace(PERIOD, "") + "revisjon: {neste: 2021}\n", ["neste_vedtak"]),
        (PLAN.replace(PERIOD, "") + "revisjon: {neste: 2022}\n", []),
        (MADE.replace(PERIOD, "") + "revisjon: {neste: 2020}\n", ["neste_uvedtatt"]),
        (MADE.replace(PERIOD, "") + "revisjon: {neste: 2026}\n", []),
        (UNKNOWN.replace(PERIOD, "") + "revisjon: {neste: 2020}\n", []),
        (PLAN + "revisjon: {neste: 2121}\n", [""]),
        (MADE + "arbeid: {oppstart: 2023, ferdig: 2123}\n", [""]),
        (MADE + "arbeid: {ferdig: 2025}\n", []),
    ],
)
def test_the_next_revision_comes_after_what_is_revised(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Before the period, before the last adoption, passed without any adoption, or in a hundred years: never right."""
    assert variants(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAN.replace(PERIOD, "periode: {fra: 2025-01-01, til: 2025-01-01}\n"), ["en_dag"]),
        (PLAN.replace(PERIOD, "periode: {fra: 2025-01-01, til: 2025-01-02}\n"), []),
        (PLAN.replace(PERIOD, "periode: {fra: 2025, til: 2025}\n"), []),
        (PLAN.replace(PERIOD, "periode: {fra: 2025, til: 2021}\n"), []),  # PL305
        (PLAN.replace(PERIOD, "periode: {fra: 2016, til: 2020}\n"), []),  # PL301
        (
            PLAN.replace(PERIOD, "periode: {fra: 2016, til: 2020}\n").replace("status: vedtatt", "status: opphevet"),
            ["over_foer_vedtak"],
        ),
        (PLAN.replace(PERIOD, "periode: {fra: 2016, til: 2022}\n"), []),
        (MADE.replace(PERIOD, "periode: {til: 2025}\narbeid: {oppstart: 2026}\n"), ["over_foer_arbeid"]),
        (MADE.replace(PERIOD, "periode: {til: 2025}\narbeid: {oppstart: 2025}\n"), []),
        (
            MADE.replace(PERIOD, "periode: {til: 2020}\n").replace(
                "plandokument", "planoversikt-2021, status: planlagt"
            ),
            ["over_foer_kilden"],
        ),
        (UNKNOWN.replace(PERIOD, "periode: {til: 2020}\n"), []),
    ],
)
def test_a_period_can_be_lived_through(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Longer than a day, and not over before the adoption, the work or the source that calls the plan unmade."""
    assert variants(tmp_path, text) == expected


def test_an_event_is_not_announced_for_the_next_century(tmp_path: Path) -> None:
    """More than five years ahead is a slip; a look at the past finds nothing, and PL307 speaks alone where it does."""
    ahead = PLAN.replace(EVENT, EVENT + "  - {hva: revidert, dato: 2118-03-25, planlagt: true}\n")
    assert variants(tmp_path / "a", ahead) == ["hendelse"]
    assert variants(tmp_path / "b", ahead.replace("2118-03-25", "2028-03-25")) == []
    assert variants(tmp_path / "c", PLAN, "2012-06-01") == []
    only = PLAN.replace("dato: 2022-02-16", "dato: 2042-02-16").replace(PERIOD, "")
    assert variants(tmp_path / "d", only) == []


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("planstrategi-2023-2027: {valg: utsettes, ferdig: 2040}", ["beslutning"]),
        ("planstrategi-2023-2027: {valg: revideres, oppstart: 2035, ferdig: 2036}", ["beslutning"]),
        ("planstrategi-2023-2027: {valg: revideres, ferdig: 2031}", []),
        ("planstrategi-2023-2027: {valg: videreføres}", []),
        ("planstrategi-1999-2003: {valg: utsettes, ferdig: 2040}", []),  # PL102
    ],
)
def test_a_decision_is_for_its_own_time(tmp_path: Path, decision: str, expected: list[str]) -> None:
    """What a planstrategi decides can reach into the next term, not past it: «2040» would settle anything."""
    strategi = 'tittel: Planstrategi 2023–2027\nvalgperiode: "2023-2027"\nstatus: vedtatt\n'
    files = {
        "planstrategier/planstrategi-2023-2027.yaml": strategi,
        "planer/klima.yaml": PLAN + f"beslutninger:\n  {decision}\n",
    }
    assert [variant for _, variant in found(tmp_path, "PL313", files, "2024-06-15")] == expected


def test_the_last_valgperiode_of_the_calendar_is_no_crash(tmp_path: Path) -> None:
    """A slip in the year of a planstrategi is for other rules; no term after it can be reckoned."""
    files = {
        "planstrategier/planstrategi-9995-9999.yaml": 'tittel: Planstrategi\nvalgperiode: "9995-9999"\nstatus: vedtatt\n',
        "planer/klima.yaml": PLAN + "beslutninger:\n  planstrategi-9995-9999: {valg: utsettes, ferdig: 2040}\n",
    }
    assert found(tmp_path, "PL313", files, "2024-06-15") == []


STRATEGI = "tittel: Planstrategi\nvalgperiode: 2023-2027\nhendelser: [{hva: vedtatt, dato: 2024-04-24}]\n"


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("ferdig: 2018", ["beslutning_foer"]),
        ("ferdig: 2014", ["beslutning_foer"]),
        ("ferdig: 2019", []),
        ("ferdig: 2025", []),
        ("oppstart: 2014, ferdig: 2025", []),  # slow work
        ("oppstart: 2024, ferdig: 2014", []),  # PL305
        ("bestilt: {organ: kommunestyret, dato: 2025-02-12}", ["bestilt"]),
        ("bestilt: {organ: kommunestyret, dato: 2024-06-15}", []),
        ("bestilt: {organ: kommunestyret, dato: 2010-06-16}", []),
        ("bestilt: {organ: kommunestyret}", []),
    ],
)
def test_what_a_planstrategi_decides_is_of_its_time(tmp_path: Path, decision: str, expected: list[str]) -> None:
    """Nobody decides in 2024 what was to be done in 2014, or orders work on a day to come."""
    text = PLAN + f"beslutninger: {{ps: {{valg: revideres, {decision}}}}}\n"
    files = {"planer/klima.yaml": text, "planstrategier/ps.yaml": STRATEGI}
    assert [variant for _, variant in found(tmp_path, "PL313", files)] == expected
    unknown = {**files, "planer/klima.yaml": text.replace("ps:", "ukjent:")}
    assert found(tmp_path, "PL313", unknown) == []  # PL102


@pytest.mark.parametrize("adopted", ["[{hva: vedtatt, dato: 2024-04-24}]", "[]"])
def test_a_slip_in_the_years_of_the_planstrategi_is_not_told_at_each_plan(tmp_path: Path, adopted: str) -> None:
    """What it decides is held against the day that it was made, too."""
    strategi = STRATEGI.replace("2023-2027", "2031-2035").replace("[{hva: vedtatt, dato: 2024-04-24}]", adopted)
    text = PLAN + "beslutninger: {ps: {valg: revideres, ferdig: 2025}}\n"
    files = {"planer/klima.yaml": text, "planstrategier/ps.yaml": strategi}
    assert found(tmp_path, "PL313", files) == []


def test_a_look_at_the_past_finds_no_order_ahead(tmp_path: Path) -> None:
    """What the register knows of, up to the day that it describes, has been; whatever day is judged."""
    text = PLAN + "beslutninger: {ps: {valg: revideres, bestilt: {dato: 2023-06-14}}}\n"
    files = {"planer/klima.yaml": text, "planstrategier/ps.yaml": STRATEGI}
    assert found(tmp_path, "PL313", files, "2022-06-15") == []
