"""The provisions of the law as data: what they ask for, when they applied, and where that was read.

May use `text`, and what lies below.
"""

from __future__ import annotations

from planlint.law.law_check import (
    ChangedDay as ChangedDay,
    ChangedParagraph as ChangedParagraph,
    LawComparison as LawComparison,
    SomeWords as SomeWords,
    UnusableFolderError as UnusableFolderError,
    compare_law as compare_law,
)
from planlint.law.provision_text import text_of as text_of
from planlint.law.provisions import (
    Bestemmelse as Bestemmelse,
    Ordlyd as Ordlyd,
    Pliktslag as Pliktslag,
    applies_on as applies_on,
    bestemmelser as bestemmelser,
    read as read,
)
