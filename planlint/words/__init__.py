"""What people write of plans and time, in bokmål and nynorsk, becomes facts: one parser for import, forms and edits.

May use `law`, and what lies below.
"""

from planlint.words.cell import read_cell, settled
from planlint.words.context import WordContext
from planlint.words.facts import (
    BasisFact,
    DecisionFact,
    EventFact,
    Fact,
    KindFact,
    NoteFact,
    OwnerFact,
    PeriodFact,
    Reading,
    RevisionFact,
    StatusFact,
    WorkFact,
    status_after,
)
from planlint.words.fold import fold
from planlint.words.point import has_no_year, read_point
from planlint.words.times import find_times, is_no_day
from planlint.words.titles import kind_of, period_in_title

__all__ = [
    "BasisFact",
    "DecisionFact",
    "EventFact",
    "Fact",
    "KindFact",
    "NoteFact",
    "OwnerFact",
    "PeriodFact",
    "Reading",
    "RevisionFact",
    "StatusFact",
    "WordContext",
    "WorkFact",
    "find_times",
    "fold",
    "has_no_year",
    "is_no_day",
    "kind_of",
    "period_in_title",
    "read_cell",
    "read_point",
    "settled",
    "status_after",
]
