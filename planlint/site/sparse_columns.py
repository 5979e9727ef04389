"""Columns in which nearly nothing stands are left out of a page, with one sentence that says so.

What is left out stands on the row's own page, and in the files to download. Tables that are made for files keep all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.tables import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planlint.base import Ord
    from planlint.tables import Table
    from planlint.text import Language

_FEW_ROWS = 5
_LEAST = 5
"""A column must have something in one row of so many. Of a few rows one can see at once what is empty."""


def is_sparse(filled: int, rows: int) -> bool:
    """Tell whether a column is so empty that it only takes room."""
    return filled == 0 or (rows >= _FEW_ROWS and filled * _LEAST < rows)


def left_out_sentence(lang: Language, counts: Mapping[str, int], rows: int) -> str:
    """Say which columns are left out, and of how many rows each is known; "" where none is."""
    if not counts:
        return ""
    text = lang.gettext(N_("«{navn}» ({n} av {alle})"))
    parts = [text.format(navn=name, n=lang.number(n), alle=lang.number(rows)) for name, n in counts.items()]
    told = lang.gettext("Kolonner som nesten ingen rader har noe i, er utelatt: {deler}.")
    return told.format(deler=lang.enumeration(parts))


def kept_columns(lang: Language, rows: Sequence[object], names: Mapping[str, Ord]) -> tuple[dict[str, bool], str]:
    """Tell of each field of some rows whether it gets a column, and give the sentence on those that do not."""
    counts = {field: sum(bool(getattr(row, field)) for row in rows) for field in names}
    kept = {field: not is_sparse(count, len(rows)) for field, count in counts.items()}
    left = {lang.gettext(names[field]): counts[field] for field in names if not kept[field]}
    return kept, left_out_sentence(lang, left, len(rows))


def _is_kept(at: int, filled: int, names: tuple[int, ...], rows: int) -> bool:
    return at == 0 or (at in names and filled > 0) or not rows or not is_sparse(filled, rows)


def without_sparse_columns(table: Table, lang: Language, *names: int) -> Table:
    """Give a prepared table without such columns, with the sentence after what it says.

    The first is always kept; so is `names`, what the rows are about or warn of, where any row has one.
    """
    rows = [row for group in table.grupper for row in group.rader]
    filled = [sum(bool(cell_text(row[at])) for row in rows) for at in range(len(table.kolonner))]
    kept = [at for at, count in enumerate(filled) if _is_kept(at, count, names, len(rows))]
    left = {str(head): filled[at] for at, head in enumerate(table.kolonner) if at not in kept}
    groups = (
        replace(group, rader=tuple(tuple(row[at] for at in kept) for row in group.rader)) for group in table.grupper
    )
    return replace(
        table,
        om=" ".join(part for part in (table.om, left_out_sentence(lang, left, len(rows))) if part),
        kolonner=tuple(table.kolonner[at] for at in kept),
        grupper=tuple(groups),
    )
