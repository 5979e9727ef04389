"""What nearly nothing stands in takes no column: one sentence says so, and nothing else is lost."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from planlint.site.sparse_columns import is_sparse, kept_columns, without_sparse_columns
from planlint.tables import CellPart, Table, TableGroup, column_heads
from planlint.text import language

NB = language("nb")


@dataclass
class Row:
    """A row with two fields."""

    a: str
    b: str = ""


@pytest.mark.parametrize(
    ("filled", "rows", "sparse"),
    [(0, 3, True), (1, 3, False), (1, 4, False), (1, 6, True), (2, 10, False), (19, 99, True)],
)
def test_when_a_column_is_too_empty(filled: int, rows: int, sparse: bool) -> None:
    """Empty, or of several rows less than every fifth."""
    assert is_sparse(filled, rows) is sparse


def test_fields_of_rows() -> None:
    """A field that is rare is told with its numbers; one that is not, keeps its column."""
    rows = [Row("x", "y"), *(Row("x") for _ in range(9))]
    assert kept_columns(NB, rows, {"a": "Plan", "b": "Ansvarlig"}) == (
        {"a": True, "b": False},
        "Kolonner som nesten ingen rader har noe i, er utelatt: «Ansvarlig» (1 av 10).",
    )
    assert kept_columns(NB, rows[:1], {"a": "Plan", "b": "Ansvarlig"}) == ({"a": True, "b": True}, "")


def test_a_prepared_table() -> None:
    """The first column stays, groups stay, and the sentence follows what the table says of itself."""
    rows = tuple(((CellPart(f"Plan {number}"),), "ja", "", "x" if not number else "") for number in range(6))
    table = Table(
        "t", "T", "Om.", "Tomt.", column_heads(("Plan", "Status", "Gjelder", "Merknad")), (TableGroup("G", rows),)
    )
    found = without_sparse_columns(table, NB)
    assert [str(head) for head in found.kolonner] == ["Plan", "Status"]
    assert found.om == (
        "Om. Kolonner som nesten ingen rader har noe i, er utelatt: «Gjelder» (0 av 6) og «Merknad» (1 av 6)."
    )
    assert found.grupper[0].rader[0] == ((CellPart("Plan 0"),), "ja")
    named = without_sparse_columns(table, NB, 3)
    assert [str(head) for head in named.kolonner] == ["Plan", "Status", "Merknad"]
    assert [str(head) for head in without_sparse_columns(table, NB, 2).kolonner] == ["Plan", "Status"]
    empty = Table("t", "T", "Om.", "Tomt.", column_heads(("Plan", "Status")), ())
    assert without_sparse_columns(empty, NB) == empty
