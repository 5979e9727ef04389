"""A no that is one for now only: how a host says so, and how long it asks us to wait."""

from __future__ import annotations

import email.utils
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message as Headers

_FORBIDDEN, _TOO_MANY, _BUSY = 403, 429, 503


def is_rate_limit(headers: Headers) -> bool:
    """Tell whether a host says when to come back, or that nothing is left of a share."""
    return bool(headers.get("Retry-After")) or headers.get("X-RateLimit-Remaining") == "0"


def asked_to_wait(status: int, headers: Headers, now: float) -> float | None:
    """Give how many seconds a host asks us to wait; None where it does not."""
    if status not in {_TOO_MANY, _BUSY} and not (status == _FORBIDDEN and is_rate_limit(headers)):
        return None
    later = headers.get("Retry-After", "")
    if later.isascii() and later.isdigit():
        return float(later)
    if later and (moment := email.utils.parsedate_tz(later)):
        return max(email.utils.mktime_tz(moment) - now, 0)
    reset = headers.get("X-RateLimit-Reset") or headers.get("RateLimit-Reset") or ""
    if reset.isascii() and reset.isdigit():
        return max(int(reset) - now, 0)
    return None if status == _FORBIDDEN else 1.0
