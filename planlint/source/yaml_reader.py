"""Which of PyYAML's two readers reads: libyaml's, or the one in Python where there is no libyaml (as in a browser).

The one place that chooses. Both give the same nodes and marks of a file that both can read. Of any other, Python's says
only that it cannot tell (PL001, `ikke_her`): what is wrong, and where, it would often tell otherwise than libyaml.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken, TagToken

_BREAKS = "\r\n\x85\u2028\u2029"
_ENDS = f"\0 \t{_BREAKS}"
_NOT_AFTER_COLON = frozenset(",?[]{}")
"""What libyaml does not allow right after a colon that ends a text between brackets."""
_ENDS_TAG = frozenset(",[]")
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which no file can hold: libyaml refuses one that is written as a code."""


class PureScanner(Reader, Scanner):
    """PyYAML's scanner in Python, with question marks between brackets and tabulators read as libyaml does."""

    def scan_to_next_token(self) -> None:
        """Pass over blanks and comments, and over tabulators where no field can begin."""
        if self.index == 0 and self.peek() == "\ufeff":
            self.forward()
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in f"\0{_BREAKS}":
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            self.allow_simple_key = self.allow_simple_key or not self.flow_level

    def scan_tag(self) -> TagToken:
        """Give a tag; one with a comma or a bracket in it, which ends it to libyaml, is an error."""
        token = super().scan_tag()
        if _ENDS_TAG.intersection(token.value[1]):
            raise ScannerError(None, None, "found the end of a tag", token.start_mark)
        return token

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """Give a text with quotes; half a character, written as a code, is an error."""
        token = super().scan_flow_scalar(style)
        if _HALF.search(token.value):
            raise ScannerError(None, None, "found invalid Unicode character escape code", token.start_mark)
        return token

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

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> list[str] | None:
        """Give what is between two words of a text without quotes: blanks and tabulators, or lines' ends."""
        found = self._blanks()
        if "\t" not in found:
            return super().scan_plain_spaces(indent, start_mark)
        self.forward(len(found))
        return super().scan_plain_spaces(indent, start_mark) if self.peek() in _BREAKS else [found]

    def _blanks(self) -> str:
        length = 0
        while self.peek(length) in {" ", "\t"}:
            length += 1
        return str(self.prefix(length))

    def _plain_length(self) -> int:
        """Give how far a text without quotes goes on its line, up to blanks, a colon that ends a key, or a bracket."""
        length, stops = 0, ",[]{}" if self.flow_level else ""
        while True:
            char = self.peek(length)
            if self.flow_level and char == ":" and self.peek(length + 1) in _NOT_AFTER_COLON:
                raise ScannerError(None, None, "found unexpected ':'", self.get_mark())
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


IS_LIBYAML = bool(yaml.__with_libyaml__)
READER, LOADER = readers(c=IS_LIBYAML)
