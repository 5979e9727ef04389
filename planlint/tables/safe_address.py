"""Addresses out of the site: only those that a reader can follow safely become links."""

from __future__ import annotations

_SAFE = ("https://", "http://", "mailto:")


def safe_url(url: str | None) -> str:
    """Give an address that may be a link; "" for any other, which is then shown as text."""
    text = (url or "").strip()
    return text if text.casefold().startswith(_SAFE) else ""
