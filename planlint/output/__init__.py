"""One renderer per format: a report in, a text out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.report import Report

FORMATS = ("text", "json")


def render(report: Report, name: str, *, color: bool = False, statistics: bool = False, known: bool = False) -> str:
    """Give the report in a format of FORMATS; the other choices are for text alone."""
    if name == "json":
        from planlint.output.json import render_json  # noqa: PLC0415 - only the chosen format is imported

        return render_json(report)
    from planlint.output.text import render_text  # noqa: PLC0415 - as above

    return render_text(report, color=color, statistics=statistics, known=known)
