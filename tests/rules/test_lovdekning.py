"""How the page on the law answers each provision: every word that it can say, and from which day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE
from support.lovkrav_cases import YEARLY, declare, plan, strategi, voted

from planlint.register.lovdekning import (
    ARBEID,
    INGEN,
    NO_BODY,
    NO_DATE,
    OLD,
    OTHER_BODY,
    OTHER_TERM,
    PARTLY,
    RUN_OUT,
    YES,
    Dekket,
    gjeldende_krav,
)
from planlint.system.system import open_system

NOTED = "hva: til_orientering, dato: {}, organ: kommunestyret"
REPORT = "  rapport: {navn: rapport, nivå: grunnlag, hjemmel: [barnevernsloven-tilstand], kunnskapsgrunnlag: true}\n"


def answer(root: Path, id_: str, day: str = DATE) -> Dekket:
    """Give how a provision is answered on a day."""
    register = open_system(root, date.fromisoformat(day)).register
    assert register is not None
    return next(one for one in gjeldende_krav(register) if one.bestemmelse.id == id_)


@pytest.mark.parametrize(
    ("status", "events", "word"),
    [
        ("vedtatt", [voted("2021-03-24")], YES),
        ("vedtatt", [], NO_DATE),
        ("igangsatt", [], ARBEID),
        ("planlagt", [], INGEN),
        ("opphevet", [voted("2021-03-24"), "hva: opphevet, dato: 2023-03-22, organ: kommunestyret"], INGEN),
    ],
)
def test_what_a_plan_answers_goes_by_what_the_register_shows(
    root: Path, status: str, events: list[str], word: str
) -> None:
    """«Ja» where it applies and was adopted; a plan without a day, or in the making, is told as just that."""
    (root / "plans/planer/arealdel-2021.yaml").unlink()
    plan(root, "a", "arealdel", *events, status=status)
    found = answer(root, "pbl-11-5")
    assert (found.svar, [one.id for one in found.planer]) == (word, [] if word == INGEN else ["a"])


def test_a_part_that_is_lacking_or_past_its_time_is_told_beside_the_others(root: Path) -> None:
    """The kommuneplan has three parts: «Delvis» where they are answered differently, and each with its own word."""
    parts = answer(root, "pbl-11-1")
    assert (parts.svar, dict(parts.deler)) == (PARTLY, {"samfunnsdel": YES, "handlingsdel": INGEN, "arealdel": YES})
    declare(root, YEARLY)
    plan(root, "handlingsprogram", "handlingsdel", voted("2023-06-20"))
    assert (answer(root, "pbl-11-1").svar, answer(root, "pbl-11-1").deler) == (YES, ())
    assert dict(answer(root, "pbl-11-1", "2034-01-01").deler)["samfunnsdel"] == RUN_OUT


@pytest.mark.parametrize(("day", "word"), [("2024-06-01", YES), ("2024-06-02", OLD)])
def test_a_yearly_account_answers_for_thirteen_months(root: Path, day: str, word: str) -> None:
    """A year, and a month for meetings that do not fall on the same day."""
    declare(root, REPORT)
    plan(root, "a", "rapport", NOTED.format("2022-05-04"), NOTED.format("2023-05-01"), status="til_orientering")
    found = answer(root, "barnevernsloven-tilstand", day)
    assert (found.svar, [one.id for one in found.planer]) == (word, ["a"])


@pytest.mark.parametrize(
    ("term", "event", "word"),
    [
        ("2023-2027", voted("2023-09-24"), OTHER_TERM),  # the council of 2023 cannot have met yet
        ("2023-2027", voted("2023-09-25"), YES),
        ("2019-2023", voted("2024-01-10"), OTHER_TERM),
        ("2023-2027", voted("2024-01-10", "hovedutvalget"), OTHER_BODY),
        ("2023-2027", "hva: vedtatt, dato: 2024-01-10", NO_BODY),
    ],
)
def test_the_planstrategi_is_the_sitting_councils_own(root: Path, term: str, event: str, word: str) -> None:
    """Plan- og bygningsloven § 10-1: adopted by the council, within its own term."""
    assert answer(root, "pbl-10-1").svar == INGEN
    strategi(root, term, event)
    assert answer(root, "pbl-10-1").svar == word


def test_the_last_word_of_the_council_counts(root: Path) -> None:
    """A first planstrategi by a committee, and then by the council, is the council's."""
    strategi(root, "2023-2027", voted("2024-01-10", "hovedutvalget"), voted("2024-02-14"))
    assert answer(root, "pbl-10-1").svar == YES


@pytest.mark.parametrize(("day", "word"), [("2024-06-30", YES), ("2024-07-01", OLD)])
def test_an_account_with_a_deadline_answers_until_the_next_is_due(root: Path, day: str, word: str) -> None:
    """Kommuneloven § 14-3: half a year after its year; then the one of the year before is an old one."""
    declare(root, "  regnskap: {navn: årsregnskap, nivå: grunnlag, hjemmel: [koml-14-6]}\n")
    plan(root, "a", "regnskap", voted("2023-06-14"), more="periode: {fra: 2022, til: 2022}\n")
    assert answer(root, "koml-14-6", day).svar == word
