"""What a page is told of a filled-in form, and what the command line would say of it; run in the browser's Python."""

import json
from typing import Any

from planlint import forms
from planlint.browser import visit
from planlint.output import said
from planlint.text import language

found: list[list[Any]] = []
faults: list[str] = []


def _propose(*given: Any) -> forms.ProposedChange:
    """Propose, and keep what was found: with its place where the change can be made, else the words of its faults."""
    found.clear()
    faults.clear()
    try:
        made = forms.propose(*given)
    except forms.FormError as error:
        faults.extend(said(item, language("nb")).message for item in error.found)
        raise
    found.extend(_row(item) for item in made.report.findings)
    return made


visit.propose = _propose


def answer(asked: str) -> str:
    """Judge a form as the worker does; give what the page is told, each finding as in the file, and the faults."""
    body = json.dumps({"form": json.loads(asked)["body"]})
    told = json.loads(worker.answer(body))  # noqa: F821 - the runtime's own (tools/runtime/node.mjs)
    return json.dumps({"told": told, "found": found, "faults": faults})


def _row(item: Any) -> list[Any]:
    words = said(item.diagnostic, language("nb"))
    place = (item.diagnostic.code, item.diagnostic.place.file, item.span.line, item.span.column)
    return [*place, words.message, words.help]
