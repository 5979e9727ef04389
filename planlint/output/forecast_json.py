"""A forecast as JSON: a public contract, as `check --output json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.output.forecast import what
from planlint.output.paper import finding_json

if TYPE_CHECKING:
    from planlint.ahead import Due, Forecast
    from planlint.text import Language


def _due_json(item: Due, lang: Language) -> dict[str, Any]:
    return {
        "date": item.dag.isoformat(),
        "kind": item.slag,
        "event": item.hva,
        "entity": item.entity,
        "title": item.tittel,
        "text": what(item, lang),
        "written": str(item.tid or item.dag),
        "settled": item.avgjort,
        "latest": item.senest,
        "law": list(item.lov),
    }


def forecast_as_json(found: Forecast, lang: Language, root: str) -> str:
    """Give the forecast, a quarter at a time.

    A quarter is written as in the files (2027-K1). `kind` is lov, periode, revisjon, varslet, beslutning, arbeid or
    tiltak; `settled` is null where nothing is to be settled; `latest` tells that the day may come earlier,
    as it follows from a constituting that nobody has declared.
    """
    quarters = [
        {
            "quarter": f"{quarter.year}-K{quarter.number}",
            "from": quarter.first.isoformat(),
            "to": quarter.last.isoformat(),
            "due": [_due_json(item, lang) for item in quarter.due],
            "findings": [
                {
                    "date": start.dag.isoformat(),
                    "title": start.tittel,
                    "wasKnown": start.godtatt,
                    **finding_json(start.diagnostic, lang),
                }
                for start in quarter.starts
            ],
        }
        for quarter in found.quarters
    ]
    counts = {
        "due": sum(len(quarter.due) for quarter in found.quarters),
        "findings": sum(len(quarter.starts) for quarter in found.quarters),
        "expired": found.expired,
        "overdue": found.overdue,
        "late": found.late,
        "today": sum(found.today.values()),
        "avvik": found.known,
        "unntak": found.suppressed,
    }
    head = {"schema": 1, "planlint": __version__, "date": found.day.isoformat(), "until": found.until.isoformat()}
    return (
        json.dumps({**head, "root": root, "counts": counts, "quarters": quarters}, ensure_ascii=False, indent=2) + "\n"
    )
