"""Markdown as plain paragraphs, for a paper: headings and paragraphs as they are, items of lists as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token


def _words(token: Token) -> str:
    """Give the words of a paragraph without marks."""
    kinds = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(kinds.get(child.type, child.content) for child in token.children or ())


def paragraphs(markdown: str) -> Iterator[tuple[str, bool]]:
    """Yield each paragraph, and whether it is an item of a list."""
    depth = 0
    for token in MarkdownIt("commonmark", {"html": False}).parse(markdown):
        if token.type in {"bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"}:
            depth += token.nesting
        elif token.type == "inline":
            yield _words(token), depth > 0
        elif token.type in {"fence", "code_block"}:
            yield token.content.rstrip("\n"), depth > 0
