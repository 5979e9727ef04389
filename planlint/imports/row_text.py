"""The small print of a row: stars, the parts of a kommuneplan, and what a source says in its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.imports.fold_words import fold

if TYPE_CHECKING:
    from planlint.imports.status_reading import StatusReading

_STARS = re.compile(r"(?: |(?<![* ]))(\*+)$")
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


def title_and_star(text: str) -> tuple[str, str]:
    """Give a title on one line without the stars that point to a note, and those stars."""
    title = " ".join(text.split())
    stars = _STARS.search(title)
    return _STARS.sub("", title), stars[1] if stars else ""


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


def sources(text: str, lest: StatusReading) -> list[dict[str, Any]]:
    """Give what a source says, in its own words, beside each date that it gives."""
    said: dict[str, Any] = {"oppgir": " ".join(text.split())}
    status = {"status": lest.status} if lest.status and lest.status != "planlagt" else {}
    facts = [{key: event[key] for key in ("hva", "dato", "organ", "sak") if key in event} for event in lest.hendelser]
    return [said | fact | status for fact in facts] or [said | status]
