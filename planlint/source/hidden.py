"""Characters that nobody can see: what is read is then another text than the one that is shown.

Some have their use, and are left in peace there: a soft hyphen inside a word, and the joiners and variants that emoji
and some scripts are written with.
"""

from __future__ import annotations

import re
import unicodedata

_TURNS = "\u202a-\u202e\u2066-\u2069"
_WIDTHLESS = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufffb\u2800\ufdd0-\ufdef\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
_MACHINE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HIDDEN = re.compile(f"[{_TURNS}{_WIDTHLESS}{_CONTROLS}]")
_TURN = re.compile(f"[{_TURNS}]")
_SOFT_HYPHEN = "\u00ad"
_JOINERS = frozenset("\u200c\u200d")
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_JOINED = frozenset(("Lo", "Mn", "Mc", "So", "Sk", "Me"))
"""What a joiner stands after where it means anything: letters without capitals (Arabic, Hindi), marks, emoji."""


def _in_use(text: str, at: int) -> bool:
    """Tell whether a character does what it is for: it changes how its neighbours are written, and nothing else."""
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char == _SOFT_HYPHEN:
        return before.isalpha() and after.isalpha()
    if char in _JOINERS:
        kind = unicodedata.category(before) if before else ""
        return (kind in _JOINED or before in _VARIANTS) and not after.isspace() and bool(after)
    return char in _VARIANTS and bool(before) and not (before.isspace() or before.isalpha() or before in _VARIANTS)


def turns(text: str) -> list[int]:
    """Give where a text has characters that turn the direction in which what follows is shown."""
    return [match.start() for match in _TURN.finditer(text)]


def find_hidden(text: str) -> tuple[str, str] | None:
    """Give the first hidden character of a text, as a variant of PL008 and its code.

    One that turns the text comes first, then one that is an order to a machine.
    """
    found = [match for match in _HIDDEN.finditer(text) if not _in_use(text, match.start())]
    turn = next((match for match in found if _TURN.match(match[0])), None)
    order = next((match for match in found if _MACHINE.match(match[0])), None)
    if not found:
        return None
    variant = "retning" if turn else "kontroll" if order else "usynlig"
    return variant, f"U+{ord((turn or order or found[0])[0]):04X}"
