"""Descriptions in the files are Markdown: rendered without raw HTML, then sanitised."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from nh3 import Cleaner

_TAGS = {
    "p",
    "br",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "a",
    "code",
    "pre",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}


_MANY = 200
"""How many bare addresses a description can have and still have them made links: looking takes the square of them."""


_ADDRESS = re.compile(r"[:@]|//|\.\w")
"""What every address has that is made a link: without it nobody needs to look."""


@cache
def _parser(*, linkify: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only the site needs it

    parser = MarkdownIt("commonmark", {"html": False, "linkify": linkify})
    return parser.enable(["table", "linkify"] if linkify else ["table"])


@cache
def _clean() -> Cleaner:
    from nh3 import Cleaner  # noqa: PLC0415 - as above

    return Cleaner(tags=_TAGS, url_schemes={"https", "http", "mailto"}, link_rel="noopener")


def markdown(text: str | None) -> Markup:
    """Give a description as safe HTML; links lead only to https, http and mail."""
    if not text:
        return Markup("")
    linkify = bool(_ADDRESS.search(text)) and text.count("://") + text.count("www.") <= _MANY
    html = _clean().clean(_parser(linkify=linkify).render(text))
    return Markup(html)  # noqa: S704 - nh3 has cleaned it
