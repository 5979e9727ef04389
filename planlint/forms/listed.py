"""What a line names: one thing by its id or title, or several with commas or «og» between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import pieces, slug, without_quotes
from planlint.forms.likeness import fitting
from planlint.forms.page_address import entity_at
from planlint.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Enhet
    from planlint.register import Register

_AND = re.compile(r"(?<!\s)\s++og\s+|(?<!\s)\s*+[&+/]\s*", re.IGNORECASE)


def known(register: Register, kinds: Sequence[str]) -> list[Enhet]:
    """Give everything of some kinds."""
    return [entity for kind in kinds for entity in register.entities.get(kind, {}).values()]


def matching(register: Register, kinds: Sequence[str], text: str) -> list[Enhet]:
    """Give what has this id (with or without its kind before it), else what has this title."""
    wanted, everything, id_ = " ".join(text.split()).casefold(), known(register, kinds), slug(text)
    wanted = re.sub(r"^mål/", "maal/", wanted)
    return (
        [entity for entity in everything if wanted in {entity.id, entity.entity}]
        or [entity for entity in everything if fold(entity.tittel) == fold(text)]
        or [entity for entity in everything if id_ and "/" not in text and ".." not in text and id_ == entity.id]
        or [entity for entity in everything if id_ and _close(entity.tittel) == _close(text)]
    )


def _close(text: str) -> str:
    """Give a title without its blanks: «Klima strategi» is «Klimastrategi»."""
    return fold(text).replace(" ", "")


def _is_named(register: Register, kinds: Sequence[str], text: str) -> bool:
    """Tell whether a text is one thing in the register, said in whatever way."""
    text = without_quotes(text)
    if matching(register, kinds, text) or entity_at(register, kinds, text):
        return True
    return len(fitting(text, known(register, kinds), fold(register.plansystem.kommune.navn).split())) == 1


def listed(register: Register, kinds: Sequence[str], row: str) -> list[str]:
    """Give what a line names: one thing, whose title may have commas, or several with commas or «og» between them."""
    if matching(register, kinds, row):
        return [row]
    found = pieces(row, ",;")
    if len(found) > 1 and any(_is_named(register, kinds, one) for one in found):
        return [name for one in found for name in _parted(register, kinds, one)]
    return _parted(register, kinds, row)


def _parted(register: Register, kinds: Sequence[str], text: str) -> list[str]:
    """Give what has «og» in it as the two that it names, where it does not name one."""
    text = re.sub(r"^og\s+", "", text.strip(), flags=re.IGNORECASE)
    parts = _AND.split(text)
    if len(parts) > 1 and not _is_named(register, kinds, text) and all(_is_named(register, kinds, it) for it in parts):
        return parts
    return [text]
