"""Others' tables in: Excel, CSV and Word become cells, rows understood, and then changes to files.

May use `tables`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.imports.cells import ImportFault as ImportFault
    from planlint.imports.import_outcome import ImportResult as ImportResult
    from planlint.imports.kind_table import field_names as field_names
    from planlint.imports.match import ChoiceError as ChoiceError, Choices as Choices
    from planlint.imports.plan_draft import RowOrigin as RowOrigin
    from planlint.imports.result import read_import as read_import
    from planlint.imports.run.import_order import ImportOrder as ImportOrder
    from planlint.imports.run.open_question import OpenQuestion as OpenQuestion
    from planlint.imports.show_result import result_rows as result_rows
    from planlint.imports.table.head_words import COLUMN_FIELDS as COLUMN_FIELDS
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "COLUMN_FIELDS": "table.head_words:COLUMN_FIELDS",
            "ChoiceError": "match:ChoiceError",
            "Choices": "match:Choices",
            "ImportFault": "cells:ImportFault",
            "ImportOrder": "run.import_order:ImportOrder",
            "ImportResult": "import_outcome:ImportResult",
            "OpenQuestion": "run.open_question:OpenQuestion",
            "RowOrigin": "plan_draft:RowOrigin",
            "field_names": "kind_table:field_names",
            "read_import": "result:read_import",
            "result_rows": "show_result:result_rows",
        },
    )
