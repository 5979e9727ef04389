"""Places in files as links in Markdown, where the address of the repository's files is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.output.neutral import neutral_markdown, uri
from planlint.output.verdict import LONGEST_PATH

if TYPE_CHECKING:
    from planlint.output.check_formats import Options


def link(text: str, file: str, line: int, options: Options) -> str:
    """Give our own text (a line, a path made harmless) as a link to the line, where the address is known."""
    anchor = f"#L{line}" if line else ""
    return f"[{text}]({options.files}/{uri(options.prefix + file)}{anchor})" if options.files else text


def place(file: str, line: int, options: Options) -> str:
    """Give a file's path and a line as a link to it."""
    return link(f"{neutral_markdown(file, LONGEST_PATH)}:{line}", file, line, options)


def rule_link(code: str, name: str, address: str) -> str:
    """Give a rule's code and name; the code as a link to its page, where the address is known."""
    return f"[{code}]({address}) {name}" if address else f"{code} {name}"
