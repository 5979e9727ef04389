"""The sources of plans/: their texts, letter by letter, and the plan system that quotes them.

They lie beside the checkout, and are not in it: a test that asks for one is skipped where they are not at hand.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planlint.system.system import open_system

if TYPE_CHECKING:
    from planlint.register import Register

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
CUT = "[…]"
# What is cut out between two pieces of a quote is at most this many characters: a table's heads and its last row.
REACH = 3000
DOCUMENTS = {
    "grunnlagsdokument-2019": "000",
    "arbeidsverksted-2024": "001",
    "samfunnsdel-2021": "002",
    "utkast-og-innspill": "003",
    "handlingsprogram-2020-2023": "004",
}


def seeds() -> Path | None:
    """Give the folder of the sources, which lies beside the checkout or beside a folder around it."""
    return next((path for up in ROOT.parents if (path := up / "shared" / "seeds").is_dir()), None)


def plain(text: str) -> str:
    """Give the text without what the page's width did to it: line breaks, double blanks and hyphens in words."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"(?<=[^\W_])- ?(?=[^\W\d_])|(?<=\w/) (?=\w)", "", text)


def quoted(quote: str, text: str) -> bool:
    """Tell whether the pieces of the quote stand in the text, letter by letter, in order and near each other."""
    first, *rest = (plain(piece.strip()) for piece in quote.split(CUT) if piece.strip())
    for start in re.finditer(re.escape(first), text):
        at = start.end()
        for piece in rest:
            found = text.find(piece, at, at + REACH)
            if found < 0:
                break
            at = found + len(piece)
        else:
            return True
    return False


def quoted_across_lines(quote: str, text: str) -> bool:
    """Tell the same where narrow notes break words without a hyphen: a word of the quote may go on in the next line."""
    lines = re.sub(r"\s*\n\s*", "\n", unicodedata.normalize("NFC", text))
    at = 0
    for piece in (piece.strip() for piece in quote.split(CUT) if piece.strip()):
        letters = (r"\s+" if letter == " " else re.escape(letter) for letter in piece)
        found = re.compile("\n?".join(letters)).search(lines, at, at + REACH if at else len(lines))
        if not found:
            return False
        at = found.end()
    return True


@cache
def source(id_: str) -> str:
    """Give the text of a source as one line, to look for quotes in."""
    return plain(printed(id_))


def printed(id_: str) -> str:
    """Give the text of a source with its lines, as they were taken from the pages."""
    folder = seeds()
    if folder is None:
        pytest.skip("the sources are not at hand")
    (file,) = folder.glob(f"{DOCUMENTS[id_]}_*.txt")
    return file.read_text(encoding="utf-8")


@cache
def baerum() -> Register:
    """Give Bærum's plan system."""
    register = open_system(ROOT, TODAY).register
    assert register is not None
    return register
