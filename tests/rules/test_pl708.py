"""PL708 about the past."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, write
from support.oppfoelging_cases import change, found

from planlint.output.words import said
from planlint.text.language import language


@pytest.mark.parametrize(("today", "told"), [("2024-04-30", False), ("2024-05-01", True)])
def test_challenges_are_known_from_the_day_the_register_describes(tmp_path: Path, today: str, told: bool) -> None:
    """PL708 is silent about the past."""
    write(fjordvik(tmp_path), "utfordringer/a.yaml", "tittel: A\n")
    assert bool(found(tmp_path, "PL708", today)) is told


@pytest.mark.parametrize(
    ("erstatter", "told"),
    [
        ("erstatter: [samfunnsdel-2008]\n", "Så bytter «planlint omforanke samfunnsdel-2008 samfunnsdel-2020» dem ut"),
        ("", "bytt dem ut i feltet «mål» med id-ene til mål som gjelder i dag."),
    ],
)
def test_the_remedy_is_the_one_that_moves_all_the_rest(tmp_path: Path, erstatter: str, told: str) -> None:
    """Where one plan has replaced that of the goals, a command moves what names them; else it is done by hand."""
    example = Path(__file__).parent / "PL708/bad-maalet-gjelder-ikke-lenger"
    shutil.copytree(example / "plans", fjordvik(tmp_path) / "plans", dirs_exist_ok=True)
    change(tmp_path, "erstatter: [samfunnsdel-2008]\n", erstatter, "planer/samfunnsdel-2020.yaml")
    if not erstatter:  # that it is over must show from something else than its status alone
        over = "sak: 31/08}\n  - {hva: opphevet, dato: 2020-06-17, organ: kommunestyret, sak: 40/20}\n"
        change(tmp_path, "sak: 31/08}\n", over, "planer/samfunnsdel-2008.yaml")
        change(tmp_path, "status: erstattet", "status: opphevet", "planer/samfunnsdel-2008.yaml")
    (item,) = check(tmp_path, date.fromisoformat(DATE), select=("PL708",)).findings
    assert told in str(said(item.diagnostic, language("nb")).help)
