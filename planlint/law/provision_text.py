"""The statutes' own text: Markdown in the form of Lovdata's open data, cut into paragraphs.

tekster/ keeps the paragraphs that planlint's provisions rest on, those of entry into force too, as they stood in the
edition that was read. Statutes are free for all (åndsverkloven § 14).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.law.provisions import Bestemmelse

_DATA = Path(__file__).with_name("tekster")
_PARAGRAF = re.compile(r"^#+ (?:§ (?P<paragraf>\d+(?:-\d+)?(?:[a-z]| [a-z](?=\.))?)\.|(?P<punkt>\d+(?:\.\d+)*)\.? )")
_HEADING = re.compile(r"^#+ ")
_IN_FORCE = re.compile(r"^ikrafttredelse: *\"?(?P<dager>[^\"\n]*)", re.MULTILINE)


def paragraphs(text: str) -> dict[str, str]:
    """Cut a statute into its paragraphs, by «§ 11-4» or «punkt 4.2»; each begins with its own heading.

    A heading of another kind (a chapter, a remark such as «Til § 5») ends the paragraph before it.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if match := _PARAGRAF.match(line):
            name = f"§ {match['paragraf']}" if match["paragraf"] else f"punkt {match['punkt']}"
            lines = found.setdefault(name, [])
        elif _HEADING.match(line):
            lines = []
        lines.append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def file_name(lovnummer: str) -> str:
    """Give the name of a statute's file, without ending: LOV-2008-06-27-71 gives lov-2008-06-27-71."""
    kind, _, rest = lovnummer.partition("-")
    return f"{'lov' if kind == 'LOV' else 'forskrift'}-{rest}"


def in_force(text: str) -> str:
    """Give the day or days of entry into force that stand at the top of a statute; "" where none does."""
    match = _IN_FORCE.search(text.partition("\n#")[0])
    return match["dager"].strip() if match else ""


@cache
def text_read(name: str) -> str:
    """Give what is kept of a statute, by the name of its file; "" where nothing is."""
    file = _DATA / f"{name}.md"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


@cache
def _lov(name: str) -> Mapping[str, str]:
    return paragraphs(text_read(name))


def text_of(bestemmelse: Bestemmelse) -> str:
    """Give the text of a provision's paragraph as it was read; "" where the statute was not."""
    if not bestemmelse.lovnummer:
        return ""
    return _lov(file_name(bestemmelse.lovnummer)).get(bestemmelse.paragraf, "")
