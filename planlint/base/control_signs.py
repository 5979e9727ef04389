"""Control characters shown as signs: an order to a machine is nothing but a sign to whoever reads it."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SIGNS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_NO_SIGN = "\ufffd"


def sign_of(char: str) -> str:
    """Give the sign of a control character: ␛ for ESC; of those that have none, the sign of what cannot be shown."""
    return _SIGNS.get(ord(char), _NO_SIGN)


def visible(text: str) -> str:
    """Give a text in which every control character is shown as its sign; tabs and line breaks are left."""
    return _CONTROL.sub(lambda match: sign_of(match[0]), text)
