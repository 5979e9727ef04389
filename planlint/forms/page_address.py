"""The address of a plan's page or file, as a reference: what the reader had before them when they copied it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from planlint.source import PLANS, entity_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Enhet
    from planlint.register import Register

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+", re.IGNORECASE)
_LOCAL = re.compile(r"(?:localhost|127\.0\.0\.1)(?::\d+)?")


def has_address(text: str) -> bool:
    """Tell whether there is a web address in a text."""
    return _ADDRESS.search(text) is not None


def entity_at(register: Register, kinds: Sequence[str], text: str) -> Enhet | None:
    """Give what a text leads to: the page of it on the municipality's site, or its file; None for anything else.

    Where the municipality has said where its site or its files lie, an address anywhere else leads to nothing.
    """
    if match := _ADDRESS.search(text):
        parts = urlsplit(match[0] if "://" in match[0] else f"//{match[0]}")
        path = unquote(parts.path).strip("/")
        return _named(register, kinds, path) if _is_own(register, parts.netloc.lower()) else None
    path = text.strip().strip("/")
    return _named(register, kinds, path) if path.endswith((".yaml", ".yml", ".html")) else None


def _is_own(register: Register, host: str) -> bool:
    site = register.plansystem.nettsted
    own = {urlsplit(told).netloc.lower() for told in (site.adresse, site.repositorium) if told} - {""}
    return not own or host in own or _LOCAL.fullmatch(host) is not None


def _named(register: Register, kinds: Sequence[str], path: str) -> Enhet | None:
    steps = path.split("/")
    if PLANS in steps:
        kind, _, id_ = entity_of("/".join(steps[steps.index(PLANS) :])).partition("/")
    else:
        id_ = re.sub(r"\.(?:html|ya?ml)$", "", steps[-1])
        kind = steps[-2] if len(steps) > 1 else ""
        kind = kind or next((one for one in kinds if id_ in register.entities.get(one, {})), "")
    return register.entities[kind].get(id_) if kind in kinds and kind in register.entities else None
