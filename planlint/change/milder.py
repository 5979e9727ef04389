"""Which changes in plansystem.yaml let through what was stopped before: those that a reviewer must not overlook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.change.diff_model import OFF, RuleChange

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.change.diff_model import Detail

_SEVERITIES = ("feil", "advarsel", "info", OFF)
_ANCHORING = ("påkrevd", "valgfri", "ingen")


def _ended(old: object, new: object) -> bool:
    return bool(old and not new)


def _begun(old: object, new: object) -> bool:
    return bool(new and not old)


def _longer(old: int | None, new: int | None) -> bool:
    return old is not None and (new is None or new > old)


def _later(order: tuple[str, ...]) -> Callable[[Any, Any], bool]:
    return lambda old, new: order.index(new) > order.index(old)


_MILDER: dict[str, Callable[[Any, Any], bool]] = {
    "forankring": _later(_ANCHORING),
    "foreldreplan": _ended,
    "lovpålagt": _ended,
    "rulleres": _ended,
    "skal_følges_opp": _ended,
    "skal_deles": _ended,
    "kunnskapsgrunnlag": _begun,
    "intern": _begun,
    "lengste_periode": _longer,
}


def milder(change: RuleChange | Detail) -> bool:
    """Tell whether a change demands less than before, as far as planlint knows; of a threshold nobody can tell."""
    if isinstance(change, RuleChange):
        return _later(_SEVERITIES)(change.old, change.new)
    if "krav" in change.path or change.path[0] == "regelpakker":
        return change.change == "removed"
    if change.path[0] not in {"plantyper", "måltyper"} or change.change in {"unreadable", "readable"}:
        return False
    judge = _MILDER.get(str(change.path[-1]))
    return bool(judge and judge(change.old, change.new))
