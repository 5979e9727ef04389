"""A list written as text: «vann, natur», the same way on the command line, in forms and in tables."""

from __future__ import annotations

_QUOTES = "\"'"
_OPEN, _CLOSE = "{[", "}]"


def pieces(text: str, separators: str = ",") -> list[str]:
    """Split a text at the separators outside quotes and braces, without the blanks around; what is empty is left out.

    A piece that begins with a quote ends with one, and one that begins with a brace or a bracket with its match. Where
    that one is missing, they are signs like any other.
    """
    found, rest = [], text
    while rest:
        piece, rest = _first(rest, separators)
        found.append(piece.strip())
    return [piece for piece in found if piece]


def without_quotes(piece: str) -> str:
    """Give a piece without the quotes around it, where it has them."""
    if not is_quoted(piece):
        return piece
    quote, inner = piece[0], piece[1:-1]
    return inner.replace("''", "'") if quote == "'" else inner.replace('\\"', '"').replace("\\\\", "\\")


def is_quoted(piece: str) -> bool:
    """Tell whether a piece has quotes around it."""
    return len(piece) > 1 and piece[0] in _QUOTES and piece[-1] == piece[0]


def _first(text: str, separators: str) -> tuple[str, str]:
    """Give the first piece, and what stands after its separator."""
    start = len(text) - len(text.lstrip())
    at = start
    if text[start : start + 1] and text[start] in _QUOTES:
        at = _after_quote(text, start, separators)
    elif text[start : start + 1] and text[start] in _OPEN:
        at = _after_group(text, start)
    end = next((index for index in range(at, len(text)) if text[index] in separators), len(text))
    return text[:end], text[end + 1 :]


def _after_quote(text: str, start: int, separators: str) -> int:
    """Give where a quoted piece is over: at a quote before a separator or the end; its start where there is none."""
    at = start + 1
    while at < len(text):
        following = text[at + 1 :].lstrip(" ")
        if text[at] == text[start] and text[at - 1] != "\\" and (not following or following[0] in separators):
            return at + 1
        at += 1
    return start


def _after_group(text: str, start: int) -> int:
    """Give where a piece in braces is over; its start where they are not closed."""
    depth, quote = 0, ""
    for at in range(start, len(text)):
        sign = text[at]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in _QUOTES and text[at - 1] in "{[:, ":
            quote = sign
        else:
            depth += (sign in _OPEN) - (sign in _CLOSE)
            if not depth:
                return at + 1
    return start
