"""Unknown ids that were known before the change: the reader is told what became of them, and nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.model.slag import KIND_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.base.diagnostic import Diagnostic
    from planlint.change.renames import Key
    from planlint.system.load import Loaded

_CODE = "PL102"
_KINDS = {str(name): kind for kind, name in KIND_NAMES.items()}


def with_what_became(after: Iterable[Diagnostic], before: Loaded, new: Mapping[Key, str]) -> list[Diagnostic]:
    """Say of an id that nothing has after a change, that the change deleted it or gave it another name.

    The fingerprint is left as it is, so that a known finding stays known.
    """
    return [_told(item, before, new) if item.code == _CODE else item for item in after]


def _told(item: Diagnostic, before: Loaded, new: Mapping[Key, str]) -> Diagnostic:
    args = item.finding.args
    kind, id_ = _KINDS[str(args["slag"])], str(args["id"])
    if item.finding.variant == "nytt_navn" or id_ not in before.entities.get(kind, {}):
        return item
    name = new.get((kind, id_), "")
    variant = "nytt_navn" if name else "slettet"
    return replace(item, finding=replace(item.finding, variant=variant, args={**args, "forslag": name}))
