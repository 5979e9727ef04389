"""What a planstrategi decides about plans: told in its own form, and kept in the file of each plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.edit import get
from planlint.forms.form_error import FormError
from planlint.forms.quote import quote, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.edit import Document
    from planlint.register import Register

    Edit = tuple[tuple[Any, ...], Any]

DECISIONS = "beslutninger"
VERSION = "utgave"
"""The part of a decision that says which version of the plan's file the page knew."""
_TIMES = {
    DECISIONS: ("oppstart", "ferdig"),
    "arbeid": ("oppstart", "ferdig"),
    "periode": ("fra", "til"),
    "revisjon": ("neste",),
}
"""The times of a group that may be in doubt, by the group's name."""
_NO_PLAN = N_("Ingen plan i registeret heter {plan}. Velg planen i listen ved feltet.")
_NO_VERSION = N_("Skjemaet sier ikke hvilken utgave av {plan} siden kjente. Åpne siden på nytt, og send derfra.")


class Decided:
    """What is decided about one plan: its file, the version that the page knew, and the edits of that file."""

    def __init__(self, register: Register, plan_id: str, strategi_id: str, rows: Sequence[Edit]) -> None:
        """Take the edits of one plan. Raises FormError where there is no such plan, or no version of it."""
        plan = register.planer.get(plan_id)
        if plan is None:
            raise FormError(_NO_PLAN, plan=quote(plan_id))
        version = next((value for path, value in rows if path[2:] == (VERSION,)), None)
        if not isinstance(version, str):
            raise FormError(_NO_VERSION, plan=safe(plan.tittel))
        self.plan, self.version = plan, version
        self.edits: list[Edit] = [
            ((DECISIONS, strategi_id, *path[2:]), value) for path, value in rows if path[2:] != (VERSION,)
        ]


def decided(register: Register, strategi_id: str, edits: Sequence[Edit]) -> list[Decided]:
    """Give what the edits of a planstrategi's form decide, plan for plan, in their order."""
    rows = [(path, value) for path, value in edits if path[0] == DECISIONS and len(path) > 2]  # noqa: PLR2004 - a plan's own part
    plans = dict.fromkeys(str(path[1]) for path, _ in rows)
    return [Decided(register, plan, strategi_id, [one for one in rows if one[0][1] == plan]) for plan in plans]


def forget_doubt(document: Document, told: Sequence[Sequence[Any]]) -> None:
    """Take out that times were in doubt when they are told anew: of a decision one of them, of a period all it has."""
    for path in told:
        group = tuple(path[: 2 if path[0] == DECISIONS else 1])
        times = _TIMES.get(str(path[0]), ())
        if path[-1] not in times or get(document.data, (*group, "usikker")) is None:
            continue
        there = [key for key in times if get(document.data, (*group, key)) is not None]
        if path[0] == DECISIONS or all((*group, key) in told for key in there):
            document.remove((*group, "usikker"))
