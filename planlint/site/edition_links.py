"""The links of an edition's page: those to its own pages stay inside it, all others lead to today's site."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Container

_ADDRESS = re.compile(r"""(\s(?:href|src|action)=)(["'])([^"'#?]+)([^"']*)\2""")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")


def _leave(address: str, sti: str, own: Container[str]) -> str:
    """Give where a page's link leads: inside, or from the edition's folder (two down) up to the site's root."""
    if _ELSEWHERE.match(address):
        return address
    target = posixpath.normpath(posixpath.join(posixpath.dirname(sti), address))
    if target.startswith("..") or unquote(target) in own:
        return address
    return "../" * (sti.count("/") + 2) + target


def set_links(html: str, sti: str, own: Container[str]) -> str:
    """Give an edition's page with its links set right; `sti` is its path in the edition, `own` the edition's paths.

    Only attributes of tags are touched: a text has its quotes and angle brackets escaped, whatever is written in it.
    """

    def set_right(found: re.Match[str]) -> str:
        start, quote, address, rest = found.groups()
        return f"{start}{quote}{_leave(address, sti, own)}{rest}{quote}"

    return _TAG.sub(lambda tag: _ADDRESS.sub(set_right, tag[0]), html)
