"""A comparison as JSON: a public contract, as `check --output json`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.change import is_milder
from planlint.model import Model, TidspunktValue
from planlint.output.consequences import consequences_json
from planlint.output.diff_values import Values
from planlint.output.diff_words import Teller
from planlint.output.neutral import json_text
from planlint.output.paper import finding_json

if TYPE_CHECKING:
    from planlint.change import Declared, Detail, Diff, DiffEntry, KnownChange, OutcomeChange
    from planlint.source import Unntak
    from planlint.text import Language


def _plain(value: Any) -> Any:
    """Give a value as the file would say it."""
    match value:
        case Model():
            return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        case tuple():
            return [_plain(item) for item in value]
        case TidspunktValue() | date():
            return str(value)
    return value


def _detail(detail: Detail, message: str) -> dict[str, Any]:
    old, new = _plain(detail.old), _plain(detail.new)
    return {"change": detail.change, "path": list(detail.path), "old": old, "new": new, "message": message}


def _entry(entry: DiffEntry, teller: Teller) -> dict[str, Any]:
    bare = entry.what in {"new", "removed", "readable", "doubled"}
    told = ((item, next(iter(teller.details([item], entry.kind, bare=bare)))) for item in entry.details)
    return {
        "change": entry.what,
        "entity": entry.entity,
        "kind": entry.kind,
        "id": entry.id,
        "title": entry.tittel,
        "path": entry.file,
        "oldId": entry.old_id or None,
        "oldPath": entry.old_file or None,
        "guessed": entry.guessed,
        "details": [_detail(item, message) for item, message in told],
    }


def _exception(item: Unntak) -> dict[str, Any]:
    until = item.until.isoformat() if item.until else None
    return {"path": item.file, "code": item.code, "reason": item.reason, "until": until}


def _declared(declared: Declared, teller: Teller) -> dict[str, Any]:
    details = [{**_detail(item, teller.declared(item)), "milder": is_milder(item)} for item in declared.details]
    return {
        "details": details,
        "rules": [{"code": item.code, "old": item.old, "new": item.new, "milder": is_milder(item)}
                  for item in declared.rules],
        "known": [_known(item) for item in declared.known],
        "suppressed": [_exception(item) for item in declared.suppressed],
        "unsuppressed": [_exception(item) for item in declared.unsuppressed],
    }  # fmt: skip


def _known(change: KnownChange) -> dict[str, Any]:
    days = [[day and day.isoformat() for day in one[:2]] for one in change.longer]
    longer = [
        {"old": old, "new": new, "number": one.number} for one, (old, new) in zip(change.longer, days, strict=True)
    ]
    return {**change._asdict(), "reasons": list(change.reasons), "longer": longer, "milder": is_milder(change)}


def _findings(change: OutcomeChange, lang: Language) -> dict[str, Any]:
    return {
        "new": [finding_json(item, lang) for item in change.new],
        "gone": [finding_json(item, lang) for item in change.gone],
        "covered": change.covered,
        "idle": change.idle,
        "gaps": change.gaps,
        "mended": change.mended,
    }


def diff_as_json(diff: Diff, lang: Language, root: str) -> str:
    """Give the comparison; lists are there also when they are empty, and null is what could not be judged."""
    teller = Teller(Values(diff.names, lang))
    data = {
        "schema": 1,
        "planlint": __version__,
        "date": diff.day.isoformat(),
        "root": root,
        "base": diff.base,
        "head": diff.head or None,
        "comparedFrom": {"commit": diff.commit, "why": diff.start or "base"},
        "changed": bool(diff),
        "entries": [_entry(entry, teller) for entry in diff.entries],
        "declared": _declared(diff.declared, teller),
        "consequences": consequences_json(diff.consequences) if diff.consequences is not None else None,
        "findings": _findings(diff.findings, lang) if diff.findings is not None else None,
        "unjudged": list(diff.unjudged),
        "unread": diff.unread,
    }
    return json_text(data)
