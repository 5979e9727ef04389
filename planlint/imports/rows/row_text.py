"""The small print of a row: stars, the parts of a kommuneplan, and what a source says in its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.imports.fold_words import fold
from planlint.words import EventFact

if TYPE_CHECKING:
    from planlint.words import Reading

_PART = re.compile(
    r"^(?:kommuneplanens )?(?P<part>samf(?:unns|\.\s?)del|arealdel|handlingsdel)(?:en)?\s*[:–-]?\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_ROLES = {"s": "samfunnsdel", "a": "arealdel", "h": "handlingsdel"}


class SharedPart(NamedTuple):
    """A part of a kommuneplan that shares a row with others: its title, what its line says, its role, the line."""

    tittel: str
    tekst: str
    rolle: str
    linje: str


def parts(title: str, status: str) -> list[SharedPart]:
    """Give the parts of a kommuneplan that share a row, each with its own line of the status."""
    lines = [line.strip() for line in status.splitlines() if line.strip()]
    found = [match for line in lines if (match := _PART.match(line))]
    if not fold(title).startswith("kommuneplan") or not found or len(found) != len(lines):
        return []
    roles = [_ROLES[match["part"][0].lower()] for match in found]
    return [
        SharedPart(f"Kommuneplanens {role}", match["rest"], role, line)
        for role, match, line in zip(roles, found, lines, strict=True)
    ]


def sentence(text: str) -> str:
    """Give a remark as a sentence."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def sources(text: str, reading: Reading) -> list[dict[str, Any]]:
    """Give what a source says, in its own words, beside each date that it gives."""
    said: dict[str, Any] = {"oppgir": " ".join(text.split())}
    status = {"status": reading.status} if reading.status and reading.status != "planlagt" else {}
    facts = [
        {"hva": event.hva, "dato": event.dato}
        | {key: value for key in ("organ", "sak") if (value := getattr(event, key))}
        for event in reading.of(EventFact)
    ]
    return [said | fact | status for fact in facts] or [said | status]
