"""Planlint's own templates, compiled once for each language and kept as Python keeps its modules: in `__pycache__`.

What is kept is used only as long as the template, every text that was put into it, planlint and Jinja are the same.
Like Python's own bytecode it is not written where the folder cannot be, or where PYTHONDONTWRITEBYTECODE says so.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.bccache import Bucket

_COMPILED_BY = ("plain.py", "render.py")


@cache
def _maker() -> str:
    """Tell what a template is compiled by: another version of any of it may compile to something else."""
    digest = hashlib.sha256(version("jinja2").encode())
    for name in _COMPILED_BY:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()


class CompiledTemplates(BytecodeCache):
    """The compiled templates of one language."""

    def __init__(self, variant: str, said: Callable[[str], str]) -> None:
        """Know the language by a word of letters and digits, and how it says a text."""
        self._variant, self._said = variant, said
        self._put_in: dict[str, str] = {}

    def put_in(self, text: str) -> str:
        """Give a text as the language says it, and remember that the template being compiled holds it."""
        told = self._put_in[text] = self._said(text)
        return told

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Give the file where a template's bytecode is kept."""
        return cache_from_source(filename or name, optimization=self._variant)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept of a template, where that is still what it would be compiled to."""
        self._put_in = {}
        with suppress(OSError, EOFError, ValueError, TypeError):  # there is none, or another has written half of it
            maker, source, texts, code = marshal.loads(Path(bucket.key).read_bytes())  # noqa: S302 - as Python's own
            if (maker, source) == (_maker(), bucket.checksum):
                bucket.code = code if all(self._said(text) == told for text, told in texts) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to, with the texts that it holds."""
        if sys.dont_write_bytecode:
            return
        kept, fresh = Path(bucket.key), Path(f"{bucket.key}.{os.getpid()}")
        try:
            kept.parent.mkdir(exist_ok=True)
            fresh.write_bytes(marshal.dumps((_maker(), bucket.checksum, tuple(self._put_in.items()), bucket.code)))
            fresh.replace(kept)
        except OSError:  # it is compiled anew the next time
            with suppress(OSError):
                fresh.unlink()
