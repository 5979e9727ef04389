"""What a source entry in the file says goes before what its source is said not to state."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

EVENTS = "hendelser:\n  - {hva: vedtatt, dato: 2021-02-17, organ: kommunestyret, sak: 7/21}\n"
ADOPTED = PLAN.replace("2022-02-16", "2021-02-17").replace("7/22", "7/21").replace("fra: 2022", "fra: 2021")
SILENT = "planoversikt-2021: {tittel: Planoversikten 2021, dato: 2021-10-01"


def told(root: Path, text: str, entry: str, code: str) -> list[tuple[str, str]]:
    """Give status and variant of what a rule finds in a plan whose source is silent about everything."""
    system = fjordvik(root) / "plans/plansystem.yaml"
    silent = SILENT + ", oppgir_ikke: [status, dato, organ, sak]"
    system.write_text(system.read_text(encoding="utf-8").replace(SILENT, silent), encoding="utf-8")
    write(root, "planer/klima.yaml", text.replace("{kilde: plandokument}", f"{{kilde: planoversikt-2021{entry}}}"))
    report = check(root, date.fromisoformat(DATE), select=(code,))
    every = [*report.findings, *report.gaps]
    return [(item.diagnostic.status, item.diagnostic.finding.variant) for item in every]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("", [("gap", "")]),
        (", hva: vedtatt, dato: 2021-02-17", [("new", "kilde")]),
        (", hva: vedtatt, sak: 7/21", [("new", "kilde")]),
        (", sak: 7/21", [("new", "kilde")]),
        (", hva: vedtatt, dato: 2022-02-17", [("gap", "")]),  # a source that cannot have known of it
        (", hva: revidert, dato: 2021", [("gap", "")]),  # of its own year: it may be to come
        (", hva: oppstart, dato: 2020", [("gap", "")]),
    ],
)
def test_an_adoption_that_the_own_source_has(tmp_path: Path, entry: str, expected: list[tuple[str, str]]) -> None:
    """PL401 names the source; where that has no adoption either, nobody can know, and it is a gap."""
    assert told(tmp_path, ADOPTED.replace(EVENTS, ""), entry, "PL401") == expected


def test_events_of_another_kind_are_told(tmp_path: Path) -> None:
    """A plan said to be adopted whose events only tell of a start: no source need be asked."""
    text = ADOPTED.replace(
        "hva: vedtatt, dato: 2021-02-17, organ: kommunestyret, sak: 7/21", "hva: oppstart, dato: 2020"
    )
    assert told(tmp_path, text, "", "PL401") == [("new", "annet")]


@pytest.mark.parametrize(("entry", "expected"), [("", ("gap", "")), (", status: vedtatt", ("new", "kilde"))])
def test_a_status_that_the_own_source_has(tmp_path: Path, entry: str, expected: tuple[str, str]) -> None:
    """PL409 names the source and its word."""
    text = ADOPTED.replace("status: vedtatt\n", "").replace(EVENTS, "")
    assert told(tmp_path, text, entry, "PL409") == [expected]


def test_a_case_that_the_own_source_has_is_asked_for(tmp_path: Path) -> None:
    """The event lacks what the entry beside it has: no gap."""
    text = ADOPTED.replace(", sak: 7/21", "")
    assert told(tmp_path / "a", text, "", "PL401") == [("gap", "sak")]
    entry = ", hva: vedtatt, dato: 2021-02-17, sak: 7/21"
    assert told(tmp_path / "b", text, entry, "PL401") == [("new", "sak")]
