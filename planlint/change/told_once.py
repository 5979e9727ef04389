"""One slip told once: a day that a change writes over, and the source that still has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Related

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Diagnostic

_CHANGED, _NOT_SHOWN = "PL911", "PL807"
_HERE = N_("{kilde} oppgir det her")


def with_its_source(after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Say of a day that a change writes over which source has it; that no event shows the day there, is left out."""
    found = list(after)
    told = {_day(item): item for item in found if item.code == _NOT_SHOWN and _is_new(item)}
    both = {id(item): other for item in found if _is_changed_day(item) and (other := told.get(_former(item)))}
    left = {id(other) for other in both.values()}
    return [_joined(item, both[id(item)]) if id(item) in both else item for item in found if id(item) not in left]


def _is_new(item: Diagnostic) -> bool:
    return item.status == "new" and item.finding.variant in {"", "dag"}


def _is_changed_day(item: Diagnostic) -> bool:
    is_event = item.code == _CHANGED and item.finding.variant in {"hendelse", "hendelse_kilde"}
    return is_event and item.status == "new" and item.place.path[-1] == "dato"


def _day(item: Diagnostic) -> tuple[str, str, str]:
    return item.entity, str(item.finding.args["hva"]), str(item.finding.args["dato"])


def _former(item: Diagnostic) -> tuple[str, str, str]:
    return item.entity, str(item.finding.args["hva"]), str(item.finding.args["foer"])


def _joined(item: Diagnostic, source: Diagnostic) -> Diagnostic:
    kilde = source.finding.args["kilde"]
    related = (Related(source.place, _HERE, {"kilde": kilde}), *item.finding.related)
    args = {**item.finding.args, "kilde": kilde}
    return replace(item, finding=replace(item.finding, variant="hendelse_oppgitt", args=args, related=related))
