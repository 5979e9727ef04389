"""What a change has done is told as that: a decision that it took away, and a finding that it made less serious."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.gittools import commit
from support.helpers import DATE, PLAN, fjordvik, run, write

KLIMA = "planer/klima.yaml"
VOTE = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
REPEALED = PLAN.replace("status: vedtatt", "status: opphevet").replace(
    VOTE, VOTE + "  - {hva: opphevet, dato: 2024-02-14, organ: kommunestyret, sak: 5/24}\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with an adopted plan, committed."""
    assert VOTE in PLAN
    write(fjordvik(tmp_path), KLIMA, PLAN)
    commit(tmp_path, "2024-03-01")
    return tmp_path


def told(root: Path) -> str:
    """Give the comment on what is changed since the last commit."""
    return run("check", "--base", "HEAD", "--date", DATE, "--output", "markdown", cwd=root).stdout


def test_a_decision_that_the_change_takes_away(root: Path) -> None:
    """The change took it away, and the event to put back stands whole in the help; putting it back mends it."""
    write(root, KLIMA, PLAN.replace(f"hendelser:\n{VOTE}", ""))
    comment = told(root)
    assert "endringen tar bort det som viser vedtaket (16.2.2022)." in comment
    event = "{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}"
    assert f"legg tilbake vedtaket i filen: `hendelser: [{event}]`" in comment
    write(root, KLIMA, PLAN)
    assert "PL401" not in told(root)


def test_under_another_name_too(root: Path) -> None:
    """A file that has got another name lost its decision all the same."""
    (root / "plans" / KLIMA).unlink()
    write(root, "planer/klimaet.yaml", PLAN.replace(f"hendelser:\n{VOTE}", "") + "tidligere_id: [klima]\n")
    assert "endringen tar bort det som viser vedtaket (16.2.2022)." in told(root)


@pytest.mark.parametrize("event", ["dato: 2025-02-16, planlagt: true", "dato: 2022-02-16"])
def test_a_decision_that_is_there_or_never_was(root: Path, event: str) -> None:
    """One that lacks a case number is not taken away, and one that was only announced was no decision."""
    first = PLAN.replace(VOTE, f"  - {{hva: vedtatt, {event}}}\n")
    write(root, KLIMA, first)
    commit(root, "2024-03-02")
    write(
        root, KLIMA, first.replace(f"hendelser:\n  - {{hva: vedtatt, {event}}}\n", "") if "planlagt" in event else PLAN
    )
    assert "tar bort" not in told(root)


def test_a_repeal_that_the_change_takes_away(root: Path) -> None:
    """The same of a plan that has ended."""
    write(root, KLIMA, REPEALED)
    commit(root, "2024-03-02")
    write(root, KLIMA, PLAN.replace("status: vedtatt", "status: opphevet"))
    comment = told(root)
    assert "endringen tar bort det som viser hvordan den sluttet (14.2.2024)." in comment
    event = "{hva: opphevet, dato: 2024-02-14, organ: kommunestyret, sak: 5/24}"
    assert f"legg tilbake vedtaket under `hendelser`: `- {event}`" in comment


def test_a_finding_that_is_less_serious_now(root: Path) -> None:
    """It is told still, so it is not let pass: it is named as what it was, and what it is now."""
    write(root, KLIMA, PLAN.replace("forankring: [trygg-oppvekst]\n", ""))
    commit(root, "2024-03-02")
    system = root / "plans/plansystem.yaml"
    system.write_text(system.read_text(encoding="utf-8") + "regler: {PL201: {alvor: info}}\n", encoding="utf-8")
    comment = told(root)
    assert "men endringen regner 1 feil som mindre alvorlig" in comment
    assert "### Regnet som mindre alvorlig enn før endringen" in comment
    assert "  - Regnes nå som opplysning\n" in comment
    assert "Ville blitt meldt" not in comment


@pytest.mark.parametrize("way", ["opphevet", "erstattet", "igjen"])
def test_what_is_told_of_a_deleted_plan_helps(root: Path, way: str) -> None:
    """Each way out that PL912 tells of gives a change with no error, and no finding of a deleted plan."""
    (root / "plans" / KLIMA).unlink()
    assert "PL912" in told(root)
    new = PLAN.replace("Klimastrategi for Fjordvik", "Strategi for klima og natur")
    if way == "opphevet":
        write(root, KLIMA, REPEALED)
    elif way == "erstattet":
        write(root, KLIMA, PLAN.replace("status: vedtatt", "status: erstattet"))
        write(root, "planer/ny.yaml", new.replace("2022-02-16", "2024-02-14") + "erstatter: [klima]\n")
    else:
        write(root, "planer/ny.yaml", new + "tidligere_id: [klima]\n")
    comment = told(root)
    assert "PL912" not in comment
    assert "**Feil**" not in comment
