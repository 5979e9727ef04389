"""Edits of any file: either the file then says exactly what was asked for, or nothing has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ground import CONTENTS, FILES

from planlint.edit.document import Document
from planlint.edit.error import EditError
from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import parse

VALUES: tuple[Any, ...] = (
    "", "x", "a: b", "- b", "# c", "no", "012", "2024-02-30", "æøå\u2028x", "\x00", "\udc80", "\ufeff", "'\"\\", "|",
    "x\n y\n", 0, -1.5, True, None, [], {}, ["a", {"b": "c"}], {"k: ø": ["x", None]}, date(2024, 2, 29), "x" * 300,
    "\t", "a\r\nb", ">-\n x",
)  # fmt: skip
KINDS = ("", "plan", "maal", "plansystem", "avvik")


def seeds() -> Iterator[bytes]:
    """Give edits of every file of the clean plan system, and of the forms that YAML has."""
    texts = [raw for file in FILES if isinstance(raw := CONTENTS[file.path], bytes)]
    texts += [
        b"a: |\n  x\n\n  y\nb: >-\n  z\n",
        b"\xef\xbb\xbfa: 1\r\nb:\r\n- x # y\r\n- z\r\n",
        b"{a: [1, {b: 'c'}], d: \"e\\n\"}\n",
    ]
    for number, text in enumerate(texts):
        yield bytes([number % 4, number % 5, number, number * 3 % 256]) + text


def _paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in pairs:
        yield (*path, step)
        yield from _paths(value, (*path, step))


def _edit(document: Document, what: int, path: tuple[Any, ...], value: Any) -> None:
    if what == 0:
        document.set(path, value)
    elif what == 1:
        document.append(path, value)
    elif what == 2:
        document.remove(path)
    else:
        document.set((*path, "ny"), value)


def try_one(data: bytes) -> None:
    """Four bytes choose the edit, the rest is the file. An edit that is not what was asked for is a find."""
    if len(data) < 5:
        return
    what, kind, where, which = data[0] % 4, KINDS[data[1] % len(KINDS)], data[2], data[3]
    raw = data[4:]
    try:
        document = Document.read(raw, kind)
    except EditError:
        return
    assert document.bytes() == raw
    paths = [*_paths(document.data), ("ny",), ("tittel",), ("hendelser",), ("kilder", 0)]
    before = document.data
    try:
        _edit(document, what, paths[where % len(paths)], VALUES[which % len(VALUES)])
    except EditError:
        assert document.bytes() == raw
        assert document.data == before
        return
    after = document.bytes()
    try:
        read = parse(decode(after))[0]
    except UnreadableError as error:
        message = f"an edit made a file that cannot be read: {error}"
        raise AssertionError(message) from None
    assert repr(read) == repr(document.data) or read == document.data
