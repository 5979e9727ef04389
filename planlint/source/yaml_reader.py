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


class PureComposer(Reader, Scanner, Parser, Composer, BaseResolver):
    """PyYAML's composer in Python, made as the one over libyaml is."""

    def __init__(self, text: str) -> None:
        """Begin with a text."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        BaseResolver.__init__(self)


class PureLoader(Reader, Scanner, Parser):
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
