"""Words in capitals that a printed command has where the user is to write something: taken for no value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.cli.common import CommandStop

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEFT = re.compile(r"NUMMER|SAKSNUMMER|TITTEL|NAVN|TEKST|TYPE|VALG|NN/ÅÅ|ÅÅÅÅ(?:-MM-DD)?|…")


def refuse_left(values: Iterable[str]) -> None:
    """Stop where a value is a word that stands for what the user is to write. Raises CommandStop."""
    for value in values:
        if _LEFT.fullmatch(value.strip()):
            text = N_("`{ord}` står i kommandoen der du skal skrive noe. Bytt det ut, og kjør den igjen.")
            raise CommandStop(text, ord=value.strip())
