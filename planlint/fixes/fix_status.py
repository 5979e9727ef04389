"""PL402, PL404 and PL409: the status that the events prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.fixes.fix import Edit, proposal, stem_of
from planlint.model import VEDTAK_OR_OPPHEVET
from planlint.register import missing_in_vedtak

if TYPE_CHECKING:
    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal, Source
    from planlint.model import Hendelse, Plan
    from planlint.register import Register


def proves(register: Register, plan: Plan, event: Hendelse) -> bool:
    """Tell whether an event is a decision that anybody can look up: by a body, in a case where one is asked for."""
    decided = event.hva in VEDTAK_OR_OPPHEVET and event.organ is not None and not event.usikker
    return decided and not missing_in_vedtak(register, plan, event)


def _proposal(item: Diagnostic, old: str | None, new: str, *, safe: bool) -> FixProposal:
    edits = (Edit(item.place.file, "set", ("status",), new),)
    return proposal(item, safe=safe, edits=edits, sted="status", fra=old, til=new)


def after_events(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL402 and PL409: what the last event leads to; certain where that is a decision on record."""
    args, register = item.finding.args, source.register
    new = args.get("riktig") or (args.get("status") if item.finding.variant == "hendelser" else None)
    plan = register.planer[stem_of(item.place.file)]
    if not new:
        return None
    event = register.telling(plan)
    return _proposal(item, plan.status, str(new), safe=event is not None and proves(register, plan, event))


def replaced(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL404: replaced; certain where the new plan's adoption is on record."""
    register, new = source.register, item.finding.args["nye"]
    plans = [register.planer[str(id_)] for id_ in new]  # type: ignore[attr-defined]
    safe = any(proves(register, plan, event) for plan in plans for event in register.vedtak(plan))
    return _proposal(item, register.planer[stem_of(item.place.file)].status, "erstattet", safe=safe)
