"""No text of somebody's becomes a formula, whichever separator the file is opened with, and it comes back as it was."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given, strategies as st

from planlint.tables import FORMULA, harmless_part
from planlint.tables.read_cell import clean_cell

TEXTS = (
    "Plan,=cmd|'/c calc'!A0,x", "=1+1", 'a, "=b"', "a;@b", "a\t-b", "a,\n\n =b", "a,'=b",
    "klima | -luft", "Oslo, -5 grader", "a - b, c",
)  # fmt: skip


def cells(text: str, separator: str) -> list[str]:
    """Give the cells that a program finds in a file of ours that it reads with another separator, without blanks."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(["id", harmless_part(text), "z"])
    rows = csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=separator)
    return [cell.strip(' \t\n"') for row in rows for cell in row]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("text", TEXTS)
def test_no_cell_is_a_formula(text: str, separator: str) -> None:
    """Numbers with a sign are none."""
    said = [cell for cell in cells(text, separator) if cell.startswith(FORMULA)]
    assert [cell for cell in said if not cell[1:2].isdigit()] == []


@given(st.text(alphabet=" ,;\t\n'\"=@+-1a", max_size=12).map(str.strip).filter(bool))
@example("a,'=b")
def test_what_is_guarded_comes_back(text: str) -> None:
    """What import reads is the text as it was, whatever stands in it."""
    assert clean_cell(harmless_part(text)) == text


def test_what_needs_no_guard_has_none() -> None:
    """A sign before a number, and a dash between words, stand as they were."""
    assert harmless_part("Oslo, -5 grader; a - b, c") == "Oslo, -5 grader; a - b, c"
