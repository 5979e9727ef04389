"""Issue forms: made from plansystem.yaml, and a filled-in one read as an edit.

May use `tables`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.forms.answer import Paper as Paper, paper as paper, refusal as refusal
    from planlint.forms.file_edit import version_name as version_name
    from planlint.forms.form_error import ChangedField as ChangedField, FormError as FormError
    from planlint.forms.plan_decisions import DECISIONS as DECISIONS
    from planlint.forms.proposed_change import (
        ProposedChange as ProposedChange,
        found_before as found_before,
        propose as propose,
    )
    from planlint.forms.template import FOLDERS as FOLDERS, drift as drift, form_files as form_files, write as write
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "ChangedField": "form_error:ChangedField",
            "DECISIONS": "plan_decisions:DECISIONS",
            "FOLDERS": "template:FOLDERS",
            "FormError": "form_error:FormError",
            "Paper": "answer:Paper",
            "ProposedChange": "proposed_change:ProposedChange",
            "drift": "template:drift",
            "form_files": "template:form_files",
            "found_before": "proposed_change:found_before",
            "paper": "answer:paper",
            "propose": "proposed_change:propose",
            "refusal": "answer:refusal",
            "version_name": "file_edit:version_name",
            "write": "template:write",
        },
    )
