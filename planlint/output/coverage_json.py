"""Coverage as JSON: a public contract, as `check --output json`."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.output.coverage import percent
from planlint.register import coverage_share

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.base import Diagnostic
    from planlint.register import CoverageDemand, Dekning, MaalCoverage, Oppfoelging, PlanCoverage, Share


def _share(share: Share) -> dict[str, Any]:
    return {"covered": share.antall, "of": share.av, "percent": percent(share)}


def _ids(found: Oppfoelging) -> dict[str, list[str]]:
    return {"plans": sorted(found.planer), "measures": sorted(found.tiltak), "indicators": sorted(found.indikatorer)}


def _goal_json(rad: MaalCoverage) -> dict[str, Any]:
    return {
        "id": rad.maal.id,
        "title": rad.maal.tittel,
        "type": rad.maal.type,
        "depth": rad.dybde,
        "required": rad.skal,
        "covered": rad.is_covered,
        "followUp": rad.fulgt_opp.value,
        "itself": _ids(rad.selv),
        "below": _ids(rad.under),
    }


def _plan_json(rad: PlanCoverage) -> dict[str, Any]:
    return {
        "id": rad.plan.id,
        "title": rad.plan.tittel,
        "reaches": rad.has_traad,
        "thread": rad.roed_traad.value,
        "measures": rad.tiltak,
        "indicators": rad.indikatorer,
    }


def _by_field(gaps: Iterable[Diagnostic]) -> dict[str, int]:
    return dict(sorted(Counter(name for item in gaps for name in item.finding.asks).items()))


def coverage_as_json(found: Dekning, krav: CoverageDemand, gaps: Sequence[Diagnostic] = ()) -> str:
    """Give the coverage as JSON.

    What follows up a goal is given as ids, the goal's own in `itself` and those of the goals under it in `below`.
    `gaps` counts what the sources do not state, by field. `passed` is what the exit code says.
    """
    groups = [
        {
            "plan": gruppe.plan,
            **_share(coverage_share(gruppe.rader)),
            "goals": [_goal_json(rad) for rad in gruppe.rader],
        }
        for gruppe in found.grupper
    ]
    data = {
        "schema": 1,
        "planlint": __version__,
        "date": found.date.isoformat(),
        "min": krav.minst,
        "base": {"rev": krav.base, **_share(krav.foer)} if krav.foer else None,
        "passed": krav.holds(found.maal),
        "unreadable": found.uleselige,
        "gaps": {"count": len(gaps), "fields": _by_field(gaps)},
        "goals": {**_share(found.maal), "groups": groups},
        "plans": {**_share(found.roed_traad), "plans": [_plan_json(rad) for rad in found.planer]},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
