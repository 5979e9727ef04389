"""What a change would do, as JSON: a public contract, as `check --output json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.output.consequences import consequences_json, move_json, ref_json
from planlint.output.paper import finding_json

if TYPE_CHECKING:
    from planlint.ahead import WhatIf
    from planlint.text import Language

_REFS = {
    "ends": "outOfForce",
    "begins": "inForce",
    "unfollowed": "goalsWithoutPlan",
    "orphans": "goalsWithoutParent",
    "goals": "goalsLost",
    "measures": "measures",
    "others": "others",
}
"""Lists that stood here before `consequences` did, with the same content: the keys of schema 1 stay."""
_MOVES = {"children": "children", "reanchor": "reanchor"}


def whatif_as_json(found: WhatIf, lang: Language, root: str) -> str:
    """Give the answer; the lists of plans and goals are there also when they are empty."""
    data: dict[str, Any] = {
        "schema": 1,
        "planlint": __version__,
        "date": found.day.isoformat(),
        "root": root,
        "action": found.action,
        **ref_json(found.target),
        "changed": found.is_changed,
        "notes": [*map(lang.gettext, found.notes), *(note.in_language(lang) for note in found.told)],
        "affected": [ref_json(ref) for ref in found.consequences.affected],
    }
    followed = found.consequences
    data |= {key: [ref_json(ref) for ref in getattr(followed, name)] for name, key in _REFS.items()}
    data |= {key: [move_json(move) for move in getattr(followed, name)] for name, key in _MOVES.items()}
    data["consequences"] = consequences_json(followed)
    data["findings"] = {
        "new": [finding_json(item, lang) for item in found.change.new],
        "gone": [finding_json(item, lang) for item in found.change.gone],
        "covered": found.change.covered,
        "idle": found.change.idle,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
