"""Which of PyYAML's two readers reads: libyaml's, or the one in Python where there is no libyaml (as in a browser).

The one place that chooses. Both give the same nodes and marks of a file that is well formed; of a broken one they may
tell another mistake.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner
from yaml.tokens import ScalarToken

_ENDS = "\0 \t\r\n\x85\u2028\u2029"


class PureScanner(Reader, Scanner):
    """PyYAML's scanner in Python, with a question mark within a text between brackets read as libyaml does."""

    def scan_plain(self) -> ScalarToken:
        """Give a text without quotes; to PyYAML's own, «{spørsmål: Hva nå?}» is an error at the question mark."""
        chunks, indent = list[str](), self.indent + 1
        spaces: list[str] | None = []
        start = end = self.get_mark()
        while self.peek() != "#" and (length := self._plain_length()):
            self.allow_simple_key = False
            chunks += [*(spaces or []), self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)  # noqa: FBT003 - PyYAML's signature

    def _plain_length(self) -> int:
        """Give how far a text without quotes goes on its line, up to blanks, a colon that ends a key, or a bracket."""
        length, stops = 0, ",[]{}" if self.flow_level else ""
        while True:
            char = self.peek(length)
            if char in _ENDS + stops or (char == ":" and self.peek(length + 1) in _ENDS + stops):
                return length
            length += 1


class PureComposer(PureScanner, Parser, Composer, BaseResolver):
    """PyYAML's composer in Python, made as the one over libyaml is."""

    def __init__(self, text: str) -> None:
        """Begin with a text."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        BaseResolver.__init__(self)


class PureLoader(PureScanner, Parser):
    """PyYAML's scanner and parser in Python, for whoever looks at tokens and events."""

    def __init__(self, text: str) -> None:
        """Begin with a text."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def dispose(self) -> None:
        """Let go; `yaml.parse` and `yaml.scan` call it at the end."""


def readers(*, c: bool) -> tuple[Any, Any]:
    """Give the class that composes nodes, and the one that gives tokens and events: libyaml's, or Python's."""
    if not c:
        return PureComposer, PureLoader
    from yaml.cyaml import CParser  # type: ignore[attr-defined] # noqa: PLC0415 - there is none without libyaml

    return CParser, yaml.CSafeLoader


READER, LOADER = readers(c=yaml.__with_libyaml__)
