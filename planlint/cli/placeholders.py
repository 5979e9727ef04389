"""The words in capitals that stand in a printed command for what only a person knows: none of them is a value.

Who copies a line as it stands, would else give a plan the number «NUMMER».
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.cli.common import CommandStop

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACEHOLDERS = frozenset(
    (
        *("ENHET", "GRUNN", "HVA", "KILDE", "MÅL", "NAVN", "NN/ÅÅ", "NUMMER", "ORGAN", "PLAN", "PLANTYPE"),
        "SAKSNUMMER",
        *("SEKTOR", "SIDE", "STATUS", "TAL", "TALL", "TEKST", "TITTEL", "TYPE", "UTFALL", "VALG", "VERDI", "ÅÅÅÅ"),
        *("ÅÅÅÅ-MM-DD", "ÅR", "…"),
        *("BODY", "DECISION", "GOAL", "NN/YY", "NUMBER", "OUTCOME", "REASON", "SECTOR", "SIDE", "SOURCE", "TEXT"),
        *("TITLE", "UNIT", "VALUE", "WHAT", "YEAR", "YYYY-MM-DD"),
    )
)
"""In all languages that planlint prints commands in."""
_VALUE = re.compile(r"[^\[\]{},]+")


def refuse_placeholders(values: Iterable[str]) -> None:
    """Stop where a value is such a word, or a list or a group holds one."""
    for value in values:
        for piece in _VALUE.findall(value) if value.strip().startswith(("[", "{")) else (value,):
            word = piece.rpartition(": ")[2].strip().strip("\"'")
            if word in PLACEHOLDERS:
                text = N_(
                    "`{ord}` står for noe du skal skrive selv. Bytt ut ordene i store bokstaver før kommandoen kjøres."
                )
                raise CommandStop(text, ord=word)
