"""What a change would do, as JSON: a public contract, as `check --output json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.output.paper import finding_json

if TYPE_CHECKING:
    from planlint.ahead.whatif import WhatIf
    from planlint.change.effects import Move, Ref
    from planlint.text import Language

_REFS = {
    "ends": "outOfForce",
    "begins": "inForce",
    "unfollowed": "goalsWithoutPlan",
    "subgoals": "goalsWithoutParent",
    "goals": "goalsLost",
    "measures": "measures",
    "others": "others",
}
_MOVES = {"children": "children", "reanchor": "reanchor"}


def _ref_json(ref: Ref) -> dict[str, str]:
    return {"entity": ref.entity, "title": ref.tittel}


def _move_json(move: Move) -> dict[str, Any]:
    return {
        **_ref_json(move.plan),
        "loses": [_ref_json(ref) for ref in move.fra],
        "candidates": [_ref_json(ref) for ref in move.til],
    }


def render_json(found: WhatIf, lang: Language, root: str) -> str:
    """Give the answer; the lists of plans and goals are there also when they are empty."""
    data: dict[str, Any] = {
        "schema": 1,
        "planlint": __version__,
        "date": found.day.isoformat(),
        "root": root,
        "action": found.action,
        **_ref_json(found.target),
        "changed": found.changed,
        "notes": [lang.gettext(note) for note in found.notes],
        "affected": [_ref_json(ref) for ref in found.effects.affected],
    }
    effects = found.effects
    data |= {key: [_ref_json(ref) for ref in getattr(effects, name)] for name, key in _REFS.items()}
    data |= {key: [_move_json(move) for move in getattr(effects, name)] for name, key in _MOVES.items()}
    data["findings"] = {
        "new": [finding_json(item, lang) for item in found.change.new],
        "gone": [finding_json(item, lang) for item in found.change.gone],
        "covered": found.change.covered,
        "idle": found.change.idle,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
