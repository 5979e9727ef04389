"""The headings that nothing tells the meaning of: which of them something hinges on, and which are only words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.read_table import ReadTable


def unknown_headings(tables: Iterable[ReadTable], plans: Iterable[ImportedPlan]) -> tuple[list[str], list[str]]:
    """Give the unknown headings above plans without a type, which must be asked about, and the others.

    Where every plan below a heading has its type, the heading is kept word for word and decides nothing.
    """
    open_ = {(plan.ark, plan.nummer) for plan in plans if "type" not in plan.felt and not plan.is_task}
    hinging: dict[str, None] = {}
    every: dict[str, None] = {}
    for table in tables:
        every |= dict.fromkeys(group.text for group in table.groups if group.kind == "unknown")
        for row in table.rows:
            if (row.sheet, row.number) in open_:
                hinging |= dict.fromkeys(group.text for group in row.groups if group.kind == "unknown")
    return [*hinging], [name for name in every if name not in hinging]
