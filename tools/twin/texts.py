"""Broken and half-broken files: a sign too many, a line too few, an indentation moved, in files that are in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

SIGNS = (
    '"', "'", "[", "]", "{", "}", ":", ": ", ",", "#", " #", "&", "*", "!", "|", ">", "%", "@", "`", "?", "? ", "- ",
    "-", "\t", "\n", "\r", "\r\n", " ", "  ", "\n\n", "---", "...", "\\", "\u2028", "\x85", "\ufeff", "\x00", "\x07",
    "é", "\U0001f600", "~", "=", "<<", "null", "\u00a0", "\u200b", "0", "1e3", "\\x41", "\\u00e5", "\\ud800", "\\q",
    "--- a", "\n...\n", "\n---\n", "%YAML 1.1\n", "!!str ", "&a ", "*a", "|-\n", ">+\n", "\t#", " \t", "?\t",
    ":\t", "-\t",
)  # fmt: skip
_MOST_TAKEN, _DEEPEST = 30, 8


def mutants(texts: Sequence[str], number: int, random: Random) -> Iterator[str]:
    """Yield texts that each are another with one to three changes."""
    for _ in range(number):
        text = random.choice(texts)
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            text = _changed(text, random)
        yield text


def _changed(text: str, random: Random) -> str:
    at, sign = random.randrange(len(text) + 1), random.choice(SIGNS)
    return random.choice(
        (
            text[:at] + sign + text[at:],
            text[:at] + sign + text[at + 1 :],
            text[:at] + text[at + random.randrange(1, _MOST_TAKEN) :],
            text[:at],
            _moved(text, random),
        )
    )


def _moved(text: str, random: Random) -> str:
    """Indent a line otherwise, or write it again somewhere else."""
    rows = text.split("\n")
    one, other = random.randrange(len(rows)), random.randrange(len(rows))
    if random.random() < 0.5:
        rows[one] = " " * random.randrange(_DEEPEST) + rows[one].lstrip()
    else:
        rows.insert(other, rows[one])
    return "\n".join(rows)
