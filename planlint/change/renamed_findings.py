"""The findings before and after a change, matched also where something has got a new id."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base.diagnostic import fingerprints
from planlint.change.outcome import compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base.diagnostic import Diagnostic
    from planlint.change.outcome import Change
    from planlint.change.renames import Renames


def findings(before: Iterable[Diagnostic], after: Iterable[Diagnostic], found: Renames) -> Change:
    """Compare two checks, the former's findings taken to be about the new ids."""
    return compare(with_new_ids(before, found) if found else before, after)


def with_new_ids(diagnostics: Iterable[Diagnostic], found: Renames) -> list[Diagnostic]:
    """Give findings as they would be called with the new ids."""
    entities = {f"{kind}/{old}": f"{kind}/{new}" for (kind, old), new in found.new.items()}
    ids = {old: new for (_, old), new in found.new.items()}
    word = re.compile(rf"(?<![a-z0-9-])(?:{'|'.join(map(re.escape, sorted(ids)))})(?![a-z0-9-])")

    def moved(item: Diagnostic) -> Diagnostic:
        finding = item.finding
        key = word.sub(lambda match: ids[match[0]], finding.key)
        entity = entities.get(finding.entity, finding.entity)
        return replace(item, finding=replace(finding, entity=entity, key=key))

    return fingerprints(moved(item) for item in diagnostics)
