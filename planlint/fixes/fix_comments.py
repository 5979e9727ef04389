"""The comments of a file: what a fix must never lose."""

from __future__ import annotations

import re
from collections import Counter

import yaml

from planlint.source import LOADER, bound_comments

_COMMENT = re.compile(r"(?<!\S)#.*")
_NOT_BREAK = re.compile(r"[^\n]")


def comments(text: str) -> Counter[str]:
    """Count the comments of a text: what begins with # outside its values. Raises YAMLError."""
    if "#" not in text:
        return Counter()
    text = text.replace("\r\n", "\n")
    for token in reversed(list(yaml.scan(text, Loader=LOADER))):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            text = text[:start] + _NOT_BREAK.sub("x", text[start:end]) + text[end:]
    return Counter(found.rstrip() for found in _COMMENT.findall(text))


def spoken(text: str) -> Counter[tuple[str, frozenset[object]]]:
    """Count the comments that speak to planlint, each with the places that it is about. Raises UnreadableError."""
    return Counter((item.text, frozenset[object](item.spots)) for item in bound_comments(text).comments)
