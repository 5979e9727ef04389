"""Keep planners' files plain: no anchors, aliases, merge keys, tags, directives or second documents."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
)

from planlint.base import Span
from planlint.source.read import Issue
from planlint.source.yaml_reader import LOADER

_SUSPICIOUS = re.compile(r"[&*!]|<<|(?:^|[\ufeff\r\x85\u2028\u2029])(?:---|\.\.\.|%)", re.MULTILINE)
_SIGNS = ("&", "*", "!", "<<", "---", "...", "%")
"""What the pattern above begins with: looking for each of them alone is ten times as fast."""


def _variant(event: Event, documents: int) -> str:
    if isinstance(event, DocumentStartEvent):
        return "dokumenter" if documents > 1 else "direktiv" if event.version or event.tags else ""
    if isinstance(event, AliasEvent):
        return "alias"
    if isinstance(event, NodeEvent) and event.anchor:
        return "anker"
    if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag:
        return "tagg"
    if isinstance(event, ScalarEvent) and event.value == "<<" and not event.style:
        return "fletting"
    return ""


def _issue(variant: str, event: Any) -> Issue:
    start, end = event.start_mark, event.end_mark
    one_line = start.line == end.line
    end_column = end.column if one_line else start.column + 1
    return Issue("PL010", variant, Span(start.line + 1, start.column + 1, start.line + 1, end_column + 1), {})


def not_plain(text: str) -> Issue | None:
    """Give the first thing that goes beyond plain YAML, or None. A file that does not parse gives None here."""
    if not any(sign in text for sign in _SIGNS) or not _SUSPICIOUS.search(text):
        return None
    documents = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            documents += isinstance(event, DocumentStartEvent)
            if variant := _variant(event, documents):
                return _issue(variant, event)
    except yaml.YAMLError:
        return None
    return None
