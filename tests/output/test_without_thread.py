"""What is said of the plans without a thread is a sentence whatever their number is: never of none of them."""

import datetime as dt

import pytest

from planlint.model import Plan
from planlint.output.coverage import without_thread_text
from planlint.register import Dekning, PlanCoverage, RoedTraad
from planlint.text import language

SILENT, STOPS = RoedTraad.IKKE_DOKUMENTERT, RoedTraad.STOPPER
PLAN = Plan.model_construct(tittel="En plan")
END = " «Ikke dokumentert» betyr at registeret ikke viser det."


@pytest.mark.parametrize(
    ("threads", "text"),
    [
        ([], ""),
        ([STOPS], "Fra den ene uten stopper tråden før samfunnsdelen."),
        ([STOPS] * 3, "Fra de 3 uten stopper tråden før samfunnsdelen."),
        ([SILENT], "Registeret viser ikke hva den ene uten er forankret i." + END),
        ([SILENT] * 2, "Registeret viser ikke hva de 2 uten er forankret i." + END),
        (
            [SILENT, STOPS, STOPS],
            "Av de 3 uten viser registeret ikke hva 1 er forankret i, og fra 2 stopper tråden før samfunnsdelen." + END,
        ),
    ],
)
def test_what_is_said_of_plans_without_a_thread(threads: list[RoedTraad], text: str) -> None:
    """Where all are alike, only what holds of them is said, and one is not counted."""
    rows = tuple(PlanCoverage(PLAN, thread, 0, 0) for thread in threads)
    assert without_thread_text(Dekning(dt.date(2026, 1, 1), "", (), rows), language("nb")) == text
