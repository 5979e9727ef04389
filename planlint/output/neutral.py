"""Text from the files made harmless for the place where it lands: a terminal, a CI log, Markdown, XML, JSON, a URI.

A GitHub runner takes `::command::` at the start of a line and `##[command]` anywhere in one for an order. It compares
by culture, so characters without a width do not part what they stand between; only a space does.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from typing import Any, TextIO
from urllib.parse import quote

from planlint.base import Marked, shortened, sign_of

_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BREAK = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_HASH = re.compile(rf"#(?=[{_UNSEEN}]*#[\w.{_UNSEEN}]*\[)")  # «##vso[» is an order to another maker's runner
_COLONS = re.compile(rf"(^|[{_BREAK}])((?:[^\S{_BREAK}]|[{_UNSEEN}]|\x1b\[[0-9;]*m)*):(?=[{_UNSEEN}]*:)")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~!@&$])")
_BREAKS = re.compile(r"(?<!\s)\s*[\r\n\u2028\u2029]+\s*")
_REFERENCE = re.compile(r"@|[#!](?=\d)|(?i:gh(?=-\d))|(?i:https?|ftp|www)(?=[:.])")
_NOT_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # large: compiled where it is used


def harmless(text: str) -> str:
    """Show control characters as their signs and those of direction as their code: no file can write to a terminal."""
    return text if text.isprintable() else "".join(map(_shown_as, text))


def _shown_as(char: str) -> str:
    kind = unicodedata.category(char)
    if char == "\t" or kind not in _HIDDEN:
        return char
    return sign_of(char) if kind == "Cc" and char < "\x80" else f"<U+{ord(char):04X}>"


def no_commands(text: str) -> str:
    """Part what a CI runner would take for a command, in every line, so that it stays readable and does nothing."""
    return _COLONS.sub(r"\1\2: ", _HASH.sub("# ", text))


def markdown_cell(value: object) -> str:
    """Make a text harmless in a Markdown table: no markup, no new cell, no new line, no mention, reference or link.

    What is marked as code in it becomes code.
    """
    if isinstance(value, Marked):
        return "".join(code_span(text) if code else markdown_cell(text) for text, code in value.parts)
    text = _MARKDOWN.sub(r"\\\1", _BREAKS.sub(" ", str(value)))
    # A backslash stops no mention and no reference: they are looked for in what has been rendered.
    return _REFERENCE.sub("\\g<0>\u200b", text)


def code_span(text: str) -> str:
    """Give a text as code in a line or a table of Markdown; nothing in it can end the code."""
    line = harmless(_BREAKS.sub(" ", text)).replace("|", "\\|")
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def neutral_markdown(text: str, limit: int = 0) -> str:
    """Make a text harmless in Markdown, what cannot be seen shown as its code; cut at `limit` characters, if any."""
    if isinstance(text, Marked):
        return markdown_cell(_shortened(text, limit) if limit else _shown(text))
    line = _BREAKS.sub(" ", text)
    return markdown_cell(harmless(shortened(line, limit) if limit else line))


def _shown(text: Marked) -> Marked:
    """Give a marked text with what cannot be seen shown as its code."""
    return Marked([(harmless(_BREAKS.sub(" ", part)), code) for part, code in text.parts], text.quotes)


def _shortened(text: Marked, limit: int) -> Marked:
    """Give at most `limit` characters of a marked text, an ellipsis last where there were more."""
    parts, room = list[tuple[str, bool]](), limit
    for part, code in text.parts:
        if len(part) > room:
            parts.append(("…" if code else shortened(part, room), False))
            break
        parts.append((part, code))
        room -= len(part)
    return _shown(Marked(parts, text.quotes))


def xml_text(text: str) -> str:
    """Take out what no XML may hold."""
    return re.sub(_NOT_XML, "\ufffd", text)


def json_text(data: Any) -> str:
    """Give JSON in which no string is a command to the log it may land in; it is read as it was."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _HASH.sub(r"\\u0023", text) + "\n"


def xml_document(text: str) -> str:
    """Write as codes what a log would take for a command in a document of XML; it is read as it was."""
    return _COLONS.sub(r"\1\2&#58;", _HASH.sub("&#35;", text))


def uri(path: str) -> str:
    """Give a path as a relative address, percent-encoded; a name that is no UTF-8 by its bytes."""
    return quote(os.fsencode(path), safe="/")


class Guarded:
    """A stream on which no text can be a command to the CI runner."""

    def __init__(self, stream: TextIO) -> None:
        """Guard a stream; everything but writing goes straight to it."""
        self.stream = stream

    def __getattr__(self, name: str) -> Any:
        """Give what the stream itself has."""
        return getattr(self.stream, name)

    def write(self, text: str) -> int:
        """Write a text with every command parted."""
        return self.stream.write(no_commands(text))


def guard() -> None:
    """Let nothing that is printed from here on be a command: other commands print plan text too, and errors do."""
    for name in ("stdout", "stderr"):
        setattr(sys, name, Guarded(unguarded(getattr(sys, name))))


def unguarded(stream: Any) -> Any:
    """Give the stream behind a guarded one, for the commands that are planlint's own."""
    return stream.stream if isinstance(stream, Guarded) else stream
